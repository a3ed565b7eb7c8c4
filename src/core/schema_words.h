#pragma once

#include <string>
#include <string_view>

#include "core/schema_program.h"

// The words of the schema's messages.

namespace icc::json_schema {

/// What values of these kinds are called: `text or a whole number`.
[[nodiscard]] std::string kinds_phrase(KindSet kinds);

/// What a value is, with the value where it is a scalar: `the number 12`, `a list`.
[[nodiscard]] std::string value_phrase(const Node& value);

/// The text of a keyword that describes a schema (title, description); empty when it has none.
[[nodiscard]] std::string_view annotation(const Program& program, SchemaPlace schema,
                                          std::string_view keyword);

}  // namespace icc::json_schema
