#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// The arrows between modules, as ARCHITECTURE.md draws them.

namespace {

namespace fs = std::filesystem;

/// A row of the table of modules.
struct Module {
  std::string name;
  std::set<std::string> unknown;  // the modules that it knows nothing of
};

/// One `#include` of a file of ours.
struct Include {
  fs::path file;       // relative to the repository
  std::string target;  // `icc/document.h`, `yaml-cpp/parser.h`
};

const fs::path root = ICC_SOURCE_DIR;

std::string content(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The texts in backticks.
std::vector<std::string> in_backticks(std::string_view text) {
  std::vector<std::string> found;
  while (true) {
    const auto begin = text.find('`');
    const auto end = text.find('`', begin + 1);
    if (begin == text.npos || end == text.npos) return found;
    found.emplace_back(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

/// The rows `| `name` | … | `unknown`, … |` below the heading "Modules and arrows".
std::vector<Module> modules_in(const std::string& text) {
  std::vector<Module> modules;
  bool here = false;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("## ")) here = line == "## Modules and arrows";
    if (!here || !line.starts_with("| `")) continue;
    const auto last_cell = line.rfind('|', line.size() - 2);
    const auto unknown = in_backticks(line.substr(last_cell));
    modules.push_back({in_backticks(line).front(), {unknown.begin(), unknown.end()}});
  }
  return modules;
}

/// The module of a file; empty when the table has none for it.
std::string module_of(const fs::path& file, const std::vector<Module>& modules) {
  const std::string path = file.generic_string();
  if (path.starts_with("src/write/") || path.starts_with("write/")) return "writer";
  if (path.starts_with("src/read/") || path.starts_with("read/")) return "reader";
  if (path.starts_with("src/cli/") || path.starts_with("cli/")) return "cli";
  const std::string stem = file.stem();
  for (const Module& module : modules) {
    if (stem == module.name || stem.starts_with(module.name + "_")) return module.name;
  }
  return {};
}

bool is_ours(const std::string& target) {
  constexpr std::string_view folders[] = {"icc/", "core/", "write/", "read/", "cli/"};
  return std::any_of(std::begin(folders), std::end(folders),
                     [&](std::string_view folder) { return target.starts_with(folder); });
}

/// What is wrong with one include; empty when nothing is.
std::string fault(const Include& include, const std::vector<Module>& modules) {
  const std::string place = include.file.generic_string() + ": ";
  const std::string from = module_of(include.file, modules);
  if (from.empty()) return place + "belongs to no module in ARCHITECTURE.md";
  if (include.target.starts_with("yaml-cpp/") && from != "document") return place + "uses yaml-cpp";
  if (include.target.starts_with("CLI/") && from != "cli") return place + "uses CLI11";
  if (!is_ours(include.target)) return {};
  const std::string to = module_of(include.target, modules);
  const auto row = [&](const std::string& name) {
    return std::find_if(modules.begin(), modules.end(),
                        [&](const Module& module) { return module.name == name; });
  };
  if (row(to) == modules.end()) return place + include.target + " belongs to no module";
  if (row(to) > row(from)) return place + from + " stands above " + to;
  if (row(from)->unknown.contains(to)) return place + from + " knows nothing of " + to;
  return {};
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const char* folder : {"include", "src"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file()) found.push_back(fs::relative(entry.path(), root));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Include> includes_in(const fs::path& file, const std::string& text) {
  std::vector<Include> found;
  for (const std::string& line : lines_of(text)) {
    if (!line.starts_with("#include")) continue;
    const auto begin = line.find_first_of("<\"") + 1;
    found.push_back({file, line.substr(begin, line.find_first_of(">\"", begin) - begin)});
  }
  return found;
}

using Graph = std::map<std::string, std::set<std::string>>;

/// A way from `from` back to `from`, `a > b > a`; empty when there is none.
std::string cycle(const Graph& graph, const std::string& from) {
  std::set<std::string> seen;
  std::vector<std::pair<std::string, std::string>> ends = {{from, from}};  // a stem, the way to it
  while (!ends.empty()) {
    const auto [end, way] = ends.back();
    ends.pop_back();
    const auto next = graph.find(end);
    if (next == graph.end()) continue;
    for (const std::string& stem : next->second) {
      if (stem == from) return way + " > " + stem;
      if (seen.insert(stem).second) ends.emplace_back(stem, way + " > " + stem);
    }
  }
  return {};
}

/// The types that a header defines, each with its namespace: `icc::json_schema::Block`.
std::vector<std::string> types_in(const std::string& text) {
  std::vector<std::string> found;
  std::string space;
  for (const std::string& line : lines_of(text)) {
    std::istringstream words(line);
    std::string kind;
    std::string name;
    words >> kind >> name;
    if (line.starts_with("namespace ")) space = name;
    if (line.starts_with("enum class ")) words >> name;
    const bool is_type = line.starts_with("struct ") || line.starts_with("class ") ||
                         line.starts_with("enum class ");
    if (is_type && line.find('{') != line.npos) found.push_back(space + "::" + name);
  }
  return found;
}

}  // namespace

TEST_CASE("every include follows the arrows of ARCHITECTURE.md") {
  const auto modules = modules_in(content(root / "ARCHITECTURE.md"));
  REQUIRE(modules.size() > 10);
  const auto files = sources();
  REQUIRE(files.size() > 10);
  for (const fs::path& file : files) {
    CHECK_MESSAGE(!module_of(file, modules).empty(), file, " belongs to no module");
    for (const Include& include : includes_in(file, content(root / file))) {
      CHECK(fault(include, modules) == "");
    }
  }
}

TEST_CASE("a forbidden arrow is found") {
  const std::vector<Module> modules = modules_in(
      "## Modules and arrows\n| module | is about | knows nothing of |\n| --- | --- | --- |\n"
      "| `document` | YAML | |\n| `store` | disk | |\n| `writer` | bytes | `store` |\n"
      "| `cli` | all | |\n");
  struct Row {
    const char* file;
    const char* target;
    const char* expected;
  };
  const Row rows[] = {
      {"src/core/store.cpp", "icc/document.h", ""},
      {"src/core/store.cpp", "icc/store.h", ""},
      {"src/core/store.cpp", "vector", ""},
      {"src/core/document_events.cpp", "yaml-cpp/parser.h", ""},
      {"src/cli/commands/list.cpp", "CLI/CLI.hpp", ""},
      {"src/core/document.cpp", "icc/store.h",
       "src/core/document.cpp: document stands above store"},
      {"src/write/csv.cpp", "icc/store.h", "src/write/csv.cpp: writer knows nothing of store"},
      {"include/icc/store.h", "cli/run.h", "include/icc/store.h: store stands above cli"},
      {"src/core/store.cpp", "yaml-cpp/yaml.h", "src/core/store.cpp: uses yaml-cpp"},
      {"src/write/csv.cpp", "CLI/CLI.hpp", "src/write/csv.cpp: uses CLI11"},
      {"src/core/storage.cpp", "vector",
       "src/core/storage.cpp: belongs to no module in ARCHITECTURE.md"},
      {"src/core/store.cpp", "icc/any.h", "src/core/store.cpp: icc/any.h belongs to no module"},
  };
  for (const Row& row : rows) CHECK(fault({row.file, row.target}, modules) == row.expected);
}

TEST_CASE("no include leads back to where it came from") {
  Graph graph;
  for (const fs::path& file : sources()) {
    for (const Include& include : includes_in(file, content(root / file))) {
      const std::string from = file.stem();
      const std::string to = fs::path(include.target).stem();
      if (from != to && is_ours(include.target)) graph[from].insert(to);
    }
  }
  for (const auto& [stem, targets] : graph) CHECK(cycle(graph, stem) == "");
}

TEST_CASE("no two headers define a type of one name") {
  std::map<std::string, fs::path> known;
  for (const fs::path& file : sources()) {
    if (file.extension() != ".h") continue;
    for (const std::string& type : types_in(content(root / file))) {
      const auto first = known.try_emplace(type, file).first;
      CHECK_MESSAGE(first->second == file, type, " is in ", first->second, " and in ", file);
    }
  }
  CHECK(known.at("icc::json_schema::SchemaPlace") == "src/core/schema_place.h");
}

TEST_CASE("the types of a header are found") {
  CHECK(types_in("namespace icc::json_schema {\nclass Later;\nstruct A {\n  struct B {};\n};\n"
                 "enum class C : int { d };\n}\nnamespace icc {\nclass A {\n") ==
        std::vector<std::string>{"icc::json_schema::A", "icc::json_schema::C", "icc::A"});
}

TEST_CASE("a way back is found") {
  const Graph graph = {{"a", {"b", "d"}}, {"b", {"c"}}, {"c", {"a"}}, {"d", {}}};
  CHECK(cycle(graph, "a") == "a > b > c > a");
  CHECK(cycle(graph, "d") == "");
}
