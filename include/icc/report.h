#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/diagnostic.h"

// The faults of a whole check, in the forms that people and programs read.

namespace icc {

/// What a check found, and in which records it looked.
struct Report {
  std::vector<std::string> paths;       ///< of the records that were checked, sorted
  std::vector<Diagnostic> diagnostics;  ///< located, sorted
  std::string version = {};             ///< of the program
  std::string folder = {};              ///< of the database in its repository, with `/` at its end;
                                        ///< empty: the top
  DiagnosticStyle style = {};           ///< of the human form
};

/// How many of these paths are those of records, by their ending: what lies among them may be a
/// folder that can't be read, or a link to one.
[[nodiscard]] std::size_t record_count(std::span<const std::string> paths);

/// How many faults there are of each severity.
struct FaultCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;

  /// `1 error, 2 warnings`; `no faults`.
  [[nodiscard]] std::string text() const;
};

/// Counts faults by severity.
[[nodiscard]] FaultCounts counts_of(std::span<const Diagnostic> diagnostics);

/// One form of `icc validate`.
struct ReportForm {
  std::string_view name;     ///< `sarif`, as `--format` takes it
  std::string_view summary;  ///< for help: what it is, and for whom
  bool is_summed_up;         ///< a line on stderr tells the sum: the form has none itself
  bool from_top;             ///< paths begin at the top of the repository: needs `Report::folder`
  void (*write)(std::string& out, const Report& report);
};

/// All forms, in the order of help: one table for options, help, manual and tests.
[[nodiscard]] std::span<const ReportForm> report_forms();

/// The form with this name; null when there is none.
[[nodiscard]] const ReportForm* find_report_form(std::string_view name);

/// What tells each fault from the others of its record, and stays the same when lines move, when
/// the file moves to another folder, and when other faults come and go: 16 hexadecimal digits of
/// the rule, the id, the message and the text at its place, then `:1`, for equal ones `:2` and so
/// on. Needs places.
[[nodiscard]] std::vector<std::string> fingerprints(std::span<const Diagnostic> diagnostics);

/// The faults that an earlier version of the records did not have, by their fingerprints; in order.
[[nodiscard]] std::vector<Diagnostic> new_faults(std::vector<Diagnostic> now,
                                                 std::span<const Diagnostic> earlier);

}  // namespace icc
