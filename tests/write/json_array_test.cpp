#include <doctest/doctest.h>

#include "write/sample.h"

using icc::test::sample;
using icc::test::written;

TEST_CASE("JSON keeps every field in the record's order, and text as it is") {
  CHECK(
      written("json",
              "title: Neuchâtel \"東京\"\nzone: {b: 1, a: [x, ~, {}]}\ncities: [Leeds, Bradford]\n"
              "open: true\nsummary: |\n  One.\n  Two.\n") ==
      "[\n{\"id\":\"x\",\"title\":\"Neuchâtel "
      "\\\"東京\\\"\",\"zone\":{\"b\":1,\"a\":[\"x\",null,{}]},"
      "\"cities\":[\"Leeds\",\"Bradford\"],\"open\":true,\"summary\":\"One.\\nTwo.\\n\"}\n]\n");
}

TEST_CASE("JSON is an array with a record a line, JSON Lines has the lines alone") {
  std::vector<icc::Practice> two;
  two.push_back(sample("a", "title: A\n"));
  two.push_back(sample("b", "title: B\n"));
  CHECK(written("json", two) ==
        "[\n{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\"title\":\"B\"}\n]\n");
  CHECK(written("jsonl", two) ==
        "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\"}\n");
}

TEST_CASE("a period comes with what it was understood as") {
  struct Row {
    std::string period, json;
  };
  const Row rows[] = {
      {"2018-", R"("period":"2018-","period_edtf":"2018/..")"},
      {"2020", R"("period":2020,"period_edtf":"2020")"},
      {"\"2020\"", R"("period":"2020","period_edtf":"2020")"},
      {"Each year in March", R"("period":"Each year in March","period_edtf":null)"},
      {"perhaps", R"("period":"perhaps","period_edtf":null)"},
      {"", R"("period":null,"period_edtf":null)"},
      {"[2020]", R"("period":[2020],"period_edtf":null)"},
  };
  for (const auto& row : rows) {
    CHECK(written("jsonl", "period: " + row.period + "\n") == "{\"id\":\"x\"," + row.json + "}\n");
  }
}

TEST_CASE("numbers are spelt as JSON spells them, with the value that they had") {
  struct Row {
    std::string yaml, json;
  };
  const Row rows[] = {
      {"0", "0"},
      {"-12", "-12"},
      {"+7", "7"},
      {"012", "12"},
      {"-000", "-0"},
      {"0x1F", "31"},
      {"0o17", "15"},
      {"3.50", "3.50"},
      {".5", "0.5"},
      {"-.5", "-0.5"},
      {"5.", "5.0"},
      {"1e3", "1e3"},
      {"+01.50E-03", "1.50E-03"},
      {"5.e1", "5.0e1"},
      {".inf", "\".inf\""},
      {"-.INF", "\"-.INF\""},
      {".nan", "\".nan\""},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"0xFFFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFFFF\""},
      {"true", "true"},
      {"FALSE", "false"},
      {"~", "null"},
      {"yes", "\"yes\""},
      {"\"12\"", "\"12\""},
      {"12:30", "\"12:30\""},
      {"2020-01-01", "\"2020-01-01\""},
      {"1_000", "\"1_000\""},
  };
  for (const auto& row : rows) {
    CHECK(written("jsonl", "cost: " + row.yaml + "\n") ==
          "{\"id\":\"x\",\"cost\":" + row.json + "}\n");
  }
}

TEST_CASE("a record's own keys are never mistaken for ours") {
  CHECK(written("jsonl",
                "id: own\n_id: also\n__id: more\nperiod_edtf: mine\nperiod: 2018-\n"
                "other_fields: x\ntitle_edtf: free\n_x: free\n") ==
        R"({"id":"x","_id":"own","__id":"also","___id":"more","_period_edtf":"mine",)"
        R"("period":"2018-","period_edtf":"2018/..","_other_fields":"x","title_edtf":"free",)"
        R"("_x":"free"})"
        "\n");
}
