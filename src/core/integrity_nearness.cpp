#include "core/integrity_nearness.h"

#include <algorithm>
#include <cstdint>

#include "icc/text.h"

// Two words are one edit apart in just three ways, and each can be looked up by a hash:
//
//   replacement   they are equal but for one place: equal with a joker in that place
//   insertion     one without one of its characters is the other
//   swap          one with two neighbours swapped is the other
//
// In each of them the two share a text: themselves, or what is left without one character. So the
// many words that share none with another are put aside first.

namespace icc {
namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15U;  // odd, so that no power of it is 0
constexpr char32_t joker = 0x110000;                 // no character

/// The characters of words, and the polynomial hashes of all their beginnings.
class HashedWords {
 public:
  explicit HashedWords(std::span<const std::string_view> words) {
    ends_.reserve(words.size() + 1);
    for (const std::string_view word : words) add(word);
  }

  [[nodiscard]] std::size_t count() const { return ends_.size() - 1; }
  [[nodiscard]] std::size_t size(std::size_t word) const { return ends_[word + 1] - ends_[word]; }
  [[nodiscard]] std::size_t characters() const { return characters_.size(); }
  [[nodiscard]] char32_t at(std::size_t word, std::size_t at) const {
    return characters_[ends_[word] + at];
  }

  [[nodiscard]] std::uint64_t whole(std::size_t word) const { return start(word, size(word)); }
  [[nodiscard]] std::uint64_t with_joker(std::size_t word, std::size_t at) const {
    return joined(word, start(word, at) * base + joker, at + 1);
  }
  [[nodiscard]] std::uint64_t without(std::size_t word, std::size_t at) const {
    return joined(word, start(word, at), at + 1);
  }
  [[nodiscard]] std::uint64_t swapped(std::size_t word, std::size_t at) const {
    const std::uint64_t second = start(word, at) * base + this->at(word, at + 1);
    return joined(word, second * base + this->at(word, at), at + 2);
  }

 private:
  void add(std::string_view word) {
    starts_.push_back(0);
    while (!word.empty()) {
      const Character character = first_character(word);
      characters_.push_back(character.code);
      starts_.push_back(starts_.back() * base + character.code);
      word.remove_prefix(character.length);
    }
    ends_.push_back(characters_.size());
    while (powers_.size() <= size(count() - 1)) powers_.push_back(powers_.back() * base);
  }

  /// The hash of the first `length` characters of a word.
  [[nodiscard]] std::uint64_t start(std::size_t word, std::size_t length) const {
    return starts_[ends_[word] + word + length];
  }
  /// The hash of a beginning followed by the characters of a word from `rest` on.
  [[nodiscard]] std::uint64_t joined(std::size_t word, std::uint64_t begin,
                                     std::size_t rest) const {
    const std::uint64_t power = powers_[size(word) - rest];
    return begin * power + (whole(word) - start(word, rest) * power);
  }

  std::vector<char32_t> characters_;
  std::vector<std::size_t> ends_ = {0};  // that of a word is the begin of the next
  std::vector<std::uint64_t> starts_;    // one more for each word than characters
  std::vector<std::uint64_t> powers_ = {1};
};

/// Says which words have a text in common with another one, or at least its short hash.
class SharedTexts {
 public:
  /// There will be at most `texts`.
  SharedTexts(std::size_t texts, std::size_t words)
      : slots_(std::bit_ceil(texts * 2)), shares_(words, false) {}

  /// A word has the text of a hash.
  void add(std::uint64_t hash, std::size_t word) {
    const auto short_hash = static_cast<std::uint32_t>((hash * base) >> 32U);
    const auto owner = static_cast<std::uint32_t>(word + 1);
    std::size_t slot = short_hash & (slots_.size() - 1);
    while (slots_[slot].owner != 0 && slots_[slot].hash != short_hash) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    if (slots_[slot].owner == 0) {
      slots_[slot] = {short_hash, owner};
    } else if (slots_[slot].owner != owner) {
      shares_[word] = shares_[slots_[slot].owner - 1] = true;
    }
  }

  [[nodiscard]] bool shares(std::size_t word) const { return shares_[word]; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t owner = 0;  // the first word that has the text, from 1
  };

  std::vector<Slot> slots_;
  std::vector<bool> shares_;
};

/// The words that share a text with another one.
std::vector<std::size_t> candidates(const HashedWords& words) {
  SharedTexts texts(words.characters() + words.count(), words.count());
  for (std::size_t word = 0; word < words.count(); ++word) {
    texts.add(words.whole(word), word);
    for (std::size_t at = 0; at < words.size(word); ++at) {
      texts.add(words.without(word, at), word);
    }
  }
  std::vector<std::size_t> found;
  for (std::size_t word = 0; word < words.count(); ++word) {
    if (texts.shares(word)) found.push_back(word);
  }
  return found;
}

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

void find_replacements(const HashedWords& words, Pairs& pairs) {
  std::vector<Entry> entries;
  for (std::size_t word = 0; word < words.count(); ++word) {
    for (std::size_t at = 0; at < words.size(word); ++at) {
      entries.push_back({words.with_joker(word, at), word});
    }
  }
  std::sort(entries.begin(), entries.end());
  std::size_t first = 0;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].hash != entries[first].hash) first = i;
    if (entries[i].word != entries[first].word) pairs.propose(entries[first].word, entries[i].word);
  }
}

void find_insertions_and_swaps(const HashedWords& words, Pairs& pairs) {
  std::vector<Entry> wholes;
  for (std::size_t word = 0; word < words.count(); ++word) {
    wholes.push_back({words.whole(word), word});
  }
  std::sort(wholes.begin(), wholes.end());
  const auto look_up = [&](std::uint64_t hash, std::size_t word) {
    auto found = std::lower_bound(wholes.begin(), wholes.end(), Entry{hash, 0});
    for (; found != wholes.end() && found->hash == hash; ++found) {
      if (found->word != word) pairs.propose(found->word, word);
    }
  };
  for (std::size_t word = 0; word < words.count(); ++word) {
    for (std::size_t at = 0; at < words.size(word); ++at) {
      look_up(words.without(word, at), word);
      if (at + 1 < words.size(word)) look_up(words.swapped(word, at), word);
    }
  }
}

/// The answer for words of which most are near to another.
std::vector<std::size_t> near_before(std::span<const std::string_view> words) {
  const HashedWords hashed(words);
  Pairs pairs(words);
  find_replacements(hashed, pairs);
  find_insertions_and_swaps(hashed, pairs);
  return pairs.take();
}

}  // namespace

std::vector<std::size_t> one_edit_before(std::span<const std::string_view> words) {
  std::vector<std::size_t> before(words.size(), no_word);
  const std::vector<std::size_t> chosen = candidates(HashedWords(words));
  std::vector<std::string_view> chosen_words;
  chosen_words.reserve(chosen.size());
  for (const std::size_t word : chosen) chosen_words.push_back(words[word]);
  const std::vector<std::size_t> near = near_before(chosen_words);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (near[i] != no_word) before[chosen[i]] = chosen[near[i]];
  }
  return before;
}

}  // namespace icc
