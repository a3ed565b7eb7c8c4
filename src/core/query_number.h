#pragma once

#include <optional>
#include <string_view>

#include "core/schema_number.h"

namespace icc {

/// The number that a text of a record or a query is by the core schema of YAML (1.2, section
/// 10.3.2): `12`, `+1.5e2`, `0x1F`. Nothing when it is none.
[[nodiscard]] std::optional<json_schema::Number> query_number(std::string_view text);

}  // namespace icc
