#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

// What two lists of texts have in common. Items are compared by their bytes.

namespace icc {

/// Some texts in order.
using Items = std::span<const std::string_view>;

/// How many items two lists have in common at the front.
[[nodiscard]] std::size_t common_front(Items left, Items right);

/// The pairs of equal items (index in `left`, index in `right`) of a longest common subsequence, in
/// order. Nothing where the two are too long to compare.
[[nodiscard]] std::optional<std::vector<std::pair<std::size_t, std::size_t>>> common_items(
    Items left, Items right);

}  // namespace icc
