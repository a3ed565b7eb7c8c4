#include "core/entries_scalar.h"

#include "core/document_quote.h"
#include "icc/text.h"

namespace icc {
namespace {

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
    if (leading(take_line(text)).find('\t') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool is_literal(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  const std::string_view lines = text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
  // Blank lines at either end depend on what follows, and on editors that cut them off.
  if (is_blank(lines.substr(0, lines.find('\n'))) || is_blank(lines.substr(lines.rfind('\n') + 1)))
    return false;
  return !has_leading_tab(text) && all_show(text, "\n\t");
}

void append_literal_mark(std::string& out, std::string_view text) {
  out += " |";
  if (text.starts_with(' ')) out += '2';  // else its blanks would count as indentation
  if (!text.ends_with('\n')) out += '-';
}

void append_literal_lines(std::string& out, std::string_view text, std::size_t indent) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (bool more = true; more;) {
    const std::size_t size = text.size();
    const std::string_view line = take_line(text);
    more = line.size() < size;
    out += '\n';
    if (!line.empty()) out.append(indent, ' ');
    out += line;
  }
}

}  // namespace icc
