#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "core/schema_fixture.h"

namespace {

constexpr const char* fields_schema = R"(type: object
required: [title]
properties:
  title:
    title: Title
    description: |
      The name.
      In one line.
    examples: [A feast]
    type: string
    x-icc: {column: true, aliases: [name]}
  country:
    description: Where it is.
    $ref: countries.yaml
    x-icc: {flag: true}
  cities:
    type: array
    items: {$ref: cities.yaml}
    examples: [[Lund], [Lund, Malmö]]
    x-icc: {set: true, flag: city, aliases: [city, town]}
  when: {type: [string, integer], examples: [2020], x-icc: {type: period}}
  text: {allOf: [{$ref: '#/$defs/prose'}], x-icc: {prompt: false}}
  size: {enum: [small, large]}
  day: {type: string, format: date}
  mail: {type: string, format: email}
  count: {type: integer}
  share: {type: number}
  open: {type: boolean}
  links:
    items: {$ref: '#/$defs/link'}
    examples: [[{title: Page, url: 'http://a'}]]
  self: {$ref: '#'}
$defs:
  prose: {title: Prose, description: Long text., type: string, x-icc: {type: prose}}
  link:
    required: [url]
    properties:
      title: {type: string}
      url: {type: string, format: uri, x-icc: {aliases: [address]}}
)";

constexpr const char* countries = R"(title: Country
description: A country.
oneOf:
  - {const: Sweden, description: In the north., x-icc: {aliases: [SE, Sverige]}}
  - {const: United Kingdom, title: Great Britain and more, x-icc: {aliases: [UK], areas: [Isles]}}
)";

constexpr const char* cities = R"(type: string
x-icc:
  within: country
  values:
    Sweden:
      Lund: {aliases: [Lunden], latitude: 55.7, longitude: 13.2}
      Malmö: {}
    United Kingdom:
      Newcastle: {latitude: 55}
    Australia:
      Newcastle: {}
)";

icc::Schema loaded() {
  const icc_test::SchemaFiles files = {{"schema/practice.schema.yaml", fields_schema},
                                       {"schema/countries.yaml", countries},
                                       {"schema/cities.yaml", cities}};
  auto schema = icc::Schema::load(icc_test::loader_of(files));
  REQUIRE(schema.has_value());
  return *std::move(schema);
}

/// A field on one line, all but its description.
std::string shown(const icc::Field& field) {
  std::string line =
      fmt::format("{} '{}' {}", field.path, field.title, icc::field_type_name(field.type));
  if (field.list) line += " list";
  if (field.set) line += " set";
  if (field.required) line += " required";
  if (field.column) line += " column";
  if (!field.prompt) line += " unasked";
  if (!field.flag.empty()) line += " --" + field.flag;
  if (!field.aliases.empty()) line += fmt::format(" aka {}", fmt::join(field.aliases, "/"));
  if (!field.examples.empty()) line += fmt::format(" eg {}", fmt::join(field.examples, "/"));
  if (field.vocabulary != nullptr) {
    line += fmt::format(" {} of {}", field.vocabulary->closed() ? "one" : "any",
                        field.vocabulary->choices().size());
  }
  return line + " " + field.origin;
}

std::string all_shown(std::span<const icc::Field> fields) {
  std::string lines;
  for (const icc::Field& field : fields) {
    if (field.name == "self") continue;
    lines += shown(field) + "\n" + all_shown(field.fields);
  }
  return lines;
}

}  // namespace

TEST_CASE("fields are what the schema says, in its order") {
  const icc::Schema schema = loaded();
  CHECK(all_shown(schema.fields()) ==
        "title 'Title' text required column aka name eg A feast schema/practice.schema.yaml:4\n"
        "country 'Country' choice --country one of 2 schema/practice.schema.yaml:12\n"
        "cities 'cities' choice list set --city aka city/town eg Lund/Lund; Malmö any of 4 "
        "schema/practice.schema.yaml:16\n"
        "when 'when' period eg 2020 schema/practice.schema.yaml:21\n"
        "text 'Prose' prose unasked schema/practice.schema.yaml:22\n"
        "size 'size' choice one of 2 schema/practice.schema.yaml:23\n"
        "day 'day' date schema/practice.schema.yaml:24\n"
        "mail 'mail' email schema/practice.schema.yaml:25\n"
        "count 'count' integer schema/practice.schema.yaml:26\n"
        "share 'share' number schema/practice.schema.yaml:27\n"
        "open 'open' boolean schema/practice.schema.yaml:28\n"
        "links 'links' object list eg Page <http://a> schema/practice.schema.yaml:29\n"
        "links.title 'title' text schema/practice.schema.yaml:38\n"
        "links.url 'url' url required aka address schema/practice.schema.yaml:39\n");
  CHECK(schema.field("title")->description == "The name.\nIn one line.");
  CHECK(schema.field("country")->description == "Where it is.");
  CHECK(schema.field("text")->description == "Long text.");
}

