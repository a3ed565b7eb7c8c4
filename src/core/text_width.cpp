#include "icc/text.h"

#include <utf8proc.h>

#include <algorithm>

#include "core/text_run.h"

namespace icc {
namespace {

constexpr std::string_view ellipsis = "…";

/// Length in bytes of the longest start of `text` that fits into `cells`. Marks of no width stay
/// with the character before them.
std::size_t fitting_length(std::string_view text, std::size_t cells) {
  std::size_t length = 0;
  while (length < text.size()) {
    const Character character = first_character(text.substr(length));
    const std::size_t width = character_width(character.code);
    if (width > cells) break;
    cells -= width;
    length += character.length;
  }
  return length;
}

}  // namespace

std::size_t character_width(char32_t code) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

std::size_t display_width(std::string_view text) {
  if (run_length(text, no_printable) == text.size()) return text.size();
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    width += character_width(character.code);
    text.remove_prefix(character.length);
  }
  return width;
}

std::string truncated(std::string_view text, std::size_t cells) {
  if (display_width(text) <= cells) return std::string(text);
  if (cells == 0) return {};
  std::string out(text.substr(0, fitting_length(text, cells - 1)));
  return out += ellipsis;
}

std::string padded(std::string_view text, std::size_t cells) {
  std::string out(text);
  const std::size_t width = display_width(text);
  if (width < cells) out.append(cells - width, ' ');
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t cells) {
  constexpr std::string_view breaks = " \t\r\n";
  std::vector<std::string> lines;
  std::size_t width = 0;
  for (std::size_t begin = text.find_first_not_of(breaks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(breaks, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t word_width = display_width(word);
    if (!lines.empty() && width + 1 + word_width <= cells) {
      (lines.back() += ' ') += word;
      width += 1 + word_width;
    } else {
      lines.emplace_back(word);
      width = word_width;
    }
    begin = text.find_first_not_of(breaks, end);
  }
  return lines;
}

}  // namespace icc
