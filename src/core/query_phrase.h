#pragma once

#include <string_view>

namespace icc {

/// Whether `text`, when folded, has `phrase` (which is folded) at the start of a word. Scripts
/// without blanks between words, such as Chinese, have a word's start everywhere.
[[nodiscard]] bool has_phrase(std::string_view text, std::string_view phrase);

/// Whether `text`, when folded, is `wanted`.
[[nodiscard]] bool is_same_text(std::string_view text, std::string_view wanted);

/// Whether `text`, when folded, begins with `wanted`.
[[nodiscard]] bool begins_with_text(std::string_view text, std::string_view wanted);

}  // namespace icc
