#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "icc/merge_text.h"
#include "icc/schema.h"

namespace icc {

/// Keys in the order of a text.
using Keys = std::vector<std::string_view>;

/// The keys of both sides, removed ones too: in our order, or in theirs where only they changed
/// that of the base. Those that only the other side has stand before the first field that comes
/// later in `fields`; unknown ones behind their neighbour.
[[nodiscard]] Keys merged_order(const Three<Keys>& keys, std::span<const Field> fields);

}  // namespace icc
