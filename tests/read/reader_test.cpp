#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "icc/text.h"
#include "read/pieces.h"
#include "read/shipped_schema.h"

using icc::SourceFormat;
using icc::test::pieces_of;
using icc::test::shipped_schema;

namespace {

const SourceFormat& format(std::string_view name) {
  for (const SourceFormat* each : icc::source_formats()) {
    if (each->name == name) return *each;
  }
  FAIL("no such format");
  return *icc::source_formats().front();
}

/// All that a source holds: for each record `LINE ID` and its text in one line, with `!` for a
/// fault or remark and its place.
std::string records_of(std::string_view name, const std::string& text,
                       const icc::SourceOptions& options = {}) {
  const auto reader = format(name).open(pieces_of(text, 7), shipped_schema(), options, "S");
  if (!reader) return "error: " + reader.error().message + "\n";
  std::string all;
  for (const icc::Diagnostic& fault : reader->faults) all += short_form(fault);
  if (!reader->faults.empty()) return all;
  while (true) {
    const auto record = reader->next();
    if (!record) return all + "error: " + record.error().message + "\n";
    if (!*record) return all;
    all += std::to_string((*record)->line) + " " + (*record)->id + "\n";
    all += canonical_text((*record)->record, std::span<const icc::Field>());
    for (const icc::Remark& remark : (*record)->remarks) all += "! " + remark.sentence + "\n";
    for (icc::Diagnostic fault : (*record)->faults) {
      locate(fault, **record, "S");
      all += short_form(fault);
    }
  }
}

/// What a source's records look like when all are refused because of "x".
std::string rejects_of(std::string_view name, const std::string& text) {
  const auto reader = format(name).open(pieces_of(text, 7), shipped_schema(), {}, "S");
  REQUIRE(reader);
  std::string all = reader->reject_head;
  for (bool is_first = true;; is_first = false) {
    const auto record = reader->next();
    REQUIRE(record);
    if (!*record) return all + reader->reject_tail;
    all += (is_first ? "" : reader->reject_separator) + reader->reject(**record, "x");
  }
}

constexpr std::string_view two = "1 \ntitle: A\n\ncountry: Sweden\n";

}  // namespace

TEST_CASE("a table's columns are fields by name, other name or title") {
  CHECK(
      records_of("csv", "Title;COUNTRY;City;Key reference documents\nA;SE;Malmo;B <https://x>\n") ==
      "2 \ntitle: A\n\ncountry: Sweden\n\ncities:\n  - Malmö\n\nreferences:\n  - title: B\n    "
      "url: https://x\n");
  CHECK(records_of("csv", "id,title,period,other_fields\na,'=1,'2020,\"{\"\"zone\"\":1}\"\n") ==
        "2 a\ntitle: =1\n\nperiod: \"2020\"\n\nzone: 1\n");
  CHECK(records_of("csv", "Name,Land,Row\nA,UK,1\n", {{{"land", "country"}}, {"ROW"}}) ==
        "2 \ntitle: A\n\ncountry: United Kingdom\n");
  CHECK(records_of("csv", "title,\nA,\n,\n") == "2 \ntitle: A\n");
  CHECK(records_of("csv", "title,\nA,x\n") ==
        "2 \n{}\nS:2:3: error: column 2 has no heading (write one above it, or empty the cell) "
        "[ICC009 syntax]\n");
}

