#pragma once

#include <span>
#include <string>
#include <string_view>

#include "icc/practice.h"
#include "icc/schema.h"

// The vocabulary of schema.org as JSON-LD, safe within a `script` element: for search engines.

namespace icc {

/// The collection as a `Dataset`: its name, topics, countries and time.
[[nodiscard]] std::string dataset_json(std::string_view title, std::string_view description,
                                       std::span<const Practice> practices, const Schema& schema);

/// One practice as a `CreativeWork`; `address` is its page, may be empty.
[[nodiscard]] std::string practice_ld_json(const Practice& practice, const Schema& schema,
                                           std::string_view address);

}  // namespace icc
