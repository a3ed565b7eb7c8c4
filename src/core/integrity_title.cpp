#include "core/integrity_title.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/integrity_nearness.h"
#include "core/text_set.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t least_letters = 5;

constexpr std::size_t longest_small = 4;  // letters

/// The letters of a small word as a number.
constexpr std::uint32_t packed(std::string_view word) {
  std::uint32_t number = 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

/// The words that tell no title from another; the explanation of similar-title names them.
constexpr std::uint32_t small_words[] = {packed("a"),  packed("an"),  packed("and"), packed("for"),
                                         packed("in"), packed("of"),  packed("on"),  packed("the"),
                                         packed("to"), packed("with")};

bool is_small(std::string_view word) {
  return word.size() <= longest_small && std::find(std::begin(small_words), std::end(small_words),
                                                   packed(word)) != std::end(small_words);
}

constexpr CharacterSet word_characters =
    CharacterSet().with("abcdefghijklmnopqrstuvwxyz0123456789").with_foreign();

/// The words of a folded text that are wanted.
template <class Wanted>
std::vector<std::string_view> words_of(std::string_view text, const Wanted& wanted) {
  std::vector<std::string_view> words;
  words.reserve(16);  // few titles have more
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i;
    while (i < text.size() && word_characters.has(text[i])) ++i;
    const std::string_view word = text.substr(begin, i - begin);
    if (!word.empty() && wanted(word)) words.push_back(word);
  }
  return words;
}

/// The words of a folded title that tell it from others.
std::vector<std::string_view> telling_words(std::string_view plain) {
  auto words = words_of(plain, [](std::string_view word) { return !is_small(word); });
  return words.empty() ? words_of(plain, [](std::string_view) { return true; }) : words;
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

/// Whether a word has five letters or more and no digit.
bool may_be_mistyped(std::string_view word) {
  if (word.size() < least_letters) return false;
  std::size_t letters = 0;
  for (const char c : word) {
    if (c >= '0' && c <= '9') return false;
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80;  // in UTF-8
    letters += continues ? 0 : 1;
  }
  return letters >= least_letters;
}

/// The hash of words in whatever order they stand.
std::uint32_t hash_of(const std::vector<std::string_view>& words) {
  std::uint32_t sum = 0;
  for (const std::string_view word : words) sum += short_hash(word);
  return sum;
}

/// A word of a title which other titles may have with an edit, and the title.
struct SpeltPart {
  std::size_t title;
  std::string word;
};

/// The part of a title whose other words have a hash.
SpeltPart spelt(const HashedIndex& part, std::string_view title) {
  const std::string plain = folded(title);
  const std::vector<std::string_view> words = telling_words(plain);
  const std::uint32_t missing = hash_of(words) - part.hash;
  const auto found = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
    return may_be_mistyped(word) && short_hash(word) == missing;
  });
  return {part.index, std::string(*found)};
}

/// The signature of a title without one of its words.
std::string rest_of(std::string_view title, std::string_view word) {
  const std::string plain = folded(title);
  std::vector<std::string_view> words = telling_words(plain);
  words.erase(std::find(words.begin(), words.end(), word));
  return signature_of(std::move(words));
}

/// The answer of `SimilarTitles::before` in the making.
class Similarity {
 public:
  Similarity(const SimilarTitles::TitleOf& title, std::size_t count)
      : title_(title), before_(count, no_word), is_equal_(count, false) {}

  void find_equal(std::vector<HashedIndex> wholes) {
    for_each_repetition(
        std::move(wholes), [&](std::size_t title) { return title_signature(title_(title)); },
        [&](std::size_t first, std::size_t other) {
          before_[other] = first;
          is_equal_[other] = true;
        });
  }

  void find_mistyped(std::vector<HashedIndex> parts) {
    std::erase_if(parts, [&](const HashedIndex& part) { return is_equal_[part.index]; });
    std::sort(parts.begin(), parts.end());
    // A title that has a word twice has two equal parts.
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    for_each_sharing(parts, [&](std::span<const HashedIndex> group) { compare(group); });
  }

  std::vector<std::size_t> take() { return std::move(before_); }

 private:
  /// Compares the words of titles that are equal but for one word.
  void compare(std::span<const HashedIndex> group) {
    std::vector<SpeltPart> parts;
    parts.reserve(group.size());
    for (const HashedIndex& part : group) parts.push_back(spelt(part, title_(part.index)));
    std::vector<std::string_view> words;
    words.reserve(parts.size());
    for (const SpeltPart& part : parts) words.push_back(part.word);
    const auto near = one_edit_before(words);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (near[i] == no_word || !have_equal_rests(parts[i], parts[near[i]])) continue;
      std::size_t& before = before_[parts[i].title];
      before = std::min(before, parts[near[i]].title);
    }
  }

  [[nodiscard]] bool have_equal_rests(const SpeltPart& one, const SpeltPart& other) const {
    return rest_of(title_(one.title), one.word) == rest_of(title_(other.title), other.word);
  }

  const SimilarTitles::TitleOf& title_;
  std::vector<std::size_t> before_;
  std::vector<bool> is_equal_;  // to an earlier one, so that it need not be compared
};

// Parts are compared slice by slice of their hashes, which takes a quarter of the memory.
constexpr std::uint32_t slices = 4;

std::uint32_t slice_of(std::uint32_t hash) {
  return hash % slices;
}

}  // namespace

std::string title_signature(std::string_view title) {
  const std::string plain = folded(title);
  return signature_of(telling_words(plain));
}

void SimilarTitles::add(std::string_view title) {
  const std::string plain = folded(title);
  const std::vector<std::string_view> words = telling_words(plain);
  const std::uint32_t sum = hash_of(words);
  wholes_.push_back(sum);
  for (const std::string_view word : words) {
    if (may_be_mistyped(word)) parts_.push_back(sum - short_hash(word));
  }
  ends_.push_back(static_cast<std::uint32_t>(parts_.size()));
}

std::vector<HashedIndex> SimilarTitles::wholes(std::span<const std::uint32_t> rank) const {
  std::vector<HashedIndex> entries;
  entries.reserve(wholes_.size());
  for (std::size_t title = 0; title < wholes_.size(); ++title) {
    entries.push_back({wholes_[title], rank[title]});
  }
  return entries;
}

std::vector<HashedIndex> SimilarTitles::parts(std::uint32_t slice,
                                              std::span<const std::uint32_t> rank) const {
  std::vector<HashedIndex> entries;
  std::size_t part = 0;
  for (std::size_t title = 0; title < ends_.size(); ++title) {
    for (; part < ends_[title]; ++part) {
      if (slice_of(parts_[part]) == slice) entries.push_back({parts_[part], rank[title]});
    }
  }
  return entries;
}

std::vector<std::size_t> SimilarTitles::before(const TitleOf& title,
                                               std::span<const std::uint32_t> rank) const {
  Similarity similarity(title, wholes_.size());
  similarity.find_equal(wholes(rank));
  for (std::uint32_t slice = 0; slice < slices; ++slice) {
    similarity.find_mistyped(parts(slice, rank));
  }
  return similarity.take();
}

}  // namespace icc