TEST_CASE("what is wrong with a table has a place in it") {
  CHECK(
      records_of("csv", "Titel,Contry\n") ==
      "S:1:1: error: no field is called 'Titel' (did you mean 'title'? 'icc import' takes --map "
      "'Titel=FIELD' or --ignore 'Titel') [ICC104 unknown-key]\n"
      "S:1:7: error: no field is called 'Contry' (did you mean 'country'? 'icc import' takes --map "
      "'Contry=FIELD' or --ignore 'Contry') [ICC104 unknown-key]\n");
  const auto below = format("csv").open(pieces_of("\nTitel\n", 7), shipped_schema(), {}, "S");
  REQUIRE(below->faults.size() == 1);
  CHECK(below->faults[0].place.line == 2);
  CHECK(below->faults[0].place.end_line == 2);
  CHECK(records_of("csv", "title,Name\n") ==
        "S:1:7: error: the column 'Name' stands twice (leave one of them out) [ICC015 "
        "repeated-key]\n");
  CHECK(
      records_of("csv", "title,country\nA\n") ==
      "2 \n{}\nS:2:1: error: the row has 1 cells, the table has 2 columns (is a quote missing, or "
      "a delimiter?) [ICC009 syntax]\n");
  CHECK(
      records_of("csv", "id,references,other_fields\na,{,x\n") ==
      "2 a\n{}\nS:2:3: error: '{' can't be read as references (write it as export does) [ICC101 "
      "wrong-type]\nS:2:5: error: the other fields are not a JSON object (write them as {\"key\": "
      "\"value\"}) [ICC009 syntax]\n");
  CHECK(records_of("csv", "a\n", {{{"a", "titel"}}, {}}) ==
        "error: there is no field 'titel' for 'a'\n");
}

TEST_CASE("every format refuses an option that names no field, and what is too long") {
  for (const icc::SourceFormat* each : icc::source_formats()) {
    CAPTURE(each->name);
    CHECK(records_of(each->name, "{\"a\": 1}\n", {{{"a", "titel"}}, {}}) ==
          "error: there is no field 'titel' for 'a'\n");
  }
  const auto outcome = [](std::string_view name, const std::string& text) {
    const auto reader = format(name).open(pieces_of(text, 1 << 20), shipped_schema(), {}, "S");
    if (!reader) return reader.error().message;
    const auto record = reader->next();
    return record ? "read" : record.error().message;
  };
  CHECK(outcome("markdown", "## Title\n" + std::string(1 << 18, 'a')) ==
        "the file is larger than 262144 bytes");
  CHECK(outcome("yaml", "title: " + std::string(1 << 19, 'a')) ==
        "a line is longer than 524288 bytes");
  CHECK(outcome("yaml", "title: a\n" + std::string(1 << 19, '\n')) ==
        "the record on line 1 is too large");
}

TEST_CASE("an empty source has no records, and an empty form has no fields") {
  for (const std::string_view name : {"csv", "jsonl", "yaml"}) {
    CAPTURE(name);
    CHECK(records_of(name, "").empty());
  }
  CHECK(records_of("markdown", "") == "1 \n{}\n");
  CHECK(records_of("json", "") ==
        "S:1:1: error: there is no JSON in the text (write a value, such as {\"key\": \"text\"}) "
        "[ICC013 not-a-record]\n");
}

TEST_CASE("JSON is an array of objects, or one object") {
  CHECK(records_of("json", R"([{"Title": "A", "country": "SE"}])") == two);
  CHECK(records_of("json", R"({"title": "A", "country": "Sweden"})") == two);
  CHECK(records_of("json", "[]").empty());
  CHECK(records_of("json", R"([{"id": "a", "_id": 1, "period": 2020, "period_edtf": "2020"}])") ==
        "1 a\nid: 1\n\nperiod: 2020\n");
  CHECK(records_of("json", "[1]") ==
        "1 \n{}\nS:1:2: error: this is not a record (a record has keys with values) [ICC013 "
        "not-a-record]\n");
  CHECK(records_of("json", "[\n{\"zone\": 1}]").find("S:2:2: error: no field is called 'zone'") !=
        std::string::npos);
  CHECK(records_of("json", "[{]").starts_with("S:1:3: error: "));
  CHECK(records_of("json", R"([{"cities": ["Oslo", "Oslo"], "topics": ["N/A", "roma"]}])") ==
        "1 \ncities:\n  - Oslo\n\ntopics:\n  - Roma\n"
        "! 'Oslo' stands twice in cities and is taken once\n! topics 'N/A' is left out\n");
}

