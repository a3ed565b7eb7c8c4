#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/document_layout.h"
#include "core/entries_part.h"

namespace icc {
namespace {

bool is_comment_line(std::string_view text, std::size_t line) {
  return is_at(text, skip_blanks(text, line), '#');
}

/// The first byte of the line that holds `at`, behind a byte order mark.
std::size_t line_of(std::string_view text, std::size_t at) {
  return std::max(line_begin(text, at), text_begin(text));
}

/// The end of the comments below a block list or map, from `end` on, that are indented more than
/// `column`: they are its own.
std::size_t comments_end(std::string_view text, std::size_t end, std::size_t column) {
  for (std::size_t line = end; line < text.size(); line = next_line(text, line)) {
    if (is_blank_line(text, line)) continue;
    const bool is_own =
        is_comment_line(text, line) && column_of(text, skip_blanks(text, line)) > column;
    if (!is_own) break;
    end = next_line(text, line);
  }
  return end;
}

}  // namespace

std::size_t value_end(std::string_view text, const Node& value, const Node& last) {
  const Range range = value.range;
  const std::size_t at = std::max<std::size_t>({range.begin, range.end, last.range.end});
  std::size_t end = next_line(text, at);
  if (!keeps_blank_lines(text, last)) return end;
  while (end < text.size() && is_blank_line(text, end)) end = next_line(text, end);
  return end;
}

bool keeps_blank_lines(std::string_view text, const Node& value) {
  return is_block_scalar(value.style) && block_scalar(text, value.range.begin, 0).chomping == '+';
}

bool is_blank_line(std::string_view text, std::size_t line) {
  return skip_blanks(text, line) == line_end(text, line);
}

std::size_t head_end(std::string_view text, std::size_t key) {
  std::size_t end = text_begin(text);
  for (std::size_t line = end; line < key; line = next_line(text, line)) {
    if (!is_comment_line(text, line)) end = next_line(text, line);
  }
  return end;
}

Result<Entries> Entries::of(const Document& document) {
  const std::string_view text = document.text();
  const Node& root = document.root();
  if (root.kind != Kind::map || root.style != Style::block) {
    return failed(Failure::refused, "the record is written in braces, not a field a line",
                  "icc fmt writes it in canonical form");
  }
  Entries made(document);
  std::size_t end = 0;
  for (const Node& child : document.children(root)) {
    const Range key = child.key_range;
    const std::size_t line = line_of(text, key.begin);
    if (made.entries_.empty()) end = head_end(text, line);
    const std::size_t begin = end;
    end = value_end(text, child, document.node(child.end - 1));
    if (child.style == Style::block) end = comments_end(text, end, column_of(text, key.begin));
    made.entries_.push_back(
        {child.key, range_of(begin, line), range_of(line, end), document.index(child)});
  }
  return made;
}

std::string_view Entries::head() const {
  return text().substr(0, entries_.front().leading.begin);
}

std::string_view Entries::tail() const {
  return text().substr(entries_.back().body.end);
}

const Entry* Entries::find(std::string_view key) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? nullptr : &*found;
}

}  // namespace icc
