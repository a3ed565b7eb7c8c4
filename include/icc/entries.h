#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/document.h"
#include "icc/result.h"
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

/// Whether an item of a set is written before another: by folded text, then by bytes.
[[nodiscard]] bool precedes_in_set(const Value& item, const Value& other);

/// Prose as it is stored: one sentence a line, so that a diff shows a sentence. Lines of a
/// paragraph are joined first. Headings, lists, quotes, tables, code and paragraphs with hard line
/// breaks stay as they are. Not empty, it ends with one line end. Doing it again changes nothing.
[[nodiscard]] std::string one_sentence_a_line(std::string_view text);

/// The text of one top-level field: whole lines with their line ends, of which the very last may
/// have none. What is where:
///
///     # who wrote this             head: byte order mark, `---`, comments above a blank line
///
///     # as on the web page         title, leading: comments that touch the first key
///     title: Co-kitchen  # new     title, body: up to the last line of its value
///                                  cities, leading: all blank lines and comments above its key
///     # north to south
///     cities:                      cities, body
///       - Umeå
///       # - Luleå                  cities, body: comments below a list or map in block style, as
///                                  far as they are indented more than the key
///     # end                        tail: what is left, a line `...` too
///
/// Blank lines that belong to a value (below a `|+`) are in its body.
struct Entry {
  std::string_view key;  ///< decoded; a view into the document
  Range leading;         ///< blank lines and comments above the key; may be empty
  Range body;            ///< the lines of key and value; begins where `leading` ends
  std::size_t node = 0;  ///< the index of the value's node in the document

  /// All its lines.
  [[nodiscard]] Range lines() const { return {leading.begin, body.end}; }
};

/// A record's text as its top-level fields. Each byte belongs to one of them, to the head or to the
/// tail: one behind the other, they are the text. Holds views into a document, which must outlive
/// it.
class Entries {
 public:
  /// The fields of a document in the order of the text; there is at least one. Refuses
  /// (`Failure::refused`) only a record that is a map in braces.
  [[nodiscard]] static Result<Entries> of(const Document& document);

  /// The fields.
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// The field with this key; null when there is none.
  [[nodiscard]] const Entry* find(std::string_view key) const;
  /// What stands above the first field. Ends with a line end unless it is empty or a byte order
  /// mark alone.
  [[nodiscard]] std::string_view head() const;
  /// What stands below the last field.
  [[nodiscard]] std::string_view tail() const;
  /// The whole text.
  [[nodiscard]] std::string_view text() const { return document_->text(); }
  /// The bytes of a range.
  [[nodiscard]] std::string_view text(Range range) const {
    return text().substr(range.begin, range.end - range.begin);
  }
  /// The document that was read from the text.
  [[nodiscard]] const Document& document() const { return *document_; }

 private:
  explicit Entries(const Document& document) : document_(&document) {}

  const Document* document_;
  std::vector<Entry> entries_;
};

}  // namespace icc
