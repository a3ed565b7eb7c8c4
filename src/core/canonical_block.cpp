#include <algorithm>
#include <cstring>

#include "core/canonical_reader.h"

namespace icc {
namespace {

/// The text of a block while its lines are put together.
class BlockText {
 public:
  /// `out` is memory for all lines with their line ends.
  BlockText(char* out, bool folded) : begin_(out), out_(out), folded_(folded) {}

  /// Adds a line of text, which is not empty; false when readers may differ on its blanks.
  bool add(std::string_view line) {
    if (line[0] == ' ' && (folded_ || line.find_first_not_of(' ') == no_offset)) return false;
    if (out_ != begin_) add_line_ends(empty_lines_ + (folded_ ? 0 : 1));
    empty_lines_ = 0;
    std::memcpy(out_, line.data(), line.size());
    out_ += line.size();
    return true;
  }
  /// Adds an empty line.
  void add_empty() { ++empty_lines_; }
  /// The end of the text, with the line ends at its end that `chomping` keeps; `ended` tells
  /// whether the last line has one.
  char* finish(char chomping, bool ended) {
    if (chomping == '-' || !ended) return out_;
    *out_++ = '\n';
    if (chomping == '+') out_ = std::fill_n(out_, empty_lines_, '\n');
    return out_;
  }

 private:
  /// A folded line end is a blank.
  void add_line_ends(std::size_t count) {
    if (count == 0) *out_++ = ' ';
    out_ = std::fill_n(out_, count, '\n');
  }

  char* begin_;
  char* out_;
  bool folded_;
  std::size_t empty_lines_ = 0;
};

}  // namespace

/// How many blanks stand at the cursor, at most `most`.
std::size_t CanonicalReader::blanks(std::size_t most) const {
  std::size_t count = 0;
  while (count < most && char_at(at_ + count) == ' ') ++count;
  return count;
}

bool CanonicalReader::block(Column column) {
  const std::size_t begin = at_++;
  const bool folded = text_[begin] == '>';
  const char chomping = here() == '+' || here() == '-' ? text_[at_++] : ' ';
  if (!is_break(here())) return false;
  at_ = next_line(text_, at_);
  const std::size_t indentation = blanks(text_.size());
  if (static_cast<Column>(indentation) <= column || is_break(char_at(at_ + indentation)))
    return false;
  BlockText block(builder_.reserve(text_.size() - begin), folded);
  std::size_t end = begin;
  while (at_ < text_.size()) {
    const std::size_t line = at_ + blanks(indentation);
    const std::size_t line_feed = std::min(text_.find('\n', line), text_.size());
    if (is_break(char_at(line))) {
      if (line < text_.size()) block.add_empty();
    } else if (line - at_ < indentation) {
      if (static_cast<Column>(line - at_) > column) return false;
      break;
    } else {
      end = text_[line_feed - 1] == '\r' ? line_feed - 1 : line_feed;
      if (!block.add(text_.substr(line, end - line))) return false;
    }
    at_ = std::min(line_feed + 1, text_.size());
  }
  const std::string_view text = builder_.keep(block.finish(chomping, end < text_.size()));
  builder_.scalar(
      {text, range_of(begin, end), Kind::text, folded ? Style::folded : Style::literal});
  move_to_content();
  return true;
}

}  // namespace icc
