#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace icc {

/// No word, in an answer of `one_edit_before`.
inline constexpr std::size_t no_word = std::numeric_limits<std::size_t>::max();

/// For each of some distinct words, the index of one before it at an edit distance of 1, or
/// `no_word`. Takes time in proportion to the number of characters.
[[nodiscard]] std::vector<std::size_t> one_edit_before(std::span<const std::string_view> words);

}  // namespace icc
