#include "core/document_decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "icc/text.h"

namespace icc {
namespace {

char* append(char* out, std::string_view text) {
  std::memcpy(out, text.data(), text.size());
  return out + text.size();
}

char* append(char* out, std::size_t count, char c) {
  return std::fill_n(out, count, c);
}

/// Moves `at`, which is at a line end, to the first character of the next line that has one, and
/// answers how many empty lines lie between.
std::size_t skip_line_ends(std::string_view text, std::size_t& at) {
  std::size_t empty_lines = 0;
  at = skip_blanks(text, next_line(text, at));
  while (at < text.size() && is_break(text[at])) {
    ++empty_lines;
    at = skip_blanks(text, next_line(text, at));
  }
  return empty_lines;
}

/// Folds the line end at `at`: one becomes a blank, more of them one line end less.
char* append_folded(char* out, std::string_view text, std::size_t& at) {
  const std::size_t empty_lines = skip_line_ends(text, at);
  return empty_lines == 0 ? append(out, 1, ' ') : append(out, empty_lines, '\n');
}

char* without_blanks(char* begin, char* end) {
  while (end > begin && is_blank(end[-1])) --end;
  return end;
}

struct Escape {
  char letter;
  std::string_view text;
};

// YAML 1.2, section 5.7, by letter.
constexpr std::array escapes{
    Escape{'\t', "\t"},     Escape{' ', " "},      Escape{'"', "\""},     Escape{'/', "/"},
    Escape{'0', {"\0", 1}}, Escape{'L', "\u2028"}, Escape{'N', "\u0085"}, Escape{'P', "\u2029"},
    Escape{'\\', "\\"},     Escape{'_', "\u00A0"}, Escape{'a', "\a"},     Escape{'b', "\b"},
    Escape{'e', "\x1B"},    Escape{'f', "\f"},     Escape{'n', "\n"},     Escape{'r', "\r"},
    Escape{'t', "\t"},      Escape{'v', "\v"},
};

constexpr std::size_t hexadecimal_digits(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

/// The value of a hexadecimal digit; 16 when it is none.
constexpr std::uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A') + 10;
  return 16;
}

/// The character that the digits name; above U+10FFFF when they name none.
std::uint32_t named_character(std::string_view digits) {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (digit_value(c) == 16 || value > 0x10FFFF) return none;
    value = value * 16 + digit_value(c);
  }
  return value >= 0xD800 && value <= 0xDFFF ? none : value;
}

/// Decodes the escape whose backslash is at `at`, and moves behind it; null when it has no meaning.
char* append_escape(char* out, std::string_view text, std::size_t& at) {
  const char letter = at + 1 < text.size() ? text[at + 1] : '\\';
  if (const std::size_t count = hexadecimal_digits(letter); count > 0) {
    const std::string_view digits = text.substr(at + 2, count);
    const std::uint32_t value = named_character(digits);
    if (digits.size() < count || value > 0x10FFFF) return nullptr;
    at += 2 + count;
    std::string character;
    append_character(character, value);
    return append(out, character);
  }
  const auto* const found = std::find_if(escapes.begin(), escapes.end(), [&](const Escape& escape) {
    return escape.letter == letter;
  });
  if (found == escapes.end()) return nullptr;
  at += 2;
  return append(out, found->text);
}

/// The lines of a block scalar, one after the other.
class BlockLines {
 public:
  BlockLines(std::string_view text, std::size_t at, const BlockScalar& extent)
      : text_(text), at_(next_line(text, at)), extent_(extent) {}

