#include "core/document_scalar.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace icc;

TEST_CASE("the kinds of plain scalars, by the core schema of YAML 1.2") {
  struct Row {
    Kind kind;
    std::initializer_list<std::string_view> texts;
  };
  const Row rows[] = {
      {Kind::null, {"", "~", "null", "Null", "NULL"}},
      {Kind::boolean, {"true", "True", "TRUE", "false", "False", "FALSE"}},
      {Kind::integer,
       {"0", "7", "-7", "+7", "012", "0o14", "0x1F", "0xdeadBEEF", "123456789012345678901"}},
      {Kind::real,
       {"1.5", "-1.5", ".5", "+.5", "1.", "1e3", "1E+3", "1.e-3", "0.0", ".inf", "-.Inf", "+.INF",
        ".nan", ".NaN", ".NAN"}},
      {Kind::text,
       {"nULL",  "nil",   "tRUE",  "yes",    "no",         "on",        "off",   "y",     "n",
        "NO",    "12:30", "1_000", "0b1",    "0o8",        "0o",        "0x",    "0xG",   "-0x1F",
        "1.2.3", "1e",    "1e+",   "e3",     ".",          "+",         "-",     "+.",    "-.nan",
        ".Nan",  ".iNF",  "inf",   "nan",    "2020-01-01", "2019-2021", "2018-", "1 000", "5%",
        "<<",    "=",     "é",     "falsey", "~~"}},
  };
  for (const Row& row : rows) {
    for (const std::string_view text : row.texts) {
      CAPTURE(text);
      CHECK(core_kind(text) == row.kind);
    }
  }
}
