#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/schema_fixture.h"

using icc_test::faults_of;

namespace {

/// A schema in small with what the shipped one has.
constexpr const char* practice_schema = R"(type: object
required: [title, country]
additionalProperties: false
properties:
  title:
    type: string
    minLength: 1
    maxLength: 20
    pattern: '\S'
    examples: [Neighbourhood dinners]
  country:
    title: Country
    oneOf:
      - const: Sweden
        x-icc: {aliases: [SE, Sverige]}
      - const: United Kingdom
        x-icc: {aliases: [UK]}
      - const: Germany
  cities:
    type: array
    minItems: 1
    maxItems: 3
    uniqueItems: true
    items: {type: string}
    x-icc: {aliases: [city]}
  year: {type: integer, minimum: 1900, exclusiveMaximum: 2100}
  share: {type: number, multipleOf: 0.5}
  size: {enum: [small, large, 3]}
  url: {type: string, format: uri, pattern: '^https?://', examples: ['https://www.coe.int']}
  mail: {type: string, format: email}
  day: {type: string, format: date}
  when:
    anyOf:
      - {type: string, pattern: '^[0-9]{4}$'}
      - {type: integer}
  either:
    anyOf:
      - {type: string, maxLength: 2}
      - {type: string, pattern: '^x', maxLength: 3}
  one:
    oneOf:
      - {title: Even, multipleOf: 2}
      - {title: Threes, multipleOf: 3}
  references:
    type: array
    items:
      type: object
      required: [title]
      additionalProperties: false
      properties:
        title: {type: string}
        url: {type: string}
  extra:
    type: object
    minProperties: 1
    maxProperties: 2
    propertyNames: {pattern: '^[a-z]+$'}
    dependentRequired: {a: [b]}
  tags: {contains: {const: main, title: main}, prefixItems: [{type: string}], items: false}
  never: false
  draft: {not: {title: a draft, const: true}}
  status:
    if: {const: closed}
    then: {type: string}
    else: {type: integer}
  note: {type: [string, 'null']}
)";

/// A record that is complete but for what a row adds.
std::string record(std::string_view rest) {
  return fmt::format("title: A\ncountry: Sweden\n{}", rest);
}

struct Row {
  std::string record, faults;
};

void check_rows(const std::vector<Row>& rows) {
  const icc::Schema schema = icc_test::schema_of(practice_schema);
  for (const Row& row : rows) {
    CAPTURE(row.record);
    CHECK(faults_of(schema, row.record) == row.faults);
  }
}

}  // namespace

TEST_CASE("keys that are unknown, missing or misspelt are one fault each") {
  check_rows({
      {"title: A\ncountry: Sweden\n", ""},
      {"title: A\ncontry: Sweden\n",
       "2:1-7 unknown-key: unknown key 'contry' (did you mean 'country'? it is required and "
       "missing "
       "here) {safe: country}\n"},
      {"titel: A\nCountry: Sweden\n",
       "1:1-6 unknown-key: unknown key 'titel' (did you mean 'title'? it is required and missing "
       "here) {safe: title}\n"
       "2:1-8 unknown-key: unknown key 'Country' (did you mean 'country'? it is required and "
       "missing here) {safe: country}\n"},
      {"title: A\n", "1:9-9 missing-key: missing key 'country' (add 'country: …')\n"},
      {"country: Sweden\n", "1:1-1 missing-key: missing key 'title' (add 'title: …')\n"},
      {"{country: Sweden}\n", "1:2-2 missing-key: missing key 'title' (add 'title: …')\n"},
      {record("city: [Botkyrka]\n"),
       "3:1-5 unknown-key: unknown key 'city' (did you mean 'cities'?) {maybe: cities}\n"},
      {record("titles: B\n"),
       "3:1-7 unknown-key: unknown key 'titles' (did you mean 'title'? it is here already)\n"},
      {record("quite-different: 1\n"),
       "3:1-16 unknown-key: unknown key 'quite-different' ('icc fields' lists the allowed keys)\n"},
      {record("references:\n  - tilte: A\n  - url: B\n  - title: C\n    page: 2\n"),
       "4:5-10 unknown-key: unknown key 'tilte' (did you mean 'title'? it is required and missing "
       "here) {safe: title}\n"
       "5:5-5 missing-key: missing key 'title' (add 'title: …')\n"
       "7:5-9 unknown-key: unknown key 'page' (allowed: 'title', 'url')\n"},
      {record("never: 1\n"), "3:1-6 forbidden: 'never' is not allowed here\n"},
  });
}

