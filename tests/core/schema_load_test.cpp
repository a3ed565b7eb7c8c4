#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "core/schema_fixture.h"
#include "core/schema_keywords.h"

using icc_test::load_faults;

namespace {

std::string faults_of(std::string text) {
  return load_faults({{"schema/practice.schema.yaml", std::move(text)}});
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a faulty schema is refused with the place of the fault") {
  struct Row {
    std::string schema, fault;
  };
  const Row rows[] = {
      {"type: object\n", ""},
      {"x-anything: 1\nmy own annotation: 2\n", ""},
      {"unevaluatedProperties: false\n",
       "1:1: error: the keyword 'unevaluatedProperties' is not supported ('man icc-schema' lists "
       "the keywords that are)"},
      {"$defs: {a: {$dynamicRef: '#x'}}\n",
       "1:13: error: the keyword '$dynamicRef' is not supported ('man icc-schema' lists the "
       "keywords that are)"},
      {"requird: [title]\n",
       "1:1: error: unknown keyword 'requird' (did you mean 'required'? names of your own begin "
       "with 'x-')"},
      {"$schema: http://json-schema.org/draft-07/schema#\n",
       "1:10: error: 'http://json-schema.org/draft-07/schema#' is not supported (write "
       "'https://json-schema.org/draft/2020-12/schema')"},
      {"type: text\n",
       "1:7: error: 'text' is not a type (types: array, boolean, integer, null, "
       "number, object, string)"},
      {"type: [strng]\n", "1:8: error: 'strng' is not a type (did you mean 'string'?)"},
      {"minLength: -1\n", "1:12: error: 'minLength' must be a whole number that is not negative"},
      {"multipleOf: 0\n",
       "1:13: error: 'multipleOf' must be a number above 0 of at most 18 digits"},
      {"maximum: '5'\n", "1:10: error: 'maximum' must be a number"},
      {"required: title\n", "1:11: error: 'required' must be a list of texts"},
      {"properties: [a]\n", "1:13: error: 'properties' must be a map of schemas"},
      {"allOf: []\n", "1:8: error: 'allOf' must be a list of schemas, at least one"},
      {"items: 3\n", "1:8: error: a schema must be a map, or true or false"},
      {"pattern: 'a(?=b)'\n",
       "1:12: error: the pattern 'a(?=b)' can't be used: look-around is not supported"},
      {"patternProperties:\n  'a\\1': true\n",
       "2:3: error: the pattern 'a\\1' can't be used: a back reference is not supported"},
      {"$ref: '#/$defs/x'\n", "1:7: error: '#/$defs/x' leads to no schema"},
      {"$ref: '#x'\n", "1:7: error: '#x' leads to no schema"},
      {"$ref: '#/examples/0'\nexamples: [{type: string}]\n",
       "1:7: error: '#/examples/0' leads to no schema"},
      {"$ref: https://example.org/schema\n",
       "1:7: error: 'https://example.org/schema' lies outside of the schema's folder (put the "
       "schema into a file beside this one; nothing is fetched from a network)"},
      {"$ref: //example.org/schema\n",
       "1:7: error: '//example.org/schema' lies outside of the schema's folder (put the schema "
       "into "
       "a file beside this one; nothing is fetched from a network)"},
      {"$defs:\n  a: {$id: same}\n  b: {$id: same}\n",
       "3:12: error: another schema has the $id 'same'"},
      {"$ref: ../practices/a.yaml\n",
       "1:7: error: '../practices/a.yaml' lies outside of the schema's folder (put the schema into "
       "a file beside this one; nothing is fetched from a network)"},
      {"$ref: /etc/passwd\n",
       "1:7: error: '/etc/passwd' lies outside of the schema's folder (put the schema into a file "
       "beside this one; nothing is fetched from a network)"},
      {"$ref: '#'\n",
       "1:7: error: this schema leads back to itself for the same value (take the '$ref' out of "
       "the circle)"},
      {"$defs:\n  a: {allOf: [{$ref: '#/$defs/b'}]}\n  b: {not: {$ref: '#/$defs/a'}}\n",
       "3:19: error: this schema leads back to itself for the same value (take the '$ref' out of "
       "the circle)"},
      {"$defs:\n  a: {$anchor: x}\n  b: {$anchor: x}\n",
       "3:16: error: another schema has the anchor 'x'"},
      {"$id: 'a#b'\n", "1:6: error: '$id' must not have a fragment (write a name as '$anchor')"},
      {"x-icc: {colum: true}\n",
       "1:9: error: unknown key 'colum' of x-icc (did you mean 'column'?)"},
      {"x-icc: {type: perid}\n",
       "1:15: error: unknown type 'perid' of x-icc (did you mean 'period'?)"},
      {"x-icc: {flag: 'a=b'}\n",
       "1:15: error: 'a=b' can't be the name of an option (write it in a-z, 0-9 and '-')"},
      {"x-icc: {aliases: city}\n", "1:18: error: 'aliases' must be a list, not the text 'city'"},
      {"properties:\n  title: {x-icc: {aliases: [name, City]}}\n"
       "  cities: {x-icc: {flag: city, aliases: [city]}}\n",
       "2:35: error: the alias 'City' of 'title' is the option of 'cities' already (an alias "
       "stands "
       "for one field: take it out)"},
      {"properties:\n  a: {x-icc: {aliases: [Ville]}}\n  b: {x-icc: {aliases: [ville]}}\n",
       "3:25: error: the alias 'ville' of 'b' is an alias of 'a' already (an alias stands for one "
       "field: take it out)"},
      {"properties:\n  a:\n    type: object\n    properties:\n      x: {x-icc: {aliases: [z]}}\n"
       "      y: {x-icc: {aliases: [z]}}\n",
       "6:29: error: the alias 'z' of 'y' is an alias of 'x' already (an alias stands for one "
       "field: take it out)"},
      {"properties:\n  city: {x-icc: {within: land, values: {}}}\n",
       "2:26: error: no field 'land' ('within' names the field that groups the values)"},
      {"properties:\n  city: {x-icc: {within: land, values: {}}}\n  Land: {x-icc: {aliases: "
       "[land]}}\n",
       ""},
      {"properties: {title: {}, country: {}}\nadditionalProperties: false\n"
       "required: [title, contry]\n",
       "3:19: error: 'contry' is required, but 'properties' lacks it and no others are allowed "
       "(did "
       "you mean 'country'?)"},
      {"properties: {a: {}}\nadditionalProperties: false\nrequired: [xyz]\n",
       "3:12: error: 'xyz' is required, but 'properties' lacks it and no others are allowed "
       "(describe it in 'properties', or take it out)"},
      {"properties: {a: {}}\nrequired: [b]\n", ""},
      {"properties: {a: {}}\nadditionalProperties: false\npatternProperties: {'^b': {}}\n"
       "required: [b]\n",
       ""},
      {"properties:\n  a: {x-icc: {aliases: [b, a]}}\n  b: {}\n", ""},
      {"properties:\n  a: {properties: {x: {x-icc: {aliases: [c]}}}}\n"
       "  b: {x-icc: {aliases: [c]}}\n",
       ""},
      {"allOf: [{properties: {a: {x-icc: {aliases: [b]}}}}]\n"
       "properties: {a: {x-icc: {aliases: [b]}}}\n",
       ""},
      {"oneOf:\n  - const: a\n    x-icc: {aliase: [b]}\n",
       "3:13: error: unknown key 'aliase' of x-icc (did you mean 'aliases'?)"},
      {"x-icc: {rules: {unknown-citty: error}}\n",
       "1:17: error: unknown rule 'unknown-citty' (did you mean 'unknown-city'?)"},
      {"x-icc: {rules: {unknown-city: fatal}}\n",
       "1:31: error: unknown severity 'fatal' (write off, note, warning or error)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    const std::string fault =
        row.fault.empty()
            ? std::string()
            : fmt::format("schema/practice.schema.yaml:{} [ICC122 faulty-schema]\n", row.fault);
    CHECK(faults_of(row.schema) == fault);
  }
}

TEST_CASE("a schema may lie in several files of its folder") {
  const icc_test::SchemaFiles files = {
      {"schema/practice.schema.yaml",
       "$id: https://example.org/schema/practice.schema.yaml\n"
       "properties:\n"
       "  a: {$ref: vocabularies/topics.yaml}\n"
       "  b: {$ref: 'https://example.org/schema/vocabularies/topics.yaml#/$defs/b'}\n"
       "  c: {$ref: 'https://example.org/schema/vocabularies/topics.yaml#c'}\n"},
      {"schema/vocabularies/topics.yaml",
       "const: A\n$defs:\n  b: {const: B}\n  c: {$anchor: c, $ref: more/c.yaml}\n"},
      {"schema/vocabularies/more/c.yaml", "$ref: ../../d.yaml\n"},
      {"schema/d.yaml", "const: D\n"}};
  const auto schema = icc::Schema::load(icc_test::loader_of(files));
  REQUIRE(schema.has_value());
  CHECK(schema->accepts(*icc::Document::read("a: A\nb: B\nc: D\n")));
  CHECK_FALSE(schema->accepts(*icc::Document::read("a: B\n")));
  CHECK_FALSE(schema->accepts(*icc::Document::read("b: A\n")));
  CHECK_FALSE(schema->accepts(*icc::Document::read("c: A\n")));
}

TEST_CASE("files that can't be read, or hold no YAML, are named") {
  CHECK(load_faults({}) ==
        "schema/practice.schema.yaml:1:1: error: no such file [ICC001 unreadable-file]\n");
  CHECK(load_faults({{"schema/practice.schema.yaml", "$ref: a.yaml\n"}}) ==
        "schema/a.yaml:1:1: error: no such file ('schema/practice.schema.yaml' refers to it) "
        "[ICC001 unreadable-file]\n");
}

TEST_CASE("a fault of YAML in a schema's file has its place") {
  CHECK(load_faults({{"schema/practice.schema.yaml", "type: object\n\ntitle: 'open\n"}}) ==
        "schema/practice.schema.yaml:3:8: error: the ''' that opens here is not closed (write a "
        "''' at the end, or put the whole text in quotes) [ICC010 not-closed]\n");
  CHECK(load_faults({{"schema/practice.schema.yaml", "$ref: a.yaml\n"},
                     {"schema/a.yaml", "type: string\nenum: [\n"}})
            .starts_with("schema/a.yaml:2:7: error: "));
}

TEST_CASE("hostile schemas are refused quickly") {
  std::string chain = "$ref: '#/$defs/s0'\n$defs:\n";
  for (int i = 0; i < 20'000; ++i) {
    chain += fmt::format("  s{}: {{$ref: '#/$defs/s{}'}}\n", i, i + 1);
  }
  chain += "  s20000: {}\n";
  CHECK(faults_of(chain).find("more than 64 schemas in a chain") != std::string::npos);

  std::string doubling = "$ref: '#/$defs/s0'\n$defs:\n";
  for (int i = 0; i < 40; ++i) {
    doubling += fmt::format(
        "  s{}: {{allOf: [{{$ref: '#/$defs/s{}'}}, {{$ref: '#/$defs/s{}'}}]}}\n", i, i + 1, i + 1);
  }
  doubling += "  s40: {}\n";
  CHECK(faults_of(doubling).find("more than 100000 schemas for one value") != std::string::npos);

  CHECK(faults_of("{" + repeated("a: 1, ", 1'000'000) + "}") != "");
  CHECK(faults_of(repeated("not: {", 20'000) + repeated("}", 20'000)) != "");
  CHECK(faults_of("pattern: '(a{500}){500}'\n") != "");
}

TEST_CASE("a schema made to take forever gives up on a record, and says so") {
  const icc::Schema schema = icc_test::schema_of(
      "additionalProperties: {allOf: [{$ref: '#'}, {$ref: '#'}, {$ref: '#'}]}\n");
  std::string record;
  for (int i = 0; i < 30; ++i) record += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  const auto document = icc::Document::read(record);
  REQUIRE(document.has_value());
  CHECK_FALSE(schema.accepts(*document));
  const auto faults = schema.check(*document);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message == "checking this record takes too many steps");
}

TEST_CASE("the table of keywords is sorted") {
  const auto keywords = icc::json_schema::all_keywords();
  for (std::size_t i = 1; i < keywords.size(); ++i) {
    CHECK(keywords[i - 1].name < keywords[i].name);
  }
  for (const auto& keyword : keywords) {
    CHECK(icc::json_schema::find_keyword(keyword.name) == &keyword);
  }
}
