#pragma once

#include <string_view>

namespace icc {

/// Whether an address may become a link: http, https or mailto, in any case, without blanks,
/// control characters, angle brackets or backslashes.
[[nodiscard]] bool is_linkable(std::string_view url);

}  // namespace icc
