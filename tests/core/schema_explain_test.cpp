#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "core/schema_fixture.h"

using icc_test::faults_of;
using icc_test::schema_of;

namespace {

/// A list of forty different numbers, and some items more.
std::string long_list(std::string_view more) {
  std::string list = "all: [";
  for (int i = 0; i < 40; ++i) list += fmt::format("{}, ", i);
  return list + std::string(more) + "]\n";
}

}  // namespace

TEST_CASE("in a long list an item that stands twice is found, whatever it is") {
  struct Row {
    std::string items, faults;
  };
  const Row rows[] = {
      {"'1', 'true', true, [1], [[1]], {a: 1}, {b: 1}, {a: 2}, [1, 2], [2, 1], false, null", ""},
      {"7.0", "1:157-160 repeated-item: '7.0' stands twice in 'all' (take one of the two out)\n"},
      {"x, y, x", "1:163-164 repeated-item: 'x' stands twice in 'all' (take one of the two out)\n"},
      {"[1, [2]], [2, [1]], [1, [2.0]]",
       "1:177-187 repeated-item: the same item stands twice in 'all' (take one of the two out)\n"},
      {"{a: 1, b: [x]}, {b: [y], a: 1}, {b: [x], a: 1}",
       "1:189-203 repeated-item: the same item stands twice in 'all' (take one of the two out)\n"},
      {"true, false, true",
       "1:170-174 repeated-item: 'true' stands twice in 'all' (take one of the two out)\n"},
      {"z, y, y, z",
       "1:163-164 repeated-item: 'y' stands twice in 'all' (take one of the two out)\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.items);
    CHECK(faults_of(schema_of("properties: {all: {uniqueItems: true}}\n"), long_list(row.items)) ==
          row.faults);
  }
}

TEST_CASE("what is allowed is told in a line, however much it is") {
  struct Row {
    std::string schema, record, faults;
  };
  const Row rows[] = {
      {"patternProperties: {'^x': {enum: [1, 2, 3, 4, 5, 6, 7, 8]}}\n", "xa: 0\n",
       "1:5-6 unknown-value: '0' is not an allowed value of 'xa' (allowed: the number '1', the "
       "number '2', the number '3', the number '4', the number '5', the number '6', the number "
       "'7', the number '8')\n"},
      {"patternProperties: {'^x': {enum: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}\n", "xa: 0\n",
       "1:5-6 unknown-value: '0' is not an allowed value of 'xa' (9 values are allowed)\n"},
      {"properties: {a: {enum: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}\n", "a: 0\n",
       "1:4-5 unknown-value: '0' is not an allowed value of 'a' ('icc fields a' lists the 9 "
       "allowed values)\n"},
      {"properties: {a: {pattern: ^b, examples: [[x], {y: z}]}}\n", "a: c\n",
       "1:4-5 pattern: 'c' in 'a' does not match the pattern '^b'\n"},
      {"properties: {a: {pattern: ^b, examples: [[x], bc]}}\n", "a: c\n",
       "1:4-5 pattern: 'c' in 'a' does not match the pattern '^b' (for example 'bc')\n"},
      {"properties: {a: {enum: [small, large]}}\n", "a: 'smal'\n",
       "1:4-10 unknown-value: 'smal' is not an allowed value of 'a' (did you mean 'small'?) "
       "{maybe: 'small'}\n"},
      {"properties: {a: {enum: [small, large]}}\n", "a: \"smal\"\n",
       "1:4-10 unknown-value: 'smal' is not an allowed value of 'a' (did you mean 'small'?) "
       "{maybe: \"small\"}\n"},
      {"properties: {a: {enum: [it's, large]}}\n", "a: 'its'\n",
       "1:4-9 unknown-value: 'its' is not an allowed value of 'a' (did you mean 'it's'?) "
       "{maybe: 'it''s'}\n"},
      {"properties: {a: {anyOf: [{allOf: [{type: string}, {maxLength: 2}]}, {type: integer}]}}\n",
       "a: [1]\n",
       "1:4-7 wrong-type: 'a' must be text or a whole number, not a list (write one value instead "
       "of a list)\n"},
      {"properties: {a: {anyOf: [{allOf: [{type: string}, {maxLength: 2}]}, {type: integer}]}}\n",
       "a: abc\n", "1:4-7 too-long: 'a' has 3 characters, at most 2 are allowed\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    CAPTURE(row.record);
    CHECK(faults_of(schema_of(row.schema), row.record) == row.faults);
  }
}
