#include <algorithm>

#include "core/canonical_reader.h"
#include "core/document_decode.h"
#include "core/document_scalar.h"
#include "core/text_set.h"

namespace icc {
namespace {

/// What a plain text may begin with, wherever it stands.
constexpr CharacterSet plain_starts =
    CharacterSet().with_words().with_foreign().with("_./(+~$;^\\");

}  // namespace

/// Whether a plain text begins at the cursor, wherever it stands.
bool CanonicalReader::is_plain_start() const {
  return plain_starts.has(here()) || (here() == '-' && plain_starts.has(char_at(at_ + 1)));
}

/// Reads the rest of the line as plain text, and moves to its end.
CanonicalReader::PlainLine CanonicalReader::plain_line() {
  const std::size_t begin = at_;
  at_ = line_end(text_, at_);
  std::string_view line = text_.substr(begin, at_ - begin);
  PlainLine found;
  for (std::size_t hash = line.find('#'); hash != no_offset; hash = line.find('#', hash + 1)) {
    found.has_comment = hash == 0 || line[hash - 1] == ' ';
    if (found.has_comment) line = line.substr(0, hash);
  }
  line = line.substr(0, line.find_last_not_of(' ') + 1);
  for (std::size_t colon = line.find(':'); colon != no_offset; colon = line.find(':', colon + 1)) {
    if (colon + 1 == line.size() || line[colon + 1] == ' ') return {};
  }
  found.end = begin + line.size();
  found.is_plain = !line.empty();
  return found;
}

bool CanonicalReader::plain(Column column) {
  const std::size_t begin = at_;
  if (!is_plain_start()) return false;
  PlainLine line = plain_line();
  const std::size_t first_end = line.end;
  if (!line.is_plain) return false;
  bool has_comment = move_to_next_line() || line.has_comment;
  while (column_ > column) {
    if (has_comment || is_item()) return false;
    const PlainLine next = plain_line();
    if (!next.is_plain) return false;
    line = next;
    has_comment = move_to_next_line() || line.has_comment;
  }
  add_plain(begin, line.end, line.end == first_end);
  return true;
}

void CanonicalReader::add_plain(std::size_t begin, std::size_t end, bool is_one_line) {
  const std::string_view written = text_.substr(begin, end - begin);
  const Range range = range_of(begin, end);
  const Kind kind = core_kind_starts.has(written.front()) ? core_kind(written) : Kind::text;
  if (is_one_line) return builder_.scalar({written, range, kind, Style::plain});
  char* const out = builder_.reserve(most_decoded(written.size()));
  builder_.scalar({builder_.keep(decode_plain(written, out)), range, Kind::text, Style::plain});
}

/// Whether all lines of a range but the first are empty or begin behind `column`.
bool CanonicalReader::is_indented(Range range, Column column) const {
  for (std::size_t line = next_line(text_, range.begin); line < range.end;
       line = next_line(text_, line)) {
    const std::size_t begin = std::min(text_.find_first_not_of(' ', line), text_.size());
    const bool empty = is_break(char_at(begin));
    if (!empty && static_cast<Column>(begin - line) <= column) return false;
  }
  return true;
}

bool CanonicalReader::quoted(Column column) {
  const bool single = here() == '\'';
  const std::size_t begin = at_;
  const std::size_t end = end_of_quoted(text_, begin);
  if (end == no_offset || !is_indented(range_of(begin, end), column)) return false;
  at_ = end;
  const std::string_view inner = text_.substr(begin + 1, end - begin - 2);
  const Style style = single ? Style::single_quoted : Style::double_quoted;
  const bool verbatim =
      inner.find(single ? '\'' : '\\') == no_offset && inner.find('\n') == no_offset;
  if (verbatim) {
    builder_.scalar({inner, range_of(begin, end), Kind::text, style});
    return true;
  }
  char* const out = builder_.reserve(most_decoded(inner.size()));
  const Decoding decoding =
      single ? Decoding{decode_single_quoted(inner, out)} : decode_double_quoted(inner, out);
  if (decoding.end == nullptr) return false;
  builder_.scalar({builder_.keep(decoding.end), range_of(begin, end), Kind::text, style});
  return true;
}

}  // namespace icc
