#include "core/canonical_reader.h"
#include "core/document_scalar.h"
#include "core/text_set.h"

namespace icc {
namespace {

/// What can stand in a plain text within brackets without a look at its neighbours.
constexpr CharacterSet flow_characters =
    CharacterSet().with_words().with_foreign().with("_./(+~$;^\\ -')&");

constexpr CharacterSet flow_key_characters = CharacterSet().with_words().with("_-$");

}  // namespace

/// Moves over blanks and line ends within brackets, to what is neither comment nor the text's end.
bool CanonicalReader::flow_gap(Column column) {
  skip_spaces();
  while (at_ < text_.size() && is_break(here())) {
    const std::size_t line = at_ = next_line(text_, at_);
    skip_spaces();
    const bool empty = is_break(here());
    if (!empty && static_cast<Column>(at_ - line) <= column) return false;
  }
  return at_ < text_.size() && here() != '#';
}

bool CanonicalReader::flow_list(Column column) {
  builder_.open(Kind::list, Style::flow, at_++);
  for (bool separated = true; flow_gap(column) && here() != ']';) {
    if (builder_.is_full() || !separated || !flow_value(column) || !flow_gap(column)) return false;
    separated = here() == ',';
    at_ += separated ? 1 : 0;
  }
  if (here() != ']') return false;
  builder_.close(++at_);
  return true;
}

/// Reads `key: `, whose value stands on the same line.
bool CanonicalReader::flow_key() {
  if (!add_key(key_end(flow_key_characters))) return false;
  skip_spaces();
  return !is_break(here());
}

bool CanonicalReader::flow_map(Column column) {
  builder_.open(Kind::map, Style::flow, at_++);
  for (bool separated = true; flow_gap(column) && here() != '}';) {
    if (builder_.is_full() || !separated || !flow_key() || !flow_value(column)) return false;
    if (!flow_gap(column)) return false;
    separated = here() == ',';
    at_ += separated ? 1 : 0;
  }
  if (here() != '}') return false;
  builder_.close(++at_);
  return true;
}

bool CanonicalReader::flow_value(Column column) {
  switch (here()) {
    case '\'':
    case '"':
      return quoted(column);
    case '[':
      return flow_list(column);
    case '{':
      return flow_map(column);
    default:
      return flow_plain();
  }
}

bool CanonicalReader::flow_plain() {
  const std::size_t begin = at_;
  if (!is_plain_start()) return false;
  ++at_;
  while (flow_characters.has(here()) || (here() == ':' && char_at(at_ + 1) == '/')) ++at_;
  std::size_t end = at_;
  while (text_[end - 1] == ' ') --end;
  const std::string_view text = text_.substr(begin, end - begin);
  const Kind kind = core_kind_starts.has(text.front()) ? core_kind(text) : Kind::text;
  builder_.scalar({text, range_of(begin, end), kind, Style::plain});
  return true;
}

}  // namespace icc
