#include "core/entries_block.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/document_layout.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The text behind a list's mark (`-`, `*`, `+`, `1.`, `1)`); the whole text when there is none.
std::string_view behind_mark(std::string_view line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  const std::size_t at = digits == std::string_view::npos ? 0 : digits;
  if (line.empty() || at > 9) return line;
  const bool is_mark =
      std::string_view(at == 0 ? "-*+" : ".)").find(line[at]) != std::string_view::npos;
  return is_mark ? line.substr(at + 1) : line;
}

bool is_list_item(std::string_view line) {
  const std::string_view rest = behind_mark(line);
  return rest.size() < line.size() && (rest.empty() || is_blank(rest.front()));
}

bool is_link_definition(std::string_view line) {
  return line.starts_with('[') && line.find("]:") != std::string_view::npos;
}

}  // namespace

std::string_view unindented(std::string_view line) {
  constexpr std::size_t most_blanks = 3;
  const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
  return blanks > most_blanks ? std::string_view() : line.substr(blanks);
}

bool is_rule(std::string_view line) {
  return !line.empty() && std::string_view("-=*_").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(std::string(1, line.front()) + " \t") == std::string_view::npos;
}

bool begins_block(std::string_view line) {
  if (line.empty()) return false;
  constexpr std::string_view marks = " \t>#|<";
  return marks.find(line.front()) != std::string_view::npos || line.starts_with("```") ||
         line.starts_with("~~~") || is_list_item(line) || is_rule(line) || is_link_definition(line);
}

std::string_view fence_of(std::string_view line) {
  const std::string_view text = unindented(line);
  if (!text.starts_with("```") && !text.starts_with("~~~")) return {};
  const std::size_t length = std::min(text.find_first_not_of(text.front()), text.size());
  const bool is_inline = text.front() == '`' && text.find('`', length) != std::string_view::npos;
  return is_inline ? std::string_view() : text.substr(0, length);
}

bool closes_fence(std::string_view line, std::string_view fence) {
  const std::string_view text = trimmed(unindented(line));
  return text.starts_with(fence) && text.find_first_not_of(fence.front()) == std::string_view::npos;
}

}  // namespace icc
