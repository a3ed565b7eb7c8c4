#include "icc/diagnostic.h"

#include <doctest/doctest.h>

#include <string>

using icc::Range;
using icc::RuleId;

namespace {

icc::Diagnostic typo(std::string_view text, Range range, std::string hint = "here") {
  icc::Diagnostic found = icc::diagnostic(RuleId::unknown_key, range, "unknown key 'contry'", hint);
  found.path = "a.yaml";
  icc::locate(found, text);
  return found;
}

/// The human form without its first line, which is the same in all rows.
std::string drawing(const icc::Diagnostic& found, std::size_t width = 100) {
  const std::string form = icc::human_form(found, {.colour = false, .width = width});
  return form.substr(form.find('\n') + 1);
}

}  // namespace

TEST_CASE("the human form of a diagnostic, as the manual draws it") {
  icc::Diagnostic found =
      icc::diagnostic(RuleId::unknown_key, {23, 29}, "unknown key 'contry'",
                      "did you mean 'country'? it is required and missing here");
  found.path = "practices/germany/migrant-stories.yaml";
  found.origin = "schema/practice.schema.yaml:9";
  found.fix = icc::Fix{true, {23, 29}, "country", "rename the key"};
  found.related = {{"", {0, 5}, "the title is here", {}},
                   {"practices/sweden/b.yaml", {0, 1}, "see also", {}}};
  icc::locate(found, "title: Migrant stories\ncontry: Germany\n");
  CHECK(icc::human_form(found, {}) ==
        "practices/germany/migrant-stories.yaml:2:1: error: unknown key 'contry' "
        "[ICC104 unknown-key]\n"
        "   2 | contry: Germany\n"
        "     | ^^^^^^ did you mean 'country'? it is required and missing here\n"
        "     = schema/practice.schema.yaml:9        fix (safe): rename the key\n"
        "     = note: practices/germany/migrant-stories.yaml:1:1: the title is here\n"
        "     = note: practices/sweden/b.yaml:1:1: see also\n");
  CHECK(icc::human_form(found, {.colour = true, .width = 100}) ==
        "\x1b[1mpractices/germany/migrant-stories.yaml:2:1\x1b[0m: \x1b[1;31merror:\x1b[0m "
        "\x1b[1munknown key 'contry'\x1b[0m [ICC104 unknown-key]\n"
        "\x1b[34m   2 |\x1b[0m contry: Germany\n"
        "\x1b[34m     |\x1b[0m \x1b[1;31m^^^^^^ did you mean 'country'? it is required and missing "
        "here\x1b[0m\n"
        "\x1b[34m     =\x1b[0m schema/practice.schema.yaml:9        fix (safe): rename the key\n"
        "\x1b[34m     =\x1b[0m note: practices/germany/migrant-stories.yaml:1:1: the title is "
        "here\n"
        "\x1b[34m     =\x1b[0m note: practices/sweden/b.yaml:1:1: see also\n");
}

