#include "cli/line_editor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("Tab completes what stands behind the last semicolon") {
  const std::vector<std::string> words = {"Malmö", "Malta", "Neuchâtel", "San Sebastián",
                                          "Saint Helena, Ascension"};
  struct Row {
    std::string text, replacement;
    std::vector<std::string> candidates;
  };
  const Row rows[] = {
      {"neuch", "Neuchâtel", {}},
      {"SAN", "San Sebastián", {}},
      {"m", "Mal", {"Malmö", "Malta"}},
      {"mal", "Mal", {"Malmö", "Malta"}},
      {"Malta; neuchat", "Neuchâtel", {}},
      {"Malta;  ", "", words},
      {"x", "x", {}},
      {"Malta, neuchat", "Neuchâtel", {}},
      {"x; Malta, m", "Mal", {"Malmö", "Malta"}},
      {"saint", "Saint Helena, Ascension", {}},
      {"saint helena, a", "Saint Helena, Ascension", {}},
      {"Malta, x", "x", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const icc::Completion found = icc::completed(row.text, words);
    CHECK(found.replacement == row.replacement);
    CHECK(found.candidates == row.candidates);
    CHECK(row.text.ends_with(found.typed));
  }
}
