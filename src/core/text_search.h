#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace icc {

/// Finds the next one of a few bytes in a text, each by the library's fast search for one byte.
/// The text is walked once for each byte, however often one asks.
template <std::size_t Count>
class ByteSearch {
 public:
  /// The text must outlive the search.
  ByteSearch(std::string_view text, const std::array<char, Count>& bytes)
      : text_(text), bytes_(bytes) {
    for (std::size_t i = 0; i < Count; ++i) places_[i] = text_.find(bytes_[i]);
  }

  /// The offset of the first of the bytes at or behind `from`, which must not decrease from call to
  /// call; npos when there is none.
  [[nodiscard]] std::size_t next(std::size_t from) {
    for (std::size_t i = 0; i < Count; ++i) {
      if (places_[i] < from) places_[i] = text_.find(bytes_[i], from);
    }
    return *std::min_element(places_.begin(), places_.end());
  }

 private:
  std::string_view text_;
  std::array<char, Count> bytes_;
  std::array<std::size_t, Count> places_{};
};

}  // namespace icc
