#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace icc {

/// A set of bytes, asked by one look into a table.
class CharacterSet {
 public:
  /// The letters and digits of ASCII, too.
  [[nodiscard]] constexpr CharacterSet with_words() const {
    return with("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  }
  /// All bytes of characters that are not ASCII, too.
  [[nodiscard]] constexpr CharacterSet with_foreign() const {
    CharacterSet set = *this;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) set.has_[byte] = true;
    return set;
  }
  /// These characters, too.
  [[nodiscard]] constexpr CharacterSet with(std::string_view characters) const {
    CharacterSet set = *this;
    for (const char c : characters) set.has_[static_cast<unsigned char>(c)] = true;
    return set;
  }
  /// Whether a byte is in the set.
  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 0x100> has_{};
};

}  // namespace icc
