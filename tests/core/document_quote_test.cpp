#include "core/document_quote.h"

#include <doctest/doctest.h>

#include <string>

using namespace icc;

TEST_CASE(
    "a scalar in place of another has its quotes, or those that it needs wherever it stands") {
  struct Row {
    std::string text;
    Style old;
    std::string written;
  };
  const Row rows[] = {
      {"Malmö", Style::plain, "Malmö"},
      {"Reggio nell'Emilia", Style::plain, "Reggio nell'Emilia"},
      {"", Style::plain, "\"\""},
      {"No", Style::plain, "\"No\""},
      {"1770", Style::plain, "\"1770\""},
      {"2020-1-31", Style::plain, "\"2020-1-31\""},
      {"- a", Style::plain, "\"- a\""},
      {"a: b", Style::plain, "\"a: b\""},
      {"a #b", Style::plain, "\"a #b\""},
      {"a, b", Style::plain, "\"a, b\""},
      {"a]", Style::plain, "\"a]\""},
      {"a\nb", Style::plain, "\"a\\nb\""},
      {"Malmö", Style::literal, "Malmö"},
      {"Malmö", Style::double_quoted, "\"Malmö\""},
      {"a\"b\\", Style::double_quoted, "\"a\\\"b\\\\\""},
      {"No", Style::single_quoted, "'No'"},
      {"it's", Style::single_quoted, "'it''s'"},
      {"", Style::single_quoted, "''"},
      {"a\nb", Style::single_quoted, "\"a\\nb\""},
      {"a\x01", Style::single_quoted, "\"a\\u0001\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(scalar_text(row.text, row.old) == row.written);
  }
}
