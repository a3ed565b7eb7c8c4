#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "icc/diagnostic.h"

// Where things begin and end in a text in YAML. Offsets are in bytes; a text ends where its
// string_view does. Nothing here decides what a text means: that is the parser's part.

namespace icc {

/// The byte order mark, which may only be first in a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The offset that means "there is none".
inline constexpr std::size_t no_offset = std::string_view::npos;

/// Whether a character is a blank or a tab.
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Whether a character is a single or double quote.
[[nodiscard]] constexpr bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/// Whether a character ends a line.
[[nodiscard]] constexpr bool is_break(char c) {
  return c == '\n' || c == '\r';
}

/// The offset of the first byte behind a byte order mark.
[[nodiscard]] std::size_t text_begin(std::string_view text);

/// Whether the text ends, or has white space, at an offset.
[[nodiscard]] bool is_space_or_end(std::string_view text, std::size_t at);

/// Whether a character stands at an offset.
[[nodiscard]] bool is_at(std::string_view text, std::size_t at, char c);

/// The offset of the first byte of the line that holds `at`.
[[nodiscard]] std::size_t line_begin(std::string_view text, std::size_t at);

/// The offset one past the last byte of the line that holds `at`, without its line end.
[[nodiscard]] inline std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t line_feed = std::min(text.find('\n', at), text.size());
  const bool crlf = line_feed > at && line_feed < text.size() && text[line_feed - 1] == '\r';
  return crlf ? line_feed - 1 : line_feed;
}

/// The offset of the line after the one that holds `at`; the text's end when it is the last.
[[nodiscard]] inline std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t line_feed = text.find('\n', at);
  return line_feed == no_offset ? text.size() : line_feed + 1;
}

/// The offset of the first byte from `at` that is neither blank nor tab.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at);

/// The offset of the first byte from `at` that is not white space, line end or comment. A `#`
/// begins a comment only at a line's start or after a blank.
[[nodiscard]] std::size_t skip_gap(std::string_view text, std::size_t at);

/// How many bytes `at` lies behind the start of its line (from 0). A byte order mark does not
/// count.
[[nodiscard]] std::size_t column_of(std::string_view text, std::size_t at);

/// The offset one past the closing quote of the scalar whose quote opens at `at`; `no_offset` when
/// it is never closed.
[[nodiscard]] std::size_t end_of_quoted(std::string_view text, std::size_t at);

/// The offset one past the last byte of the plain scalar at `at` that has the decoded text `value`;
/// `no_offset` when the text there is another.
[[nodiscard]] std::size_t end_of_plain(std::string_view text, std::size_t at,
                                       std::string_view value);

/// A literal or folded scalar: where it ends and what its lines look like.
struct BlockScalar {
  std::size_t end;                   ///< one past its last line's last byte; no line end
  std::size_t indentation = 0;       ///< in columns; 0 when no line has text
  char chomping = ' ';               ///< `+` or `-` when one is written
  std::size_t too_deep = no_offset;  ///< a leading empty line with more blanks than the first line
                                     ///< of text, on which readers differ
  std::size_t tab = no_offset;       ///< a tab at the start of the line that sets the indentation
};

/// The extent of the block scalar whose `|` or `>` is at `at`, in a collection that is indented by
/// `parent` columns.
[[nodiscard]] BlockScalar block_scalar(std::string_view text, std::size_t at, std::size_t parent);

/// The bytes of a range.
[[nodiscard]] std::string_view slice(std::string_view text, Range range);

/// The byte at an offset; empty at the text's end.
[[nodiscard]] Range character_at(std::string_view text, std::size_t at);

/// The rest of the line from `at`, without blanks at its end.
[[nodiscard]] Range rest_of_line(std::string_view text, std::size_t at);

/// The word at `at`: up to the next white space, without what may follow it in a list in brackets.
[[nodiscard]] Range word_at(std::string_view text, std::size_t at);

/// The end of the `word:` that begins at `at`, in front of the colon; `no_offset` when there is
/// none.
[[nodiscard]] std::size_t key_end(std::string_view text, std::size_t at);

/// The first byte of text on the line of `at`, behind its indentation and the `- ` of a list's
/// item.
[[nodiscard]] std::size_t line_text(std::string_view text, std::size_t at);

/// Whether a quote at `at` opens a text: it is the first character of one.
[[nodiscard]] bool can_open_quote(std::string_view text, std::size_t at);

/// Whether the bracket at `at` is closed somewhere behind it.
[[nodiscard]] bool is_closed(std::string_view text, std::size_t at);

}  // namespace icc
