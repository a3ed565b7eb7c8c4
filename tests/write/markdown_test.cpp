#include <doctest/doctest.h>

#include "write/markdown_text.h"
#include "write/sample.h"

using icc::embedded_prose;
using icc::escaped_markdown;
using icc::test::sample;
using icc::test::written;

TEST_CASE("Markdown is a report with all that a record says") {
  std::vector<icc::Practice> practices;
  practices.push_back(
      sample("a",
             "title: A *title*\ncities: [Leeds, Bradford]\nperiod: 2018-\nopen: true\n"
             "summary: |\n  # One\n  Two.\n\n\nreferences:\n"
             "  - {title: 'First [1]', url: 'https://a.org/(x)'}\n"
             "  - {url: 'https://b.org'}\n  - {title: Book, url: 'javascript:x', pages: 3}\n"
             "contact: {name: Ada, email: a@b.org}\nsource: https://c.org\n"
             "zone: {deep: [1, x]}\n"));
  practices.push_back(sample("b", "cities: []\n"));
  CHECK(written("markdown", practices) == R"(# Practices

2 practices.

## Contents

- [All practices](#no-country): 2 practices
  - [A \*title\*](#practice-a), Leeds, Bradford, 2018-
  - [b](#practice-b)

## <a name="no-country"></a>All practices

2 practices from Bradford, Leeds.

### <a name="practice-a"></a>A \*title\*

- **Cities:** Leeds; Bradford
- **Period:** 2018-
- **Open to all:** true
- **Source:** <https://c.org>
- **Id:** a

#### Summary

##### One
Two.

#### References

- [First \[1\]](<https://a.org/(x)>)
- <https://b.org>
- Book (javascript:x); pages: 3

#### Contact

- Ada; email: a@b.org

#### zone

    zone:
      deep:
        - 1
        - x

### <a name="practice-b"></a>b

- **Id:** b
)");
}

TEST_CASE("the report goes country by country, what has none last") {
  const auto country_schema = [] {
    constexpr std::string_view text = "properties: {title: {type: string}, country: {}}\n";
    return icc::Schema::load([&](std::string_view) { return icc::Result<std::string>(text); })
        .value();
  }();
  std::vector<icc::Practice> practices;
  practices.push_back(sample("z", "country: United Kingdom\n"));
  practices.push_back(sample("y", "title: Nowhere\n"));
  practices.push_back(sample("Ä b\"", "country: Åland\n"));
  practices.push_back(sample("x", "country: united kingdom\ntitle: X\n"));
  std::string out;
  REQUIRE(icc::find_format("markdown")->whole(out, practices, country_schema, {.title = "T*"}));
  CHECK(out == R"(# T\*

4 practices.

## Contents

- [Åland](#country-aland): 1 practice
  - [Ä b"](#practice-_c3_84-b_22)
- [United Kingdom](#country-united-kingdom): 2 practices
  - [z](#practice-z)
  - [X](#practice-x)
- [Without a country](#no-country): 1 practice
  - [Nowhere](#practice-y)

## <a name="country-aland"></a>Åland

1 practice.

### <a name="practice-_c3_84-b_22"></a>Ä b"

- **country:** Åland
- **Id:** Ä b"

## <a name="country-united-kingdom"></a>United Kingdom

2 practices.

### <a name="practice-z"></a>z

- **country:** United Kingdom
- **Id:** z

### <a name="practice-x"></a>X

- **country:** united kingdom
- **Id:** x

## <a name="no-country"></a>Without a country

1 practice.

### <a name="practice-y"></a>Nowhere

- **Id:** y
)");
}

TEST_CASE("Markdown has values of another shape than the field's, too") {
  const std::string report =
      written("markdown",
              "title: [A, B]\ncities: [Leeds, {a: b}]\nperiod: [2018, 2019]\nsummary: {k: v}\n"
              "references: [just text, [1, 2], {title: T}]\ncontact: Ada\n");
  CHECK(report.substr(report.find("\n- **Id")) == R"(
- **Id:** x

#### References

- just text
- \[1,2\]
- T

#### Contact

- Ada

#### title

    title:
      - A
      - B

#### cities

    cities:
      - Leeds
      - a: b

#### period

    period:
      - 2018
      - 2019

#### summary

    summary:
      k: v
)");
}

TEST_CASE("text on one line has no markup") {
  struct Row {
    std::string text, markdown;
  };
  const Row rows[] = {
      {"plain, with: all (sorts) of! marks?", "plain, with: all (sorts) of! marks?"},
      {"*a* `b` [c] \\d", "\\*a\\* \\`b\\` \\[c\\] \\\\d"},
      {"snake_case _em_ é_é", "snake_case \\_em\\_ é_é"},
      {"a <b> </b> <!-- 1 < 2 <=", "a \\<b> \\</b> \\<!-- 1 < 2 <="},
      {"R&D, &amp; &#x41; A & B;", "R\\&D, \\&amp; \\&#x41; A & B;"},
      {"# one # two C#", "\\# one \\# two C#"},
      {"two\nlines \x1b[1m", "two\\\\nlines \\\\x1b\\[1m"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(escaped_markdown(row.text) == row.markdown);
  }
}

TEST_CASE("an address is a link only with a harmless scheme") {
  CHECK(icc::markdown_link("https://a.org") == "<https://a.org>");
  CHECK(icc::markdown_link("mailto:a@b.org") == "<mailto:a@b.org>");
  CHECK(icc::markdown_link("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(icc::markdown_link("https://a.org/ b>") == "https://a.org/ b>");
  CHECK(icc::markdown_link("T", "https://a.org") == "[T](<https://a.org>)");
  CHECK(icc::markdown_link("T", "ftp://a.org") == "T (ftp://a.org)");
  CHECK(icc::markdown_link("T", "") == "T");
  CHECK(icc::markdown_link("", "https://a.org") == "<https://a.org>");
}

TEST_CASE("prose is made to stand within a larger text") {
  struct Row {
    std::string prose, embedded;
  };
  const Row rows[] = {
      {"", ""},
      {"\n\nOne.\n\n\n", "One."},
      {"# A\n## B\n#### D\n###### F\n#no\n#\n   # G #",
       "#### A\n##### B\n###### D\n###### F\n#no\n####\n#### G #"},
      {"A title\n===\ntext\nB\n---\n", "#### A title\n##### text B"},
      {"A\n\n---\n\n- b\n---\n", "A\n\n---\n\n- b\n---"},
      {"```\n# no\n", "```\n# no\n```"},
      {"~~~~ x\n```\n~~~\n# no\n~~~~\n# yes", "~~~~ x\n```\n~~~\n# no\n~~~~\n#### yes"},
      {"    # code", "    # code"},
      {"   ```\n# no\n    ```\n# no\n ```\n# yes", "   ```\n# no\n    ```\n# no\n ```\n#### yes"},
      {"    ```\n# yes", "    ```\n#### yes"},
      {"<!-- a\n<script>\n <PRE>\n<b>x</b> <https://x.org>",
       "\\<!-- a\n\\<script>\n \\<PRE>\n<b>x</b> <https://x.org>"},
      {"a\tb\x1b", "a\tb\\x1b"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.prose);
    CHECK(embedded_prose(row.prose, 3) == row.embedded);
  }
}
