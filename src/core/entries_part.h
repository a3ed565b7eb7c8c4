#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/entries.h"

namespace icc {

/// A comment, from its `#` to the end of its line.
struct Comment {
  std::string_view text;  ///< without blanks at its end
  bool apart = false;     ///< stands on a line of its own, below a blank one
};

/// A value on its way to canonical form, with its comments. Views into what it was made from.
struct Part {
  Kind kind = Kind::null;
  std::string_view key;   ///< in a map
  std::string_view text;  ///< of a scalar; nothing for null
  std::vector<Part> parts;
  std::vector<Comment> above = {};   ///< on lines of their own; at the root: above all fields
  std::vector<Comment> beside = {};  ///< on the line of the value
  std::vector<Comment> below = {};   ///< behind the last part; at the root: below all fields
  bool apart = false;                ///< a blank line stands between it and the comments above
};

/// The parts of a value, which must outlive them.
[[nodiscard]] Part part_of(const Value& value);

/// The parts of a document with its comments; it must outlive them. Each comment is in one of them.
[[nodiscard]] Part part_of(const Document& document);

/// Where the comments of a document are, in their order.
[[nodiscard]] std::vector<Range> comment_ranges(const Document& document);

/// Puts the parts of a record into the order of the fields, those of sets into theirs, and comments
/// to where they can be written.
void arrange(Part& record, std::span<const Field> fields);

/// The text of a record that is arranged.
[[nodiscard]] std::string written(const Part& record);

/// The end of what stands above all fields, in bytes: of a line `---`, or of the last blank line
/// above the comments that touch the first key. The line of the first key begins at `key`.
[[nodiscard]] std::size_t head_end(std::string_view text, std::size_t key);

/// The end of the lines of a value, in bytes, with the blank lines that are part of it. `last` is
/// the last value within it, which may be itself.
[[nodiscard]] std::size_t value_end(std::string_view text, const Node& value, const Node& last);

/// Whether blank lines below a scalar are part of it: it is a block scalar with a `+`.
[[nodiscard]] bool keeps_blank_lines(std::string_view text, const Node& value);

/// Whether the line that begins at `line` has nothing but blanks.
[[nodiscard]] bool is_blank_line(std::string_view text, std::size_t line);

}  // namespace icc
