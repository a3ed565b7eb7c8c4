#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/case_file.h"
#include "cli/checking.h"
#include "icc/diagnostic.h"
#include "temporary_folder.h"

// The rules that validate can find are those of the table: tests/cases/rules.cases has a case for
// each, but for three that no text of a few lines can break. Those are here.

namespace {

using Texts = std::vector<std::string>;

const std::string head = "title: Street stories\ncountry: Germany\nsummary: x\n";
const std::string record = "practices/germany/street-stories.yaml";

struct Row {
  icc::RuleId rule;
  std::string text;  // of the record
  std::string human;
};

std::string many_tags() {
  std::string tags = "tags:\n";
  for (int i = 0; i < 10'001; ++i) tags += "- t\n";
  return tags;
}

const std::vector<Row> beyond_lines = {
    {icc::RuleId::too_large, head + "impact: " + std::string(256 * 1024, 'x') + "\n",
     record + ":4:262095: error: larger than 256 KiB [ICC002 too-large]\n   4 | …" +
         std::string(92, 'x') + "\n     | " + std::string(92, ' ') +
         "^\n     | move long texts into documents of their own and link them\n"},
    {icc::RuleId::too_many_values, head + many_tags(),
     record + ":10000:3: error: more than 10000 values [ICC012 too-many-values]\n10000 | - t\n"
              "      |   ^ put the text in quotes, or spread the values over several records\n"},
};

/// The codes in brackets at the ends of lines: `[ICC104 unknown-key]`.
std::set<std::string> codes_in(const std::string& text) {
  std::set<std::string> codes;
  for (auto at = text.find("[ICC"); at != std::string::npos; at = text.find("[ICC", at + 1)) {
    codes.insert(text.substr(at + 1, text.find(' ', at) - at - 1));
  }
  return codes;
}

/// The human forms of the faults of the one record in a source of files.
std::string human_of(const icc::FileSource& source) {
  const auto store = icc::Store::open("", source);
  REQUIRE(store.has_value());
  const auto faults = icc::check_records(*store, {record});
  REQUIRE(faults.has_value());
  std::string human;
  for (const icc::Diagnostic& found : *faults) human += icc::human_form(found, {});
  return human;
}

}  // namespace

TEST_CASE("the table of rules and the cases are one set, each case with its own faults only") {
  std::set<std::string> cases;
  for (const auto& one : icc::test::read_cases(ICC_SOURCE_DIR "/tests/cases/rules.cases")) {
    CAPTURE(one.title);
    const std::string code = one.title.substr(0, one.title.find(' '));
    const icc::Rule* rule = icc::find_rule(code);
    REQUIRE(rule != nullptr);
    CHECK(one.title == code + " " + std::string(rule->name));
    CHECK(cases.insert(code).second);
    for (const auto& step : one.steps) {
      CHECK(step.terminal > 0);
      CHECK(codes_in(step.expected.out + step.expected.err) == std::set<std::string>{code});
    }
  }
  for (const Row& row : beyond_lines) CHECK(cases.insert(icc::rule_code(row.rule)).second);
  CHECK(cases.insert(icc::rule_code(icc::RuleId::unreadable_file)).second);
  for (const icc::Rule& rule : icc::rules()) {
    CAPTURE(rule.name);
    CHECK(cases.contains(icc::rule_code(rule.id)));
  }
  CHECK(cases.size() == icc::rules().size());
}

TEST_CASE("rules that no text of a few lines can break") {
  for (const Row& row : beyond_lines) {
    const icc::test::TemporaryFolder folder;
    std::filesystem::copy(ICC_SOURCE_DIR "/schema", folder.path("schema"),
                          std::filesystem::copy_options::recursive);
    folder.write(record, row.text);
    CHECK(human_of(icc::files_on_disk(folder.path())) == row.human);
  }
}

TEST_CASE("a file that can't be read") {
  icc::FileSource source = icc::files_on_disk(ICC_SOURCE_DIR);
  source.below = [](std::string_view, std::string_view) { return Texts{record}; };
  source.read = [read = source.read](std::span<const std::string> paths, std::size_t limit,
                                     const icc::FileSource::Take& take) {
    if (paths.front() != record) return read(paths, limit, take);
    take(record, icc::failed(icc::Failure::environment, "can't read it: permission denied"));
  };
  CHECK(human_of(source) == record +
                                ":1:1: error: can't read it: permission denied "
                                "[ICC001 unreadable-file]\n   1 |\n     | ^\n");
}
