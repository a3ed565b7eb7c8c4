#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/entries_block.h"
#include "core/entries_sentence.h"
#include "icc/entries.h"
#include "icc/text.h"

namespace icc {
namespace {

using Lines = std::vector<std::string_view>;

/// Builds prose anew, line by line.
class Prose {
 public:
  void add(std::string_view line);
  [[nodiscard]] std::string finished();

 private:
  void add_to_code(std::string_view line);
  void add_to_text(std::string_view line);
  void keep(std::string_view line);
  void end_paragraph();
  void keep_paragraph();
  [[nodiscard]] bool has_hard_break() const;

  std::string out_;
  Lines paragraph_;
  std::string_view fence_;  // of the code that is open
  bool in_block_ = false;   // until the next blank line
};

void Prose::keep(std::string_view line) {
  out_ += line;
  out_ += '\n';
}

/// Whether the writer wants a line break to be seen: two blanks or a backslash before it.
bool Prose::has_hard_break() const {
  return std::any_of(
      paragraph_.begin(), paragraph_.empty() ? paragraph_.end() : paragraph_.end() - 1,
      [](std::string_view line) { return line.ends_with("  ") || line.ends_with('\\'); });
}

void Prose::keep_paragraph() {
  for (const std::string_view line : paragraph_) keep(line);
  paragraph_.clear();
}

void Prose::end_paragraph() {
  if (has_hard_break()) keep_paragraph();
  std::string joined;
  for (const std::string_view line : paragraph_) joined.append(trimmed(line)).append(" ");
  for (const std::string_view sentence : sentences(joined)) keep(sentence);
  paragraph_.clear();
}

void Prose::add_to_code(std::string_view line) {
  keep(line);
  if (closes_fence(line, fence_)) fence_ = {};
}

void Prose::add_to_text(std::string_view line) {
  fence_ = fence_of(line);
  // An indented line goes on with a paragraph, but on its own it is code or part of a list.
  const std::string_view start = paragraph_.empty() ? line : trimmed(line);
  if (fence_.empty() && !in_block_ && !begins_block(start)) {
    paragraph_.push_back(line);
    return;
  }
  if (is_rule(line)) keep_paragraph();  // a heading, if there is one
  end_paragraph();
  keep(line);
  const bool is_alone = !fence_.empty() || line.front() == '#' || is_rule(line);
  in_block_ = in_block_ || !is_alone;
}

void Prose::add(std::string_view line) {
  if (!fence_.empty()) {
    add_to_code(line);
  } else if (trimmed(line).empty()) {
    end_paragraph();
    in_block_ = false;
    keep({});
  } else {
    add_to_text(line);
  }
}

std::string Prose::finished() {
  end_paragraph();
  const std::size_t last = out_.find_last_not_of('\n');
  if (last == std::string::npos) return {};
  out_.resize(last + 1);
  return out_.substr(out_.find_first_not_of('\n')) + '\n';
}

}  // namespace

std::string one_sentence_a_line(std::string_view text) {
  Prose prose;
  for (const std::string_view line : lines_of(text)) prose.add(line);
  return prose.finished();
}

}  // namespace icc
