#include "read/source_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/pieces.h"

using icc::test::pieces_of;

namespace {

std::string utf16(std::u16string_view text, bool is_big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  }
  return bytes;
}

/// The text of some bytes, or the message of the error.
std::string text_of(const std::string& bytes, std::size_t piece) {
  icc::SourceText source(pieces_of(bytes, piece));
  std::string text;
  const auto read = source.read_all(text, 1000);
  return read ? text : read.error().message;
}

}  // namespace

TEST_CASE("UTF-8 and UTF-16 are told apart, and their marks taken off") {
  using namespace std::string_literals;
  constexpr std::u16string_view wide = u"a;é😀";
  struct Row {
    std::string bytes, expected;
  };
  const Row rows[] = {
      {"", ""},
      {"a", "a"},
      {"a;é😀", "a;é😀"},
      {"\xEF\xBB\xBF", ""},
      {"\xEF\xBB\xBF\xEF\xBB\xBF x", "\xEF\xBB\xBF x"},
      {utf16(wide, false), "a;é😀"},
      {utf16(wide, true), "a;é😀"},
      {utf16(u"\uFEFF", false) + utf16(wide, false), "a;é😀"},
      {utf16(u"\uFEFF", true) + utf16(wide, true), "a;é😀"},
      {utf16(u"\uFEFFé", true), "é"},
      {utf16(u"\uFEFFa", true) + "\0"s, "the UTF-16 text is broken at byte 4"},
      {utf16(u"\uFEFFa", false) + "\x3D\xD8"s, "the UTF-16 text is broken at byte 4"},
      {utf16(u"\uFEFFa", false) + "\x3D\xD8"
                                  "a\0"s,
       "the UTF-16 text is broken at byte 4"},
      {utf16(u"\uFEFFa", false) + "\x3D\xDC"s, "the UTF-16 text is broken at byte 4"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    for (const std::size_t piece : {1U, 2U, 3U, 100U}) {
      CHECK(text_of(row.bytes, piece) == row.expected);
    }
  }
}

TEST_CASE("lines come one by one, with their ends") {
  icc::SourceText source(pieces_of("one\ntwo\r\n\nend", 2));
  std::string all;
  while (true) {
    std::string line;
    const auto more = source.read_line(line, 100);
    REQUIRE(more);
    if (!*more) break;
    all += "[" + line + "]";
  }
  CHECK(all == "[one\n][two\r\n][\n][end]");
}

TEST_CASE("what is too long is an error") {
  CHECK(text_of(std::string(2000, 'x'), 100) == "the file is larger than 1000 bytes");
  icc::SourceText source(pieces_of(std::string(2000, 'x'), 100));
  std::string line;
  const auto more = source.read_line(line, 1000);
  REQUIRE(!more);
  CHECK(more.error().message == "a line is longer than 1000 bytes");
}
