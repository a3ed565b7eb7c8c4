#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document_layout.h"
#include "core/entries_part.h"

// Which comment belongs to which value: one on a line of its own to the value
// that follows, or to the end of the list or map whose parts are indented as it
// is; one behind a value, or behind what opens it, to that value.

namespace icc {
namespace {

/// A comment in its text.
struct Found {
  Range range;
  bool own_line = false;
};

/// The first byte of a value with its key.
std::size_t begin_of(const Node& node) {
  return node.key_range.end > node.key_range.begin ? node.key_range.begin : node.range.begin;
}

/// Finds comments: they are what begins with `#` between keys and scalars.
class Finder {
 public:
  explicit Finder(const Document& document) : text_(document.text()) {
    if (text_.find('#') == no_offset) return;
    for (const Node& node : document.nodes()) {
      pass(node.key_range);
      if (!is_collection(node.kind)) pass_scalar(node);
    }
    find_up_to(text_.size());
  }

  [[nodiscard]] std::vector<Found> found() { return std::move(found_); }

 private:
  void find_up_to(std::size_t end) {
    for (at_ = text_.find('#', at_); at_ < end; at_ = text_.find('#', at_)) {
      const Range range = rest_of_line(text_, at_);
      found_.push_back({range, skip_blanks(text_, line_begin(text_, at_)) == at_});
      at_ = line_end(text_, at_);
    }
  }

  void pass(Range range) {
    if (range.end == range.begin) return;
    find_up_to(range.begin);
    at_ = range.end;
  }

  void pass_scalar(const Node& node) {
    pass(node.range);
    if (!is_block_scalar(node.style)) return;
    at_ = node.range.begin;
    find_up_to(line_end(text_, node.range.begin));
    at_ = node.range.end;
  }

  std::string_view text_;
  std::vector<Found> found_;
  std::size_t at_ = 0;
};

/// Builds the parts of a document; comments are taken in their order.
class Reader {
 public:
  explicit Reader(const Document& document)
      : document_(document), text_(document.text()), comments_(Finder(document).found()) {}

  [[nodiscard]] Part record();

 private:
  /// A list or map around a value.
  struct Level {
    std::size_t column = 0;         ///< of its parts
    std::size_t depth = 0;          ///< 0 at the root
    std::size_t limit = no_offset;  ///< where the next value begins
  };

  void read(const Node& node, Part& part, Level around);
  void read_parts(const Node& node, Part& part, Level level);
  void take(const Node& node, Part& part);
  void take_all(std::vector<Comment>& to, std::size_t limit);
  void take_beside(Part& part, std::size_t end, std::size_t limit);
  void take_below(const Node& node, Part& part, const Level& around);
  [[nodiscard]] const Found* next(std::size_t limit) const;
  [[nodiscard]] Comment take_next();
  [[nodiscard]] bool is_apart(std::size_t at) const;

  const Document& document_;
  std::string_view text_;
  std::vector<Found> comments_;
  std::size_t taken_ = 0;
};

/// The next comment, if it begins in front of `limit`.
const Found* Reader::next(std::size_t limit) const {
  if (taken_ == comments_.size() || comments_[taken_].range.begin >= limit) return nullptr;
  return &comments_[taken_];
}

/// Whether a blank line is above the one that holds `at`.
bool Reader::is_apart(std::size_t at) const {
  const std::size_t line = line_begin(text_, at);
  return line > 0 && is_blank_line(text_, line_begin(text_, line - 1));
}

Comment Reader::take_next() {
  const Found& found = comments_[taken_++];
  return {slice(text_, found.range), found.own_line && is_apart(found.range.begin)};
}

void Reader::take_all(std::vector<Comment>& to, std::size_t limit) {
  while (next(limit) != nullptr) to.push_back(take_next());
}

/// Takes a comment that begins on the line of `end`.
void Reader::take_beside(Part& part, std::size_t end, std::size_t limit) {
  const Found* found = next(limit);
  const bool is_beside =
      found != nullptr && !found->own_line && line_end(text_, end) >= found->range.begin;
  if (is_beside) part.beside.push_back(take_next());
}

/// Takes the comments between a key and its value, and those behind the `|` of a block scalar.
/// Those above the first part of a block list or map are that part's own.
void Reader::take(const Node& node, Part& part) {
  const bool is_block = is_collection(node.kind) && node.style == Style::block;
  const std::size_t limit = is_collection(node.kind) ? node.range.begin : node.range.end;
  while (const Found* found = next(limit)) {
    if (is_block && found->own_line) break;
    auto& to = found->own_line ? part.above : part.beside;
    to.push_back(take_next());
  }
}

/// Takes the comments at the end of a block list or map: those that are indented like its parts; of
/// a field also others that are indented more than its key.
void Reader::take_below(const Node& node, Part& part, const Level& around) {
  const std::size_t column = column_of(text_, node.range.begin);
  while (const Found* found = next(around.limit)) {
    const std::size_t indent = column_of(text_, found->range.begin);
    const bool is_own =
        found->own_line && indent > around.column && (indent >= column || around.depth == 0);
    if (!is_own) break;
    part.below.push_back(take_next());
  }
}

void Reader::read_parts(const Node& node, Part& part, Level level) {
  part.parts.reserve(node.end - document_.index(node) - 1);
  const std::size_t behind = level.limit;
  for (const Node& child : document_.children(node)) {
    Part& made = part.parts.emplace_back();
    take_all(made.above, begin_of(child));
    made.apart = is_apart(begin_of(child));
    level.limit = child.end < node.end ? begin_of(document_.node(child.end)) : behind;
    read(child, made, level);
  }
}

void Reader::read(const Node& node, Part& part, Level around) {
  part.kind = node.kind;
  part.key = node.key;
  take(node, part);
  if (!is_collection(node.kind)) {
    if (node.kind != Kind::null) part.text = node.text;
    return take_beside(part, node.range.end, around.limit);
  }
  Level level{column_of(text_, node.range.begin), around.depth + 1, around.limit};
  if (node.style == Style::block) {
    read_parts(node, part, level);
    return take_below(node, part, around);
  }
  level.limit = node.range.end;
  const bool is_empty = node.end == document_.index(node) + 1;
  take_beside(part, node.range.begin,
              is_empty ? level.limit : begin_of(document_.node(document_.index(node) + 1)));
  read_parts(node, part, level);
  take_all(part.below, level.limit);
  take_beside(part, node.range.end, around.limit);
}

Part Reader::record() {
  const Node& root = document_.root();
  Part part{.kind = root.kind, .key = {}, .text = {}, .parts = {}};
  const std::size_t first = root.range.begin;
  const bool is_block = root.style == Style::block;
  take_all(part.above, is_block ? head_end(text_, line_begin(text_, first)) : first);
  read_parts(root, part, {column_of(text_, first), 0, is_block ? no_offset : root.range.end});
  take_all(part.below, no_offset);
  return part;
}

}  // namespace

Part part_of(const Document& document) {
  return Reader(document).record();
}

std::vector<Range> comment_ranges(const Document& document) {
  std::vector<Range> ranges;
  for (const Found& found : Finder(document).found()) ranges.push_back(found.range);
  return ranges;
}

}  // namespace icc
