#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/entries.h"

namespace icc::test {

/// How often a random test runs: `usual`, or as often as ICC_REPETITIONS says.
inline int repetitions(int usual) {
  const char* wish = std::getenv("ICC_REPETITIONS");
  return wish == nullptr ? usual : std::atoi(wish);
}

/// Makes records full of what writers of YAML get wrong. The same seed gives the same records.
class RandomValues {
  template <class Array>
  const auto& pick(const Array& array) {
    return array[below(array.size())];
  }

 public:
  /// `keys` are often those of a record; the others are made up.
  explicit RandomValues(std::uint32_t seed, std::vector<std::string> keys = {})
      : random_(seed), keys_(std::move(keys)) {}

  /// A map of up to eight fields.
  Value record() { return map(0); }

  /// Words, often such as look like something else.
  std::string text() {
    std::string words;
    for (std::size_t count = below(6); count > 0; --count) words += pick(pieces);
    return words;
  }

  /// A number from 0 up to, not including, `end`. (The distributions of the standard library differ
  /// between libraries.)
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  // Put behind one another they meet every rule of plain, quoted and literal text.
  static constexpr std::array<std::string_view, 84> pieces = {
      "a",           "b c",        "yes",    "No",      "on",      "y",       "~",      "null",
      "true",        "=",          "<<",     "1",       "0",       "12",      "_",      ":30",
      ".",           "e3",         "0x1F",   "0o7",     "-",       "+",       ".inf",   ".nan",
      "2020-01-01",  "T10:00:00Z", " 10:00", "2018-",   ":",       ": ",      " #",     "#",
      ", ",          "[",          "]",      "{",       "}",       "&a",      "*a",     "!t",
      "|",           ">",          "'",      "\"",      "%",       "@",       "`",      "?",
      "? ",          "- ",         " ",      "  ",      "\n",      "\n\n",    "\n ",    " \n",
      "\t",          "\n\t",       "\r\n",   "\r",      "\\",      "\\n",     "\u0085", "\u2028",
      "\u2029",      "\uFEFF",     "\x1b",   "\x7f",    "é",       "東京",    "😀",      "\u00A0",
      "\u200F",      "---",        "...",    "\n---\n", "\n...\n", "\n# x\n", "\n%y\n", "<<<<<<< x",
      "\n=======\n", "Sentence. ", "N/A",    "\u0301"};
  static constexpr std::array<std::string_view, 6> integers = {"0",    "7",      "-12",
                                                               "2020", "100000", "1"};
  static constexpr std::array<std::string_view, 4> reals = {"0.5", "-3.25", "1.0", "20.75"};

  Value scalar(Kind kind, std::string_view spelling) {
    return {kind, std::string(spelling), {}, {}};
  }

  Value value(std::size_t depth) {
    switch (below(depth < 4 ? 12 : 9)) {
      case 0:
        return scalar(Kind::null, "");
      case 1:
        return scalar(Kind::boolean, below(2) == 0 ? "true" : "false");
      case 2:
        return scalar(Kind::integer, pick(integers));
      case 3:
        return scalar(Kind::real, pick(reals));
      case 9:
        return map(depth + 1);
      case 10:
      case 11:
        return list(depth + 1);
      default:
        return scalar(Kind::text, text());
    }
  }

  Value list(std::size_t depth) {
    Value made{Kind::list, {}, {}, {}};
    for (std::size_t count = below(4); count > 0; --count) made.items.push_back(value(depth));
    return made;
  }

  std::string some_key(std::size_t depth) {
    if (depth < 2 && !keys_.empty() && below(4) > 0) return pick(keys_);
    return below(2) == 0 ? text() : std::string(pick(pieces));
  }

  Value map(std::size_t depth) {
    Value made{Kind::map, {}, {}, {}};
    for (std::size_t count = below(depth == 0 ? 9 : 4); count > 0; --count) {
      std::string key = some_key(depth);
      const bool is_new = std::none_of(made.members.begin(), made.members.end(),
                                       [&](const auto& member) { return member.first == key; });
      if (is_new) made.members.emplace_back(std::move(key), value(depth));
    }
    return made;
  }

  std::mt19937 random_;
  std::vector<std::string> keys_;
};

}  // namespace icc::test
