#pragma once

#include <string>

#include "core/query_node.h"

namespace icc {

/// How a query was understood: one clause a line, what belongs together indented.
[[nodiscard]] std::string query_explanation(const QueryNode& node);

}  // namespace icc
