#include "core/schema_number.h"

#include <doctest/doctest.h>

#include <string>

using icc::json_schema::Number;

TEST_CASE("numbers compare by value, however they are written") {
  struct Row {
    std::string left, right;
    std::partial_ordering order;
  };
  const auto less = std::partial_ordering::less;
  const auto equal = std::partial_ordering::equivalent;
  const auto greater = std::partial_ordering::greater;
  const auto unordered = std::partial_ordering::unordered;
  const Row rows[] = {
      {"1", "1.0", equal},
      {"1e2", "100", equal},
      {"-0", "0.000", equal},
      {"0x1F", "31", equal},
      {"0o17", "15", equal},
      {"+12", "12", equal},
      {".5", "0.50", equal},
      {"5.", "5", equal},
      {"0xFFFFFFFFFFFFFFFFFFFFFFFF", "79228162514264337593543950335", equal},
      {"9007199254740993", "9007199254740992", greater},
      {"9007199254740993.0", "9007199254740993", equal},
      {"0.1", "0.10000000000000000000000000001", less},
      {"-2", "-1", less},
      {"-1", "0", less},
      {"0", "1e-400", less},
      {"1e400", "9e399", greater},
      {"1e99999999999999999999", "1e5", greater},
      {"1e-99999999999999999999", "0", greater},
      {"-.inf", "-1e400", less},
      {".INF", "1e400", greater},
      {".inf", ".Inf", equal},
      {"12", "1.2", greater},
      {"1.25", "1.3", less},
      {"-1.2", "-1.25", greater},
      {".nan", "0", unordered},
      {".nan", ".NaN", equal},
  };
  for (const Row& row : rows) {
    CAPTURE(row.left);
    CAPTURE(row.right);
    CHECK((Number(row.left) <=> Number(row.right)) == row.order);
    CHECK((Number(row.right) <=> Number(row.left)) == (0 <=> row.order));
    if (row.order == equal) CHECK(Number(row.left).hash() == Number(row.right).hash());
    const auto keys = Number(row.left).sort_key() <=> Number(row.right).sort_key();
    CHECK(keys == (row.order == unordered ? greater : row.order));
  }
}

TEST_CASE("numbers know whether they are whole, and counts their value") {
  struct Row {
    std::string text;
    bool whole, count;
    std::uint64_t value;
  };
  const Row rows[] = {
      {"0", true, true, 0},
      {"2.0", true, true, 2},
      {"12e2", true, true, 1200},
      {"-3", true, false, 0},
      {"2.5", false, false, 0},
      {"1e-1", false, false, 0},
      {".inf", false, false, 0},
      {".nan", false, false, 0},
      {"999999999999999999", true, true, 999999999999999999U},
      {"1e30", true, true, ~std::uint64_t{0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Number(row.text).is_whole() == row.whole);
    CHECK(Number(row.text).is_count() == row.count);
    if (row.count) CHECK(Number(row.text).count() == row.value);
  }
}

TEST_CASE("multiples are told by all digits") {
  struct Row {
    std::string number, divisor;
    bool multiple;
  };
  const Row rows[] = {
      {"10", "2", true},
      {"7", "2", false},
      {"0", "3", true},
      {"-9", "3", true},
      {"4.5", "1.5", true},
      {"35", "1.5", false},
      {"0.0075", "0.0001", true},
      {"0.00751", "0.0001", false},
      {"19.99", "0.01", true},
      {"1e308", "0.123456789", false},
      {"1e308", "0.5", true},
      {"12391239123", "1e-8", true},
      {"3", "1e1", false},
      {"123456789012345678901234567890", "3", true},
      {"123456789012345678901234567891", "3", false},
      {".inf", "1", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.number);
    CAPTURE(row.divisor);
    REQUIRE(Number(row.divisor).valid_divisor());
    CHECK(Number(row.number).is_multiple_of(Number(row.divisor)) == row.multiple);
  }
  for (const char* divisor : {"0", "-1", ".inf", ".nan", "1234567890123456789"}) {
    CHECK_FALSE(Number(divisor).valid_divisor());
  }
}
