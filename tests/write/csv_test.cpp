#include <doctest/doctest.h>

#include "icc/entries.h"
#include "random_value.h"
#include "write/csv_cell.h"
#include "write/sample.h"

using icc::test::sample;
using icc::test::sample_schema;
using icc::test::written;

namespace {

const icc::Field& field(std::string_view path) {
  const icc::Field* found = sample_schema().field(path);
  REQUIRE(found != nullptr);
  return *found;
}

/// The cell of a field for a value in YAML; `(none)` where a cell can't say it.
std::string cell(std::string_view name, const std::string& yaml) {
  const auto practice = sample("x", std::string(name) + ": " + yaml + "\n");
  const icc::Node* node = practice.node(field(name));
  REQUIRE(node != nullptr);
  return cell_of(field(name), practice.document(), *node).value_or("(none)");
}

}  // namespace

TEST_CASE("CSV is a table with a column a field, by RFC 4180") {
  std::vector<icc::Practice> practices;
  practices.push_back(
      sample("a",
             "title: 'A \"quoted\" title, long'\ncities: [Leeds, Bradford]\n"
             "period: 2020\nstaff: 12\ncost: -1.5\nopen: true\n"
             "summary: |\n  One.\n  Two.\nreferences:\n"
             "  - {title: First, url: 'https://a.org'}\n  - {url: 'https://b.org'}\n"
             "contact: {name: Ada}\nsource: https://c.org\n"));
  practices.push_back(sample("b", "title: B\nzone: [1, x]\nopen:\n"));
  CHECK(written("csv", practices) ==
        "id,title,cities,period,staff,cost,open,summary,references,contact,source,other_fields\r\n"
        "a,\"A \"\"quoted\"\" title, long\",Leeds; Bradford,2020,12,-1.5,true,\"One.\nTwo.\n\","
        "First <https://a.org>; <https://b.org>,\"{\"\"name\"\":\"\"Ada\"\"}\",https://c.org,\r\n"
        "b,B,,,,,,,,,,\"{\"\"zone\"\":[1,\"\"x\"\"],\"\"open\"\":null}\"\r\n");
}