TEST_CASE("a value of the wrong type says which is wanted, and how to write it") {
  check_rows({
      {"title: 2020\ncountry: Sweden\n",
       "1:8-12 wrong-type: 'title' must be text, not the number '2020' (put it in quotes: "
       "\"2020\") "
       "{safe: \"2020\"}\n"},
      {"title: true\ncountry: Sweden\n",
       "1:8-12 wrong-type: 'title' must be text, not the truth value 'true' (put it in quotes: "
       "\"true\") {safe: \"true\"}\n"},
      {"title:\ncountry: Sweden\n",
       "1:1-6 wrong-type: 'title' has no value (write a value, or leave the key out)\n"},
      {"title: [A]\ncountry: Sweden\n",
       "1:8-11 wrong-type: 'title' must be text, not a list (write one value instead of a list)\n"},
      {record("cities: Botkyrka\n"),
       "3:9-17 wrong-type: 'cities' must be a list, not the text 'Botkyrka' (write it as a list: - "
       "Botkyrka) {safe: [Botkyrka]}\n"},
      {record("cities: Loures, Lisbon\n"),
       "3:9-23 wrong-type: 'cities' must be a list, not the text 'Loures, Lisbon' (write it as a "
       "list: - Loures, Lisbon)\n"},
      {record("cities: [1]\n"),
       "3:10-11 wrong-type: an item of 'cities' must be text, not the number '1' (put it in "
       "quotes: "
       "\"1\") {safe: \"1\"}\n"},
      {record("year: 19.5\n"),
       "3:7-11 wrong-type: 'year' must be a whole number, not the number '19.5'\n"},
      {record("year: 1950.0\n"), ""},
      {record("year: x\n"), "3:7-8 wrong-type: 'year' must be a whole number, not the text 'x'\n"},
      {record("note: []\n"),
       "3:7-9 wrong-type: 'note' must be text or nothing, not a list (write one value instead of a "
       "list)\n"},
      {record("references: {title: A}\n"),
       "3:13-23 wrong-type: 'references' must be a list, not a map of keys\n"},
      {record("when: [1]\n"),
       "3:7-10 wrong-type: 'when' must be text or a whole number, not a list (write one value "
       "instead of a list)\n"},
  });
}

TEST_CASE("a value that no vocabulary has gets the one that was meant") {
  check_rows({
      {"title: A\ncountry: Sweeden\n",
       "2:10-17 unknown-value: 'Sweeden' is not a known country (did you mean 'Sweden'?) {maybe: "
       "Sweden}\n"},
      {"title: A\ncountry: UK\n",
       "2:10-12 unknown-value: 'UK' is not a known country (write 'United Kingdom') {safe: United "
       "Kingdom}\n"},
      {"title: A\ncountry: \"sverige\"\n",
       "2:10-19 unknown-value: 'sverige' is not a known country (write 'Sweden') {safe: "
       "\"Sweden\"}\n"},
      {"title: A\ncountry: Atlantis\n",
       "2:10-18 unknown-value: 'Atlantis' is not a known country (allowed: 'Sweden', 'United "
       "Kingdom', 'Germany')\n"},
      {"title: A\ncountry: 3\n",
       "2:10-11 unknown-value: '3' is not a known country (allowed: 'Sweden', 'United Kingdom', "
       "'Germany')\n"},
      {record("size: tiny\n"),
       "3:7-11 unknown-value: 'tiny' is not an allowed value of 'size' (allowed: 'small', 'large', "
       "the number '3')\n"},
      {record("size: 3.0\n"), ""},
  });
}

