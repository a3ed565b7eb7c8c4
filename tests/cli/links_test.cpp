#include "cli/links.h"

#include <doctest/doctest.h>

using icc::with_links;

TEST_CASE("links to a record follow it to its new name") {
  struct Row {
    const char* text;
    const char* changed;
  };
  // In practices/norway/night.yaml, when practices/sweden/old.yaml is renamed to new.
  const Row rows[] = {
      {"[a](../sweden/old.yaml) b", "[a](../sweden/new.yaml) b"},
      {"url: /practices/sweden/old.yaml#x\n", "url: /practices/sweden/new.yaml#x\n"},
      {"<../../practices/sweden/old.yaml>", "<../../practices/sweden/new.yaml>"},
      {"[a](../sweden/old.yaml), [b](../sweden/old.yaml)",
       "[a](../sweden/new.yaml), [b](../sweden/new.yaml)"},
      {"[a](../sw%65den/old.yaml)", "[a](../sw%65den/new.yaml)"},
      {"[a](../../../practices/sweden/old.yaml)", "[a](../../../practices/sweden/old.yaml)"},
      {"old.yaml", "old.yaml"},
      {"../sweden/very-old.yaml", "../sweden/very-old.yaml"},
      {"../sweden/old.yaml.gz", "../sweden/old.yaml.gz"},
      {"[a](../sweden/%6Fld.yaml#b) ../sweden/ol%64.yaml.",
       "[a](../sweden/new.yaml#b) ../sweden/new.yaml."},
      {"%6Fld.yaml %zz ../sweden/%6Flde.yaml", "%6Fld.yaml %zz ../sweden/%6Flde.yaml"},
      {"a: a `../sweden/old.yaml` b", "a: a `../sweden/old.yaml` b"},
      {"a: |\n  ```\n  [a](../sweden/old.yaml)\n  ```\n  [a](../sweden/old.yaml) `\nb: x `",
       "a: |\n  ```\n  [a](../sweden/old.yaml)\n  ```\n  [a](../sweden/new.yaml) `\nb: x `"},
      {"a: '\\`../sweden/old.yaml`'", "a: '\\`../sweden/new.yaml`'"},
      {"https://example.org/sweden/old.yaml", "https://example.org/sweden/old.yaml"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(with_links(row.text, "practices/norway/night.yaml", "practices/sweden/old.yaml", "new") ==
          row.changed);
  }
  CHECK(with_links("[a](old.yaml)", "practices/sweden/x.yaml", "practices/sweden/old.yaml",
                   "new") == "[a](new.yaml)");
}

TEST_CASE("links behind escapes of YAML are noticed") {
  struct Row {
    const char* text;
    bool has;
  };
  const Row rows[] = {
      {"a: \"..\\u002fsweden/old.yaml\"", true},    {"a: \"[b](../sweden/\\x6fld.yaml)\"", true},
      {"a: \"`..\\u002fsweden/old.yaml`\"", false}, {"a: '..\\u002fsweden/old.yaml'", false},
      {"a: \"..\\u002fsweden/older.yaml\"", false}, {"a: [\\", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(icc::has_escaped_links(row.text, "practices/norway/night.yaml",
                                 "practices/sweden/old.yaml") == row.has);
  }
}
