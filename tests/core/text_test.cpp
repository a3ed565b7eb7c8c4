#include "icc/text.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace std::string_literals;

TEST_CASE("the first character of a text, by the table of RFC 3629") {
  struct Row {
    std::string text;
    char32_t code;
    std::size_t length;
    bool valid;
  };
  const Row rows[] = {
      {"A", U'A', 1, true},
      {"\0"s, 0, 1, true},
      {"\x7f", 0x7F, 1, true},
      {"\xc2\x80", 0x80, 2, true},
      {"\xdf\xbf", 0x7FF, 2, true},
      {"\xe0\xa0\x80", 0x800, 3, true},
      {"\xed\x9f\xbf", 0xD7FF, 3, true},
      {"\xee\x80\x80", 0xE000, 3, true},
      {"\xef\xbf\xbf", 0xFFFF, 3, true},
      {"\xf0\x90\x80\x80", 0x10000, 4, true},
      {"\xf4\x8f\xbf\xbf", 0x10FFFF, 4, true},
      {"éa", U'é', 2, true},
      {"\x80", 0xFFFD, 1, false},
      {"\xbf", 0xFFFD, 1, false},
      {"\xc0\xaf", 0xFFFD, 1, false},
      {"\xc1\xbf", 0xFFFD, 1, false},
      {"\xc3", 0xFFFD, 1, false},
      {"\xc3(", 0xFFFD, 1, false},
      {"\xe0\x9f\xbf", 0xFFFD, 1, false},
      {"\xe2\x82", 0xFFFD, 1, false},
      {"\xe2\x82\xff", 0xFFFD, 1, false},
      {"\xed\xa0\x80", 0xFFFD, 1, false},
      {"\xf0\x8f\xbf\xbf", 0xFFFD, 1, false},
      {"\xf0\x9f\x98", 0xFFFD, 1, false},
      {"\xf4\x90\x80\x80", 0xFFFD, 1, false},
      {"\xf5\x80\x80\x80", 0xFFFD, 1, false},
      {"\xff", 0xFFFD, 1, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const icc::Character character = icc::first_character(row.text);
    CHECK(character.code == row.code);
    CHECK(character.length == row.length);
    CHECK(character.valid == row.valid);
  }
}

TEST_CASE("every character comes back as it was written") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    std::string text;
    icc::append_character(text, code);
    const icc::Character character = icc::first_character(text);
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    REQUIRE(character.code == (is_surrogate ? 0xFFFD : code));
    REQUIRE(character.length == text.size());
  }
  std::string beyond;
  icc::append_character(beyond, 0x110000);
  CHECK(beyond == "\uFFFD");
}

TEST_CASE("the first byte that is not UTF-8") {
  struct Row {
    std::string bytes;
    std::optional<std::size_t> offset;
  };
  const Row rows[] = {
      {"", {}},
      {"plain", {}},
      {"Neuchâtel 東京 😀", {}},
      {"\xff", 0},
      {"Neuch\xe2tel", 5},
      {"é\xc3", 2},
      {"cut \xf0\x9f\x98", 4},
  };
  for (const auto& row : rows) CHECK(icc::first_invalid_utf8(row.bytes) == row.offset);
}

TEST_CASE("characters are counted by code point") {
  struct Row {
    std::string text;
    std::size_t count;
  };
  const Row rows[] = {
      {"", 0},     {"Leeds", 5}, {"Neuchâtel", 9}, {"a\u0301", 2},
      {"東京", 2}, {"😀", 1},     {"\xe2\x82", 2},
  };
  for (const auto& row : rows) CHECK(icc::character_count(row.text) == row.count);
}

