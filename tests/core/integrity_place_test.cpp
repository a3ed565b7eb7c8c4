#include <doctest/doctest.h>

#include <string>

#include "core/integrity_fixture.h"

using icc_test::meaning_of;
using icc_test::meaning_schema;

TEST_CASE("cities are known, in the record's country, and spelt as the vocabulary spells them") {
  const icc::Schema schema = meaning_schema();
  struct Row {
    std::string text, told;
  };
  const Row rows[] = {
      {"country: Sweden\ncities: [Botkyrka, Malmö]\n", ""},
      {"country: Sweden\ncities: [Neustadt]\n", ""},
      {"country: Sweden\ncities:\n  - Bottkyrka\n",
       "3:5: warning: unknown city 'Bottkyrka' (did you mean 'Botkyrka'?) "
       "[ICC203 unknown-city]\nmaybe write 'Botkyrka':\n"
       "country: Sweden\ncities:\n  - Botkyrka\n"},
      {"country: Sweden\ncities: [Leds]\n",
       "2:10: warning: unknown city 'Leds' (did you mean 'Leeds' in United Kingdom? if the name is "
       "right, add it to schema/practice.schema.yaml) [ICC203 unknown-city]\n"},
      {"country: Sweden\ncities: [Kiruna]\n",
       "2:10: warning: unknown city 'Kiruna' (if the name is right, add it to "
       "schema/practice.schema.yaml) [ICC203 unknown-city]\n"},
      {"country: Sweden\ncities: [Malmö and Botkyrka]\n",
       "2:10: warning: unknown city 'Malmö and Botkyrka' (write each city as an item of its own) "
       "[ICC203 unknown-city]\n"},
      {"cities: [Leds]\n",
       "1:10: warning: unknown city 'Leds' (did you mean 'Leeds'?) [ICC203 unknown-city]\n"
       "maybe write 'Leeds':\ncities: [Leeds]\n"},
      {"country: Sweden\ncities: [malmo]\n",
       "2:10: warning: city 'malmo' is called 'Malmö' elsewhere (write 'Malmö') "
       "[ICC204 city-spelling]\nsafe write 'Malmö':\ncountry: Sweden\ncities: [Malmö]\n"},
      {"country: Sweden\ncities: [Malmo\u0308]\n",
       "2:10: warning: city 'Malmo\u0308' has an accent as a character of its own, unlike 'Malmö' "
       "elsewhere (write 'Malmö') [ICC204 city-spelling]\nsafe write 'Malmö':\n"
       "country: Sweden\ncities: [Malmö]\n"},
      {"country: Italy\ncities: ['Genova']\n",
       "2:10: warning: city 'Genova' is called 'Genoa' elsewhere (write 'Genoa') "
       "[ICC204 city-spelling]\nmaybe write 'Genoa':\ncountry: Italy\ncities: ['Genoa']\n"},
      {"country: Italy\ncities: ['reggio nell’emilia', reggio nell’emilia]\n",
       "2:10: warning: city 'reggio nell’emilia' is called 'Reggio nell'Emilia' elsewhere (write "
       "'Reggio nell'Emilia') [ICC204 city-spelling]\nsafe write 'Reggio nell'Emilia':\n"
       "country: Italy\ncities: ['Reggio nell''Emilia', reggio nell’emilia]\n"
       "2:32: warning: city 'reggio nell’emilia' is called 'Reggio nell'Emilia' elsewhere (write "
       "'Reggio nell'Emilia') [ICC204 city-spelling]\nsafe write 'Reggio nell'Emilia':\n"
       "country: Italy\ncities: ['reggio nell’emilia', Reggio nell'Emilia]\n"},
      {"country: Italy\ncities: [no]\n",
       "2:10: warning: city 'no' is called 'No' elsewhere (write 'No') [ICC204 city-spelling]\n"
       "safe write 'No':\ncountry: Italy\ncities: [\"No\"]\n"},
      {"country: Italy\ncities: [Settecento]\n",
       "2:10: warning: city 'Settecento' is called '1770' elsewhere (write '1770') "
       "[ICC204 city-spelling]\nmaybe write '1770':\ncountry: Italy\ncities: [\"1770\"]\n"},
      {"country: Sweden\ncities: [Leeds]\n",
       "2:10: warning: 'Leeds' lies in United Kingdom, not in Sweden (correct the country; if it "
       "is "
       "another city of that name, add it to schema/practice.schema.yaml) [ICC205 city-country]\n"},
      {"country: Atlantis\ncities: [Leeds]\n", ""},
      {"cities: [Leeds]\n", ""},
      {"country: Sweden\ncities: [[a], {b: c}]\n",
       "2:11: warning: unknown city 'a' (if the name is right, add it to "
       "schema/practice.schema.yaml) [ICC203 unknown-city]\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const bool in_italy = row.text.find("Italy") != std::string::npos;
    CHECK(meaning_of(row.text, schema,
                     in_italy ? "practices/italy/plan.yaml" : "practices/sweden/plan.yaml") ==
          row.told);
  }
}

TEST_CASE("a record lies in its country's folder and has a good id") {
  const icc::Schema schema = meaning_schema();
  struct Row {
    std::string path, text, told;
  };
  const Row rows[] = {
      {"practices/sweden/plan.yaml", "country: Sweden\n", ""},
      {"practices/sweden/2019/plan.yaml", "country: Sweden\n", ""},
      {"practices/united-kingdom/plan.yaml", "country: United Kingdom\n", ""},
      {"practices/germany/plan.yaml", "title: x\ncountry: Sweden\n",
       "2:10: warning: a record of Sweden lies in 'practices/germany/' (move it to "
       "'practices/sweden/plan.yaml', or correct the country) [ICC206 wrong-folder]\n"},
      {"practices/plan.yaml", "country: Sweden\n",
       "1:10: warning: a record of Sweden lies in 'practices/' (move it to "
       "'practices/sweden/plan.yaml', or correct the country) [ICC206 wrong-folder]\n"},
      {"practices/swedenborg/plan.yaml", "country: Sweden\n",
       "1:10: warning: a record of Sweden lies in 'practices/swedenborg/' (move it to "
       "'practices/sweden/plan.yaml', or correct the country) [ICC206 wrong-folder]\n"},
      {"practices/germany/plan.yaml", "country: Sweeden\n", ""},
      {"practices/germany/plan.yaml", "title: x\n", ""},
      {"drafts/plan.yaml", "country: Sweden\n", ""},
      {"practices/sweden/Equality Planning.yaml", "country: Sweden\n",
       "1:1: error: the id 'Equality Planning' is not made of a-z, 0-9 and single hyphens between "
       "them (rename "
       "the file to 'equality-planning.yaml') [ICC211 bad-id]\n"},
      {"practices/sweden/con.yaml", "country: Sweden\n",
       "1:1: error: the id 'con' is a name that Windows reserves (rename the file to "
       "'con-practice.yaml') [ICC211 bad-id]\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(meaning_of(row.text, schema, row.path) == row.told);
  }
}

TEST_CASE("a title that repeats the country is told only when it evidently does") {
  const icc::Schema schema = meaning_schema();
  struct Row {
    std::string title;
    std::size_t column;  // 0: clean
    std::string part;
  };
  const Row rows[] = {
      {"Migrant stories", 0, ""},
      {"Migrant stories (Germany)", 25, "Germany"},
      {"Migrant stories [germany]", 25, "germany"},
      {"Migrant stories, Germany", 25, "Germany"},
      {"Migrant stories - Germany", 26, "Germany"},
      {"Migrant stories – DEUTSCHLAND", 26, "DEUTSCHLAND"},
      {"'Migrant stories: Germany'", 26, "Germany"},
      {"'Germany: migrant stories'", 9, "Germany"},
      {"Germany – migrant stories", 8, "Germany"},
      {"Migrant stories (DE)", 25, "DE"},
      {"\"M\\u0069grant stories, Germany\"", 31, "Germany"},
      {"Migrant stories in Germany", 0, ""},
      {"Germany tells stories", 0, ""},
      {"Germany", 0, ""},
      {"Migrant stories (Sweden)", 0, ""},
      {"Migrant stories (from Germany)", 0, ""},
      {"Stories-Germany", 0, ""},
      {"'Stories: of Germany, and more'", 0, ""},
      {"'Gender equality: voices of the women in Camden'", 0, ""},
      {"Promoting cultural participation and equal access to culture in Neuchâtel", 0, ""},
      {"':'", 0, ""},
      {"'a ('", 0, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.title);
    const std::string text = "country: Germany\ntitle: " + row.title + "\n";
    const auto found =
        icc::check_meaning(icc_test::practice_of("practices/germany/plan.yaml", text), schema);
    CHECK(found.size() == (row.column == 0 ? 0 : 1));
    if (found.empty()) continue;
    CHECK(found.front().rule == icc::RuleId::country_in_title);
    CHECK(icc::place_of(text, found.front().range).column == row.column);
    if (!row.part.empty()) {
      CHECK(found.front().message == "the title repeats the country '" + row.part + "'");
    }
  }
}

TEST_CASE("periods can be read and run forwards") {
  const icc::Schema schema = meaning_schema();
  struct Row {
    std::string text, told;
  };
  const Row rows[] = {
      {"period: 2018-2020\n", ""},
      {"period: 2018\n", ""},
      {"period: Each year in March\n", ""},
      {"period: some years ago\n",
       "1:9: warning: the period 'some years ago' can't be understood (write it like 2018, "
       "2018-2020, since 2018, until 2020 or June 2018) [ICC207 unreadable-period]\n"},
      {"period: 2021-2019\n",
       "1:9: error: the period '2021-2019' ends before it starts (put the earlier date first) "
       "[ICC208 period-order]\n"},
  };
  for (const auto& row : rows) CHECK(meaning_of(row.text, schema) == row.told);
}

TEST_CASE("a schema sets the severity of a rule, or turns it off") {
  const icc::Schema schema =
      meaning_schema("{unknown-city: error, wrong-folder: note, unreadable-period: 'off'}");
  CHECK(meaning_of("country: Germany\ncities: [Kiruna]\nperiod: long ago\n", schema) ==
        "1:10: note: a record of Germany lies in 'practices/sweden/' (move it to "
        "'practices/germany/plan.yaml', or correct the country) [ICC206 wrong-folder]\n"
        "2:10: error: unknown city 'Kiruna' (if the name is right, add it to "
        "schema/practice.schema.yaml) [ICC203 unknown-city]\n");
}
