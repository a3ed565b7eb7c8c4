#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "core/embedded.h"
#include "core/schema_fixture.h"
#include "core/schema_shipped.h"
#include "icc/entries.h"
#include "icc/files.h"
#include "icc/integrity.h"
#include "icc/schema.h"
#include "icc/text.h"

namespace {

std::string content(const std::string& path) {
  const auto bytes = icc::read_file(ICC_SOURCE_DIR "/" + path);
  REQUIRE(bytes.has_value());
  return *bytes;
}

icc::Schema shipped() {
  auto schema = icc::Schema::load([](std::string_view path) -> icc::Result<std::string> {
    return icc::read_file(ICC_SOURCE_DIR "/" + std::string(path));
  });
  REQUIRE(schema.has_value());
  return *std::move(schema);
}

}  // namespace

TEST_CASE("the shipped schema describes the fields of the collection") {
  const icc::Schema schema = shipped();
  for (const char* name : {"title", "country", "city", "period", "topic", "references.url"}) {
    CAPTURE(name);
    CHECK(schema.field(name) != nullptr);
  }
  CHECK(schema.field("topics")->vocabulary->choices().size() == 21);
  CHECK(schema.field("country")->vocabulary->find("UK").front()->value == "United Kingdom");
  CHECK(schema.field("period")->type == icc::FieldType::period);
  for (const icc::Field& field : schema.fields()) {
    CAPTURE(field.path);
    CHECK_FALSE(field.description.empty());
    CHECK_FALSE(field.examples.empty());
  }
}

TEST_CASE("the examples of fields without a vocabulary have no fault") {
  const icc::Schema schema = shipped();
  for (const icc::Field& field : schema.fields()) {
    if (field.vocabulary != nullptr || field.type == icc::FieldType::object) continue;
    for (const std::string& example : field.examples) {
      icc::Value record{.kind = icc::Kind::map, .text = {}, .items = {}, .members = {}};
      icc::Value value = icc::value_from(example, field);
      if (field.list) value = {icc::Kind::list, {}, {value}, {}};
      record.members.emplace_back(field.name, value);
      const std::string text = icc::canonical_text(record, schema);
      CAPTURE(text);
      auto document = icc::Document::read(text);
      REQUIRE(document.has_value());
      const icc::Practice practice("practices/plan.yaml", *std::move(document));
      for (const icc::Diagnostic& fault : icc::check_record(practice, schema)) {
        CHECK_MESSAGE(fault.rule == icc::RuleId::missing_key, icc::short_form(fault));
      }
    }
  }
}

TEST_CASE("the checker judges the fixtures as JSON Schema does") {
  const icc::Schema schema = shipped();
  std::istringstream table(content("tests/data/fixtures/verdicts.tsv"));
  std::size_t rows = 0;
  for (std::string line; std::getline(table, line);) {
    const auto cells = icc::split(line, '\t');
    if (cells.size() < 2 || !cells[0].ends_with(".yaml")) continue;
    CAPTURE(line);
    const auto document =
        icc::Document::read(content("tests/data/fixtures/" + std::string(cells[0])));
    const bool valid = document.has_value() && schema.accepts(*document);
    CHECK(valid == (cells[1] == "valid"));
    // Each of the invalid ones has one fault, but three keys are missing where there is none.
    const std::size_t faults = valid ? 0 : cells[0] == "root-empty-map.yaml" ? 3 : 1;
    if (document) CHECK(schema.check(*document).size() == faults);
    ++rows;
  }
  CHECK(rows > 50);
}