  /// The number of empty lines up to the next line of text or the end; moves behind them.
  std::size_t skip_empty() {
    std::size_t count = 0;
    while (at_ < text_.size() && is_empty()) {
      const std::size_t end = line_end(text_, at_);
      if (end < text_.size()) ++count;  // the last line of a file may have no line end
      at_ = next_line(text_, at_);
    }
    return count;
  }
  /// Whether a line of text is next.
  [[nodiscard]] bool has_text() const { return at_ < extent_.end; }
  /// The next line of text without its indentation and line end; moves behind it.
  std::string_view take() {
    const std::size_t begin = at_ + extent_.indentation;
    const std::size_t end = line_end(text_, at_);
    ended_ = end < text_.size();
    at_ = next_line(text_, at_);
    return text_.substr(begin, end - begin);
  }
  /// Whether the last line of text had a line end.
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  /// Whether the line is empty: no more than blanks, and not more of them than the indentation.
  [[nodiscard]] bool is_empty() const {
    const std::size_t end = line_end(text_, at_);
    const bool blank = text_.find_first_not_of(' ', at_) >= end;
    return blank && (at_ >= extent_.end || end - at_ <= extent_.indentation);
  }

  std::string_view text_;
  std::size_t at_;
  const BlockScalar& extent_;
  bool ended_ = false;
};

/// The line ends between two lines of a folded scalar: kept as they are next to a line that begins
/// with a blank, folded otherwise.
char* append_between(char* out, std::string_view before, std::string_view after,
                     std::size_t empty_lines) {
  const bool kept = is_blank(before.front()) || is_blank(after.front());
  if (kept) return append(out, empty_lines + 1, '\n');
  return empty_lines == 0 ? append(out, 1, ' ') : append(out, empty_lines, '\n');
}

}  // namespace

char* decode_plain(std::string_view written, char* out) {
  char* const begin = out;
  for (std::size_t at = 0; at < written.size();) {
    if (is_break(written[at])) {
      out = append_folded(without_blanks(begin, out), written, at);
    } else {
      *out++ = written[at++];
    }
  }
  return out;
}

char* decode_single_quoted(std::string_view inner, char* out) {
  char* line = out;
  for (std::size_t at = 0; at < inner.size();) {
    if (is_break(inner[at])) {
      out = append_folded(without_blanks(line, out), inner, at);
      line = out;
    } else {
      at += inner[at] == '\'' ? 1 : 0;
      *out++ = inner[at++];
    }
  }
  return out;
}

Decoding decode_double_quoted(std::string_view inner, char* out) {
  char* solid = out;  // behind the last character that no line end takes off
  for (std::size_t at = 0; at < inner.size();) {
    if (is_break(inner[at])) {
      out = append_folded(without_blanks(solid, out), inner, at);
      solid = out;
    } else if (inner[at] != '\\') {
      *out++ = inner[at++];
    } else if (at + 1 < inner.size() && is_break(inner[at + 1])) {
      ++at;
      out = append(out, skip_line_ends(inner, at), '\n');
      solid = out;
    } else {
      out = append_escape(out, inner, at);
      if (out == nullptr) return {nullptr, at};
      solid = out;
    }
  }
  return {out};
}

char* decode_block(std::string_view text, std::size_t at, const BlockScalar& extent, char* out) {
  const bool folded = text[at] == '>';
  BlockLines lines(text, at, extent);
  std::size_t empty_lines = lines.skip_empty();
  out = append(out, lines.has_text() ? empty_lines : 0, '\n');
  const bool has_text = lines.has_text();
  std::string_view before;
  while (lines.has_text()) {
    const std::string_view line = lines.take();
    if (!before.empty()) {
      out = folded ? append_between(out, before, line, empty_lines)
                   : append(out, empty_lines + 1, '\n');
    }
    out = append(out, line);
    before = line;
    empty_lines = lines.skip_empty();
  }
  if (extent.chomping == '-') return out;
  if (has_text && lines.ended()) *out++ = '\n';
  return extent.chomping == '+' ? append(out, empty_lines, '\n') : out;
}

Range escape_at(std::string_view text, std::size_t at) {
  constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
  const std::size_t last = std::min(at + 2, text.size());
  const std::size_t count = last == at + 2 ? hexadecimal_digits(text[at + 1]) : 0;
  const std::size_t digits = std::min(text.find_first_not_of(hexadecimal, last), text.size());
  return range_of(at, std::min(digits, last + count));
}

}  // namespace icc