TEST_CASE("JSON Lines are objects, one a line") {
  CHECK(records_of("jsonl", "{\"title\": \"A\"}\n\n{\"title\": \"B\"}") ==
        "1 \ntitle: A\n3 \ntitle: B\n");
  CHECK(records_of("jsonl", "{\"title\": \"A\"}\n{\"title\": }\n")
            .starts_with("1 \ntitle: A\n2 \n{}\nS:2:9: error: "));
}

TEST_CASE("a form's comments of help are left out, and must be closed") {
  CHECK(records_of("markdown",
                   "<!-- help: all -->\n## Title\n<!-- help: a\n-->\nA\n## Country\nSE\n") == two);
  CHECK(
      records_of("markdown",
                 "## Title\n<!-- help: a \u2014>\nA\n\n## Country\n<!-- help: b -->\nSE\n") ==
      "1 \ncountry: Sweden\nS:2:1: error: the comment with help is not closed (end it with '-->', "
      "or take it out) [ICC010 not-closed]\n");
  CHECK(records_of("markdown", "## Title\n<!-- help: a\nA\n<!-- help: b -->\n") ==
        "1 \n{}\nS:2:1: error: the comment with help is not closed (end it with '-->', or take it "
        "out) [ICC010 not-closed]\n");
}

TEST_CASE("YAML is a map of records, a list or a stream") {
  CHECK(records_of("yaml", "title: A\ncountry: SE\n") == two);
  CHECK(records_of("yaml", "# mine\n- title: A\n  country: SE\n-\n  title: B\n") ==
        std::string(two) + "4 \ntitle: B\n");
  CHECK(records_of("yaml", "---\ntitle: A\n---\n# b\ntitle: B\n...\n") ==
        "2 \ntitle: A\n4 \ntitle: B\n");
  CHECK(records_of("yaml", "# mine\n--- {title: A}\n--- # b\ntitle: B\n... # c\n") ==
        "1 \ntitle: A\n3 \ntitle: B\n");
  CHECK(records_of("yaml", "a:\n  title: A\n\nb:\n  title: B\n  id: c\n  city: Lisboa\n") ==
        "1 a\ntitle: A\n4 b\ntitle: B\n\nid: c\n\ncity: Lisboa\n");
  CHECK(records_of("yaml", "id: a\ntitle: A\n") == "1 a\ntitle: A\n");
  CHECK(records_of("yaml", "").empty());
  CHECK(records_of("yaml", "a:\n  title: [\nb:\n  title: B\n")
            .starts_with("1 \n{}\nS:2:10: error: the '[' that opens here is not closed"));
}

TEST_CASE("in YAML no text ends unseen at a comment, and none has two values") {
  CHECK(records_of("yaml", "title: Project #1 of Leeds\ncountry: Sweden # in the north\n") ==
        "1 \ntitle: Project\n\ncountry: Sweden\n"
        "S:1:16: error: the text ends before '#1 of Leeds', which YAML takes for a comment (put "
        "the whole text in quotes; if it is a comment, a blank behind the '#') "
        "[ICC023 hash-in-text]\n");
  CHECK(records_of("yaml", "title: A\nname: B\n") ==
        "1 \ntitle: A\n"
        "S:2:7: error: a second value for 'title' (keep one of them, or join the two) "
        "[ICC015 repeated-key]\n");
}

TEST_CASE("a form of Markdown is cut at headings, but not within code") {
  CHECK(records_of("markdown",
                   "## Title\n\nA\n\n## Summary\n\n```\n## Purpose\n```\n\n## Purpose\nP\n") ==
        "1 \ntitle: A\n\nsummary: |\n  ```\n  ## Purpose\n  ```\n\npurpose: |\n  P\n");
  CHECK(records_of("markdown", "## Summary\n\n~~~~ md\n```\n~~~\n## Purpose\n ~~~~~ \nS\n") ==
        "1 \nsummary: |\n  ~~~~ md\n  ```\n  ~~~\n  ## Purpose\n   ~~~~~ \n  S\n");
  CHECK(records_of("markdown", "## Summary\n\n```x\n\n## Purpose\n\n    ```\n") ==
        "1 \nsummary: |\n  ```x\n\npurpose: |\n  ```\n");
  CHECK(records_of("markdown", "## Summary\n\n```a`\n\n## Purpose\n\n```\n") ==
        "1 \nsummary: |\n  ```a`\n\npurpose: |\n  ```\n");
  CHECK(records_of("markdown", "## Title\n\nA\n\n## Title\n\nB\n") ==
        "1 \ntitle: A\n"
        "S:7:1: error: a second value for 'title' (keep one of them, or join the two) "
        "[ICC015 repeated-key]\n");
}

