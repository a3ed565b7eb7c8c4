#pragma once

#include <string>

#include "icc/report.h"

// The functions behind the table of forms. Each appends the whole report.

namespace icc {

void write_human(std::string& out, const Report& report);   ///< excerpts, at most 20 faults a file
void write_short(std::string& out, const Report& report);   ///< one line a fault
void write_json(std::string& out, const Report& report);    ///< one object
void write_jsonl(std::string& out, const Report& report);   ///< one object a line
void write_github(std::string& out, const Report& report);  ///< annotations, at most 10
void write_sarif(std::string& out, const Report& report);   ///< SARIF 2.1.0
void write_junit(std::string& out, const Report& report);   ///< one test case a record

/// `message (hint)`, safe for one line of any output.
[[nodiscard]] std::string sentence_of(const Diagnostic& found);

}  // namespace icc
