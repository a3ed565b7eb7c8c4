#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/report_forms.h"
#include "icc/text.h"

// Commands to the runner of GitHub Actions:
//
//   ::error file=PATH,line=L,endLine=L,col=C,endColumn=C,title=TITLE::MESSAGE
//
// `%`, CR and LF are escaped everywhere, `:` and `,` before the second `::` as well. GitHub shows
// ten annotations of a step and drops the others without a word, hence the count of the rest.

namespace icc {
namespace {

constexpr std::size_t most = 10;

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string property(std::string_view text) {
  return escaped(text, "%\r\n:,");
}

std::string_view command(Severity severity) {
  constexpr std::array<std::string_view, 4> names = {"notice", "notice", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

/// `,line=2,endLine=2,col=1,endColumn=7`; columns only where GitHub takes them, within one line.
std::string position(const Place& place) {
  if (place.line == 0) return {};
  std::string out = fmt::format(",line={},endLine={}", place.line, place.end_line);
  if (place.line == place.end_line) {
    out += fmt::format(",col={},endColumn={}", place.column, place.end_column);
  }
  return out;
}

std::string annotation(const Diagnostic& found, const std::string& folder) {
  const std::string title = fmt::format("{} {}", rule_code(found.rule), rule(found.rule).name);
  return fmt::format("::{} file={}{},title={}::{}\n", command(found.severity),
                     property(visible_lines(folder + found.path)), position(found.place),
                     property(title), escaped(sentence_of(found), "%\r\n"));
}

}  // namespace

void write_github(std::string& out, const Report& report) {
  std::vector<Diagnostic> worst_first = report.diagnostics;
  std::stable_sort(worst_first.begin(), worst_first.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     return left.severity > right.severity;
                   });
  const std::size_t shown = std::min(worst_first.size(), most);
  for (std::size_t i = 0; i < shown; ++i) out += annotation(worst_first[i], report.folder);
  if (shown == worst_first.size()) return;
  out += fmt::format("::notice title=icc validate::beyond these: {}\n",
                     counts_of(std::span(worst_first).subspan(shown)).text());
}

}  // namespace icc
