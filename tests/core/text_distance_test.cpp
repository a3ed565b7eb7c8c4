#include "icc/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

/// The definition, without a table: the distance between the ends of two texts from `i` and `j`.
std::size_t naive_distance(const std::string& left, const std::string& right, std::size_t i = 0,
                           std::size_t j = 0) {
  if (i == left.size()) return right.size() - j;
  if (j == right.size()) return left.size() - i;
  std::size_t best = naive_distance(left, right, i + 1, j + 1) + (left[i] == right[j] ? 0 : 1);
  best = std::min(best, naive_distance(left, right, i + 1, j) + 1);
  best = std::min(best, naive_distance(left, right, i, j + 1) + 1);
  const bool can_swap = i + 1 < left.size() && j + 1 < right.size();
  if (can_swap && left[i] == right[j + 1] && left[i + 1] == right[j]) {
    best = std::min(best, naive_distance(left, right, i + 2, j + 2) + 1);
  }
  return best;
}

std::string random_word(std::mt19937& random) {
  std::string word(random() % 7, 'a');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

}  // namespace

TEST_CASE("the distance between two spellings") {
  struct Row {
    std::string left, right;
    std::size_t distance;
  };
  const Row rows[] = {
      {"", "", 0},
      {"Leeds", "Leeds", 0},
      {"", "Leeds", 5},
      {"Botkyrka", "Bottkyrka", 1},
      {"contry", "country", 1},
      {"Sweeden", "Sweden", 1},
      {"cuontry", "country", 1},
      {"ca", "abc", 3},
      {"kitten", "sitting", 3},
      {"é", "e", 1},
      {"東京", "京東", 1},
      {"a\xff", "a\xfe", 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.left);
    CHECK(icc::edit_distance(row.left, row.right) == row.distance);
    CHECK(icc::edit_distance(row.right, row.left) == row.distance);
  }
}

TEST_CASE("the distance is what its definition says, exact up to a limit and above it beyond") {
  std::mt19937 random(20200621);
  for (int round = 0; round < 3000; ++round) {
    const std::string left = random_word(random);
    const std::string right = random_word(random);
    const std::size_t expected = naive_distance(left, right);
    CAPTURE(left);
    CAPTURE(right);
    REQUIRE(icc::edit_distance(left, right) == expected);
    for (std::size_t most = 0; most < 4; ++most) {
      const std::size_t distance = icc::edit_distance(left, right, most);
      REQUIRE((expected <= most ? distance == expected : distance > most));
    }
  }
}

TEST_CASE("the nearest known names") {
  using Names = std::vector<std::string_view>;
  const Names fields = {"country", "cities", "county", "period", "title", "topics"};
  struct Row {
    std::string word;
    std::size_t most;
    Names found;
  };
  const Row rows[] = {
      {"contry", 1, {"country"}},
      {"contry", 9, {"country", "county"}},
      {"Country", 9, {"country", "county"}},
      {"COUNTY", 1, {"county"}},
      {"perıöd", 1, {"period"}},
      {"titel", 1, {"title"}},
      {"topic", 0, {}},
      {"tipc", 1, {}},
      {"zzz", 9, {}},
      {"", 9, {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.word);
    CHECK(icc::nearest(row.word, fields, row.most) == row.found);
  }
  CHECK(icc::nearest("UJ", Names{"UK", "USA"}) == Names{"UK"});
  CHECK(icc::nearest("neuchatel", Names{"Neuchatel", "Neuchâtel"}, 2) ==
        Names{"Neuchatel", "Neuchâtel"});
}
