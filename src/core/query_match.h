#pragma once

#include "core/query_node.h"
#include "icc/practice.h"

namespace icc {

/// Whether a practice answers a question with yes.
[[nodiscard]] bool matches(const QueryNode& node, const Practice& practice);

}  // namespace icc
