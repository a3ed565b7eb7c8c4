#include "core/schema_pattern.h"

#include <doctest/doctest.h>

#include <string>

#include "icc/text.h"

using icc::json_schema::Pattern;

TEST_CASE("patterns of ECMA-262 match as they would there") {
  struct Row {
    std::string pattern, text;
    bool matches;
  };
  const Row rows[] = {
      {"b", "abc", true},
      {"^b", "abc", false},
      {"c$", "abc\n", false},
      {"^a.c$", "aéc", true},
      {"^a.c$", "a\nc", false},
      {"^a.c$", "a\rc", false},
      {"^a.c$", "a\u2028c", false},
      {"^\\d+$", "123", true},
      {"^\\d$", "߀", false},
      {"^\\w+$", "aé", false},
      {"^\\s$", "\u00A0", true},
      {"^\\s$", "\uFEFF", true},
      {"^\\s$", "\v", true},
      {"\\S", " \t\u2003", false},
      {"\\S", " \u200B", true},
      {"[\\n\\r]+[^\\n\\r]", "a\nb", true},
      {"[\\n\\r]+[^\\n\\r]", "a\n\r\n ", true},
      {"[\\n\\r]+[^\\n\\r]", "\ra", true},
      {"[\\n\\r]+[^\\n\\r]", "a\n\r\n", false},
      {"[\\n\\r]+[^\\n\\r]", "a b", false},
      {"^[^\\s]$", "\u3000", false},
      {"^[\\s]$", "\u3000", true},
      {"^[\\S]$", "\u3000", false},
      {"^[\\S]$", "東", true},
      {"^[\\S ]$", " ", true},
      {"^\\p{Letter}+$", "Сърбия", true},
      {"^\\p{L}+$", "été", true},
      {"^\\P{Letter}+$", "12", true},
      {"^\\p{Lowercase_Letter}$", "É", false},
      {"^\\p{gc=Decimal_Number}$", "٣", true},
      {"^\\p{Script=Greek}+$", "λόγος", true},
      {"^\\p{sc=Cyrillic}+$", "abc", false},
      {"^[\\p{Letter}-]+$", "Baden-Württemberg", true},
      {"^\\cJ$", "\n", true},
      {"^\\u00e9$", "é", true},
      {"^\\u{1F600}$", "😀", true},
      {"^\\uD83D\\uDE00$", "😀", true},
      {"^\\x41\\0$", std::string("A\0", 2), true},
      {"^[\\b]$", "\b", true},
      {"^[[a]$", "[", true},
      {"^[[:alpha:]]$", ":]", true},
      {"^[^]$", "\n", true},
      {"^[]$", "", false},
      {"^(?<year>\\d{4})-(?:\\d\\d)$", "2020-12", true},
      {"^\\/\\-\\.$", "/-.", true},
      {"", "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    const auto pattern = Pattern::compile(row.pattern);
    REQUIRE(pattern.has_value());
    CHECK(pattern->source() == row.pattern);
    CHECK(pattern->matches(row.text) == row.matches);
  }
}

TEST_CASE("patterns that need backtracking, or that ECMA-262 does not know, are refused") {
  struct Row {
    std::string pattern;
    std::size_t offset;
    std::string message;
  };
  const Row rows[] = {
      {"a(?=b)", 1, "look-around is not supported"},
      {"a(?!b)", 1, "look-around is not supported"},
      {"(?<=a)b", 0, "look-around is not supported"},
      {"(?<!a)b", 0, "look-around is not supported"},
      {"(a)\\1", 3, "a back reference is not supported"},
      {"(?<x>a)\\k<x>", 7, "a back reference is not supported"},
      {"(?i)a", 0, "unknown kind of group"},
      {"(?P<x>a)", 0, "unknown kind of group"},
      {"(?<x", 0, "unknown kind of group"},
      {"^a\\Z", 2, "'\\Z' is no escape of ECMA-262"},
      {"\\Aa", 0, "'\\A' is no escape of ECMA-262"},
      {"a\\", 1, "nothing follows the last '\\'"},
      {"[a", 0, "'[' is not closed"},
      {"\\pL", 0, "a property is written \\p{Name}"},
      {"\\c1", 0, "'\\c' needs a letter"},
      {"\\u12", 0, "'\\u' needs 4 hexadecimal digits"},
      {"\\xZZ", 0, "'\\x' needs 2 hexadecimal digits"},
      {"\\u{110000}", 0, "'\\u{}' needs the number of a character"},
      {"\\uD83D", 0, "half of a surrogate pair"},
      {"\\p{Nonsense}", 0, "invalid character class range: \\p{Nonsense}"},
      {"a{1001}", 0, "invalid repetition size: {1001}"},
      {"(a", 0, "missing ): (a"},
      {"a**", 0, "bad repetition operator: **"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const auto pattern = Pattern::compile(row.pattern);
    REQUIRE_FALSE(pattern.has_value());
    CHECK(pattern.error().offset == row.offset);
    CHECK(pattern.error().message == row.message);
  }
}

TEST_CASE("the pattern that is matched without an engine agrees with it on every character") {
  const auto own = Pattern::compile("\\S");
  const auto engine = Pattern::compile("(?:\\S)");
  REQUIRE((own.has_value() && engine.has_value()));
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text = " ";
    icc::append_character(text, code);
    if (own->matches(text) != engine->matches(text)) FAIL_CHECK(static_cast<unsigned>(code));
  }
  CHECK_FALSE(own->matches(""));
}

TEST_CASE("a pattern of a plain start needs no engine, and means what the engine makes of it") {
  const std::string_view patterns[] = {"^",        "^a",   "^https?://", "^ab?",  "^a?b",  "^ab?b",
                                       "^a?b?c",   "^?a",  "^a??",       "^a.",   "^a$",   "^[a]",
                                       "^http://", "^b?a", "^a?aa",      "^é?ab", "^a b?c"};
  const std::string_view texts[] = {"",       "a",   "b",   "ab",      "abb",      "aab",
                                    "ac",     "abc", "bc",  "http://", "https://", "httpss://",
                                    "http:/", "é",   "éab", "a bc",    "a c",      "xab"};
  for (const std::string_view pattern : patterns) {
    CAPTURE(pattern);
    const auto own = Pattern::compile(pattern);
    const auto engine = Pattern::compile("(?:)" + std::string(pattern));
    REQUIRE(own.has_value() == engine.has_value());
    for (const std::string_view text : texts) {
      CAPTURE(text);
      if (own) CHECK(own->matches(text) == engine->matches(text));
    }
  }
}
