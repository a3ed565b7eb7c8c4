#include <fmt/format.h>

#include "core/report_forms.h"

namespace icc {

void write_json(std::string& out, const Report& report) {
  const FaultCounts counts = counts_of(report.diagnostics);
  out += fmt::format(
      "{{\"format\":\"icc.validate/1\",\"records\":{},\"errors\":{},\"warnings\":{},\"notes\":{},"
      "\"diagnostics\":[",
      record_count(report.paths), counts.errors, counts.warnings, counts.notes);
  for (const Diagnostic& found : report.diagnostics) {
    out += &found == &report.diagnostics.front() ? "\n" : ",\n";
    out += json_form(found);
  }
  out += report.diagnostics.empty() ? "]}\n" : "\n]}\n";
}

void write_jsonl(std::string& out, const Report& report) {
  for (const Diagnostic& found : report.diagnostics) (out += json_form(found)) += '\n';
}

}  // namespace icc
