#include "core/document_layout.h"

#include <algorithm>

#include "core/text_ascii.h"

namespace icc {
namespace {

bool is_space(char c) {
  return is_blank(c) || is_break(c);
}

std::size_t end_of_double_quoted(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\\') ++i;
  }
  return no_offset;
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != '\'') continue;
    if (!is_at(text, i + 1, '\'')) return i + 1;
    ++i;
  }
  return no_offset;
}

/// Reads the indicators behind the `|` or `>` at `at`.
BlockScalar block_header(std::string_view text, std::size_t at, std::size_t parent) {
  BlockScalar header{at + 1};
  for (; header.end < text.size() && header.end < at + 3; ++header.end) {
    const char c = text[header.end];
    if (c >= '1' && c <= '9') {
      header.indentation = parent + static_cast<std::size_t>(c - '0');
    } else if (c == '+' || c == '-') {
      header.chomping = c;
    } else {
      break;
    }
  }
  return header;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (is_at(text, at, ' ')) ++at;
  return at;
}

bool is_end_of_line(std::string_view text, std::size_t at) {
  return at >= text.size() || is_break(text[at]);
}

bool is_word_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::size_t text_begin(std::string_view text) {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

bool is_space_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(text[at]);
}

bool is_at(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t line_feed = at == 0 ? no_offset : text.rfind('\n', at - 1);
  return line_feed == no_offset ? 0 : line_feed + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_space(text[at])) {
      ++at;
    } else if (text[at] == '#' && (column_of(text, at) == 0 || is_space(text[at - 1]))) {
      at = line_end(text, at);
    } else {
      break;
    }
  }
  return at;
}

std::size_t column_of(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  const std::size_t mark = begin == 0 ? text_begin(text) : 0;
  return at - begin - std::min(mark, at);
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  return text[at] == '"' ? end_of_double_quoted(text, at) : end_of_single_quoted(text, at);
}

std::size_t end_of_plain(std::string_view text, std::size_t at, std::string_view value) {
  // A line end and the blanks around it may have become one blank; all other characters must agree.
  std::size_t end = at;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (end < text.size() && is_space(text[end])) ++end;
    if (!is_at(text, end, c)) return no_offset;
    ++end;
  }
  return end;
}

BlockScalar block_scalar(std::string_view text, std::size_t at, std::size_t parent) {
  BlockScalar scalar = block_header(text, at, parent);
  std::size_t deepest = 0;
  std::size_t deepest_line = no_offset;
  for (std::size_t line = next_line(text, at); line < text.size(); line = next_line(text, line)) {
    const std::size_t blanks = skip_spaces(text, line) - line;
    const bool empty = is_end_of_line(text, line + blanks);
    if (scalar.indentation == 0 && empty) {
      if (blanks > deepest) deepest_line = line;
      deepest = std::max(deepest, blanks);
      continue;
    }
    if (scalar.indentation == 0) {
      if (blanks <= parent) break;
      if (deepest > blanks) scalar.too_deep = deepest_line;
      if (is_at(text, line + blanks, '\t')) scalar.tab = line + blanks;
      scalar.indentation = blanks;
    }
    if (empty && blanks <= scalar.indentation) continue;
    if (blanks < scalar.indentation) break;
    scalar.end = line_end(text, line);
  }
  return scalar;
}

Range rest_of_line(std::string_view text, std::size_t at) {
  std::size_t end = line_end(text, at);
  while (end > at && is_blank(text[end - 1])) --end;
  return range_of(at, end);
}

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

Range character_at(std::string_view text, std::size_t at) {
  return range_of(std::min(at, text.size()), std::min(at + 1, text.size()));
}

Range word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (!is_space_or_end(text, end)) ++end;
  while (end > at + 1 && text.find_first_of(",]}", end - 1) == end - 1) --end;
  return range_of(at, end);
}

std::size_t key_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word_character(text[end])) ++end;
  return end > at && is_at(text, end, ':') ? end : no_offset;
}

std::size_t line_text(std::string_view text, std::size_t at) {
  std::size_t begin = skip_blanks(text, line_begin(text, at));
  while (is_at(text, begin, '-') && is_at(text, begin + 1, ' '))
    begin = skip_blanks(text, begin + 1);
  return begin;
}

bool can_open_quote(std::string_view text, std::size_t at) {
  constexpr std::string_view openers = " \t\n[{,:";
  return at == 0 || openers.find(text[at - 1]) != std::string_view::npos;
}

bool is_closed(std::string_view text, std::size_t at) {
  std::size_t open = 0;
  while ((at = text.find_first_of("'\"[]{}", at)) != no_offset) {
    const char c = text[at];
    if ((c == '\'' || c == '"') && can_open_quote(text, at)) {
      at = end_of_quoted(text, at);
      if (at == no_offset) return false;
      continue;
    }
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && --open == 0) return true;
    ++at;
  }
  return false;
}

}  // namespace icc
