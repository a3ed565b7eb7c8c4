#include "icc/diagnostic.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace icc {

std::string_view severity_name(Severity severity) {
  constexpr std::array<std::string_view, 4> names = {"off", "note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

Diagnostic diagnostic(RuleId id, Range range, std::string message, std::string hint) {
  Diagnostic found;
  found.rule = id;
  found.severity = rule(id).severity;
  found.range = range;
  found.message = std::move(message);
  found.hint = std::move(hint);
  return found;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& found) {
    return std::tie(found.path, found.range.begin, found.range.end, found.rule, found.message);
  };
  std::stable_sort(
      diagnostics.begin(), diagnostics.end(),
      [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
}

}  // namespace icc
