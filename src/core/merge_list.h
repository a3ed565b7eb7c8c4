#pragma once

#include <optional>
#include <string>

#include "core/merge_version.h"
#include "icc/merge_text.h"

// Lists in block style, item by item.

namespace icc {

/// Merges a field whose value is a list in both sides; a set when `is_set`. In the base it may be
/// anything. Nothing when a person has to decide, or the lists are written in ways that differ.
[[nodiscard]] std::optional<std::string> merged_list(const Three<const FieldText*>& field,
                                                     bool is_set);

}  // namespace icc
