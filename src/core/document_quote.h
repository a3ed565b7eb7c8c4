#pragma once

#include <string>
#include <string_view>

#include "icc/document.h"

// Where a text needs quotes, and the text within them.

namespace icc {

/// Whether all of `text` shows in a file as it is, or is in `allowed`: no control characters, no
/// line ends or marks that readers of YAML 1.1 and 1.2 take differently, only UTF-8.
[[nodiscard]] bool all_show(std::string_view text, std::string_view allowed = {});

/// Whether every reader of YAML, 1.1 or 1.2, takes `text` for this very text when it stands alone
/// in a block: not for a number, a date or a truth value, not for syntax, not with blanks cut off.
[[nodiscard]] bool is_plain(std::string_view text);

/// Whether it does so within brackets and braces, too.
[[nodiscard]] bool is_plain_in_flow(std::string_view text);

/// Appends `text` in double quotes; what does not show, or is not allowed in a file, as an escape.
void append_quoted(std::string& out, std::string_view text);

/// `text` as a scalar that may stand in place of one that was written as `old`: in its quotes, or
/// in those which the text needs wherever it stands.
[[nodiscard]] std::string scalar_text(std::string_view text, Style old);

}  // namespace icc
