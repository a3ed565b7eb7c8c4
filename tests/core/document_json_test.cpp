#include <doctest/doctest.h>

#include <string>

#include "core/document_tree.h"

using namespace icc;
using namespace icc::test;

namespace {

std::string read(const std::string& text) {
  return outcome(Document::read_json(text));
}

}  // namespace

TEST_CASE("a text in JSON becomes the same tree as one in YAML") {
  struct Row {
    std::string text;
    std::string tree;
  };
  const Row rows[] = {
      {"{\"a\": [1, -2.5e3, true, null], \"b\" : {\"c\":\"d\"} }",
       "{a: [i'1', r'-2.5e3', b'true', n'null'], b: {c: 'd'}}"},
      {"\"x\"", "'x'"},
      {" [ ] ", "[]"},
      {"\uFEFF{}\r\n", "{}"},
      {"\"\\ud83d\\ude00 \\u00e9 \\\" \\\\ \\/ \\n\"", "'\U0001F600 é \" \\ / \\n'"},
      {"{\"\\u00e9\": \"é\", \"\": \"\"}", "{é: 'é', : ''}"},
      {"[12345678901234567890123, 0.10, 1E+2, -0]",
       "[i'12345678901234567890123', r'0.10', r'1E+2', i'-0']"},
      {"[\"no\",\"1\",[[]],{}]", "['no', '1', [[]], {}]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.tree);
  }
}

TEST_CASE("the ranges in JSON hold keys and values") {
  const Reading reading =
      Document::read_json("{ \"a\" : \"x\\n\" ,\"b\":[ 1.5, {} ] , \"c\":null}");
  REQUIRE(reading.has_value());
  std::string ranges;
  for (const Node& node : reading->nodes()) {
    ranges += source(*reading, node.key_range) + "=" + source(*reading, node.range) + "|";
  }
  CHECK(
      ranges ==
      "={ \"a\" : \"x\\n\" ,\"b\":[ 1.5, {} ] , \"c\":null}|\"a\"=\"x\\n\"|\"b\"=[ 1.5, {} ]|=1.5|"
      "={}|\"c\"=null|");
}

TEST_CASE("faults in JSON have their place and a remedy") {
  const std::string general =
      " is not expected here in JSON (put texts and keys in double quotes, a colon behind a key, a "
      "comma between values)";
  const std::string comma =
      " ',' is not expected here in JSON (take the comma out, or write a value behind it)";
  const std::string escape =
      " a text in JSON can't hold this as it is (write \\n for a line end, \\t for a tab, \\\\ for "
      "a backslash)";
  struct Row {
    std::string text;
    std::string faults;
  };
  const Row rows[] = {
      {"", "13@0-0 there is no JSON in the text (write a value, such as {\"key\": \"text\"})"},
      {"{\"a\": tru}", "9@6-9 'tru'" + general},
      {"{\"a\" 1}", "9@5-6 '1'" + general},
      {"{\"a\" \"b\"}", "9@5-8 '\"b\"'" + general},
      {"[1 2]", "9@3-4 '2'" + general},
      {"{\"a\":1,}", "9@6-7" + comma},
      {"[1,]", "9@2-3" + comma},
      {"[,1]", "9@1-2" + comma},
      {"{a: 1}", "9@1-2 'a'" + general},
      {"{\"a\":\n  01}", "9@8-10 '01'" + general},
      {"[1,2}", "9@4-5 '}'" + general},
      {"NaN", "9@0-3 'NaN'" + general},
      {"[1] 2", "9@4-5 '2'" + general},
      {"{'a': 1}",
       "9@1-4 ''a'' is not expected here in JSON (put texts and keys in double quotes)"},
      {"// c\n{}", "9@0-2 '//' is not expected here in JSON (take the comment out: JSON has none)"},
      {"{\"a\": \"x", "10@6-7 the text that opens here is not closed (write a '\"' at its end)"},
      {"{\"a\": [1, 2", "10@6-7 the '[' that opens here is not closed (write a ']' at the end)"},
      {"{\"a\":\"\\x\"}", "9@7-8" + escape},
      {"{\"a\":\"b\nc\"}", "9@7-8" + escape},
      {"{\"a\":\"\\ud83d\"}", "9@12-13" + escape},
      {"[1e999]",
       "9@1-6 this number is too large to be counted with (write it as a text in double quotes)"},
      {"{\"a\":1,\"b\":2,\"\\u0061\":3}",
       "15@13-21 the key 'a' is here a second time (keep one of the two and take the other one "
       "out)"},
      {"\xFF", "3@0-1 the byte 0xFF is not UTF-8 (save the file with the encoding UTF-8)"},
      {std::string(40, '['),
       "11@32-33 lists and maps lie more than 32 levels within each other (put the text in quotes, "
       "or spread the values over several records)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.faults);
  }
}
