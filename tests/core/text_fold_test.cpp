#include "icc/text.h"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <string>

TEST_CASE("spellings of one name are equal when folded") {
  struct Row {
    std::string text, folded;
  };
  const Row rows[] = {
      {"", ""},
      {"Leeds", "leeds"},
      {"NEUCHÂTEL", "neuchatel"},
      {"Neucha\u0302tel", "neuchatel"},
      {"Setúbal", "setubal"},
      {"Berlin-Neukölln", "berlin-neukolln"},
      {"Zürich", "zurich"},
      {"Türkiye", "turkiye"},
      {"İstanbul", "istanbul"},
      {"Diyarbakır", "diyarbakir"},
      {"Łódź", "lodz"},
      {"Tromsø", "tromso"},
      {"TROMSØ", "tromso"},
      {"Ærø", "aero"},
      {"œuvre Œuvre", "oeuvre oeuvre"},
      {"Þórshöfn", "thorshofn"},
      {"Đakovo", "dakovo"},
      {"Ísafjarðarbær", "isafjardarbaer"},
      {"Straße STRASSE ẞ", "strasse strasse ss"},
      {"Ǿǿ", "oo"},
      {"Ħamrun", "hamrun"},
      {"Gəncə", "gence"},
      {"Мелітополь", "мелітополь"},
      {"МЕЛІТОПОЛЬ", "мелітополь"},
      {"Йошкар-Ола", "иошкар-ола"},
      {"Αθήνα", "αθηνα"},
      {"ΑΘΉΝΑΣ", "αθηνασ"},
      {"안산", "\u110b\u1161\u11ab\u1109\u1161\u11ab"},
      {"東京", "東京"},
      {"Ａｎｓａｎ", "ansan"},
      {"ﬁnance", "finance"},
      {"½", "1/2"},
      {"a…", "a..."},
      {"l’accueil l‘accueil l`accueil l´accueil", "l'accueil l'accueil l'accueil l'accueil"},
      {"“X” „X“ «X» ”X”", "\"x\" \"x\" \"x\" \"x\""},
      {"2017–2019 2017—2019 2017−2019 2017‐2019 2017\u20112019",
       "2017-2019 2017-2019 2017-2019 2017-2019 2017-2019"},
      {"  Santa\u00a0Maria \t da\r\n Feira\u3000", "santa maria da feira"},
      {"one\u2028two\u0085three", "one two three"},
      {"inter\u00adcultural \u200dcity\ufeff", "intercultural city"},
      {"bad\xff\xc3", "bad\uFFFD\uFFFD"},
      {"a_b.c/d", "a_b.c/d"},
      {"\u0301", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(icc::folded(row.text) == row.folded);
  }
}

TEST_CASE("for every character, folding twice is folding once, and normal forms are equal") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO) continue;
    std::string text = "a";
    icc::append_character(text, code);
    text += 'b';
    const std::string folded = icc::folded(text);
    CAPTURE(text);
    REQUIRE(icc::folded(folded) == folded);
    if (code == 0) continue;
    auto* decomposed = utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
    const std::string other = icc::folded(reinterpret_cast<const char*>(decomposed));
    std::free(decomposed);
    REQUIRE(other == folded);
  }
}

TEST_CASE("texts of ASCII alone fold as they do beside other characters") {
  for (unsigned first = 0; first < 0x80; ++first) {
    for (unsigned second = 0; second < 0x80; ++second) {
      const std::string text = {'a', static_cast<char>(first), static_cast<char>(second), 'B'};
      CAPTURE(text);
      REQUIRE(icc::folded("é" + text) == "e" + icc::folded(text));
    }
  }
  CHECK(icc::folded(" \t") == "");
  CHECK(icc::folded("\n a\v") == "a");
}
