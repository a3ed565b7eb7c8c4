#include <doctest/doctest.h>

#include "write/sample.h"

using icc::test::written;

TEST_CASE("BibTeX has an entry a practice, with what the record says and nothing else") {
  CHECK(written("bibtex",
                "title: A title\ncities: [Leeds, Bradford]\nperiod: 2018-\nsummary: |\n  One.\n"
                "  Two.\nsource: https://a.org\n") == R"(@misc{x,
  title = {{A title}},
  address = {Leeds, Bradford},
  note = {Period: 2018-},
  abstract = {One. Two.},
  url = {https://a.org}
}
)");
  CHECK(written("bibtex", "country: Norway\n").starts_with("@misc{x,\n  title = {{x}}"));
  CHECK(written("bibtex", "title: A title\n") == "@misc{x,\n  title = {{A title}}\n}\n");
}

TEST_CASE("BibTeX is safe from what TeX takes for markup") {
  struct Row {
    std::string record, field;
  };
  const Row rows[] = {
      {"title: '100 % R&D for $5_a #1'", "title = {{100 \\% R\\&D for \\$5\\_a \\#1}}"},
      {"title: 'a}b{c\\d^e~f'",
       "title = {{a\\}b\\{c{\\textbackslash}d{\\textasciicircum}e{\\textasciitilde}f}}"},
      {"title: \"a\\tb\"", "title = {{a b}}"},
      {"title: \"a\\u0007b\"", "title = {{a{\\textbackslash}x07b}}"},
      {"title: Ćafé Привет", "title = {{Ćafé Привет}}"},
      {"title: a\nsource: 'https://a.org/{x}%20\\y_z'",
       "title = {{a}},\n  url = {https://a.org/%7Bx%7D%20%5Cy_z}"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.record);
    CHECK(written("bibtex", row.record + "\n") == "@misc{x,\n  " + row.field + "\n}\n");
  }
}
