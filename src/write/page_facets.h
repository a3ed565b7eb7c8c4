#pragma once

#include <span>
#include <string>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// Each facet as a list of its values with their counts, for the scripts to make choices of:
/// `data-field` and `data-value` say what a query asks for.
[[nodiscard]] std::string facets_html(std::span<const Practice> practices, const Schema& schema);

}  // namespace icc
