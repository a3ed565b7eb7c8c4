#include <doctest/doctest.h>

#include <sstream>
#include <string>

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
