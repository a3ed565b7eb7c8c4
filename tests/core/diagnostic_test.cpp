#include "icc/diagnostic.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using icc::Range;
using icc::RuleId;

namespace {

/// The columns of a place in one line: `2:3 byte 4 utf16 3 to 2:5 utf16 5 |excerpt| 2..4`.
std::string summary(const icc::Place& place) {
  const auto n = [](std::size_t number) { return std::to_string(number); };
  return n(place.line) + ":" + n(place.column) + " byte " + n(place.byte_column) + " utf16 " +
         n(place.utf16_column) + " to " + n(place.end_line) + ":" + n(place.end_column) +
         " utf16 " + n(place.end_utf16_column) + " |" + place.excerpt + "| " +
         n(place.excerpt_begin) + ".." + n(place.excerpt_end);
}

icc::Diagnostic located(RuleId rule, std::string_view text, Range range) {
  icc::Diagnostic found = icc::diagnostic(rule, range, "unknown key 'contry'", "did you mean?");
  found.path = "practices/germany/stories.yaml";
  icc::locate(found, text);
  return found;
}

}  // namespace

TEST_CASE("line and columns of a range") {
  struct Row {
    std::string text;
    Range range;
    std::string place;
  };
  const Row rows[] = {
      {"", {0, 0}, "1:1 byte 1 utf16 1 to 1:1 utf16 1 || 0..0"},
      {"a", {7, 9}, "1:2 byte 2 utf16 2 to 1:2 utf16 2 |a| 1..1"},
      {"title: x", {7, 8}, "1:8 byte 8 utf16 8 to 1:9 utf16 9 |title: x| 7..8"},
      {"a\nbc\nd\n", {3, 4}, "2:2 byte 2 utf16 2 to 2:3 utf16 3 |bc| 1..2"},
      {"a\nbc\nd\n", {7, 7}, "4:1 byte 1 utf16 1 to 4:1 utf16 1 || 0..0"},
      {"a\nbc\nd\n", {4, 5}, "2:3 byte 3 utf16 3 to 2:3 utf16 3 |bc| 2..2"},
      {"a\nbc\nd\n", {2, 6}, "2:1 byte 1 utf16 1 to 3:2 utf16 2 |bc| 0..2"},
      {"a\r\nbc\r\n", {3, 7}, "2:1 byte 1 utf16 1 to 2:3 utf16 3 |bc| 0..2"},
      {"a\r\nbc\r\n", {4, 5}, "2:2 byte 2 utf16 2 to 2:3 utf16 3 |bc| 1..2"},
      {"é😀x: y", {6, 7}, "1:3 byte 7 utf16 4 to 1:4 utf16 5 |é😀x: y| 6..7"},
      {"a\u0301b", {3, 4}, "1:3 byte 4 utf16 3 to 1:4 utf16 4 |a\u0301b| 3..4"},
      {"東京 x", {3, 6}, "1:2 byte 4 utf16 2 to 1:3 utf16 3 |東京 x| 3..6"},
      {"\ttab", {1, 4}, "1:2 byte 2 utf16 2 to 1:5 utf16 5 |\ttab| 1..4"},
      {"\uFEFFtitle: x", {3, 8}, "1:1 byte 1 utf16 1 to 1:6 utf16 6 |title: x| 0..5"},
      {"\uFEFFtitle: x", {0, 8}, "1:1 byte 1 utf16 1 to 1:6 utf16 6 |title: x| 0..5"},
      {"\uFEFFa\nb", {5, 6}, "2:1 byte 1 utf16 1 to 2:2 utf16 2 |b| 0..1"},
      {"\n\n", {0, 1}, "1:1 byte 1 utf16 1 to 1:1 utf16 1 || 0..0"},
      {"ab", {1, 0}, "1:2 byte 2 utf16 2 to 1:2 utf16 2 |ab| 1..1"},
      {"title: Neuch\xe2tel",
       {12, 13},
       "1:13 byte 13 utf16 13 to 1:14 utf16 14 |title: Neuch\xe2tel| 12..13"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(summary(icc::place_of(row.text, row.range)) == row.place);
  }
}

TEST_CASE("the excerpt of a very long line is what is around the range") {
  std::string line(100'000, 'x');
  line.replace(50'000, 6, "éNEEDL");
  const icc::Place middle = icc::place_of(line, {50'002, 50'006});
  CHECK(middle.column == 50'002);
  CHECK(middle.excerpt.size() == 2048 + 2 * std::string_view("…").size());
  CHECK(middle.excerpt.substr(middle.excerpt_begin, 4) == "NEED");
  CHECK(middle.excerpt_end == middle.excerpt_begin + 4);
  CHECK(middle.excerpt.starts_with("…x"));
  CHECK(middle.excerpt.ends_with("x…"));

  const icc::Place start = icc::place_of(line, {0, 100'000});
  CHECK(start.excerpt.starts_with("xxx"));
  CHECK(start.excerpt_end == 2048);

  std::string accents;
  for (int i = 0; i < 5'000; ++i) accents += "é";
  const icc::Place whole = icc::place_of(accents, {5'002, 5'004});
  CHECK(whole.excerpt.starts_with("…é"));
  CHECK(whole.excerpt.substr(whole.excerpt_begin, 2) == "é");
}

TEST_CASE("a diagnostic has the severity of its rule") {
  CHECK(icc::diagnostic(RuleId::unknown_key, {1, 2}, "m").severity == icc::Severity::error);
  CHECK(icc::diagnostic(RuleId::unknown_city, {1, 2}, "m").severity == icc::Severity::warning);
  CHECK(icc::diagnostic(RuleId::personal_data, {1, 2}, "m").severity == icc::Severity::note);
  const icc::Diagnostic found = icc::diagnostic(RuleId::syntax, {1, 2}, "message", "hint");
  CHECK(found.message == "message");
  CHECK(found.hint == "hint");
  CHECK(found.range == Range{1, 2});
  CHECK(icc::severity_name(icc::Severity::off) == "off");
}

TEST_CASE("locating sets the related places of the same file only") {
  icc::Diagnostic found = icc::diagnostic(RuleId::repeated_key, {4, 5}, "m");
  found.path = "a.yaml";
  found.related = {
      {"", {0, 1}, "here", {}}, {"a.yaml", {2, 3}, "", {}}, {"b.yaml", {0, 1}, "", {}}};
  icc::locate(found, "a\nb\nc\n");
  CHECK(found.place.line == 3);
  CHECK(found.related[0].place.line == 1);
  CHECK(found.related[1].place.line == 2);
  CHECK(found.related[2].place.line == 0);
}

TEST_CASE("diagnostics are sorted by path, place, rule") {
  const auto make = [](std::string path, Range range, RuleId rule) {
    icc::Diagnostic found = icc::diagnostic(rule, range, "m");
    found.path = std::move(path);
    return found;
  };
  std::vector<icc::Diagnostic> all = {
      make("b", {0, 0}, RuleId::syntax),    make("a", {5, 6}, RuleId::syntax),
      make("a", {5, 6}, RuleId::alias),     make("a", {5, 5}, RuleId::unknown_key),
      make("a", {1, 9}, RuleId::too_short), make("b", {0, 0}, RuleId::not_closed),
  };
  icc::sort_diagnostics(all);
  std::string order;
  for (const auto& found : all) {
    order += found.path + std::to_string(found.range.begin) + icc::rule_code(found.rule) + " ";
  }
  CHECK(order == "a1ICC105 a5ICC104 a5ICC009 a5ICC017 b0ICC009 b0ICC010 ");
}

TEST_CASE("the short form is one line, whatever the data holds") {
  icc::Diagnostic found = located(RuleId::unknown_key, "title: x\ncontry: y\n", {9, 15});
  CHECK(icc::short_form(found) ==
        "practices/germany/stories.yaml:2:1: error: unknown key 'contry' (did you mean?) "
        "[ICC104 unknown-key]\n");
  found.path = "a\nb.yaml";
  found.message = "a value '\x1b[31m\n'";
  found.hint.clear();
  found.place = {};
  found.severity = icc::Severity::note;
  CHECK(icc::short_form(found) ==
        "a\\nb.yaml:1:1: note: a value '\\x1b[31m\\n' [ICC104 unknown-key]\n");
}

TEST_CASE("the JSON form has all of a diagnostic") {
  icc::Diagnostic found = located(RuleId::unknown_key, "é😀contry: y\n", {6, 12});
  found.origin = "schema/practice.schema.yaml:9";
  found.fix = icc::Fix{true, {6, 12}, "country", "rename the key"};
  found.related = {{"b.yaml", {0, 1}, "see \"b\"", {}}};
  CHECK(icc::json_form(found) ==
        R"({"format":"icc.validate/1","rule":"ICC104","name":"unknown-key","severity":"error",)"
        R"("path":"practices/germany/stories.yaml","line":1,"column":3,"byte_column":7,)"
        R"("utf16_column":4,"end_line":1,"end_column":9,"end_utf16_column":10,"begin":6,"end":12,)"
        R"("message":"unknown key 'contry'","hint":"did you mean?",)"
        R"("origin":"schema/practice.schema.yaml:9",)"
        R"("fix":{"safe":true,"begin":6,"end":12,"replacement":"country",)"
        R"("sentence":"rename the key"},)"
        R"("related":[{"path":"b.yaml","line":null,"column":null,"byte_column":null,)"
        R"("utf16_column":null,"end_line":null,"end_column":null,"end_utf16_column":null,)"
        R"("begin":null,"end":null,"message":"see \"b\""}]})");

  found.fix.reset();
  found.related = {{"", {0, 2}, "here", {}}};
  icc::locate(found, "é😀contry: y\n");
  const auto json = nlohmann::json::parse(icc::json_form(found));
  CHECK(json["fix"].is_null());
  CHECK(json["related"][0]["path"] == "practices/germany/stories.yaml");
  CHECK(json["related"][0]["end_column"] == 2);
}

TEST_CASE("faults are located all at once as one by one") {
  const std::string text = "\xEF\xBB\xBFté: \"a😀\"\r\n\n  b: [é, 東京]\r\nlast: 😀x";
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<icc::Diagnostic> faults;
  for (const std::uint32_t begin : {0U, 9U, 3U, 20U, 8U, size, 14U, 19U, 2U, size + 5, 30U}) {
    for (const std::uint32_t length : {0U, 1U, 4U, 17U, 100U}) {
      faults.push_back(diagnostic(RuleId::syntax, {begin, begin + length}, "wrong"));
      faults.back().related.push_back({{}, {length, begin}, "here", {}});
    }
  }
  std::vector<icc::Diagnostic> together = faults;
  icc::locate(together, text);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    icc::locate(faults[i], text);
    CHECK(summary(together[i].place) == summary(faults[i].place));
    CHECK(summary(together[i].related[0].place) == summary(faults[i].related[0].place));
    CHECK(summary(faults[i].place) == summary(icc::place_of(text, faults[i].range)));
  }
}
