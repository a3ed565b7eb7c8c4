#pragma once

#include <string>
#include <string_view>

namespace icc {

/// The lines in which two versions of a file differ, in the unified form that patch(1) and git
/// apply read: `--- a/PATH`, `+++ b/PATH`, and pieces with three lines around each change. Nothing
/// where they are equal. Finds a shortest difference unless several thousand lines lie between the
/// first and the last change.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before,
                                       std::string_view after);

}  // namespace icc
