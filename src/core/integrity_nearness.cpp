#include "core/integrity_nearness.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "icc/text.h"

// Two words are one edit apart in just three ways, and each can be looked up by a hash:
//
//   replacement   they are equal but for one place: equal with a joker in that place
//   insertion     one without one of its characters is the other
//   swap          one with two neighbours swapped is the other

namespace icc {
namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15U;  // odd, so that no power of it is 0
constexpr char32_t joker = 0x110000;                 // no character

/// The characters of a word, and the polynomial hashes of all its beginnings.
class HashedWord {
 public:
  explicit HashedWord(std::string_view word) {
    while (!word.empty()) {
      const Character character = first_character(word);
      characters_.push_back(character.code);
      word.remove_prefix(character.length);
    }
    for (const char32_t code : characters_) {
      starts_.push_back(starts_.back() * base + code);
      powers_.push_back(powers_.back() * base);
    }
  }

  [[nodiscard]] std::size_t size() const { return characters_.size(); }
  [[nodiscard]] std::uint64_t whole() const { return starts_.back(); }

  [[nodiscard]] std::uint64_t with_joker(std::size_t at) const {
    return joined(starts_[at] * base + joker, at + 1);
  }
  [[nodiscard]] std::uint64_t without(std::size_t at) const { return joined(starts_[at], at + 1); }
  [[nodiscard]] std::uint64_t swapped(std::size_t at) const {
    const std::uint64_t pair = (starts_[at] * base + characters_[at + 1]) * base + characters_[at];
    return joined(pair, at + 2);
  }

 private:
  /// The hash of a beginning followed by the characters from `rest` on.
  [[nodiscard]] std::uint64_t joined(std::uint64_t start, std::size_t rest) const {
    const std::uint64_t power = powers_[size() - rest];
    return start * power + (starts_[size()] - starts_[rest] * power);
  }

  std::u32string characters_;
  std::vector<std::uint64_t> starts_ = {0};
  std::vector<std::uint64_t> powers_ = {1};
};

struct Entry {
  std::uint64_t hash;
  std::size_t word;

  auto operator<=>(const Entry&) const = default;
};

/// Collects the pairs; hashes only propose them.
class Pairs {
 public:
  explicit Pairs(std::span<const std::string_view> words)
      : words_(words), before_(words.size(), no_word) {}

  void propose(std::size_t one, std::size_t other) {
    const std::size_t first = std::min(one, other);
    const std::size_t last = std::max(one, other);
    if (first < before_[last] && edit_distance(words_[one], words_[other], 1) == 1) {
      before_[last] = first;
    }
  }

  std::vector<std::size_t> take() { return std::move(before_); }

 private:
  std::span<const std::string_view> words_;
  std::vector<std::size_t> before_;
};

void find_replacements(const std::vector<HashedWord>& words, Pairs& pairs) {
  std::vector<Entry> entries;
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::size_t at = 0; at < words[word].size(); ++at) {
      entries.push_back({words[word].with_joker(at), word});
    }
  }
  std::sort(entries.begin(), entries.end());
  std::size_t first = 0;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].hash != entries[first].hash) first = i;
    if (entries[i].word != entries[first].word) pairs.propose(entries[first].word, entries[i].word);
  }
}

void find_insertions_and_swaps(const std::vector<HashedWord>& words, Pairs& pairs) {
  std::vector<Entry> wholes;
  for (std::size_t word = 0; word < words.size(); ++word) {
    wholes.push_back({words[word].whole(), word});
  }
  std::sort(wholes.begin(), wholes.end());
  const auto look_up = [&](std::uint64_t hash, std::size_t word) {
    auto found = std::lower_bound(wholes.begin(), wholes.end(), Entry{hash, 0});
    for (; found != wholes.end() && found->hash == hash; ++found) {
      if (found->word != word) pairs.propose(found->word, word);
    }
  };
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::size_t at = 0; at < words[word].size(); ++at) {
      look_up(words[word].without(at), word);
      if (at + 1 < words[word].size()) look_up(words[word].swapped(at), word);
    }
  }
}

}  // namespace

std::vector<std::size_t> one_edit_before(std::span<const std::string_view> words) {
  std::vector<HashedWord> hashed;
  hashed.reserve(words.size());
  for (const std::string_view word : words) hashed.emplace_back(word);
  Pairs pairs(words);
  find_replacements(hashed, pairs);
  find_insertions_and_swaps(hashed, pairs);
  return pairs.take();
}

}  // namespace icc
