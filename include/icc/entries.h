#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "icc/document.h"
#include "icc/schema.h"

// The text of a record as fields. This is the one place that knows how the format is written.

namespace icc {

/// A value to be written: a scalar, a list or a map, not tied to any text.
struct Value {
  Kind kind = Kind::text;
  std::string text;          ///< of a scalar; a number or boolean as it is spelt
  std::vector<Value> items;  ///< of a list
  std::vector<std::pair<std::string, Value>> members;  ///< of a map, in order

  bool operator==(const Value&) const = default;
};

/// The value of a node, with all that is below it.
[[nodiscard]] Value value_of(const Document& document, const Node& node);

/// A record in canonical form: keys in the schema's order, unknown ones after them, a blank line
/// between fields, sets sorted, every scalar quoted where YAML 1.1 or 1.2 would read it as
/// something else.
[[nodiscard]] std::string canonical_text(const Value& record, const Schema& schema);

/// `text` as one sentence a line, the form in which prose is stored; lists and code blocks stay as
/// they are.
[[nodiscard]] std::string one_sentence_a_line(std::string_view text);

}  // namespace icc
