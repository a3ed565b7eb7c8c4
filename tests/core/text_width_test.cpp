#include "icc/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("the width of a text on a terminal") {
  struct Row {
    std::string text;
    std::size_t cells;
  };
  const Row rows[] = {
      {"", 0},
      {"Leeds", 5},
      {"Neuchâtel", 9},
      {"Neucha\u0302tel", 9},
      {"東京", 4},
      {"안산시", 6},
      {"Ｗ", 2},
      {"ｱ", 1},
      {"😀", 2},
      {"a\u200bb\u200dc", 3},
      {"\ufe0f", 0},
      {"…–“”", 4},
      {"Σοφία Київ", 10},
      {"\x01\x7f", 0},
      {"a\xff", 2},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(icc::display_width(row.text) == row.cells);
  }
}

TEST_CASE("a text is cut at a character and says so") {
  struct Row {
    std::string text;
    std::size_t cells;
    std::string cut;
  };
  const Row rows[] = {
      {"", 0, ""},
      {"Leeds", 5, "Leeds"},
      {"Leeds", 4, "Lee…"},
      {"Leeds", 1, "…"},
      {"Leeds", 0, ""},
      {"Neuchâtel", 7, "Neuchâ…"},
      {"Neucha\u0302tel", 7, "Neucha\u0302…"},
      {"Neucha\u0302tel", 6, "Neuch…"},
      {"東京都", 6, "東京都"},
      {"東京都", 5, "東京…"},
      {"東京都", 4, "東…"},
      {"東京都", 2, "…"},
      {"ab\xff\xff", 3, "ab…"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(icc::truncated(row.text, row.cells) == row.cut);
  }
}

TEST_CASE("a text is padded by width") {
  CHECK(icc::padded("", 2) == "  ");
  CHECK(icc::padded("é", 3) == "é  ");
  CHECK(icc::padded("東京", 5) == "東京 ");
  CHECK(icc::padded("Leeds", 3) == "Leeds");
}

TEST_CASE("a text is wrapped at blanks") {
  using Lines = std::vector<std::string>;
  struct Row {
    std::string text;
    std::size_t cells;
    Lines lines;
  };
  const Row rows[] = {
      {"", 10, {}},
      {" \n ", 10, {}},
      {"one", 10, {"one"}},
      {"one two three", 7, {"one two", "three"}},
      {"one two three", 8, {"one two", "three"}},
      {"  one\n\ttwo ", 20, {"one two"}},
      {"intercultural city", 5, {"intercultural", "city"}},
      {"a b", 0, {"a", "b"}},
      {"10\u00a0cities joined", 9, {"10\u00a0cities", "joined"}},
      {"東京 大阪 名古屋", 9, {"東京 大阪", "名古屋"}},
      {"é è à ü", 3, {"é è", "à ü"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(icc::wrapped(row.text, row.cells) == row.lines);
  }
}
