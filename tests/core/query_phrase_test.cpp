#include "core/query_phrase.h"

#include <doctest/doctest.h>

#include <string>

#include "icc/text.h"
#include "random_value.h"

TEST_CASE("a phrase is found at a word's start, whatever the case, accents and white space") {
  struct Row {
    const char *text, *phrase;
    bool found;
  };
  const Row rows[] = {
      {"", "a", false},
      {"Migrants", "migrant", true},
      {"immigrants", "migrant", false},
      {"im-migrants", "migrant", true},
      {"_migrants_", "migrant", true},
      {"7migrants", "migrant", false},
      {"éMigrants", "migrant", false},
      {"…migrants", "migrant", true},
      {"the\n  migrant\tstories", "the migrant stories", true},
      {"the  migrant", "e migrant", false},
      {"a migrant", "a migrants", false},
      {"migrant", "migrant ", false},
      {"migrant  ", "migrant", true},
      {"say 'hello'", "'hello'", true},
      {"say`hello`", "'hello'", true},
      {"naïve naïveté", "naivete", true},
      {"C++ and C#", "c#", true},
      {"x(y)", "(y)", true},
      {"Straße", "strasse", true},
      {"Großstraße", "strasse", false},
      {"в Мигранты", "мигрант", true},
      {"эмигранты", "мигрант", false},
      {"東京の移民", "移民", true},
      {"Cafe\xcc\x81s", "cafes", true},
      {"\xff migrant", "migrant", true},
      {"mi\xffgrant", "grant", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.phrase);
    CHECK(icc::has_phrase(row.text, row.phrase) == row.found);
  }
}

TEST_CASE("a word is found as in the whole text, folded") {
  constexpr std::string_view pieces[] = {"a",      "B",  "é", "E\u0301", " ", "\n",
                                         "\u00a0", "-",  "ß", "\xff",    "`", "移",
                                         "1",      "ab", "Æ", "…",       "x"};
  constexpr std::string_view phrases[] = {"a", "e", "ab", "ea", "'", "ss", "ae", "移", "1", "-a"};
  icc::test::RandomValues random(3);
  for (int i = 0; i < icc::test::repetitions(2000); ++i) {
    std::string text;
    for (std::size_t count = random.below(12); count > 0; --count) {
      text += pieces[random.below(std::size(pieces))];
    }
    for (const std::string_view phrase : phrases) {
      CAPTURE(text);
      CAPTURE(phrase);
      CHECK(icc::has_phrase(text, phrase) == icc::has_phrase(icc::folded(text), phrase));
    }
  }
}

TEST_CASE("comparing without a copy is comparing what was folded") {
  const std::string_view texts[] = {"",     " ",     "a",      "A ",  " a  b ",   "a\tb",   "a b c",
                                    "ab",   "Ab\n",  "a\tb\v", "é",   "e",        "É a",    "a é",
                                    "\xc3", "a\xc3", "`a`",    "'a'", "a\u00a0b", "\u00a0", "ﬁ",
                                    "ß",    "a-b",   "a–b",    "ΑΣ",  "ας",       "İ"};
  for (const std::string_view text : texts) {
    for (const std::string_view other : texts) {
      const std::string wanted = icc::folded(other);
      if (wanted.empty()) continue;
      CAPTURE(text);
      CAPTURE(wanted);
      CHECK(icc::is_same_text(text, wanted) == (icc::folded(text) == wanted));
      CHECK(icc::begins_with_text(text, wanted) == icc::folded(text).starts_with(wanted));
    }
  }
}
