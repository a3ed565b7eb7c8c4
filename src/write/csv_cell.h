#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/entries.h"
#include "icc/schema.h"

// How a field stands in a cell of a table, for people and for spreadsheets:
//
//   text, number …   as it is written
//   object           `title <url>`, where its fields are a text and a url; else as JSON; read in
//                    either way, and a bare address as a url
//   other shapes     a list or map where another value belongs, or a list with other items: as JSON
//   list             its items joined by `; `, with `\;` and `\\` for those two marks in an item
//   empty            the record does not have the field
//
// CR LF within a cell is a line end like LF.
//
// An apostrophe stands in front of text that a spreadsheet would take for a formula (`=`, `+`, `-`,
// `@`, tab, CR, and `'` itself), that would be read as something else where the record has text,
// or that is empty. In front of any other text it is a character of it.

namespace icc {

/// The cell of a field's value; none where reading it back would give another value.
[[nodiscard]] std::optional<std::string> cell_of(const Field& field, const Document& document,
                                                 const Node& node);

/// Some text as a cell: with an apostrophe in front where a spreadsheet would take it for a
/// formula.
[[nodiscard]] std::string safe_cell(std::string text);

/// Texts as the cell of a list.
[[nodiscard]] std::string joined_cell(const std::vector<std::string>& items);

/// The object that a text means, in a cell or typed by a person; none when it means none.
[[nodiscard]] std::optional<Value> object_meant(const Field& field, std::string_view text);

/// How a person may write an object: `Title <https://…>`, or JSON with its keys.
[[nodiscard]] std::string object_form(const Field& field);

/// The value that a cell of a field means; none when it is empty.
[[nodiscard]] std::optional<Value> value_of_cell(const Field& field, std::string_view cell);

}  // namespace icc
