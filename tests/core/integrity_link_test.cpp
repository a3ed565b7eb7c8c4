#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/integrity_fixture.h"

namespace {

const std::set<std::string, std::less<>> files = {
    "practices/sweden/plan.yaml", "practices/sweden/forms/a (1).pdf", "docs/guide.md"};

/// The messages about a summary in Markdown.
std::string messages(const std::string& summary) {
  static const icc::Schema schema = icc_test::meaning_schema();
  std::string text = "summary: |\n  ";
  for (const char c : summary) (text += c) += c == '\n' ? "  " : "";
  text += "\n";
  std::string out;
  const auto practice = icc_test::practice_of("practices/sweden/plan.yaml", text);
  for (icc::Diagnostic found : icc::check_meaning(
           practice, schema, [](std::string_view path) { return files.contains(path); })) {
    icc::locate(found, text);
    out += std::to_string(found.place.line) + ":" + std::to_string(found.place.column) + " " +
           found.message + "\n";
  }
  return out;
}

std::string dead(const std::string& place, const std::string& link, const std::string& path) {
  return place + " the link '" + link + "' leads to no file: there is no '" + path + "'\n";
}

}  // namespace

TEST_CASE("local links in Markdown lead to files") {
  struct Row {
    std::string summary, messages;
  };
  const Row rows[] = {
      {"no link [at all] (here)", ""},
      {"[a](plan.yaml) [b](./plan.yaml#part) [c](../sweden/plan.yaml?x)", ""},
      {"[a](/docs/guide.md) [b](../../docs/guide.md)", ""},
      {"[a](forms/a%20%281%29.pdf) [b](<forms/a (1).pdf>) [c](forms/a%20(1).pdf)", ""},
      {"[a](https://x.example) [b](mailto:a@b.example) [c](#part) [d](//x.example) [e]()", ""},
      {"[a](old.pdf)", dead("2:7", "old.pdf", "practices/sweden/old.pdf")},
      {"see [a]( old.pdf \"Title\")", dead("2:12", "old.pdf", "practices/sweden/old.pdf")},
      {"![a](img/x.png)", dead("2:8", "img/x.png", "practices/sweden/img/x.png")},
      {"[a](/old.md)", dead("2:7", "/old.md", "old.md")},
      {"[a](../../../etc/passwd)",
       "2:7 the link '../../../etc/passwd' leads out of the database\n"},
      {"[a]: old.pdf\n\nand [a]: b", dead("2:8", "old.pdf", "practices/sweden/old.pdf")},
      {"`[a](old.pdf)` and ``[b](`old.pdf)``", ""},
      {"```\n[a](old.pdf)\n```\n[b](x.pdf)", dead("5:7", "x.pdf", "practices/sweden/x.pdf")},
      {"\\[a\\](old.pdf)", ""},
      {"[a](old.pdf) [b](old.pdf)", dead("2:7", "old.pdf", "practices/sweden/old.pdf") +
                                        dead("2:20", "old.pdf", "practices/sweden/old.pdf")},
      {"` [a](old.pdf)", dead("2:9", "old.pdf", "practices/sweden/old.pdf")},
      {"[a](100%.pdf)", dead("2:7", "100%.pdf", "practices/sweden/100%.pdf")},
      {"[a](", ""},
      {"[a](<old.pdf", dead("2:8", "old.pdf", "practices/sweden/old.pdf")},
      {"a \\", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.summary);
    CHECK(messages(row.summary) == row.messages);
  }
}

TEST_CASE("local addresses lead to files") {
  const icc::Schema schema = icc_test::meaning_schema();
  const std::string text =
      "references:\n  - url: plan.yaml\n  - url: www.x.example\n  - url: https://x.example\n";
  const auto practice = icc_test::practice_of("practices/sweden/plan.yaml", text);
  const icc::FileExists exists = [](std::string_view path) { return files.contains(path); };
  CHECK(icc_test::told(icc::check_meaning(practice, schema, exists), text) ==
        "3:10: warning: the link 'www.x.example' leads to no file: there is no "
        "'practices/sweden/www.x.example' (did you mean 'https://www.x.example'?) "
        "[ICC210 dead-link]\n");
  CHECK(icc::check_meaning(practice, schema).empty());
}