TEST_CASE("texts, numbers and lists out of their bounds say the bound") {
  check_rows({
      {"title: ''\ncountry: Sweden\n",
       "1:8-10 too-short: 'title' is empty (write a value, or leave the key out)\n"},
      {"title: ' '\ncountry: Sweden\n",
       "1:8-11 pattern: 'title' has nothing but blanks (for example 'Neighbourhood dinners')\n"},
      {"title: ééééééééééééééééééééé\ncountry: Sweden\n",
       "1:8-29 too-long: 'title' has 21 characters, at most 20 are allowed\n"},
      {record("url: www.coe.int\n"),
       "3:6-17 format: 'www.coe.int' in 'url' is not a web address (write it whole, for example "
       "https://www.coe.int)\n"},
      {record("url: mailto:me@example.org\n"),
       "3:6-27 pattern: 'mailto:me@example.org' in 'url' does not match the pattern '^https?://' "
       "(for example 'https://www.coe.int')\n"},
      {record("url: https://a b\n"),
       "3:6-17 format: 'https://a b' in 'url' is not a web address (write it whole, for example "
       "https://www.coe.int)\n"},
      {record("mail: me\n"),
       "3:7-9 format: 'me' in 'mail' is not an e-mail address (write it as name@example.org)\n"},
      {record("day: 2021-02-29\n"),
       "3:6-16 format: '2021-02-29' in 'day' is not a date (write year, month and day, for example "
       "2020-12-31)\n"},
      {record("year: 1899\n"), "3:7-11 out-of-range: '1899' in 'year' is below the minimum 1900\n"},
      {record("year: 2100\n"), "3:7-11 out-of-range: '2100' in 'year' is not below 2100\n"},
      {record("share: 0.7\n"),
       "3:8-11 not-a-multiple: '0.7' in 'share' is not a multiple of 0.5\n"},
      {record("cities: []\n"),
       "3:9-11 too-few-items: 'cities' has 0 items, at least 1 is needed (add one, or leave the "
       "key "
       "out)\n"},
      {record("cities: [a, b, c, d]\n"),
       "3:19-20 too-many-items: 'cities' has 4 items, at most 3 are allowed\n"},
      {record("cities: [a, b, a]\n"),
       "3:16-17 repeated-item: 'a' stands twice in 'cities' (take one of the two out)\n"},
      {record("extra: {}\n"),
       "3:8-10 too-few-keys: 'extra' has 0 keys, at least 1 is needed (add one, or leave the key "
       "out)\n"},
      {record("extra: {b: 1, c: 2, d: 3}\n"),
       "3:21-22 too-many-keys: 'extra' has 3 keys, at most 2 are allowed\n"},
      {record("extra: {A: 1}\n"),
       "3:9-10 key-name: 'A' is not allowed as a key: 'A' in 'extra' does not match the pattern "
       "'^[a-z]+$'\n"},
      {record("extra: {a: 1}\n"),
       "3:9-10 dependent-key: with 'a' the key 'b' is needed, too (add 'b', or leave 'a' out)\n"},
      {record("tags: [main, b]\n"), "3:14-15 forbidden: an item of 'tags' is not allowed here\n"},
      {record("tags: [b]\n"),
       "3:7-10 contains: 0 items of 'tags' fit 'main', at least 1 is needed\n"},
  });
}

TEST_CASE("of several alternatives the nearest speaks, and no other") {
  check_rows({
      {record("when: '20'\n"),
       "3:7-11 pattern: '20' in 'when' does not match the pattern '^[0-9]{4}$'\n"},
      {record("either: abcd\n"),
       "3:9-13 no-alternative: 'either' fits none of 2 alternatives; by the nearest, 'either' has "
       "4 "
       "characters, at most 2 are allowed\n"},
      {record("one: 6\n"),
       "3:6-7 several-alternatives: 'one' fits the alternatives 'Even' and "
       "'Threes', only one is allowed\n"},
      {record("one: 5\n"),
       "3:6-7 no-alternative: 'one' fits none of 2 alternatives; by the "
       "nearest, '5' in 'one' is not a multiple of 2\n"},
      {record("draft: true\n"), "3:8-12 forbidden: 'draft' must not be: a draft\n"},
      {record("status: open\n"),
       "3:9-13 wrong-type: 'status' must be a whole number, not the text 'open'\n"},
      {record("status: closed\n"), ""},
  });
}

TEST_CASE("a fault tells the line of the schema that demands it, and related places") {
  const icc::Schema schema = icc_test::schema_of(practice_schema);
  const auto document = icc::Document::read(record("cities: [a, a]\ncolour: red\n"));
  const auto faults = schema.check(*document);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].origin == "schema/practice.schema.yaml:23");
  REQUIRE(faults[0].related.size() == 1);
  CHECK(faults[0].related[0].range == icc::Range{34, 35});
  CHECK(faults[1].origin == "schema/practice.schema.yaml:3");
}

TEST_CASE("the schema can change a rule's severity, or switch it off") {
  const icc::Schema schema = icc_test::schema_of(
      "properties: {a: {minLength: 3}, b: {minimum: 3}}\n"
      "x-icc: {rules: {too-short: warning, ICC109: off}}\n");
  CHECK(schema.severity(icc::RuleId::too_short) == icc::Severity::warning);
  CHECK(schema.severity(icc::RuleId::out_of_range) == icc::Severity::off);
  CHECK(schema.severity(icc::RuleId::too_long) == icc::Severity::error);
  const auto document = icc::Document::read("a: x\nb: 1\n");
  const auto faults = schema.check(*document);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].severity == icc::Severity::warning);
  CHECK(schema.accepts(*icc::Document::read("b: 1\n")));
  CHECK_FALSE(schema.accepts(*document));
}

TEST_CASE("ten thousand faults in one record take no time for hints") {
  const icc::Schema schema = icc_test::schema_of(practice_schema);
  std::string text = record("");
  for (int i = 0; i < 4000; ++i) text += fmt::format("countri{}: x\n", i);
  const auto document = icc::Document::read(text);
  REQUIRE(document.has_value());
  CHECK(schema.check(*document).size() == 4000);
}