TEST_CASE("a cell says a value, so that it can be read back, or nothing") {
  struct Row {
    std::string field, yaml, cell;
  };
  const Row rows[] = {
      {"title", "Co-kitchen", "Co-kitchen"},
      {"title", "' blanks '", " blanks "},
      {"title", "''", "'"},
      {"title", "'2020'", "2020"},
      {"title", "2020", "(none)"},
      {"title", "'=1+1'", "'=1+1"},
      {"title", "'+49'", "'+49"},
      {"title", "'-x'", "'-x"},
      {"title", "'@x'", "'@x"},
      {"title", "'''x'", "''x"},
      {"title", "\"\\tx\"", "'\tx"},
      {"title", "\"\\rx\"", "'\rx"},
      {"title", "a=b", "a=b"},
      {"title", "[a]", R"(["a"])"},
      {"title", "'[1]'", "'[1]"},
      {"title", "'[a]'", "[a]"},
      {"title", "'{\"a\": 1}'", "'{\"a\": 1}"},
      {"title", "{a: 1}", R"({"a":1})"},
      {"title", "'''t Huis'", "''t Huis"},
      {"title", "\"a\\r\\nb\"", "(none)"},
      {"title", "", "(none)"},
      {"period", "2018-", "2018-"},
      {"period", "2020", "2020"},
      {"period", "'2020'", "'2020"},
      {"staff", "-5", "-5"},
      {"staff", "'-5'", "'-5"},
      {"staff", "0x1F", "0x1F"},
      {"open", "true", "true"},
      {"open", "'true'", "'true"},
      {"cities", "[Leeds, Bradford]", "Leeds; Bradford"},
      {"cities", "['a; b', 'c\\d', e]", "a\\; b; c\\\\d; e"},
      {"cities", "['-a', b]", "'-a; b"},
      {"cities", "['''a']", "''a"},
      {"cities", "[a, '']", R"(["a",""])"},
      {"cities", "[' a']", R"([" a"])"},
      {"cities", "[1]", "[1]"},
      {"cities", "['[1]']", R"(["[1]"])"},
      {"cities", "[]", "[]"},
      {"cities", "[{a: 1}, b]", R"([{"a":1},"b"])"},
      {"cities", "{a: 1}", R"({"a":1})"},
      {"cities", "['{\"a\":1}']", R"(["{\"a\":1}"])"},
      {"cities", "Leeds", "(none)"},
      {"references", "[{title: A}, {url: 'https://x'}]", "A; <https://x>"},
      {"references", "[{title: A <b>, url: 'u;v'}]", "A <b> <u\\;v>"},
      {"references", "[{title: 'https://a.org'}]", R"({"title":"https://a.org"})"},
      {"references", "[{title: A <b>}]", R"({"title":"A <b>"})"},
      {"references", "[{url: u, title: A}]", R"({"url":"u","title":"A"})"},
      {"references", "[{title: A, page: 3}]", R"({"title":"A","page":3})"},
      {"references", "[{}]", "{}"},
      {"references", "[text]", R"(["text"])"},
      {"contact", "{name: Ada, phone: '+49'}", R"({"name":"Ada","phone":"+49"})"},
      {"contact", "{phone: 0x1F}", "(none)"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.field);
    CAPTURE(row.yaml);
    CHECK(cell(row.field, row.yaml) == row.cell);
  }
}

TEST_CASE("a cell is read as a person may have typed it") {
  CHECK(icc::value_of_cell(field("cities"), "Leeds;Bradford ; ;York")->items.size() == 3);
  CHECK(icc::value_of_cell(field("references"), "<https://a.org>;B")->items.size() == 2);
  const auto bare = icc::value_of_cell(field("references"), "https://a.org; A https://b.org");
  CHECK(bare->items[0].members[0].first == "url");
  CHECK(bare->items[1].members[0].first == "title");
  CHECK(icc::value_of_cell(field("contact"), "Ada")->members[0].first == "name");
  CHECK_FALSE(icc::value_of_cell(field("contact"), "https://a.org"));
  CHECK(icc::value_of_cell(field("open"), "Yes")->kind == icc::Kind::boolean);
  CHECK_FALSE(icc::value_of_cell(field("title"), ""));
  CHECK_FALSE(icc::value_of_cell(field("references"), "{broken"));
  CHECK(icc::value_of_cell(field("title"), "'t Huis")->text == "'t Huis");
  CHECK(icc::value_of_cell(field("title"), "'=1")->text == "=1");
  CHECK(icc::value_of_cell(field("cities"), "'s-Hertogenbosch; Breda")->items[0].text ==
        "'s-Hertogenbosch");
  CHECK(icc::value_of_cell(field("summary"), "One.\r\nTwo.\r\n")->text == "One.\nTwo.\n");
}

TEST_CASE("raw cells have no apostrophe in front") {
  const std::string text = "title: '=1+1'\nperiod: '2020'\ncities: ['''a']\n";
  CHECK(written("csv", text).ends_with("x,'=1+1,''a,'2020,,,,,,,,\r\n"));
  CHECK(written("csv", text, {.columns = {}, .raw = true}).ends_with("x,=1+1,'a,2020,,,,,,,,\r\n"));
}

TEST_CASE("an id that looks like a formula is made safe, too") {
  std::vector<icc::Practice> one;
  one.push_back(sample("-x", "title: A\n"));
  CHECK(written("csv", one, {.columns = {{&field("title")}}, .raw = false}) ==
        "id,title\r\n'-x,A\r\n");
}

TEST_CASE("chosen columns show what there is, nested fields too") {
  const icc::WriteOptions options{
      .columns = {{&field("references.url"), &field("title"), &field("cities")}}, .raw = false};
  CHECK(written("csv",
                "title: [a, b]\ncities: Leeds\nreferences: [{url: u}, {title: no}, {url: 'v;w'}]\n",
                options) ==
        "id,references.url,title,cities\r\nx,u; v\\;w,\"[\"\"a\"\",\"\"b\"\"]\",Leeds\r\n");
}

TEST_CASE("the id may be the only column") {
  CHECK(written("csv", "title: a\n", {.columns = std::vector<const icc::Field*>()}) ==
        "id\r\nx\r\n");
}

TEST_CASE("whatever a cell says is read back as the same value") {
  icc::test::RandomValues random(11);
  const int count = icc::test::repetitions(1000);
  for (int i = 0; i < count; ++i) {
    const icc::Value value = random.record();
    const auto practice = sample("x", canonical_text(value, std::span<const icc::Field>()));
    const icc::Document& document = practice.document();
    for (const icc::Node& node : document.children(document.root())) {
      for (const icc::Field& column : sample_schema().fields()) {
        const auto said = cell_of(column, document, node);
        if (said) REQUIRE(value_of_cell(column, *said) == value_of(document, node));
      }
    }
  }
}
