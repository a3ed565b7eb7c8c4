#pragma once

#include <span>
#include <string>
#include <vector>

#include "icc/practice.h"
#include "icc/schema.h"

namespace icc {

/// The fields by which a reader narrows the list: topics, country, cities, and others of the schema
/// with an option of their own and a vocabulary, where two values occur; topics first.
[[nodiscard]] std::vector<const Field*> facet_fields(std::span<const Practice> practices,
                                                     const Schema& schema);

/// The decades from the first to the last in which a period of the practices begins or ends, as the
/// first year of each.
[[nodiscard]] std::vector<int> decades_of(std::span<const Practice> practices, const Field& period);

/// Each facet as a list of its values with their counts, for the scripts to make choices of:
/// `data-field` and `data-value` say what a query asks for.
[[nodiscard]] std::string facets_html(std::span<const Practice> practices, const Schema& schema);

}  // namespace icc