TEST_CASE("what could deceive a terminal becomes visible") {
  struct Row {
    std::string text, visible, lines;
  };
  const Row rows[] = {
      {"", "", ""},
      {"Neuchâtel \\n 東京 😀", "Neuchâtel \\n 東京 😀", "Neuchâtel \\n 東京 😀"},
      {"a\nb\tc\rd", "a\\nb\\tc\\rd", "a\nb\tc\\rd"},
      {"\0\x01\x1b[31m\x7f"s, "\\x00\\x01\\x1b[31m\\x7f", "\\x00\\x01\\x1b[31m\\x7f"},
      {"\u0080\u0085\u009f\u00a0", "<U+0080><U+0085><U+009F>\u00a0",
       "<U+0080><U+0085><U+009F>\u00a0"},
      {"\u061c\u200e\u200f", "<U+061C><U+200E><U+200F>", "<U+061C><U+200E><U+200F>"},
      {"\u202a\u202e\u2066\u2069", "<U+202A><U+202E><U+2066><U+2069>",
       "<U+202A><U+202E><U+2066><U+2069>"},
      {"\u2028\u2029\ufeff", "<U+2028><U+2029><U+FEFF>", "<U+2028><U+2029><U+FEFF>"},
      {"\ufffd\ufffe\uffff\U0001fffe", "\ufffd<U+FFFE><U+FFFF>\U0001fffe",
       "\ufffd<U+FFFE><U+FFFF>\U0001fffe"},
      {"\u2027\u202f\u2065\u206a", "\u2027\u202f\u2065\u206a", "\u2027\u202f\u2065\u206a"},
      {"\xff|\xc3|\xe2\x82", "\\xff|\\xc3|\\xe2\\x82", "\\xff|\\xc3|\\xe2\\x82"},
  };
  for (const auto& row : rows) {
    CHECK(icc::visible(row.text) == row.visible);
    CHECK(icc::visible_lines(row.text) == row.lines);
  }
}

TEST_CASE("a text is told line by line") {
  using Lines = std::vector<std::string_view>;
  CHECK(icc::lines_of("") == Lines{});
  CHECK(icc::lines_of("a\r\n\nb") == Lines{"a", "", "b"});
  std::string_view rest = "a\r\n\nb";
  CHECK(icc::take_line(rest) == "a\r");
  CHECK(icc::take_line(rest) == "");
  CHECK(rest == "b");
  CHECK(icc::take_line(rest) == "b");
  CHECK(icc::take_line(rest) == "");
  CHECK(icc::lines_with_ends("") == Lines{});
  CHECK(icc::lines_with_ends("a\r\n\nb") == Lines{"a\r\n", "\n", "b"});
}

TEST_CASE("an address has nothing that means something in it") {
  CHECK(icc::percent_encoded("a-B.9_~") == "a-B.9_~");
  CHECK(icc::percent_encoded("é/ %") == "%C3%A9%2F%20%25");
  CHECK(icc::percent_encoded("é/ %", "/") == "%C3%A9/%20%25");
  CHECK(icc::percent_decoded("%C3%a9/%20%25") == "é/ %");
  CHECK(icc::percent_decoded("%2525%") == "%25%");
  CHECK(icc::percent_decoded("%2%zz%-1%2") == "%2%zz%-1%2");
}

TEST_CASE("what may have been meant is told, or what else to do") {
  CHECK(icc::did_you_mean({}, "look it up") == "look it up");
  const std::vector<std::string_view> found{"title", "topics"};
  CHECK(icc::did_you_mean(found, "look it up") == "did you mean 'title'?");
}

TEST_CASE("text is split at a separator, and trimmed") {
  using Parts = std::vector<std::string_view>;
  CHECK(icc::split("", ',') == Parts{});
  CHECK(icc::split(" , ,", ',') == Parts{});
  CHECK(icc::split("Leeds", ',') == Parts{"Leeds"});
  CHECK(icc::split(" Lisbon ; Santa Maria da Feira;;\tOeiras\r\n", ';') ==
        Parts{"Lisbon", "Santa Maria da Feira", "Oeiras"});

  struct Row {
    std::string_view text, trimmed;
  };
  const Row rows[] = {
      {"", ""}, {" \t\r\n", ""}, {"a", "a"}, {"  a b\n", "a b"}, {"\u00a0a", "\u00a0a"},
  };
  for (const auto& row : rows) CHECK(icc::trimmed(row.text) == row.trimmed);
}

TEST_CASE("a number stands with its noun") {
  CHECK(icc::counted(0, "practice") == "0 practices");
  CHECK(icc::counted(1, "practice") == "1 practice");
  CHECK(icc::counted(18'446'744'073'709'551'615U, "record") == "18446744073709551615 records");
}
