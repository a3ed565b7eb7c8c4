#include "core/schema_texts.h"

#include <bit>
#include <cstring>

namespace icc::json_schema {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    hash = mixed(hash, word);
  }
  word = 0;
  for (const char c : text) word = word << 8U | static_cast<unsigned char>(c);
  return mixed(hash, word);
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

}  // namespace icc::json_schema
