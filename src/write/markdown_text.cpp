#include "write/markdown_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/entries_block.h"
#include "core/text_ascii.h"
#include "icc/text.h"
#include "write/link.h"

namespace icc {
namespace {

/// The level of a heading with `#` (CommonMark 0.31, section 4.2); 0 when it is none.
std::size_t heading_level(std::string_view line) {
  line = unindented(line);
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool ends = level == line.size() || line[level] == ' ' || line[level] == '\t';
  return level <= 6 && ends ? level : 0;
}

// HTML that goes on beyond a blank line (section 4.6, kinds 1 to 5).
constexpr std::array<std::string_view, 6> long_html = {"<!",      "<?",     "<pre",
                                                       "<script", "<style", "<textarea"};

bool begins_long_html(std::string_view line) {
  const std::string start = folded(unindented(line).substr(0, 16));
  return std::any_of(long_html.begin(), long_html.end(),
                     [&](std::string_view tag) { return start.starts_with(tag); });
}

bool is_word_character(char c) {
  return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether the character at `at` would be markup.
bool is_markup(std::string_view text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const char after = at + 1 == text.size() ? ' ' : text[at + 1];
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
      return true;
    case '_':
      return !is_word_character(before) || !is_word_character(after);
    case '<':
      return is_word_character(after) || after == '/' || after == '!' || after == '?';
    case '&':
      return (is_word_character(after) || after == '#') && text.find(';', at) != text.npos;
    case '#':
      return before == ' ';
    default:
      return false;
  }
}

/// Prose line by line, made fit to stand within a larger text.
class Embedding {
 public:
  explicit Embedding(std::size_t deeper) : deeper_(deeper) {}

  void add(std::string_view line);
  [[nodiscard]] std::string finished();

 private:
  void add_code(std::string_view line);
  void add_text(std::string_view line);
  void add_heading(std::size_t level, std::string_view words);
  bool add_underline(std::string_view line);

  std::size_t deeper_;
  std::vector<std::string> lines_;
  std::size_t paragraph_ = 0;  // index of the first line of the paragraph that is open
  std::string_view fence_;     // of the code that is open
};

void Embedding::add_heading(std::size_t level, std::string_view words) {
  std::string line(std::min<std::size_t>(level + deeper_, 6), '#');
  if (!words.empty()) line.append(" ").append(words);
  lines_.push_back(std::move(line));
  paragraph_ = lines_.size();
}

/// Makes a heading of the open paragraph when the line is one that underlines it.
bool Embedding::add_underline(std::string_view line) {
  const bool underlines = is_rule(line) && (line.front() == '=' || line.front() == '-') &&
                          line.find(' ') == std::string_view::npos && paragraph_ < lines_.size();
  if (!underlines) return false;
  std::string words;
  for (std::size_t i = paragraph_; i < lines_.size(); ++i) {
    words.append(words.empty() ? "" : " ").append(trimmed(lines_[i]));
  }
  lines_.resize(paragraph_);
  add_heading(line.front() == '=' ? 1 : 2, words);
  return true;
}

void Embedding::add_code(std::string_view line) {
  lines_.emplace_back(line);
  if (closes_fence(line, fence_)) fence_ = {};
  paragraph_ = lines_.size();
}

void Embedding::add_text(std::string_view line) {
  fence_ = fence_of(line);
  if (const std::size_t level = heading_level(line)) {
    return add_heading(level, trimmed(unindented(line).substr(level)));
  }
  if (add_underline(trimmed(unindented(line)))) return;
  std::string kept(line);
  if (begins_long_html(line)) kept.insert(kept.find('<'), "\\");
  lines_.push_back(std::move(kept));
  if (trimmed(line).empty() || begins_block(unindented(line))) paragraph_ = lines_.size();
}

void Embedding::add(std::string_view line) {
  fence_.empty() ? add_text(line) : add_code(line);
}

std::string Embedding::finished() {
  if (!fence_.empty()) lines_.emplace_back(fence_);
  std::string out;
  for (const std::string& line : lines_) out.append(line).append("\n");
  const std::size_t first = out.find_first_not_of('\n');
  if (first == std::string::npos) return {};
  out.resize(out.find_last_not_of('\n') + 1);
  return out.substr(first);
}

}  // namespace

std::string escaped_markdown(std::string_view text) {
  std::string out;
  const std::string line = visible(text);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_markup(line, at)) out += '\\';
    out += line[at];
  }
  return out;
}

std::string markdown_heading(std::size_t level, const std::string& words) {
  return "\n" + std::string(level, '#') + " " + words + "\n";
}

std::string markdown_link(std::string_view url) {
  return is_linkable(url) ? "<" + std::string(url) + ">" : escaped_markdown(url);
}

std::string markdown_link(std::string_view title, std::string_view url) {
  std::string words = escaped_markdown(title);
  if (url.empty()) return words;
  if (words.empty()) return markdown_link(url);
  if (!is_linkable(url)) return words + " (" + escaped_markdown(url) + ")";
  return "[" + words + "](<" + std::string(url) + ">)";
}

std::string embedded_prose(std::string_view prose, std::size_t deeper) {
  const std::string text = visible_lines(prose);
  Embedding embedding(deeper);
  for (const std::string_view line : lines_of(text)) embedding.add(line);
  return embedding.finished();
}

}  // namespace icc
