#include "core/report_forms.h"

#include <algorithm>
#include <iterator>

namespace icc {
namespace {

constexpr ReportForm forms[] = {
    {"human", "each fault with its place in the text, for a terminal", true, false, write_human},
    {"short", "one line a fault, for a pipe", true, false, write_short},
    {"json", "one object (contract icc.validate/1)", false, false, write_json},
    {"jsonl", "one object a line, for streams", false, false, write_jsonl},
    {"github", "annotations of GitHub Actions, at most 10", true, true, write_github},
    {"sarif", "SARIF 2.1.0, for code scanning and editors", false, true, write_sarif},
    {"junit", "JUnit's XML with one test case a record, for GitLab and Jenkins", false, false,
     write_junit},
};

}  // namespace

std::span<const ReportForm> report_forms() {
  return forms;
}

const ReportForm* find_report_form(std::string_view name) {
  const auto* found = std::find_if(std::begin(forms), std::end(forms),
                                   [&](const ReportForm& form) { return form.name == name; });
  return found == std::end(forms) ? nullptr : found;
}

}  // namespace icc
