#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/query_qualifier.h"
#include "icc/files.h"
#include "icc/period.h"
#include "icc/query.h"
#include "icc/schema.h"
#include "manual_page.h"

// The manual pages icc-query(7) and icc-period(7) say what the code does.

namespace {

icc::Schema shipped_schema() {
  auto schema = icc::Schema::load([](std::string_view path) {
    return icc::read_file(std::string(ICC_SOURCE_DIR) + "/" + std::string(path));
  });
  REQUIRE(schema.has_value());
  return *schema;
}

std::string kind_or_edtf(const icc::Period& period) {
  switch (period.kind) {
    case icc::PeriodKind::none:
      return "none";
    case icc::PeriodKind::recurring:
      return "recurring";
    case icc::PeriodKind::unreadable:
      return "unreadable";
    default:
      return period.edtf;
  }
}

}  // namespace

TEST_CASE("each notation in icc-period(7) is read as its row says") {
  std::size_t rows = 0;
  for (const std::string& line : manual_lines("icc-period.7")) {
    const auto cells = manual_arguments(line, ".It", "Ta");
    if (cells.size() != 3) continue;
    ++rows;
    CAPTURE(cells[0]);
    const icc::Period period = icc::read_period(cells[0]);
    CHECK(kind_or_edtf(period) == cells[1]);
    CHECK((period.ongoing ? "yes" : "no") == cells[2]);
  }
  CHECK(rows > 50);
}

TEST_CASE("the grammar in icc-query(7) is the one above the parser") {
  std::string code;
  for (const std::string& line : source_lines("src/core/query_parse.cpp")) {
    if (line.starts_with("//   ")) code += line.substr(5) + "\n";
  }
  CHECK(manual_display("icc-query.7", "Grammar") == code);
}

TEST_CASE("each operator is explained in icc-query(7)") {
  std::string signs;
  for (const std::string& line : manual_lines("icc-query.7")) {
    if (line.starts_with(".It Sy ")) signs += manual_text(line.substr(7)) + " ";
  }
  for (const icc::QueryOperator& row : icc::query_operators()) {
    CAPTURE(row.sign);
    CHECK((" " + signs).find(" " + std::string(row.sign) + " ") != std::string::npos);
  }
}

TEST_CASE("the examples of icc-query(7) can be asked of the shipped schema") {
  const icc::Schema schema = shipped_schema();
  std::size_t examples = 0;
  for (const std::string& line : manual_section("icc-query.7", "EXAMPLES")) {
    if (!line.starts_with(".It Ql ")) continue;
    ++examples;
    const auto query = icc::Query::read(manual_text(line.substr(7)), schema);
    CHECK((query ? "" : human_form(query.error(), {})) == "");
  }
  CHECK(examples > 5);
}