namespace {

constexpr std::string_view vocabularies[] = {
    "schema/vocabularies/cities.yaml", "schema/vocabularies/countries.yaml",
    "schema/vocabularies/languages.yaml", "schema/vocabularies/topics.yaml"};

icc_test::SchemaFiles shipped_files() {
  icc_test::SchemaFiles files;
  for (const icc::EmbeddedFile& file : icc::initial_files()) {
    files.emplace(file.path, file.bytes);
  }
  return files;
}

/// Makes each vocabulary another file than the shipped one, with the same meaning.
icc_test::SchemaFiles changed_files() {
  auto files = shipped_files();
  for (const std::string_view path : vocabularies) files.find(path)->second += "# Ours.\n";
  return files;
}

/// All that a vocabulary tells, as text.
std::string told(const icc::Vocabulary& vocabulary) {
  std::string all(vocabulary.path());
  all += vocabulary.closed() ? " closed " : " open ";
  all += vocabulary.within();
  for (const icc::Choice& choice : vocabulary.choices()) {
    all += "\n" + choice.value + " | " + choice.description + " | " + choice.within + " | " +
           std::to_string(choice.latitude) + " | " + std::to_string(choice.longitude);
    for (const std::string& alias : choice.aliases) all += " | " + alias;
    for (const std::string& area : choice.areas) all += " | " + area;
  }
  return all;
}

std::string told(const icc::Schema& schema) {
  std::string all = schema.bundle();
  for (const icc::Field& field : schema.fields()) {
    all += "\n" + field.path + " " + std::string(icc::field_type_name(field.type)) + " " +
           field.title + " " + field.description;
    if (field.vocabulary) all += " " + told(*field.vocabulary);
  }
  return all;
}

}  // namespace

TEST_CASE("the beginning of a shipped vocabulary has the same nodes as the whole") {
  const auto files = shipped_files();
  for (const std::string_view path : vocabularies) {
    CAPTURE(path);
    const std::string& text = files.find(path)->second;
    const auto shipped = icc::json_schema::shipped_vocabulary(path, text);
    REQUIRE(shipped != nullptr);
    CHECK(shipped->beginning().size() < 2000);
    const auto beginning = icc::Document::read_schema(shipped->beginning());
    REQUIRE(beginning.has_value());
    const icc::Document& whole = shipped->whole();
    CHECK(whole.text() == text);
    for (std::size_t i = 0; i < beginning->nodes().size(); ++i) {
      CHECK(beginning->node(i).key == whole.node(i).key);
      CHECK(beginning->node(i).text == whole.node(i).text);
      CHECK(beginning->node(i).range.begin == whole.node(i).range.begin);
    }
    CHECK(icc::json_schema::shipped_vocabulary(path, text + "\n") == nullptr);
    CHECK(icc::json_schema::shipped_vocabulary("schema/vocabularies/ours.yaml", text) == nullptr);
  }
  const std::string_view schema = "schema/practice.schema.yaml";
  CHECK(icc::json_schema::shipped_vocabulary(schema, files.find(schema)->second) == nullptr);
}

TEST_CASE("shipped vocabularies mean what they do when they are read at once") {
  const auto files = shipped_files();
  const auto changed = changed_files();
  const auto late = icc::Schema::load(icc_test::loader_of(files));
  const auto early = icc::Schema::load(icc_test::loader_of(changed));
  REQUIRE(late.has_value());
  REQUIRE(early.has_value());
  CHECK(told(*late) == told(*early));
  for (const char* text : {"title: T\ncountry: Sweden\nsummary: S\ntopics: [Education]\n",
                           "title: T\ncountry: Swedn\nsummary: S\nlanguage: english\n"}) {
    const auto document = icc::Document::read(text);
    REQUIRE(document.has_value());
    CHECK(late->accepts(*document) == early->accepts(*document));
    const auto faults = late->check(*document);
    const auto same = early->check(*document);
    REQUIRE(faults.size() == same.size());
    for (std::size_t i = 0; i < faults.size(); ++i) {
      CHECK(icc::short_form(faults[i]) == icc::short_form(same[i]));
      CHECK(faults[i].hint == same[i].hint);
      CHECK(faults[i].origin == same[i].origin);
    }
  }
}

TEST_CASE("a schema may refer to a value of a shipped vocabulary") {
  auto files = shipped_files();
  std::string& schema = files.find("schema/practice.schema.yaml")->second;
  schema += "\n  theme:\n    $ref: vocabularies/topics.yaml#/oneOf/3\n";
  const auto loaded = icc::Schema::load(icc_test::loader_of(files));
  REQUIRE(loaded.has_value());
  const auto document =
      icc::Document::read("title: T\ncountry: Sweden\nsummary: S\ntheme: " +
                          loaded->field("topics")->vocabulary->choices()[3].value + "\n");
  REQUIRE(document.has_value());
  CHECK(loaded->accepts(*document));
  schema += "  motto:\n    $ref: vocabularies/topics.yaml#/oneOf/300\n";
  CHECK(icc_test::load_faults(files).find("leads to no schema") != std::string::npos);
}
