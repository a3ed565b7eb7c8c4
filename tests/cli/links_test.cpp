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
