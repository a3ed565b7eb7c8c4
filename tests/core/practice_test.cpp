#include "icc/practice.h"

#include <doctest/doctest.h>

#include <string>

namespace {

icc::Practice practice(std::string text) {
  auto document = icc::Document::read(text);
  REQUIRE(document);
  return {"practices/sweden/a.yaml", std::move(*document)};
}

/// The values at a path, each in brackets.
std::string values(const icc::Practice& practice, std::string path) {
  icc::Field field;
  field.path = std::move(path);
  std::string joined;
  for (const auto value : practice.values(field)) joined += "[" + std::string(value) + "]";
  return joined;
}

}  // namespace

TEST_CASE("values are found by the path of their field") {
  const auto record = practice(
      "title: Co-kitchen\n"
      "country: ''\n"
      "period: 2020\n"
      "cities: [Leeds, '', Bradford, ~]\n"
      "funding:\n"
      "contact: {name: Ada, 'e.mail': ada@example.org}\n"
      "references:\n"
      "  - title: First\n"
      "    url: https://example.org/1\n"
      "  - title: Second\n"
      "  - url: https://example.org/3\n"
      "nested: [[a, b], [c]]\n");
  struct Row {
    std::string path, values;
  };
  const Row rows[] = {
      {"title", "[Co-kitchen]"},
      {"country", ""},
      {"period", "[2020]"},
      {"cities", "[Leeds][Bradford]"},
      {"funding", ""},
      {"contact", ""},
      {"contact.name", "[Ada]"},
      {"contact.e.mail", "[ada@example.org]"},
      {"references", ""},
      {"references.title", "[First][Second]"},
      {"references.url", "[https://example.org/1][https://example.org/3]"},
      {"nested", "[a][b][c]"},
      {"titles", ""},
      {"tit", ""},
      {"title.more", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(values(record, row.path) == row.values);
  }
}

TEST_CASE("the text of a field is its first value") {
  const auto record = practice("title: Co-kitchen\ncities: [Leeds, Bradford]\n");
  icc::Field field;
  field.path = "cities";
  CHECK(record.text(field) == "Leeds");
  REQUIRE(record.node(field) != nullptr);
  CHECK(record.node(field)->kind == icc::Kind::list);
  field.path = "summary";
  CHECK(record.text(field).empty());
  CHECK(record.node(field) == nullptr);
}

TEST_CASE("the period of a field is read from its text") {
  const auto record = practice("period: 2018-\nother: N/A\n");
  icc::Field field;
  field.path = "period";
  CHECK(record.period(field).edtf == "2018/..");
  field.path = "other";
  CHECK(record.period(field).kind == icc::PeriodKind::none);
}
