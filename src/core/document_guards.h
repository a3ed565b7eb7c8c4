#pragma once

#include <string_view>
#include <vector>

#include "icc/document.h"

namespace icc {

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
