#include "icc/entries.h"

#include <doctest/doctest.h>

#include <string>

#include "random_value.h"

using icc::Field;
using icc::Kind;
using icc::Value;

namespace {

Value text(std::string words) {
  return {Kind::text, std::move(words), {}, {}};
}

Value scalar(Kind kind, std::string spelling) {
  return {kind, std::move(spelling), {}, {}};
}

Value list(std::vector<Value> items) {
  return {Kind::list, {}, std::move(items), {}};
}

Value map(std::vector<std::pair<std::string, Value>> members) {
  return {Kind::map, {}, {}, std::move(members)};
}

Field field(std::string name, bool set = false, std::vector<Field> fields = {}) {
  Field made;
  made.name = std::move(name);
  made.path = made.name;
  made.set = set;
  made.fields = std::move(fields);
  return made;
}

/// What stands behind `key:` for a text.
std::string written(std::string words) {
  const std::string record =
      canonical_text(map({{"k", text(std::move(words))}}), std::span<const Field>());
  return record.substr(2);
}

Value read_back(const std::string& record) {
  const auto document = icc::Document::read(record);
  if (!document) {
    for (const auto& fault : document.error()) MESSAGE(fault.message << "\n" << record);
  }
  REQUIRE(document);
  return value_of(*document, document->root());
}

}  // namespace

TEST_CASE("a record in canonical form") {
  const std::vector<Field> fields = {
      field("title"),
      field("cities"),
      field("topics", true),
      field("references", false, {field("title"), field("url")}),
      field("contact", false, {field("name"), field("email")}),
  };
  const Value record = map({
      {"zone", text("kept behind the known fields")},
      {"contact",
       map({{"email", text("a@b.org")}, {"phone", text("+49 30")}, {"name", text("Ada")}})},
      {"references", list({map({{"url", text("https://a.org/x#y")}, {"title", text("One: two")}}),
                           map({}), list({text("a"), list({text("b"), scalar(Kind::null, "")})})})},
      {"topics", list({text("Roma"), text("education"), text("Éire"), text("eire"), text("2")})},
      {"cities", list({text("Loures"), text("Amadora")})},
      {"title", text("Co-kitchen")},
      {"period", scalar(Kind::integer, "2020")},
      {"open", scalar(Kind::boolean, "true")},
      {"none", scalar(Kind::null, "")},
      {"no list", list({})},
      {"summary", text("First.\nSecond.\n")},
      {"process", text("No\nend")},
      {"on", map({{"deep", list({text("text\n  of lines\n")})}})},
  });
  CHECK(canonical_text(record, fields) == R"(title: Co-kitchen

cities:
  - Loures
  - Amadora

topics:
  - "2"
  - education
  - eire
  - Éire
  - Roma

references:
  - title: "One: two"
    url: https://a.org/x#y
  - {}
  - - a
    - - b
      - null

contact:
  name: Ada
  email: a@b.org
  phone: +49 30

zone: kept behind the known fields

period: 2020

open: true

none:

no list: []

summary: |
  First.
  Second.

process: |-
  No
  end

"on":
  deep:
    - |
      text
        of lines
)");
  CHECK(canonical_text(map({}), fields) == "{}\n");
}

TEST_CASE("text is plain where every reader takes it for text") {
  for (const char* words : {"Co-kitchen",
                            "2019-2021",
                            "2018-",
                            "Since 2019",
                            "2011-14",
                            "https://x.org:80/a#b",
                            "a:b",
                            "don't",
                            "say \"so\"",
                            "a, b [c] {d}",
                            "x#y",
                            "C#",
                            "1st",
                            "12 monkeys",
                            "Neuchâtel 東京 😀",
                            "yes please",
                            "null and void",
                            "N/A",
                            "~x",
                            "e5",
                            "0x",
                            "0xyz",
                            "2020-01-01 to 2021",
                            "1,5",
                            "+",
                            "+x",
                            "a - b",
                            "a ? b",
                            "100%",
                            "ongoing...",
                            "\u00A0x",
                            "/..",
                            "2018/..",
                            "$x",
                            "(a)",
                            "on-going",
                            "2020-13",
                            "a\\nb",
                            "=x",
                            "<a>",
                            "x =",
                            "_x",
                            "__init__"}) {
    CAPTURE(words);
    CHECK(written(words) == " " + std::string(words) + "\n");
  }
}

TEST_CASE("text is quoted where a reader could take it for something else") {
  for (const char* words : {"",
                            "yes",
                            "No",
                            "ON",
                            "off",
                            "y",
                            "N",
                            "true",
                            "False",
                            "null",
                            "NULL",
                            "~",
                            "=",
                            "<<",
                            ".inf",
                            "-.INF",
                            "+.inf",
                            ".NaN",
                            "2020",
                            "-5",
                            "+5",
                            "0",
                            "012",
                            "0o14",
                            "0x1F",
                            "0b11",
                            "1_000",
                            "12:30",
                            "1:30:59",
                            "-12:30",
                            "3.5",
                            "3.",
                            ".5",
                            "1e3",
                            "1.5E-3",
                            "+1.e+05",
                            "1.2.3",
                            ".",
                            "...",
                            "1__",
                            "_1",
                            "+_",
                            "2020-1-3",
                            "2020-01-01",
                            "2020-01-01T10:00:00Z",
                            "2020-01-01 10:00",
                            "2020-12-31t1",
                            " x",
                            "x ",
                            " ",
                            "x:",
                            "x: y",
                            "x #y",
                            "#x",
                            "- x",
                            "-",
                            "-x",
                            "---",
                            "? x",
                            "?",
                            ": x",
                            ":x",
                            ",x",
                            "[x]",
                            "]",
                            "{x}",
                            "}",
                            "&x",
                            "*x",
                            "!x",
                            "|x",
                            ">x",
                            "'x'",
                            "%x",
                            "@x",
                            "`x`",
                            "<<<<<<< x",
                            "======="}) {
    CAPTURE(words);
    CHECK(written(words) == " \"" + std::string(words) + "\"\n");
  }
}

