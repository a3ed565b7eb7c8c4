#include "core/integrity_title.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/integrity_nearness.h"
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

/// What remains of a signature without one of its words: two stretches of it.
struct Rest {
  std::string_view head;
  std::string_view tail;
};

/// `word` is a part of `signature`.
Rest rest_of(std::string_view signature, std::string_view word) {
  const auto begin = static_cast<std::size_t>(word.data() - signature.data());
  const std::size_t end = begin + word.size();
  if (end < signature.size()) return {signature.substr(0, begin), signature.substr(end + 1)};
  return {signature.substr(0, begin > 0 ? begin - 1 : 0), {}};
}

std::uint64_t hash_of(const Rest& rest) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const std::string_view part : {rest.head, rest.tail}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

/// One word of a signature, and the hash of the rest of it.
struct Part {
  std::uint64_t rest;
  std::size_t title;
  std::string_view word;
};

bool may_be_mistyped(std::string_view word) {
  return word.size() >= least_letters && character_count(word) >= least_letters &&
         std::none_of(word.begin(), word.end(), is_digit);
}

void add_parts(std::vector<Part>& parts, std::string_view signature, std::size_t title) {
  std::string_view last;
  for (const std::string_view word : split(signature, ' ')) {
    if (word != last && may_be_mistyped(word)) {
      parts.push_back({hash_of(rest_of(signature, word)), title, word});
    }
    last = word;
  }
}

/// The answer of `similar_before` in the making.
class Similarity {
 public:
  explicit Similarity(std::span<const std::string_view> titles) : before_(titles.size(), no_word) {
    for (const std::string_view title : titles) signatures_.push_back(title_signature(title));
  }

  std::vector<std::size_t> take() {
    find_equal();
    find_mistyped();
    return std::move(before_);
  }

 private:
  void find_equal() {
    std::vector<std::size_t> order(signatures_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return signatures_[left] < signatures_[right];
    });
    std::size_t first = 0;
    for (const std::size_t title : order) {
      if (signatures_[title].empty()) continue;
      if (signatures_[title] != signatures_[first]) first = title;
      if (title != first) before_[title] = first;
    }
  }

  void find_mistyped() {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < signatures_.size(); ++i) {
      if (before_[i] == no_word) add_parts(parts, signatures_[i], i);
    }
    std::sort(parts.begin(), parts.end(), [](const Part& left, const Part& right) {
      return left.rest != right.rest ? left.rest < right.rest : left.title < right.title;
    });
    for (auto begin = parts.begin(); begin != parts.end();) {
      const auto end = std::find_if(begin, parts.end(),
                                    [&](const Part& part) { return part.rest != begin->rest; });
      if (end - begin > 1) compare({begin, end});
      begin = end;
    }
  }

  /// Compares the words of titles that are equal but for one word.
  void compare(std::span<const Part> parts) {
    std::vector<std::string_view> words;
    for (const Part& part : parts) words.push_back(part.word);
    const auto near = one_edit_before(words);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (near[i] == no_word || !have_equal_rests(parts[i], parts[near[i]])) continue;
      std::size_t& before = before_[parts[i].title];
      before = std::min(before, parts[near[i]].title);
    }
  }

  /// Equal hashes only propose that the rests are equal.
  [[nodiscard]] bool have_equal_rests(const Part& one, const Part& other) const {
    const auto rest = [&](const Part& part) {
      const auto [head, tail] = rest_of(signatures_[part.title], part.word);
      return std::string(head).append(tail);
    };
    return rest(one) == rest(other);
  }

  std::vector<std::string> signatures_;
  std::vector<std::size_t> before_;
};

}  // namespace

std::string title_signature(std::string_view title) {
  const std::string plain = folded(title);
  std::vector<std::string_view> words = words_of(plain);
  if (!std::all_of(words.begin(), words.end(), is_small)) std::erase_if(words, is_small);
  std::sort(words.begin(), words.end());
  std::string signature;
  for (const std::string_view word : words) {
    if (!signature.empty()) signature += ' ';
    signature += word;
  }
  return signature;
}

std::vector<std::size_t> similar_before(std::span<const std::string_view> titles) {
  return Similarity(titles).take();
}

}  // namespace icc
