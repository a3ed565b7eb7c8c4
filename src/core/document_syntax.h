#pragma once

#include <cstddef>
#include <string_view>

#include "core/document_builder.h"

// What is said about a text that is not the YAML of a record: one sentence that a person
// understands who never heard of YAML, the smallest range, and a remedy.

namespace icc {

/// What to do about most of it.
inline constexpr std::string_view quote_the_text = "put the text in quotes";

/// A line that is not `key: value`, from `at`.
[[nodiscard]] Diagnostic no_key_fault(std::string_view text, std::size_t at);

/// The quote or bracket at `at` is never closed.
[[nodiscard]] Diagnostic not_closed_fault(std::string_view text, std::size_t at);

/// A `? ` at the start of a text.
[[nodiscard]] Diagnostic question_mark_fault(std::string_view text, std::size_t at);

/// What stands at `at` fits nowhere.
[[nodiscard]] Diagnostic unclear_fault(std::string_view text, std::size_t at);

/// There is no `:` behind the key that ends at `key_end`.
[[nodiscard]] Diagnostic missing_colon_fault(std::string_view text, std::size_t key_end);

/// The anchor (`&`), alias (`*`) or tag (`!`) at `at`.
[[nodiscard]] Diagnostic property_fault(std::string_view text, std::size_t at);

/// Text at `at`, behind the end of the record.
[[nodiscard]] Diagnostic text_after_record_fault(std::string_view text, std::size_t at);

/// The text is `value` or a list or nothing, not a map.
[[nodiscard]] Diagnostic no_record_fault(std::string_view text, std::size_t at,
                                         std::string_view value);

/// A key or an item that is not written in front of `at`.
[[nodiscard]] Diagnostic nothing_fault(std::string_view text, std::size_t at);

/// A key that other readers take for a number, a boolean or nothing.
[[nodiscard]] Diagnostic key_fault(const Scalar& key);

/// A list or map as a key, at `at`.
[[nodiscard]] Diagnostic list_as_key_fault(std::string_view text, std::size_t at);

/// A text within brackets that begins with a colon.
[[nodiscard]] Diagnostic colon_at_start_fault(std::string_view text, std::size_t at);

/// A line that fits none of the indentations above it.
[[nodiscard]] Diagnostic indentation_fault(std::string_view text, std::size_t at);

/// An escape without a meaning in a text in double quotes.
[[nodiscard]] Diagnostic escape_fault(std::string_view text, Range escape);

/// An empty line at the start of a block scalar that is indented more than its text.
[[nodiscard]] Diagnostic deep_blank_line_fault(std::string_view text, std::size_t line);

/// A line of a plain text that looks like an item of a list; null range when there is none.
[[nodiscard]] Range item_in_text(std::string_view text, Range plain);

/// `- ` within a text.
[[nodiscard]] Diagnostic item_in_text_fault(Range range);

/// Text at the cursor, on the line of the quote or bracket that closes what was opened at `begin`.
[[nodiscard]] Diagnostic text_behind_fault(std::string_view text, std::size_t begin,
                                           std::size_t cursor);

}  // namespace icc
