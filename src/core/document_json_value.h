#pragma once

#include "icc/document.h"
#include "icc/json.h"

namespace icc {

/// Writes a value as JSON: numbers and truth values stay what they are, in JSON's
/// spelling (`0x1F` is 31, `.5` is 0.5). A number that JSON can't say (`.inf`) becomes a string.
void write_json_value(JsonWriter& json, const Document& document, const Node& node);

}  // namespace icc
