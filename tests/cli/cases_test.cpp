#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "cli/case_file.h"
#include "cli/command.h"
#include "cli/run.h"
#include "temporary_folder.h"

// Runs the cases of tests/cases in this process and, where no terminal is asked for, against the
// program. With ICC_BLESS=1 in the environment the files are written anew with what was seen; read
// them before you commit.

namespace {

namespace fs = std::filesystem;
using icc::test::Case;
using icc::test::Outcome;
using icc::test::Step;

std::string content(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void prepare(const fs::path& folder, const Case& one) {
  const fs::path source = ICC_SOURCE_DIR;
  if (!one.empty) {
    fs::copy(source / "schema", folder / "schema", fs::copy_options::recursive);
    fs::copy(source / "practices", folder / "practices", fs::copy_options::recursive);
  }
  for (const auto& [path, text] : one.files) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path) << text;
  }
}

std::string without_root(std::string text, const std::string& root) {
  for (auto at = text.find(root); at != std::string::npos; at = text.find(root, at)) {
    text.replace(at, root.size(), "ROOT");
  }
  return text;
}

icc::Output::Sink sink_of(std::string& text) {
  return [&text](std::string_view piece) {
    text += piece;
    return true;
  };
}

Outcome run_here(const fs::path& folder, const Step& step) {
  Outcome outcome;
  std::istringstream in(step.input);
  const bool terminal = step.terminal != 0;
  const std::size_t width = terminal ? step.terminal : 80;
  const auto next_line = [&in]() -> std::optional<std::string> {
    std::string line;
    if (!std::getline(in, line)) return std::nullopt;
    return line;
  };
  icc::Session session{
      .in = {.line = next_line,
             .piece = [&in] { return std::string(std::istreambuf_iterator<char>(in), {}); },
             .is_terminal = terminal},
      .out = {sink_of(outcome.out), terminal, false, width},
      .err = {sink_of(outcome.err), terminal, false, width},
      .folder = folder.string(),
      .environment = [](std::string_view) { return std::string(); }};
  outcome.exit = static_cast<int>(icc::run(session, icc::test::shell_words(step.line)));
  outcome.out = without_root(outcome.out, folder.string());
  outcome.err = without_root(outcome.err, folder.string());
  return outcome;
}

Outcome run_program(const fs::path& folder, const fs::path& scratch, const Step& step) {
  std::ofstream(scratch / "in") << step.input;
  const std::string command =
      "cd '" + folder.string() +
      "' && env -u ICC_DIR -u NO_COLOR -u GITHUB_ACTIONS '" ICC_BINARY "' " + step.line + " <'" +
      (scratch / "in").string() + "' >'" + (scratch / "out").string() + "' 2>'" +
      (scratch / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {without_root(content(scratch / "out"), folder.string()),
          without_root(content(scratch / "err"), folder.string()), WEXITSTATUS(status)};
}

bool is_blessing() {
  return std::getenv("ICC_BLESS") != nullptr;
}

void check_case(Case& one) {
  const icc::test::TemporaryFolder here;
  const icc::test::TemporaryFolder there;
  const icc::test::TemporaryFolder scratch;
  prepare(here.path(), one);
  prepare(there.path(), one);
  for (Step& step : one.steps) {
    CAPTURE(one.title);
    CAPTURE(step.line);
    const Outcome seen = run_here(here.path(), step);
    if (is_blessing()) step.expected = seen;
    CHECK(seen.out == step.expected.out);
    CHECK(seen.err == step.expected.err);
    CHECK(seen.exit == step.expected.exit);
    if (step.terminal != 0) continue;
    const Outcome program = run_program(there.path(), scratch.path(), step);
    CHECK(program.out == step.expected.out);
    CHECK(program.err == step.expected.err);
    CHECK(program.exit == step.expected.exit);
  }
}

void check_cases(const std::string& name) {
  const std::string path = std::string(ICC_SOURCE_DIR "/tests/cases/") + name + ".cases";
  std::vector<Case> cases = icc::test::read_cases(path);
  CAPTURE(path);
  REQUIRE(!cases.empty());
  for (Case& one : cases) check_case(one);
  if (is_blessing()) std::ofstream(path) << icc::test::cases_text(cases);
  CHECK(icc::test::cases_text(cases) == content(path));
}

}  // namespace

TEST_CASE("every command does what its cases say") {
  for (const icc::Command* command : icc::commands()) {
    SUBCASE(std::string(command->name).c_str()) {
      check_cases(std::string(command->name));
    }
  }
}

TEST_CASE("what all commands have in common") {
  check_cases("icc");
}

TEST_CASE("each rule has a case that shows just its faults, in full") {
  check_cases("rules");
}

TEST_CASE("at least a third of each command's cases are failures") {
  for (const icc::Command* command : icc::commands()) {
    std::size_t steps = 0;
    std::size_t failures = 0;
    const std::string name(command->name);
    for (const Case& one :
         icc::test::read_cases(ICC_SOURCE_DIR "/tests/cases/" + name + ".cases")) {
      steps += one.steps.size();
      failures += static_cast<std::size_t>(
          std::count_if(one.steps.begin(), one.steps.end(),
                        [](const Step& step) { return step.expected.exit != 0; }));
    }
    CAPTURE(name);
    CHECK(failures * 3 >= steps);
  }
}
