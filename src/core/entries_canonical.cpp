#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document_quote.h"
#include "core/entries_part.h"
#include "core/entries_scalar.h"
#include "icc/entries.h"

namespace icc {
namespace {

constexpr std::size_t step = 2;  // blanks a level

/// What a value stands behind. The first part of one behind a dash stands on the line of that.
enum class Behind : std::uint8_t { key, dash };

void append_members(std::string& out, const Part& map, std::size_t indent, Behind what);
void append_items(std::string& out, const Part& list, std::size_t indent, Behind what);

void begin_line(std::string& out, std::size_t indent) {
  out += '\n';
  out.append(indent, ' ');
}

void append_comments(std::string& out, const std::vector<Comment>& comments, std::size_t indent) {
  for (const Comment& comment : comments) {
    if (comment.apart) out += '\n';
    begin_line(out, indent);
    out += comment.text;
  }
}

/// Appends the comments above a part and begins its line.
void begin_part(std::string& out, const Part& part, std::size_t indent) {
  append_comments(out, part.above, indent);
  if (part.apart && !part.above.empty()) out += '\n';
  begin_line(out, indent);
}

void append_beside(std::string& out, const Part& part) {
  for (const Comment& comment : part.beside) out.append("  ").append(comment.text);
}

void append_text(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
  } else {
    append_quoted(out, text);
  }
}

/// Appends a literal block behind a `:` or `-`, its lines `indent` deep.
void append_block(std::string& out, const Part& scalar, std::size_t indent) {
  append_literal_mark(out, scalar.text);
  append_beside(out, scalar);
  append_literal_lines(out, scalar.text, indent);
}

/// Appends a scalar that is not null, on the line of its `:` or `-`.
void append_scalar(std::string& out, const Part& scalar) {
  out += ' ';
  if (scalar.kind == Kind::text) {
    append_text(out, scalar.text);
  } else {
    assert(!scalar.text.empty());
    out += scalar.text;
  }
  append_beside(out, scalar);
}

void append_parts(std::string& out, const Part& part, std::size_t indent, Behind what) {
  if (what == Behind::dash) {
    out += ' ';
  } else {
    append_beside(out, part);
  }
  part.kind == Kind::list ? append_items(out, part, indent, what)
                          : append_members(out, part, indent, what);
  append_comments(out, part.below, indent);
}

/// What stands for a value that has nothing within.
std::string_view word_for_nothing(Kind kind, Behind what) {
  if (kind == Kind::list) return " []";
  if (kind == Kind::map) return " {}";
  return what == Behind::dash ? " null" : "";  // a bare '-' is too easily taken for a slip
}

/// Appends a value behind the `:` of its key or the `-` of an item, which stands at `indent`.
void append_value(std::string& out, const Part& part, std::size_t indent, Behind what) {
  const bool is_text = part.kind == Kind::text;
  if (!part.parts.empty()) {
    append_parts(out, part, indent + step, what);
  } else if (is_text && is_literal(part.text)) {
    append_block(out, part, indent + step);
  } else if (is_text || !part.text.empty()) {
    append_scalar(out, part);
  } else {
    out += word_for_nothing(part.kind, what);
    append_beside(out, part);
  }
}

/// Appends the items of a list.
void append_items(std::string& out, const Part& list, std::size_t indent, Behind what) {
  for (const Part& item : list.parts) {
    const bool is_on_line = what == Behind::dash && &item == &list.parts.front();
    if (!is_on_line) begin_part(out, item, indent);
    out += '-';
    append_value(out, item, indent, Behind::dash);
  }
}

void append_member(std::string& out, const Part& member, std::size_t indent) {
  append_text(out, member.key);
  out += ':';
  append_value(out, member, indent, Behind::key);
}

/// Appends the members of a map.
void append_members(std::string& out, const Part& map, std::size_t indent, Behind what) {
  for (const Part& member : map.parts) {
    const bool is_on_line = what == Behind::dash && &member == &map.parts.front();
    if (!is_on_line) begin_part(out, member, indent);
    append_member(out, member, indent);
  }
}

/// A record with all lines begun by a line end, the first too.
std::string begun_lines(const Part& record) {
  std::string out;
  append_comments(out, record.above, 0);
  const auto begin_paragraph = [&] {
    if (!out.empty()) out += '\n';
  };
  for (const Part& member : record.parts) {
    begin_paragraph();
    begin_part(out, member, 0);
    append_member(out, member, 0);
  }
  if (record.parts.empty()) {
    begin_paragraph();
    out += "\n{}";
  }
  if (!record.below.empty()) begin_paragraph();
  append_comments(out, record.below, 0);
  return out;
}

}  // namespace

std::string written(const Part& record) {
  std::string out = begun_lines(record);
  out.erase(0, 1);
  out += '\n';
  return out;
}

std::string canonical_text(const Value& record, std::span<const Field> fields) {
  Part part = part_of(record);
  arrange(part, fields);
  return written(part);
}

}  // namespace icc
