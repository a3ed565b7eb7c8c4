#pragma once

#include <optional>
#include <string_view>
#include <vector>

// Three versions of a list to one. Items are compared by their bytes.

namespace icc {

/// Views of some items in order.
using Sequence = std::vector<std::string_view>;

/// The items of `base` with the changes of both sides. Nothing when both changed the same items in
/// different ways, or put different items at the same place. Only at the end of a base that has
/// items both may add: what both added comes once, then what only one did, the text that sorts
/// first in front, so that the sides can be swapped.
[[nodiscard]] std::optional<Sequence> merged_sequence(const Sequence& base, const Sequence& ours,
                                                      const Sequence& theirs);

}  // namespace icc
