#include "cli/error_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view error_mark = "# ERROR: ";

/// The errors as comments, by their lines.
std::multimap<std::size_t, std::string> comments(const std::vector<Diagnostic>& faults) {
  std::multimap<std::size_t, std::string> comments;
  for (const Diagnostic& fault : faults) {
    if (fault.severity != Severity::error) continue;
    std::string message = fault.message;
    if (!fault.hint.empty()) message += fmt::format(" ({})", fault.hint);
    comments.emplace(fault.place.line, std::string(error_mark) + visible(message) + "\n");
  }
  return comments;
}

}  // namespace

std::string without_errors(std::string_view text) {
  std::string kept;
  for (const std::string_view line : lines_with_ends(text)) {
    if (!line.starts_with(error_mark)) kept += line;
  }
  return kept;
}

MarkedText with_errors(std::string_view text, const std::vector<Diagnostic>& faults) {
  const auto messages = comments(faults);
  MarkedText marked;
  if (!messages.empty()) marked.line = std::max<std::size_t>(1, messages.begin()->first);
  std::size_t number = 0;
  for (const std::string_view line : lines_with_ends(text)) {
    ++number;
    const auto [begin, end] = messages.equal_range(number);
    for (auto message = begin; message != end; ++message) marked.text += message->second;
    marked.text += line;
  }
  return marked;
}

}  // namespace icc
