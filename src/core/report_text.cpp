#include <fmt/format.h>

#include "core/report_forms.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t most_a_file = 20;

}  // namespace

std::string sentence_of(const Diagnostic& found) {
  if (found.hint.empty()) return visible(found.message);
  return fmt::format("{} ({})", visible(found.message), visible(found.hint));
}

void write_human(std::string& out, const Report& report) {
  const auto& all = report.diagnostics;
  for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
    while (end < all.size() && all[end].path == all[first].path) ++end;
    const std::size_t shown = std::min(end, first + most_a_file);
    for (std::size_t i = first; i < shown; ++i) {
      (out += human_form(all[i], report.style)) += '\n';
    }
    if (shown == end) continue;
    const std::string path = visible(all[first].path);
    const std::size_t rest = end - shown;
    out += fmt::format("{}: {}; 'icc validate --format short {}' shows all\n\n", path,
                       counted(rest, "more fault"), path);
  }
}

void write_short(std::string& out, const Report& report) {
  for (const Diagnostic& found : report.diagnostics) out += short_form(found);
}

}  // namespace icc
