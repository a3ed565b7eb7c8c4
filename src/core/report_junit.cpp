#include <fmt/format.h>

#include <algorithm>

#include "core/report_forms.h"
#include "icc/practice.h"
#include "icc/text.h"

// JUnit's XML, as GitLab, Jenkins and most others read it:
//
//   testsuites > testsuite > testcase > failure (the errors) | system-out (warnings and notes)

namespace icc {
namespace {

/// Text that holds no character that XML 1.0 forbids, for content and for attributes.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::span<const Diagnostic> faults_in(const Report& report, std::string_view path) {
  const auto& all = report.diagnostics;
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](const Diagnostic& d) { return d.path < path; });
  const auto last =
      std::partition_point(first, all.end(), [&](const Diagnostic& d) { return d.path == path; });
  return {first, last};
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, std::min(path.rfind('/'), path.size()));
}

bool is_error(const Diagnostic& found) {
  return found.severity == Severity::error;
}

/// One element with the lines of the faults that are errors, or of those that are not.
std::string element(std::string_view name, std::string_view attributes,
                    std::span<const Diagnostic> faults, bool errors) {
  std::string lines;
  for (const Diagnostic& found : faults) {
    if (is_error(found) == errors) lines += escaped(short_form(found));
  }
  if (lines.empty()) return {};
  return fmt::format("      <{}{}>{}</{}>\n", name, attributes, lines, name);
}

std::string failure(std::span<const Diagnostic> faults) {
  const auto first = std::find_if(faults.begin(), faults.end(), is_error);
  if (first == faults.end()) return {};
  return element("failure",
                 fmt::format(" type=\"{} {}\" message=\"{}\"", rule_code(first->rule),
                             rule(first->rule).name, escaped(sentence_of(*first))),
                 faults, true);
}

}  // namespace

void write_junit(std::string& out, const Report& report) {
  std::string cases;
  std::size_t failures = 0;
  for (const std::string& path : report.paths) {
    const auto faults = faults_in(report, path);
    const std::string inside = failure(faults) + element("system-out", "", faults, false);
    if (std::any_of(faults.begin(), faults.end(), is_error)) ++failures;
    cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\"",
                         escaped(visible(folder_of(path))), escaped(visible(id_of(path))),
                         escaped(visible(path)));
    cases += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
  }
  const std::string counts =
      fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\"", report.paths.size(), failures);
  out += fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"icc validate\" {}>\n"
      "  <testsuite name=\"practices\" {} skipped=\"0\">\n{}  </testsuite>\n</testsuites>\n",
      counts, counts, cases);
}

}  // namespace icc
