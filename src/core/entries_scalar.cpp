#include "core/entries_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/text_run.h"
#include "icc/text.h"

namespace icc {
namespace {

/// Whether a character is seen by all readers as itself, without an escape.
bool shows(const Character& character) {
  const char32_t code = character.code;
  if (!character.valid || code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;
  return code != 0x2028 && code != 0x2029 && code != 0xFEFF && code != 0xFFFE && code != 0xFFFF;
}

// The escapes that YAML (1.2.2, section 5.7) and JSON share.
constexpr std::array<std::pair<char, char>, 7> short_escapes = {
    {{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\t', 't'}, {'\n', 'n'}, {'\f', 'f'}, {'\r', 'r'}}};

bool append_short_escape(std::string& out, char c) {
  const auto* const found = std::find_if(short_escapes.begin(), short_escapes.end(),
                                         [&](const auto& escape) { return escape.first == c; });
  if (found == short_escapes.end()) return false;
  out += '\\';
  out += found->second;
  return true;
}

/// The first line of `text`, without its end.
std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

/// The blanks and tabs at the start of a line.
std::string_view leading(std::string_view line) {
  return line.substr(0, line.find_first_not_of(" \t"));
}

bool is_blank(std::string_view line) {
  return leading(line).size() == line.size();
}

/// Whether a tab is among the blanks at the start of some line: readers disagree on those.
bool has_leading_tab(std::string_view text) {
  if (text.find('\t') == std::string_view::npos) return false;
  while (!text.empty()) {
    const std::string_view line = first_line(text);
    if (leading(line).find('\t') != std::string_view::npos) return true;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

}  // namespace

bool all_show(std::string_view text, std::string_view allowed) {
  while (true) {
    text.remove_prefix(run_length(text, no_printable));
    if (text.empty()) return true;
    const Character character = first_character(text);
    if (!shows(character) && allowed.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(character.length);
  }
}

bool is_literal(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  const std::string_view lines = text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
  // Blank lines at either end depend on what follows, and on editors that cut them off.
  if (is_blank(first_line(lines)) || is_blank(lines.substr(lines.rfind('\n') + 1))) return false;
  return !has_leading_tab(text) && all_show(text, "\n\t");
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const Character character = first_character(text);
    const std::string_view bytes = text.substr(0, character.length);
    text.remove_prefix(character.length);
    if (append_short_escape(out, bytes.front())) continue;
    if (shows(character) || !character.valid) {
      out += bytes;
    } else {
      fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned>(character.code));
    }
  }
  out += '"';
}

void append_literal_mark(std::string& out, std::string_view text) {
  out += " |";
  if (text.starts_with(' ')) out += '2';  // else its blanks would count as indentation
  if (!text.ends_with('\n')) out += '-';
}

void append_literal_lines(std::string& out, std::string_view text, std::size_t indent) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (bool more = true; more;) {
    const std::string_view line = first_line(text);
    out += '\n';
    if (!line.empty()) out.append(indent, ' ');
    out += line;
    more = line.size() < text.size();
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

}  // namespace icc
