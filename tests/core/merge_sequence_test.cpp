#include "core/merge_sequence.h"

#include "core/text_common.h"

#include <doctest/doctest.h>

#include <string>

#include "icc/text.h"

namespace {

icc::Sequence items(std::string_view words) {
  return icc::split(words, ' ');
}

/// The merged items with blanks between them, or `conflict`.
std::string merged(std::string_view base, std::string_view ours, std::string_view theirs) {
  const auto result = icc::merged_sequence(items(base), items(ours), items(theirs));
  if (!result) return "conflict";
  std::string text;
  for (const std::string_view item : *result) text += (text.empty() ? "" : " ") + std::string(item);
  return text;
}

}  // namespace

TEST_CASE("three versions of a list, whichever side is whose") {
  struct Row {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* expected;
  };
  const Row rows[] = {
      {"a b c", "a b c", "a b c", "a b c"},
      {"a b c", "x a b c", "a b c y", "x a b c y"},
      {"a b c", "a c", "a b c d", "a c d"},
      {"a b c", "a2 b c", "a b2 c", "a2 b2 c"},
      {"a b c", "a b2 c", "a b c2", "a b2 c2"},
      {"a b c", "a x b c", "a b2 c", "a x b2 c"},
      {"a b c", "c", "a b c d", "c d"},
      {"a b c", "a c", "a c", "a c"},
      {"a b", "a b x y", "a b x z", "a b x y z"},
      {"a b", "a b y", "a b x", "a b x y"},
      {"a b", "a b x y", "a b y x", "conflict"},
      {"a b", "a b x", "a b x x2", "a b x x2"},
      {"a b c", "a x c", "a y c", "conflict"},
      {"a b c", "a c", "a y c", "conflict"},
      {"a b c", "a x b c", "a y b c", "conflict"},
      {"a b c", "x b c", "c", "conflict"},
      {"", "x", "y", "conflict"},
      {"", "x", "x", "x"},
      {"a", "", "", ""},
      {"a b", "b a", "a b c", "b a c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.base);
    CAPTURE(row.ours);
    CAPTURE(row.theirs);
    CHECK(merged(row.base, row.ours, row.theirs) == row.expected);
    CHECK(merged(row.base, row.theirs, row.ours) == row.expected);
  }
}

TEST_CASE("lists that are too long to compare are left to a person") {
  std::vector<std::string> texts;
  for (int i = 0; i < 6000; ++i) texts.push_back(std::to_string(i));
  const icc::Sequence forth(texts.begin(), texts.end());
  const icc::Sequence back(texts.rbegin(), texts.rend());
  CHECK_FALSE(icc::common_items(forth, back).has_value());
  CHECK_FALSE(icc::merged_sequence(forth, back, {}).has_value());
  CHECK(icc::merged_sequence(forth, forth, {}) == icc::Sequence());
}
