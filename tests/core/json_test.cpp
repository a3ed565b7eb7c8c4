#include "icc/json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string json_string(std::string_view text) {
  std::string out;
  icc::append_json_string(out, text);
  return out;
}

void write_sample(icc::JsonWriter& json) {
  json.begin_object();
  json.member("id", "migrant-stories");
  json.member("year", 2020);
  json.key("cities");
  json.begin_array();
  json.text("Erlangen");
  json.null();
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.member("open", false);
  json.texts("tags", std::vector<std::string>{"a", "b"});
  json.end_object();
}

}  // namespace

TEST_CASE("JSON strings escape what must be escaped and nothing else") {
  using namespace std::string_literals;
  struct Row {
    std::string text, json;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"Neuchâtel 東京 😀", R"("Neuchâtel 東京 😀")"},
      {"a\"b\\c/d", R"("a\"b\\c/d")"},
      {"\n\r\t\x01\x1f"s, R"("\n\r\t\u0001\u001f")"},
      {"nul\0!"s, R"("nul\u0000!")"},
      {"\xff|\xc3|\xed\xa0\x80|\xc0\xaf|\xf4\x90\x80\x80",
       "\"\uFFFD|\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\uFFFD\""},
  };
  for (const auto& row : rows) CHECK(json_string(row.text) == row.json);
}

TEST_CASE("a JSON writer writes one line, or indented lines") {
  std::string line;
  icc::JsonWriter compact(line);
  write_sample(compact);
  CHECK(
      line ==
      R"({"id":"migrant-stories","year":2020,"cities":["Erlangen",null],"empty":{},"open":false,"tags":["a","b"]})");

  std::string lines;
  icc::JsonWriter indented(lines, 2);
  write_sample(indented);
  CHECK(lines ==
        "{\n  \"id\": \"migrant-stories\",\n  \"year\": 2020,\n  \"cities\": [\n    \"Erlangen\",\n"
        "    null\n  ],\n  \"empty\": {},\n  \"open\": false,\n  \"tags\": [\n    \"a\",\n    "
        "\"b\"\n  ]\n}");
}