TEST_CASE("what does not show is written as an escape") {
  using namespace std::string_literals;
  struct Row {
    std::string words, written;
  };
  const Row rows[] = {
      {"\"x\"", R"("\"x\"")"},
      {"x\\: y", R"("x\\: y")"},
      {"a\tb", R"("a\tb")"},
      {"a\r\nb", R"("a\r\nb")"},
      {"\n", R"("\n")"},
      {"\na", R"("\na")"},
      {"a\n\n", R"("a\n\n")"},
      {" \na", R"(" \na")"},
      {"a\n ", R"("a\n ")"},
      {"a\n \n", R"("a\n \n")"},
      {"a\n\tb", R"("a\n\tb")"},
      {"a\n \tb", R"("a\n \tb")"},
      {"nul\0!\x1b[1m\x7f"s, R"("nul\u0000!\u001B[1m\u007F")"},
      {"\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF\u0080",
       R"("\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF\u0080")"},
      {"\b\f", R"("\b\f")"},
  };
  for (const auto& row : rows) CHECK(written(row.words) == " " + row.written + "\n");
}

TEST_CASE("text of several lines is a literal block") {
  struct Row {
    std::string words, written;
  };
  const Row rows[] = {
      {"a\nb\n", " |\n  a\n  b\n"},
      {"a\nb", " |-\n  a\n  b\n"},
      {"a\n", " |\n  a\n"},
      {"a\n\n\nb\n", " |\n  a\n\n\n  b\n"},
      {" a\nb\n", " |2\n   a\n  b\n"},
      {"  a\n", " |2\n    a\n"},
      {" a\nb", " |2-\n   a\n  b\n"},
      {"a\n  b\n", " |\n  a\n    b\n"},
      {"a  \nb\n", " |\n  a  \n  b\n"},
      {"a\n \nb\n", " |\n  a\n   \n  b\n"},
      {"# a\n- b\n%c\n", " |\n  # a\n  - b\n  %c\n"},
      {"a\tb\nc\t\n", " |\n  a\tb\n  c\t\n"},
      {"---\n...\n", " |\n  ---\n  ...\n"},
  };
  for (const auto& row : rows) CHECK(written(row.words) == row.written);
}

TEST_CASE("keys are quoted like text") {
  const Value record = map({{"yes", text("1")},
                            {"a: b", text("x")},
                            {"", text("x")},
                            {"2020", list({map({{"on", text("x")}, {"z", text("y")}})})},
                            {"a\nb", text("x")}});
  const std::string written = canonical_text(record, std::span<const Field>());
  CHECK(written ==
        "\"yes\": \"1\"\n\n\"a: b\": x\n\n\"\": x\n\n"
        "\"2020\":\n  - \"on\": x\n    z: \"y\"\n\n\"a\\nb\": x\n");
  CHECK(read_back(written) == record);
}

TEST_CASE("a value is what a person means by a text") {
  struct Row {
    icc::FieldType type;
    std::string text;
    Kind kind;
    std::string spelling;
  };
  using Type = icc::FieldType;
  const Row rows[] = {
      {Type::text, "2020", Kind::text, "2020"},
      {Type::period, "2020", Kind::integer, "2020"},
      {Type::period, " 2020 ", Kind::integer, "2020"},
      {Type::period, "0020", Kind::text, "0020"},
      {Type::period, "20", Kind::text, "20"},
      {Type::period, "2018-", Kind::text, "2018-"},
      {Type::integer, "-12", Kind::integer, "-12"},
      {Type::integer, "0", Kind::integer, "0"},
      {Type::integer, "012", Kind::text, "012"},
      {Type::integer, "1.5", Kind::real, "1.5"},
      {Type::integer, "+7", Kind::integer, "+7"},
      {Type::integer, "0x1F", Kind::integer, "0x1F"},
      {Type::integer, "ten", Kind::text, "ten"},
      {Type::integer, "", Kind::text, ""},
      {Type::integer, "-", Kind::text, "-"},
      {Type::number, "1.50", Kind::real, "1.50"},
      {Type::number, "7", Kind::integer, "7"},
      {Type::number, "1.", Kind::real, "1."},
      {Type::number, ".5", Kind::real, ".5"},
      {Type::number, "1e3", Kind::real, "1e3"},
      {Type::number, ".inf", Kind::text, ".inf"},
      {Type::number, "true", Kind::text, "true"},
      {Type::boolean, "Yes", Kind::boolean, "true"},
      {Type::boolean, "false", Kind::boolean, "false"},
      {Type::boolean, "perhaps", Kind::text, "perhaps"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    Field asked;
    asked.type = row.type;
    CHECK(value_from(row.text, asked) == scalar(row.kind, row.spelling));
  }
}

TEST_CASE("what is written is read back as the same values") {
  icc::test::RandomValues random(20'240'601);
  const int count = icc::test::repetitions(3000);
  for (int i = 0; i < count; ++i) {
    const Value record = random.record();
    const std::string once = canonical_text(record, std::span<const Field>());
    const Value again = read_back(once);
    REQUIRE_MESSAGE(again == record, once);
    REQUIRE(canonical_text(again, std::span<const Field>()) == once);
  }
}
