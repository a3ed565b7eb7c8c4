#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace icc {

/// The words of a title that tell it from others: folded, without the small ones, sorted, joined by
/// blanks.
[[nodiscard]] std::string title_signature(std::string_view title);

/// For each title, the index of one before it that is nearly the same, or `no_word`: with equal
/// signatures, or with signatures that differ by one edit in one word of five letters or more and
/// no digit. Of equal titles all answer the first. In near-linear time.
[[nodiscard]] std::vector<std::size_t> similar_before(std::span<const std::string_view> titles);

}  // namespace icc
