#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// The value that a person means by `text` in a field: a number or a truth value where the field
/// has that type, a year of four digits in a period as a number, text otherwise.
[[nodiscard]] Value value_from(std::string_view text, const Field& field);

/// A record in canonical form: keys in the order of `fields`, unknown ones after them, a blank line
/// between fields, sets sorted (by folded text, then by bytes), nulls as a key with nothing behind
/// it. Text is plain where all readers of YAML 1.1 and 1.2 agree on it, in double quotes where not;
/// with a line end it is a literal block, unless that needs escapes or has blank lines at an end.
/// Other scalars are written as they are spelt. All text must be UTF-8.
[[nodiscard]] std::string canonical_text(const Value& record, std::span<const Field> fields);

/// A record in canonical form, by the fields of a schema.
[[nodiscard]] inline std::string canonical_text(const Value& record, const Schema& schema) {
  return canonical_text(record, schema.fields());
}

/// Prose as it is stored: one sentence a line, so that a diff shows a sentence. Lines of a
/// paragraph are joined first. Headings, lists, quotes, tables, code and paragraphs with hard line
/// breaks stay as they are. Not empty, it ends with one line end. Doing it again changes nothing.
[[nodiscard]] std::string one_sentence_a_line(std::string_view text);

}  // namespace icc
