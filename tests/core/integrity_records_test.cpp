#include "icc/integrity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/integrity_fixture.h"

using icc_test::meaning_schema;
using icc_test::practice_of;

namespace {

/// Files by path: path, text.
using Files = std::vector<std::pair<std::string, std::string>>;

/// The faults between some records, in short form with related places.
std::string told_between(const Files& files, const icc::Schema& schema) {
  icc::Integrity integrity(schema);
  for (const auto& [path, text] : files) {
    integrity.add(icc::note_of(practice_of(path, text), schema));
  }
  std::string out;
  for (icc::Diagnostic& found : integrity.check()) {
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const auto& one) { return one.first == found.path; });
    icc::locate(found, file->second);
    out += icc::short_form(found);
    for (const icc::Related& other : found.related) {
      out += "  " + other.message + ": " + other.path + " " + std::to_string(other.range.begin) +
             "-" + std::to_string(other.range.end) + "\n";
    }
  }
  return out;
}

/// The same in whatever order the records come.
void check_between(Files files, const std::string& told, const icc::Schema& schema) {
  CHECK(told_between(files, schema) == told);
  std::reverse(files.begin(), files.end());
  CHECK(told_between(files, schema) == told);
}

}  // namespace

TEST_CASE("an id is told when another record has it, in any case") {
  const icc::Schema schema = meaning_schema();
  check_between({{"practices/germany/plan.yaml", "title: One\n"},
                 {"practices/sweden/Plan.yaml", "title: Two\n"},
                 {"practices/sweden/2018/plan.yaml", "title: Three\n"},
                 {"practices/sweden/plans.yaml", "title: Four\n"},
                 {"practices/sweden/plän.yaml", "title: Five\n"}},
                "practices/sweden/2018/plan.yaml:1:1: error: the id 'plan' is taken (rename the "
                "file; if it is the same practice, merge the two) [ICC201 repeated-id]\n"
                "  the first record with this id: practices/germany/plan.yaml 0-0\n"
                "practices/sweden/Plan.yaml:1:1: error: the id 'Plan' is taken (rename the file; "
                "if it is the same practice, merge the two) [ICC201 repeated-id]\n"
                "  the first record with this id: practices/germany/plan.yaml 0-0\n",
                schema);
}

TEST_CASE("a title is told when it is nearly that of another record") {
  const icc::Schema schema = meaning_schema();
  check_between(
      {{"a.yaml", "title: Migrant stories\ncountry: Germany\n"},
       {"b.yaml", "country: Sweden\ntitle: \"The migrants' stories\"\n"},
       {"c.yaml", "title: [Migrant stories]\n"},
       {"d.yaml", "summary: Migrant stories\n"},
       {"e.yaml", "title: Stories of newcomers\n"}},
      "b.yaml:2:8: warning: the title is nearly that of 'a': 'Migrant stories' (merge the two, or "
      "tell them apart in their titles) [ICC202 similar-title]\n"
      "  the other title: a.yaml 7-22\n",
      schema);
}

TEST_CASE("a city is told when more records of its country spell it in another way") {
  const icc::Schema schema = meaning_schema();
  check_between(
      {{"a.yaml", "country: Sweden\ncities: [Södertalje]\n"},
       {"b.yaml", "country: Sweden\ncities: [Södertälje]\n"},
       {"c.yaml", "country: Sweden\ncities: [Leeds, Södertälje]\n"},
       {"d.yaml", "country: Germany\ncities: [Sodertalje]\n"},
       {"e.yaml", "country: Sweden\ncities: [Södertälj]\n"},
       {"f.yaml", "country: Sweden\ncities: [Bottkyrka, Bezirk 10, Bezirk 11, Kista, Kiste]\n"},
       {"g.yaml", "country: Sweden\ncities: [Upplands-Väsby]\n"},
       {"h.yaml", "country: Sweden\ncities: [Upplands Väsby, N/A, n/a]\n"}},
      "a.yaml:2:10: warning: city 'Södertalje' is spelt 'Södertälje' elsewhere (use the same "
      "spelling in all records) [ICC204 city-spelling]\n"
      "  spelt so here: b.yaml 25-37\n"
      "e.yaml:2:10: warning: city 'Södertälj' is spelt 'Södertälje' elsewhere (use the same "
      "spelling in all records) [ICC204 city-spelling]\n"
      "  spelt so here: b.yaml 25-37\n"
      "h.yaml:2:10: warning: city 'Upplands Väsby' is spelt 'Upplands-Väsby' elsewhere (use the "
      "same spelling in all records) [ICC204 city-spelling]\n"
      "  spelt so here: g.yaml 25-40\n",
      schema);
}

TEST_CASE("rules between records follow the schema's severities") {
  const Files files = {{"a/plan.yaml", "title: Migrant stories\n"},
                       {"b/plan.yaml", "title: Migrant stories\n"}};
  CHECK(told_between(files, meaning_schema("{repeated-id: 'off', similar-title: note}")) ==
        "b/plan.yaml:1:8: note: the title is nearly that of 'plan': 'Migrant stories' (merge the "
        "two, or tell them apart in their titles) [ICC202 similar-title]\n"
        "  the other title: a/plan.yaml 7-22\n");
  CHECK(told_between(files, meaning_schema("{repeated-id: 'off', similar-title: 'off', "
                                           "city-spelling: 'off'}")) == "");
  CHECK(told_between({}, meaning_schema()) == "");
}

TEST_CASE("one mistake in a record is one diagnostic") {
  const icc::Schema schema = meaning_schema();
  struct Row {
    std::string text, rules;
  };
  const Row rows[] = {
      {"title: x\ncountry: Sweden\n", ""},
      {"title: x\ncountry: Sweeden\ncities: [Leeds]\n", "unknown-value "},
      {"title: x\ncountry: Sweden\nperiod:\n", "wrong-type "},
      {"title: x\ncountry: Sweden\nperiod: ''\n", "empty-section "},
      {"title: x\ncountry: Sweden\ncontact: [N/A]\n", "wrong-type "},
      {"title: N/A\ncountry: Sweden\ncities: [Leeds]\nperiod: old\n",
       "empty-word city-country unreadable-period "},
      {"title: 'a  b'\n", "stray-blanks missing-key "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    std::string rules;
    const auto practice = practice_of("practices/sweden/plan.yaml", row.text);
    for (const icc::Diagnostic& found : icc::check_record(practice, schema)) {
      CHECK(found.path == "practices/sweden/plan.yaml");
      rules += std::string(icc::rule(found.rule).name) + " ";
    }
    CHECK(rules == row.rules);
  }
}