TEST_CASE("refused records can be mended and read again") {
  struct Row {
    std::string name, source, expected;
  };
  const Row rows[] = {
      {"csv", "title;period\nA;\"1;2\"\n", "import_reason;title;period\r\n\"x\";A;\"1;2\"\r\n"},
      {"jsonl", "{ \"title\": 1}\n{}\n[]\n",
       "{\"import_reason\":\"x\", \"title\": 1}\n{\"import_reason\":\"x\"}\n[]\n"},
      {"json", "[{\"title\": \"A\"},\n {\"title\": \"B\"}]",
       "[\n{\"import_reason\":\"x\", \"title\": \"A\"},\n{\"import_reason\":\"x\", \"title\": "
       "\"B\"}\n]\n"},
      {"yaml", "a:\n  title: A\nb:\n  title: B\n",
       "# import_reason: x\na:\n  title: A\n# import_reason: x\nb:\n  title: B\n"},
      {"yaml", "title: A\n---\ntitle: B",
       "# import_reason: x\n---\ntitle: A\n# import_reason: x\n---\ntitle: B\n"},
      {"yaml", "# why\n---\n\ntitle: A\n", "# import_reason: x\n---\n# why\n   \n\ntitle: A\n"},
      {"csv", "sep=|\ntitle|tags\nA|b;c\n", "sep=|\r\nimport_reason|title|tags\r\n\"x\"|A|b;c\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(rejects_of(row.name, row.source) == row.expected);
    CHECK(rejects_of(row.name, row.expected) == row.expected);
  }
}

TEST_CASE("a form in another encoding, or with a text above its fields, is told") {
  CHECK(
      records_of("markdown", "## Title\n\nCaf\xE9\n") ==
      "S:3:4: error: the text is not in UTF-8 (save it again as UTF-8; then accents are kept, too) "
      "[ICC003 not-utf8]\n");
  CHECK(records_of("markdown", "# Form\n\nHello.\n\n## Title\n\nA\n") ==
        "1 \ntitle: A\nS:1:1: error: this text belongs to no field (put it below a heading such as "
        "'## Summary') [ICC013 not-a-record]\n");
  CHECK(records_of("markdown", "## Title\n\nA\n\n## Cities\n\nOslo\n") ==
        "1 \ntitle: A\n\ncities:\n  - Oslo\n");
}

TEST_CASE("a format is told by a file's name, or by the first bytes") {
  struct Row {
    std::string text, name;
  };
  const Row rows[] = {
      {"title,country\nA,B\n", "csv"},
      {"\xEF\xBB\xBFtitle;country\n", "csv"},
      {"[{}]", "json"},
      {"{\"a\": 1}", "json"},
      {"{\"a\":\n 1}", "json"},
      {"{\"a\": 1}\n{\"a\": 2}\n", "jsonl"},
      {"title: A\n", "yaml"},
      {"a:\n  title: A\n", "yaml"},
      {"- title: A\n", "yaml"},
      {"# x\n", "yaml"},
      {"# Form\n\n## Title\n", "markdown"},
      {"---\n", "yaml"},
  };
  for (const Row& row : rows) CHECK(icc::format_of_text(row.text).name == row.name);
  CHECK(icc::format_of_name("a/b.CSV")->name == "csv");
  CHECK(icc::format_of_name("b.yml")->name == "yaml");
  CHECK(icc::format_of_name("b.txt") == nullptr);
}