TEST_CASE("fields are found by path and alias, however they are typed") {
  const icc::Schema schema = loaded();
  struct Row {
    std::string name, path;
  };
  const Row rows[] = {
      {"title", "title"},
      {"TITLE", "title"},
      {"Name", "title"},
      {"city", "cities"},
      {"Town", "cities"},
      {"links.url", "links.url"},
      {"links.address", "links.url"},
      {"url", ""},
      {"tile", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const icc::Field* field = schema.field(row.name);
    CHECK((field == nullptr ? "" : field->path) == row.path);
  }
}

TEST_CASE("a schema that contains itself has fields down to a limit") {
  const auto schema = loaded();
  const auto paths = schema.field_paths();
  CHECK(std::find(paths.begin(), paths.end(), "self.self.title") != paths.end());
  CHECK(paths.size() < 1000);
}

TEST_CASE("a field that is added to the schema shows up at once") {
  const auto before = icc_test::schema_of("properties: {title: {type: string}}\n");
  CHECK(before.field("budget") == nullptr);
  const auto after = icc_test::schema_of(
      "properties: {title: {type: string}, budget: {type: number, x-icc: {aliases: [costs]}}}\n");
  REQUIRE(after.field("costs") != nullptr);
  CHECK(after.field("costs")->path == "budget");
  CHECK(after.field_paths().size() == 2);
  CHECK(after.field_paths()[1] == "budget");
}

TEST_CASE("a vocabulary knows its values by all their names") {
  const icc::Schema schema = loaded();
  const icc::Vocabulary& known = *schema.field("country")->vocabulary;
  CHECK(known.closed());
  CHECK(known.path() == "schema/countries.yaml");
  CHECK(known.choices()[0].description == "In the north.");
  CHECK(known.choices()[1].description == "Great Britain and more");
  CHECK(known.choices()[1].areas == std::vector<std::string>{"Isles"});
  for (const char* name : {"Sweden", "sweden", " SVERIGE ", "se"}) {
    CAPTURE(name);
    const auto found = known.find(name);
    REQUIRE(found.size() == 1);
    CHECK(found[0]->value == "Sweden");
  }
  CHECK(known.find("Norway").empty());
  CHECK(known.suggestions("Sweeden") == std::vector<std::string_view>{"Sweden"});
  CHECK(known.suggestions("Sverrige") == std::vector<std::string_view>{"Sweden"});
  CHECK(known.suggestions("uk") == std::vector<std::string_view>{"United Kingdom"});
  CHECK(known.suggestions("xk").empty());
}

TEST_CASE("an open vocabulary groups its values, which may share a name") {
  const icc::Schema schema = loaded();
  const icc::Vocabulary& known = *schema.field("city")->vocabulary;
  CHECK_FALSE(known.closed());
  CHECK(known.within() == "country");
  const icc::Choice& lund = *known.find("lunden").front();
  CHECK(lund.value == "Lund");
  CHECK(lund.within == "Sweden");
  CHECK(lund.has_position);
  CHECK(lund.latitude == 55.7);
  CHECK(lund.longitude == 13.2);
  CHECK_FALSE(known.find("malmo").front()->has_position);
  const auto newcastles = known.find("Newcastle");
  REQUIRE(newcastles.size() == 2);
  CHECK(newcastles[0]->within == "United Kingdom");
  CHECK_FALSE(newcastles[0]->has_position);
  CHECK(newcastles[1]->within == "Australia");
  CHECK(known.suggestions("Newcastel") == std::vector<std::string_view>{"Newcastle"});
}
