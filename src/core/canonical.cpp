#include "core/canonical.h"

#include <algorithm>
#include <utility>

#include "core/canonical_reader.h"
#include "core/canonical_text.h"
#include "core/document_scalar.h"
#include "core/text_set.h"

// The form of a record that is read here. Blocks of equal indentation are written as in YAML 1.2,
// chapter 8: `map(n)` stands for a map whose keys begin in column n, `deeper(n)` for a column
// behind n.
//
//   record     = [ BOM ], { gap }, [ "---", rest ], map(0) ;
//   map(n)     = entry(n), { entry(n) } ;
//   entry(n)   = key, ":", ( " ", on_line(n) | rest, below(n) ) ;
//   below(n)   = map(deeper(n)) | list(deeper(n)) | list(n) | nothing ;
//   list(n)    = item(n), { item(n) } ;
//   item(n)    = "- ", ( map(column of its key) | list(column of its "-") | on_line(n) ) ;
//   on_line(n) = ( quoted | flow ), rest | block | plain ;
//   key        = one of name_characters, in quotes or not ;
//   quoted     = a text in single or double quotes, further lines in deeper(n) ;
//   flow       = "[", [ value, { ",", value }, [ "," ] ], "]"      further lines in deeper(n)
//              | "{", [ pair, { ",", pair }, [ "," ] ], "}" ;
//   pair       = word, ":", " ", value ;                           on one line
//   value      = quoted | flow | text of flow_characters ;
//   block      = ( "|" | ">" ), [ "+" | "-" ], line end, lines of text in deeper(n) ;
//   plain      = a text without ": ", further lines in deeper(n) ;
//   rest       = [ " ", comment ], line end ;
//   gap        = an empty line, or one that has only a comment ;   allowed in front of each line
//
// A plain text begins with what can be nothing else than text. Lines end in LF or CR LF. There are
// no tabs. The first line of a block has text; of a `>`, no line is indented more than the first.

namespace icc {
namespace {

constexpr CharacterSet key_starts = CharacterSet().with_words().with_foreign().with("_$");

/// What stands in the key of a field.
constexpr CharacterSet word_characters = CharacterSet().with_words().with("_-$");

/// What stands in a key that is text for people.
constexpr CharacterSet name_characters = word_characters.with_foreign().with(" .,()/+&");

}  // namespace

void CanonicalReader::skip_spaces() {
  while (here() == ' ') ++at_;
}

/// Moves from the start of a line to the next character that is neither blank nor comment; answers
/// whether there was a comment.
bool CanonicalReader::move_to_content() {
  bool has_comment = false;
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    skip_spaces();
    column_ = static_cast<Column>(at_ - begin);
    if (here() == '#') {
      has_comment = true;
    } else if (!is_break(here())) {
      return has_comment;
    }
    at_ = next_line(text_, at_);
  }
  column_ = at_end;
  return has_comment;
}

bool CanonicalReader::move_to_next_line() {
  at_ = here() == '\n' ? std::min(at_ + 1, text_.size()) : next_line(text_, at_);
  return move_to_content();
}

/// Whether nothing or a comment stands between the end of a value and the line's.
bool CanonicalReader::is_rest(std::size_t value_end) const {
  return is_break(here()) || (here() == '#' && at_ > value_end);
}

bool CanonicalReader::rest() {
  const std::size_t value_end = at_;
  skip_spaces();
  if (!is_rest(value_end)) return false;
  move_to_next_line();
  return true;
}

bool CanonicalReader::record() {
  at_ = text_begin(text_);
  move_to_content();
  if (column_ == 0 && text_.substr(at_, 3) == "---") {
    at_ += 3;
    if (!rest()) return false;
  }
  return column_ == 0 && map(0) && column_ == at_end;
}

bool CanonicalReader::map(Column column) {
  builder_.open(Kind::map, Style::block, at_);
  do {
    if (builder_.is_full() || !key() || !value(column)) return false;
  } while (column_ == column);
  builder_.close();
  return column_ < column;
}

/// The end of the key of such characters at the cursor, in quotes or not; the cursor when none
/// begins there.
std::size_t CanonicalReader::key_end(const CharacterSet& characters) const {
  const bool in_quotes = is_quote(here());
  if (!in_quotes && !key_starts.has(here())) return at_;
  std::size_t end = at_ + (in_quotes ? 1 : 0);
  while (characters.has(char_at(end))) ++end;
  if (in_quotes && char_at(end++) != here()) return at_;
  if (char_at(end - 1) == ' ') return at_;
  if (char_at(end) != ':') return at_;
  return char_at(end + 1) == ' ' || is_break(char_at(end + 1)) ? end : at_;
}

bool CanonicalReader::key() {
  return add_key(key_end(name_characters));
}

/// Adds the key that ends at `end`, and moves behind its colon.
bool CanonicalReader::add_key(std::size_t end) {
  constexpr std::size_t longest = 100;  // YAML allows 1024 bytes
  if (end == at_ || end - at_ > longest) return false;
  const std::string_view written = text_.substr(at_, end - at_);
  const bool in_quotes = is_quote(here());
  const std::string_view text = in_quotes ? written.substr(1, written.size() - 2) : written;
  const bool may_be_other = !in_quotes && core_kind_starts.has(text.front());
  if (may_be_other && core_kind(text) != Kind::text) return false;
  builder_.key(text, range_of(at_, end));
  at_ = end + 1;
  return true;
}

/// Reads the value behind a colon, of a key in `column`.
bool CanonicalReader::value(Column column) {
  const std::size_t colon_end = at_;
  skip_spaces();
  return is_rest(colon_end) ? below(column, colon_end) : on_line(column);
}

bool CanonicalReader::below(Column column, std::size_t colon_end) {
  move_to_next_line();
  if (column_ >= column && is_item()) return list(column_, column);
  if (column_ > column) return map(column_);
  builder_.scalar({{}, range_of(colon_end, colon_end), Kind::null, Style::plain});
  return true;
}

/// `parent` is the column of the map or list that holds the list.
bool CanonicalReader::list(Column column, Column parent) {
  builder_.open(Kind::list, Style::block, at_);
  do {
    if (builder_.is_full() || !item(column)) return false;
  } while (column_ == column && is_item());
  builder_.close();
  return column_ < column || column_ == parent;
}

bool CanonicalReader::item(Column column) {
  const std::size_t dash = at_++;
  skip_spaces();
  if (is_rest(dash)) return false;
  const Column inner = column + static_cast<Column>(at_ - dash);
  if (is_item()) return list(inner, column);
  return key_end(word_characters) > at_ ? map(inner) : on_line(column);
}

bool CanonicalReader::on_line(Column column) {
  switch (here()) {
    case '\'':
    case '"':
      return quoted(column) && rest();
    case '[':
      return flow_list(column) && rest();
    case '{':
      return flow_map(column) && rest();
    case '|':
    case '>':
      return block(column);
    default:
      return plain(column);
  }
}

std::optional<Document> read_canonical(std::string_view text, const ReadLimits& limits) {
  if (text.size() > limits.bytes || !is_clean(text)) return {};
  DocumentBuilder builder(text, limits);
  if (!CanonicalReader(builder).record()) return {};
  Reading reading = builder.finish();
  if (!reading) return {};
  return std::move(*reading);
}

}  // namespace icc
