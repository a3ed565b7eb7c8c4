#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace icc {

/// Whether all of `text` shows in a file as it is, or is in `allowed`: no control characters, no
/// line ends or marks that readers of YAML 1.1 and 1.2 take differently, only UTF-8.
[[nodiscard]] bool all_show(std::string_view text, std::string_view allowed = {});

/// Whether every reader of YAML, 1.1 or 1.2, takes `text` for this very text when it stands alone
/// in a block: not for a number, a date or a truth value, not for syntax, not with blanks cut off.
[[nodiscard]] bool is_plain(std::string_view text);

/// Whether `text` can be written as a literal block (`|`): it has a line end and nothing that needs
/// an escape or that readers see differently.
[[nodiscard]] bool is_literal(std::string_view text);

/// Appends `text` in double quotes; what does not show, or is not allowed in a file, as an escape.
void append_quoted(std::string& out, std::string_view text);

/// Appends ` |` with the indicators that a literal block of `text` needs.
void append_literal_mark(std::string& out, std::string_view text);

/// Appends the lines of a literal block, each behind a line end and `indent` blanks, without the
/// last line end.
void append_literal_lines(std::string& out, std::string_view text, std::size_t indent);

}  // namespace icc
