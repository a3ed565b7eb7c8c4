#include <fmt/format.h>

#include <string>

#include "core/diagnostic_excerpt.h"
#include "icc/query_error.h"
#include "icc/text.h"

// The form of an error for people:
//
//   error: no field 'contry'
//     contry:Sweden migrant
//     ^^^^^^ did you mean 'country'?

namespace icc {
namespace {

constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::size_t indent = 2;

std::string coloured(std::string_view text, std::string_view colour, const DiagnosticStyle& style) {
  return style.colour ? fmt::format("{}{}\x1b[0m", colour, text) : std::string(text);
}

}  // namespace

std::string human_form(const QueryError& error, const DiagnosticStyle& style) {
  const std::size_t room = style.width > indent ? style.width - indent : 0;
  const MarkedLine line = marked_line(error.query, error.range.begin, error.range.end, room);
  const std::string mark(line.length, '^');
  const std::string hint = visible(error.hint);
  std::string out = fmt::format("{} {}\n", coloured("error:", red, style),
                                coloured(visible(error.message), bold, style));
  out += fmt::format("{:{}}{}\n", "", indent, line.text);
  const std::size_t width = line.begin + line.length + 1 + display_width(hint);
  const bool beside = !hint.empty() && width <= room;
  out += fmt::format("{:{}}{}\n", "", indent + line.begin,
                     coloured(beside ? fmt::format("{} {}", mark, hint) : mark, red, style));
  if (hint.empty() || beside) return out;
  for (const std::string& part : wrapped(hint, room)) {
    out += fmt::format("{:{}}{}\n", "", indent, coloured(part, red, style));
  }
  return out;
}

}  // namespace icc
