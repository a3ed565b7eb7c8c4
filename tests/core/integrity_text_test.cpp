#include <doctest/doctest.h>

#include <string>

#include "core/integrity_fixture.h"

using icc_test::check_meaning_of;
using icc_test::meaning_of;
using icc_test::meaning_schema;
using icc_test::MeaningRow;

TEST_CASE("words in place of nothing") {
  const MeaningRow rows[] = {
      {"period: N/A\n",
       "1:9: warning: 'N/A' in 'period' stands for nothing (leave the field out when there is "
       "nothing to say) [ICC209 empty-word]\nsafe take the field out:\n"},
      {"title: x\n\ncontact: none\n\nperiod: 2018\n",
       "3:10: warning: 'none' in 'contact' stands for nothing (leave the field out when there is "
       "nothing to say) [ICC209 empty-word]\nsafe take the field out:\ntitle: x\n\nperiod: 2018\n"},
      {"# why\ncontact: none\n",
       "2:10: warning: 'none' in 'contact' stands for nothing (leave the field out when there is "
       "nothing to say) [ICC209 empty-word]\n"},
      {"contact: none # yet\n",
       "1:10: warning: 'none' in 'contact' stands for nothing (leave the field out when there is "
       "nothing to say) [ICC209 empty-word]\n"},
      {"title: '-'\n",
       "1:8: warning: '-' in 'title' stands for nothing (the field is required: write what it asks "
       "for) [ICC209 empty-word]\n"},
      {"summary: |\n  Not applicable\n",
       "1:10: warning: 'Not applicable' in 'summary' stands for nothing (leave the field out when "
       "there is nothing to say) [ICC209 empty-word]\n"},
      {"cities: [n/a]\n",
       "1:10: warning: 'n/a' in 'cities' stands for nothing (leave the field out when there is "
       "nothing to say) [ICC209 empty-word]\n"},
      {"references:\n  - title: TBD\n",
       "2:12: warning: 'TBD' in 'references.title' stands for nothing (leave the field out when "
       "there is nothing to say) [ICC209 empty-word]\n"},
      {"country: none\n", ""},
      {"title: None of us is an island\n", ""},
      {"other: N/A\n", ""},
  };
  check_meaning_of(rows);
}

