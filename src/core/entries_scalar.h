#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Text as literal blocks.

namespace icc {

/// Whether `text` can be written as a literal block (`|`): it has a line end and nothing that needs
/// an escape or that readers see differently.
[[nodiscard]] bool is_literal(std::string_view text);

/// Appends ` |` with the indicators that a literal block of `text` needs.
void append_literal_mark(std::string& out, std::string_view text);

/// Appends the lines of a literal block, each behind a line end and `indent` blanks, without the
/// last line end.
void append_literal_lines(std::string& out, std::string_view text, std::size_t indent);

}  // namespace icc
