#include "core/integrity_title.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/integrity_nearness.h"
#include "icc/text.h"

using Titles = std::vector<std::string_view>;
using Indices = std::vector<std::size_t>;
using icc::no_word;

namespace {

/// Few letters, so that many pairs are near.
std::vector<std::string> random_words(std::mt19937& random, std::size_t count) {
  std::set<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (auto length = 1 + random() % 6; length > 0; --length) {
      word += std::string_view("abé").substr(random() % 2, 1);
      if (random() % 4 == 0) word += "é";
    }
    words.insert(word);
  }
  std::vector<std::string> shuffled(words.begin(), words.end());
  std::shuffle(shuffled.begin(), shuffled.end(), random);
  return shuffled;
}

/// The answer for titles that were taken in the order that counts, or in the opposite one.
Indices similar_before(const Titles& titles, bool in_order = true) {
  icc::SimilarTitles similar;
  std::vector<std::uint32_t> rank;
  for (std::uint32_t i = 0; i < titles.size(); ++i) {
    rank.push_back(in_order ? i : static_cast<std::uint32_t>(titles.size()) - 1 - i);
    similar.add(titles[rank.back()]);
  }
  return similar.before([&](std::size_t title) { return titles[title]; }, rank);
}

}  // namespace

TEST_CASE("the words that tell a title from others") {
  struct Row {
    std::string title, signature;
  };
  const Row rows[] = {
      {"", ""},
      {"Migrant stories", "migrant stories"},
      {"The Stories of Migrants", "migrants stories"},
      {"Gender equality: voices of the women in Camden", "camden equality gender voices women"},
      {"L’accueil à Neuchâtel", "accueil l neuchatel"},
      {"The", "the"},
      {"To and for", "and for to"},
      {"Festival 2018", "2018 festival"},
      {"“Festival” (2018)!", "2018 festival"},
      {"!!!", ""},
  };
  for (const auto& row : rows) CHECK(icc::title_signature(row.title) == row.signature);
}

TEST_CASE("titles that are nearly the same") {
  struct Row {
    Titles titles;
    Indices before;
  };
  const Row rows[] = {
      {{}, {}},
      {{"Migrant stories", "Other"}, {no_word, no_word}},
      {{"Migrant stories", "The stories of MIGRANT"}, {no_word, 0}},
      {{"Migrant stories", "Migrant storys"}, {no_word, no_word}},
      {{"Migrant stories", "Migrants stories"}, {no_word, 0}},
      {{"Migrant stories", "Stories: the migrnat"}, {no_word, 0}},
      {{"Migrant storeis", "A", "Migrant stories", "migrant stories"}, {no_word, no_word, 0, 2}},
      {{"Parks for health", "Parks for wealth"}, {no_word, 0}},
      {{"Open door", "Open doors"}, {no_word, no_word}},
      {{"Parks 1", "Parks 2", "Parks 3"}, {no_word, no_word, no_word}},
      {{"Programme2018", "Programme2019"}, {no_word, no_word}},
      {{"Welcome in Leeds", "Welcome in Camden"}, {no_word, no_word}},
      {{"Migrants talks", "Migrant talk"}, {no_word, no_word}},
      {{"X X X", "X", "X"}, {no_word, no_word, 1}},
      {{"!!!", "???", ""}, {no_word, no_word, no_word}},
      {{"Культура", "Культуро"}, {no_word, 0}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.titles.empty() ? "" : row.titles.front());
    CHECK(similar_before(row.titles) == row.before);
    CHECK(similar_before(row.titles, false) == row.before);
  }
}

TEST_CASE("words one edit apart are found, as comparing all with all finds them") {
  std::mt19937 random(20180621);
  for (int round = 0; round < 60; ++round) {
    const auto words = random_words(random, 40);
    const Titles views(words.begin(), words.end());
    const Indices before = icc::one_edit_before(views);
    for (std::size_t i = 0; i < views.size(); ++i) {
      CAPTURE(views[i]);
      const bool expected = std::any_of(
          views.begin(), views.begin() + static_cast<std::ptrdiff_t>(i),
          [&](std::string_view word) { return icc::edit_distance(word, views[i]) == 1; });
      REQUIRE((before[i] != no_word) == expected);
      if (expected) REQUIRE(icc::edit_distance(views[before[i]], views[i]) == 1);
      if (expected) REQUIRE(before[i] < i);
    }
  }
}

TEST_CASE("many titles of one pattern are compared without comparing all pairs") {
  std::vector<std::string> titles;
  for (int i = 0; i < 16'384; ++i) {
    std::string word = "aaaaaaaaaaaaaa";
    for (int bit = 0; bit < 14; ++bit) {
      if ((i >> bit) % 2 == 1) word[static_cast<std::size_t>(bit)] = 'b';
    }
    titles.push_back("Festival of " + word);
  }
  const Titles views(titles.begin(), titles.end());
  const Indices before = similar_before(views);
  // All but the first differ in one letter from one with fewer letters b.
  CHECK(std::count(before.begin(), before.end(), no_word) == 1);
}