TEST_CASE("fields without content") {
  const MeaningRow rows[] = {
      {"summary:\n",
       "1:1: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"summary: ~\n",
       "1:10: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"summary: ' '\n",
       "1:10: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"summary: |\n  …\n",
       "1:10: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"summary: '***'\n",
       "1:10: warning: 'summary' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"tags: [a, ]\n", ""},
      {"tags: [a, ~]\n",
       "1:11: warning: 'tags' has no content (fill it in, or take the key out) "
       "[ICC214 empty-section]\n"},
      {"summary: 東京\n", ""},
      {"title: '…'\n", ""},
  };
  check_meaning_of(rows);
}

TEST_CASE("stray blanks are found in any place of a text of any length") {
  const icc::Schema schema = meaning_schema();
  const std::string letters = "neighbourhooddinnersintwelvelanguages";
  for (std::size_t size = 2; size <= letters.size(); ++size) {
    for (std::size_t at = 1; at < size; ++at) {
      std::string text = letters.substr(0, size).insert(at, " ");
      CAPTURE(text);
      CHECK(meaning_of("title: " + text + "\n", schema).empty());
      text.insert(at, " ");
      const std::string told = meaning_of("title: " + text + "\n", schema);
      CHECK(told.find("stray-blanks") != std::string::npos);
    }
  }
}

TEST_CASE("stray blanks") {
  const std::string rule =
      "' has blanks at an end, or several in a row (one blank between words is enough) "
      "[ICC213 stray-blanks]\n";
  const MeaningRow rows[] = {
      {"title: A  b\n", "1:9: warning: 'title" + rule + "safe take the blanks out:\ntitle: A b\n"},
      {"title: '  A b '\n",
       "1:9: warning: 'title" + rule + "safe take the blanks out:\ntitle: 'A b'\n"},
      {"title: \"A b \t\"\n",
       "1:12: warning: 'title" + rule + "safe take the blanks out:\ntitle: \"A b\"\n"},
      {"title: 'it''s  b'\n",
       "1:14: warning: 'title" + rule + "safe take the blanks out:\ntitle: 'it''s b'\n"},
      {"title: \"A\\u0020 b\"\n", "1:8: warning: 'title" + rule},
      {"title: 'A  b\n  c'\n", "1:8: warning: 'title" + rule},
      {"title: |\n  A  b\n", "1:8: warning: 'title" + rule},
      {"period: 2018  -  2019\n",
       "1:13: warning: 'period" + rule + "safe take the blanks out:\nperiod: 2018 - 2019\n"},
      {"references:\n  - title: ' Form'\n",
       "2:13: warning: 'references.title" + rule +
           "safe take the blanks out:\nreferences:\n  - title: 'Form'\n"},
      {"title: A b\n", ""},
      {"title: |\n  A b\n", ""},
      {"title: A\n  b\n", ""},
      {"summary: |\n  A  b  \n  c\n", ""},
  };
  check_meaning_of(rows);
}

TEST_CASE("typographic quotes come in pairs") {
  const auto told = [](std::string place, std::string quote) {
    return place + ": warning: the quote '" + quote +
           "' in 'title' has no counterpart (pairs are “X”, „X“, «X» and \"X\") "
           "[ICC212 unbalanced-quotes]\n";
  };
  const MeaningRow rows[] = {
      {"title: The “Portugal Incoming” app\n", ""},
      {"title: Die „Woche“ und „Wort” und «mot» und »Wort«\n", ""},
      {"title: “Outer „inner“ outer”\n", ""},
      {"title: l’accueil and 'x' and 5\"\n", ""},
      {"title: A ”Portugal Incoming” app\n",
       "1:10: warning: the quote '”' in 'title' has no counterpart (an opening quote is “) "
       "[ICC212 unbalanced-quotes]\nmaybe make it an opening quote:\n"
       "title: A “Portugal Incoming” app\n"},
      {"title: A “Portugal app\n", told("1:10", "“")},
      {"title: A Portugal” app\n", told("1:18", "”")},
      {"title: «Portugal app\n", told("1:8", "«")},
      {"title: Portugal» app\n", told("1:16", "»")},
      {"title: “A “B”\n", told("1:8", "“")},
      {"language: sv\ntitle: A ”Portugal Incoming” app\n", ""},
      {"language: fi\ntitle: A »Portugal Incoming» app\n", ""},
      {"language: fi\ntitle: A ”Portugal app\n", told("2:10", "”")},
      {"summary: |\n  A “b.\n  C” d.\n", ""},
      {"summary: |\n  A “b.\n\n  C” d.\n",
       "2:5: warning: the quote '“' in 'summary' has no counterpart (pairs are “X”, „X“, «X» and "
       "\"X\") [ICC212 unbalanced-quotes]\n"},
      {"summary: |\n  “A” and “b”.\n\n  “C d.\n",
       "4:3: warning: the quote '“' in 'summary' has no counterpart (pairs are “X”, „X“, «X» and "
       "\"X\") [ICC212 unbalanced-quotes]\n"},
      {"title: \"\\u201cA\"\n", told("1:8", "“")},
  };
  check_meaning_of(rows);
}

TEST_CASE("personal data in a contact") {
  const auto told = [](std::string place, std::string what) {
    return place + ": note: 'contact' holds " + what +
           " (it will be public: an office's is better than a person's) "
           "[ICC216 personal-data]\n";
  };
  const MeaningRow rows[] = {
      {"contact: Office for integration, https://city.example/office\n", ""},
      {"contact: Jo Doe, jo.doe@city.example\n",
       told("1:18", "an e-mail address 'jo.doe@city.example'")},
      {"contact: <jo@city.example>.\n", told("1:11", "an e-mail address 'jo@city.example'")},
      {"contact: \"jo@city or @home or a@b\"\n", ""},
      {"contact: Office, +46 (0)8 530 610 00\n",
       told("1:18", "a telephone number '+46 (0)8 530 610 00'")},
      {"contact: Tel. 08-530 610 00.\n", told("1:15", "a telephone number '08-530 610 00'")},
      {"contact: Tel. (020) 7974 4444\n", told("1:15", "a telephone number '(020) 7974 4444'")},
      {"contact: Room 101, 14780 Tumba, 2019-2021, https://x.example/00467000000\n", ""},
      {"contact: 0123\n", ""},
      {"contact: a@b.example 0123456789\n", told("1:10", "an e-mail address 'a@b.example'") +
                                                told("1:22", "a telephone number '0123456789'")},
      {"title: Write to jo.doe@city.example\n", ""},
      {"mail: office@city.example\n",
       "1:7: note: 'mail' holds an e-mail address 'office@city.example' (it will be public: an "
       "office's is better than a person's) [ICC216 personal-data]\n"},
  };
  check_meaning_of(rows);
}
