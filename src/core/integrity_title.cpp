#include "core/integrity_title.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <utility>

#include "core/integrity_nearness.h"
#include "core/integrity_repetition.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t least_letters = 5;

/// The words that tell no title from another; the explanation of similar-title names them. Sorted.
constexpr std::string_view small_words[] = {"a",  "an", "and", "for", "in",
                                            "of", "on", "the", "to",  "with"};

static_assert(std::is_sorted(std::begin(small_words), std::end(small_words)));

bool is_small(std::string_view word) {
  return std::binary_search(std::begin(small_words), std::end(small_words), word);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_word_character(text[i])) ++i;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    if (i == begin) ++i;
  }
  return words;
}

/// The words of a folded title that tell it from others.
std::vector<std::string_view> telling_words(std::string_view plain) {
  std::vector<std::string_view> words = words_of(plain);
  if (!std::all_of(words.begin(), words.end(), is_small)) std::erase_if(words, is_small);
  return words;
}

std::string signature_of(std::vector<std::string_view> words) {
  std::sort(words.begin(), words.end());
  std::string signature;
  for (const std::string_view word : words) {
    if (!signature.empty()) signature += ' ';
    signature += word;
  }
  return signature;
}

bool may_be_mistyped(std::string_view word) {
  return word.size() >= least_letters && character_count(word) >= least_letters &&
         std::none_of(word.begin(), word.end(), is_digit);
}

/// One word of a title, and the hash of its other words.
struct Part {
  std::uint64_t hash;   // the same in whatever order the words stand
  std::uint32_t title;  // index
  std::uint32_t word;   // index among its telling words
};

void add_parts(std::vector<Part>& parts, std::string_view title, std::size_t index) {
  const std::string plain = folded(title);
  const std::vector<std::string_view> words = telling_words(plain);
  const std::hash<std::string_view> hash;
  std::uint64_t sum = 0;
  for (const std::string_view word : words) sum += hash(word);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!may_be_mistyped(words[i])) continue;
    parts.push_back(
        {sum - hash(words[i]), static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(i)});
  }
}

/// A part with its words.
struct SpeltPart {
  std::size_t title;
  std::string word;
  std::string rest;  // the signature of the others
};

SpeltPart spelt(const Part& part, std::string_view title) {
  const std::string plain = folded(title);
  std::vector<std::string_view> words = telling_words(plain);
  SpeltPart result{part.title, std::string(words[part.word]), {}};
  words.erase(words.begin() + part.word);
  result.rest = signature_of(std::move(words));
  return result;
}

/// The answer of `similar_before` in the making. Of most titles only hashes are held.
class Similarity {
 public:
  explicit Similarity(std::span<const std::string_view> titles)
      : titles_(titles), before_(titles.size(), no_word) {}

  std::vector<std::size_t> take() {
    for_each_repetition(
        titles_.size(), [&](std::size_t title) { return title_signature(titles_[title]); },
        [&](std::size_t first, std::size_t other) { before_[other] = first; });
    find_mistyped();
    return std::move(before_);
  }

 private:
  void find_mistyped() {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (before_[i] == no_word) add_parts(parts, titles_[i], i);
    }
    const auto key = [](const Part& part) { return std::tuple(part.hash, part.title, part.word); };
    std::sort(parts.begin(), parts.end(),
              [&](const Part& left, const Part& right) { return key(left) < key(right); });
    // A title that has a word twice has two equal parts.
    const auto last =
        std::unique(parts.begin(), parts.end(), [](const Part& left, const Part& right) {
          return left.hash == right.hash && left.title == right.title;
        });
    parts.erase(last, parts.end());
    for_each_sharing(parts, [&](const std::vector<Part>& group) { compare(group); });
  }

  /// Compares the words of titles that are equal but for one word. Equal hashes only propose that
  /// the other words are equal.
  void compare(const std::vector<Part>& group) {
    std::vector<SpeltPart> parts;
    for (const Part& part : group) parts.push_back(spelt(part, titles_[part.title]));
    std::vector<std::string_view> words;
    for (const SpeltPart& part : parts) words.push_back(part.word);
    const auto near = one_edit_before(words);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (near[i] == no_word || parts[i].rest != parts[near[i]].rest) continue;
      std::size_t& before = before_[parts[i].title];
      before = std::min(before, parts[near[i]].title);
    }
  }

  std::span<const std::string_view> titles_;
  std::vector<std::size_t> before_;
};

}  // namespace

std::string title_signature(std::string_view title) {
  const std::string plain = folded(title);
  return signature_of(telling_words(plain));
}

std::vector<std::size_t> similar_before(std::span<const std::string_view> titles) {
  return Similarity(titles).take();
}

}  // namespace icc
