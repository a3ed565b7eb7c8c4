#pragma once

#include <string_view>

namespace icc {

/// Whether a text has nothing in it that a guard of reading looks for, whatever the text means: it
/// is UTF-8 without control characters but LF and CR LF, with a byte order mark only in front,
/// without tabs, and with few brackets. A text that is not clean may still be a good record.
[[nodiscard]] bool is_clean(std::string_view text);

}  // namespace icc
