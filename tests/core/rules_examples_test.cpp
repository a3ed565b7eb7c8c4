#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/embedded.h"
#include "icc/diagnostic.h"
#include "icc/integrity.h"

// The examples that explain a rule are run: the bad one breaks just this rule, the good one none.

namespace {

/// A file of an example: path and text.
using Files = std::vector<std::pair<std::string, std::string>>;

const icc::Schema& schema() {
  static const auto loaded =
      icc::Schema::load([](std::string_view path) -> icc::Result<std::string> {
        for (const auto& file : icc::initial_files()) {
          if (file.path == path) return std::string(file.bytes);
        }
        return icc::failed(icc::Failure::environment, "no such file");
      });
  REQUIRE(loaded.has_value());
  return *loaded;
}

/// The files of an example: each begins with a comment that has its path, or there is only one.
Files files_of(std::string_view example) {
  constexpr std::string_view head = "# practices/";
  Files files;
  while (!example.empty()) {
    const std::size_t next = std::min(example.find(head, 1), example.size());
    std::string path = "migrant-stories.yaml";
    if (example.starts_with(head)) path = example.substr(2, example.find('\n') - 2);
    files.emplace_back(std::move(path), example.substr(0, next));
    example.remove_prefix(next);
  }
  return files;
}

/// The text with the keys that every record needs.
std::string completed(std::string text) {
  for (const std::string_view line : {"title: Migrant stories\n", "country: United Kingdom\n",
                                      "summary: People tell how they came.\n"}) {
    const std::string key(line.substr(0, line.find(':') + 1));
    const bool has_key = text.starts_with(key) || text.find("\n" + key) != std::string::npos;
    if (!has_key) text += line;
  }
  return text;
}

void add_names(std::string& names, const std::vector<icc::Diagnostic>& found) {
  for (const icc::Diagnostic& fault : found) (names += icc::rule(fault.rule).name) += ' ';
}

/// How an example is looked at.
enum class Look {
  meaning,   ///< for its meaning only
  schema,    ///< by the schema as well, as it stands
  complete,  ///< by the schema as well, with the keys that every record needs
};

Look look_of(icc::RuleId rule) {
  if (rule == icc::RuleId::missing_key) return Look::schema;
  const bool is_of_schema = rule >= icc::RuleId::wrong_type && rule < icc::RuleId::repeated_id;
  return is_of_schema ? Look::complete : Look::meaning;
}

/// The rules that an example breaks, each with a blank after it.
std::string broken_rules(std::string_view example, Look look) {
  const auto exists = [](std::string_view) { return false; };
  std::string names;
  icc::Integrity integrity(schema());
  for (auto& [path, text] : files_of(example)) {
    auto document = icc::Document::read(look == Look::complete ? completed(text) : text);
    if (!document) {
      add_names(names, document.error());
      continue;
    }
    const icc::Practice practice(path, *std::move(document));
    add_names(names, look == Look::meaning ? icc::check_meaning(practice, schema(), exists)
                                           : icc::check_record(practice, schema(), exists));
    integrity.add(icc::note_of(practice, schema()));
  }
  add_names(names, integrity.check());
  return names;
}

/// What only the disk, another schema or the whole text can show: these are read by people only.
bool is_beyond_records(const icc::Rule& rule) {
  return rule.bad.starts_with("# with") || rule.bad.starts_with("# in schema") ||
         rule.id == icc::RuleId::unreadable_file || rule.id == icc::RuleId::too_large ||
         rule.id == icc::RuleId::too_many_values || rule.id == icc::RuleId::not_canonical ||
         rule.id == icc::RuleId::unneeded_allow;
}

}  // namespace

TEST_CASE("each example of a rule breaks this rule and no other") {
  for (const icc::Rule& rule : icc::rules()) {
    if (is_beyond_records(rule)) continue;
    CAPTURE(rule.name);
    CHECK(broken_rules(rule.bad, look_of(rule.id)) == std::string(rule.name) + " ");
    CHECK(broken_rules(rule.good, look_of(rule.id)) == "");
  }
}
