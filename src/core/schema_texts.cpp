#include "core/schema_texts.h"

#include <cstring>

namespace icc::json_schema {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

template <class Word>
std::uint64_t word_at(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// The last bytes of a text, at most eight: as two words that overlap where there are four or more.
std::uint64_t last_word(std::string_view text) {
  const char* const end = text.data() + text.size();
  if (text.size() >= 8) return word_at<std::uint64_t>(end - 8);
  if (text.size() >= 4) {
    return word_at<std::uint32_t>(text.data()) << 32U | word_at<std::uint32_t>(end - 4);
  }
  std::uint64_t word = 0;
  for (const char c : text) word = word << 8U | static_cast<unsigned char>(c);
  return word;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  const std::uint64_t last = last_word(text);
  for (; text.size() > 8; text.remove_prefix(8)) {
    hash = mixed(hash, word_at<std::uint64_t>(text.data()));
  }
  return mixed(hash, last);
}

}  // namespace

TextSet::TextSet(std::span<const std::string_view> texts) {
  if (texts.empty()) return;
  slots_.resize(std::bit_ceil(texts.size() * 2));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::size_t slot = hash_of(texts[i]) & (slots_.size() - 1);
    while (slots_[slot].index != none && slots_[slot].text != texts[i]) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    if (slots_[slot].index == none) slots_[slot] = {texts[i], static_cast<std::uint32_t>(i)};
  }
}

std::uint32_t TextSet::find(std::string_view text) const {
  if (slots_.empty()) return none;
  std::size_t slot = hash_of(text) & (slots_.size() - 1);
  while (slots_[slot].index != none && slots_[slot].text != text) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slots_[slot].index;
}

void AllowedTexts::make_ready() const {
  if (!read_) return;
  std::call_once(is_read_, [this] {
    texts_ = read_();
    set_ = TextSet(texts_);
  });
}

bool AllowedTexts::has_repetition() const {
  make_ready();
  for (std::uint32_t i = 0; i < texts_.size(); ++i) {
    if (set_.find(texts_[i]) != i) return true;
  }
  return false;
}

}  // namespace icc::json_schema
