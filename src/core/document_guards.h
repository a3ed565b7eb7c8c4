#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "icc/document.h"

namespace icc {

/// Behind how many open brackets no text can be meant.
inline constexpr std::size_t most_open_brackets = 2000;

/// Whether the character at `at` is one that no record may hold as it is: a control character, a
/// line end that only some readers know, a byte order mark, or no character at all.
[[nodiscard]] bool is_unwanted(std::string_view text, std::size_t at);

/// The fault of the unwanted character at `at`, shown at `range`.
[[nodiscard]] Diagnostic unwanted_fault(std::string_view text, std::size_t at, Range range);

/// What is wrong with the size and the encoding of a text.
[[nodiscard]] std::vector<Diagnostic> encoding_faults(std::string_view text,
                                                      const ReadLimits& limits);

/// What is wrong with a text before it is looked at as YAML: its size, its bytes, lines that begin
/// with `%`, the marks that a failed merge leaves. A text that passes is UTF-8.
[[nodiscard]] std::vector<Diagnostic> text_faults(std::string_view text, const ReadLimits& limits);

/// The tabs in the indentation of a document's lines, and those outside of quotes, comments and
/// block scalars, which some readers refuse.
[[nodiscard]] std::vector<Diagnostic> tab_faults(const Document& document);

/// The tab in the indentation of the line that holds `at`; null range when there is none.
[[nodiscard]] Range tab_in_indentation(std::string_view text, std::size_t at);

/// A tab in the indentation.
[[nodiscard]] Diagnostic tab_fault(Range tab);

}  // namespace icc
