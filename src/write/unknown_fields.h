#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/practice.h"

namespace icc {

/// A field that the schema does not know.
struct UnknownField {
  std::string_view key;  ///< a view into the practice
  std::string yaml;      ///< key and value in canonical YAML, what does not show made visible
};

/// The fields of a practice that the schema does not know, in the record's order.
[[nodiscard]] std::vector<UnknownField> unknown_fields(const Practice& practice,
                                                       const Schema& schema);

}  // namespace icc