TEST_CASE("the caret stands below what is meant") {
  struct Row {
    std::string text;
    Range range;
    std::string drawing;
  };
  const Row rows[] = {
      {"ab: c", {0, 2}, "   1 | ab: c\n     | ^^ here\n"},
      {"ab: c", {4, 5}, "   1 | ab: c\n     |     ^ here\n"},
      {"ab: c\n", {5, 5}, "   1 | ab: c\n     |      ^ here\n"},
      {"ab: c\n", {6, 6}, "   2 |\n     | ^ here\n"},
      {"ab: c", {2, 2}, "   1 | ab: c\n     |   ^ here\n"},
      {"ab: |\n  c\n  d\n", {4, 12}, "   1 | ab: |\n     |     ^ here\n"},
      {"ab: 'c\n  d'\n", {4, 10}, "   1 | ab: 'c\n     |     ^^ here\n"},
      {"a: b\r\ncd: e\r\n", {10, 11}, "   2 | cd: e\n     |     ^ here\n"},
      {"é: ö ü", {7, 9}, "   1 | é: ö ü\n     |      ^ here\n"},
      {"a\u0301o\u0302: x", {8, 9}, "   1 | a\u0301o\u0302: x\n     |     ^ here\n"},
      {"a\u0301o\u0302: x", {1, 3}, "   1 | a\u0301o\u0302: x\n     | ^ here\n"},
      {"東京: 名古屋 x", {8, 17}, "   1 | 東京: 名古屋 x\n     |       ^^^^^^ here\n"},
      {"東京: 名古屋 x", {18, 19}, "   1 | 東京: 名古屋 x\n     |              ^ here\n"},
      {"😀: x", {6, 7}, "   1 | 😀: x\n     |     ^ here\n"},
      {"\ta: b", {1, 2}, "   1 |     a: b\n     |     ^ here\n"},
      {"a:\tb\tc", {3, 4}, "   1 | a:  b   c\n     |     ^ here\n"},
      {"a:\tb\tc", {5, 6}, "   1 | a:  b   c\n     |         ^ here\n"},
      {"a:\tb\tc", {2, 3}, "   1 | a:  b   c\n     |   ^^ here\n"},
      {"a: \x1b[0m", {3, 4}, "   1 | a: \\x1b[0m\n     |    ^^^^ here\n"},
      {"a: \u202ex", {6, 7}, "   1 | a: <U+202E>x\n     |            ^ here\n"},
      {"a: \xe2x", {3, 4}, "   1 | a: \\xe2x\n     |    ^^^^ here\n"},
      {"\uFEFF"
       "ab: c",
       {3, 5},
       "   1 | ab: c\n     | ^^ here\n"},
      {"a\n\n\n\n\n\n\n\n\n\nbc", {11, 12}, "  11 | bc\n     | ^ here\n"},
      {std::string(12'344, '\n') + "ab", {12'345, 12'346}, "12345 | ab\n      |  ^ here\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(drawing(typo(row.text, row.range)) == row.drawing);
  }
}

TEST_CASE("a long line is shown around the caret") {
  const std::string digits = "0123456789012345678901234567890123456789";
  struct Row {
    std::string text;
    Range range;
    std::string drawing;
  };
  const Row rows[] = {
      // 27 cells wide: 20 for the excerpt
      {digits.substr(0, 20),
       {19, 20},
       "   1 | 01234567890123456789\n     |                    ^\n"},
      {digits, {0, 1}, "   1 | 0123456789012345678…\n     | ^\n"},
      {digits, {18, 19}, "   1 | 0123456789012345678…\n     |                   ^\n"},
      {digits, {20, 22}, "   1 | …234567890123456789…\n     |          ^^\n"},
      {digits, {39, 40}, "   1 | …1234567890123456789\n     |                    ^\n"},
      {digits, {40, 40}, "   1 | …234567890123456789\n     |                    ^\n"},
      {digits, {0, 40}, "   1 | 0123456789012345678…\n     | ^^^^^^^^^^^^^^^^^^^\n"},
      {digits, {10, 40}, "   1 | …012345678901234567…\n     |  ^^^^^^^^^^^^^^^^^^\n"},
      {"東京東京東京東京東京東京東京",
       {27, 30},
       "   1 | …京東京東京東京東京\n     |          ^^\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.range.begin);
    CHECK(drawing(typo(row.text, row.range, ""), 27) == row.drawing);
  }
}

TEST_CASE("a hint that does not fit beside the caret stands below it") {
  CHECK(drawing(typo("contry: x", {0, 6}, "one two three four"), 32) ==
        "   1 | contry: x\n     | ^^^^^^ one two three four\n");
  CHECK(drawing(typo("contry: x", {0, 6}, "one two three four"), 31) ==
        "   1 | contry: x\n     | ^^^^^^\n     | one two three four\n");
  CHECK(drawing(typo("contry: x", {0, 6}, "one two three four"), 20) ==
        "   1 | contry: x\n     | ^^^^^^\n     | one two three\n     | four\n");
  CHECK(drawing(typo("a: b", {0, 1}, "one two"), 0) ==
        "   1 | a: b\n     | ^\n     | one\n     | two\n");
}

TEST_CASE("what is not located has no excerpt, and nothing from the data is raw") {
  icc::Diagnostic found =
      icc::diagnostic(RuleId::unreadable_file, {}, "can't be read: \x1b[2J", "mend\nit");
  found.path = "a\u202e.yaml";
  found.origin = "o\x07";
  found.fix = icc::Fix{false, {}, "", "f\x07"};
  found.related = {{"r\x07", {}, "m\x07", {}}};
  CHECK(icc::human_form(found, {}) ==
        "a<U+202E>.yaml:1:1: error: can't be read: \\x1b[2J [ICC001 unreadable-file]\n"
        "     = mend\\nit\n"
        "     = o\\x07        fix (maybe): f\\x07\n"
        "     = note: r\\x07:1:1: m\\x07\n");
}
