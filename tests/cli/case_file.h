#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Golden cases in a form that a person can read and write:
//
//   ## what the case shows              starts a case; it has a folder with a copy of the shipped
//   database,
//   @ empty                             or nothing at all
//   @ terminal 80                       the commands below run with a terminal of that many cells
//   (in-process only)
//   + practices/sweden/x.yaml           a file in that folder; its lines follow
//   | title: X
//   < an answer                         a line of standard input for the next command
//   $ icc list --country Sweden         a command, as one would type it
//     a line of standard output         two blanks in front
//   ! a line of standard error
//   = 2                                 the exit code, unless it is 0
//
// `~` at the end of a line of output stands for the line's end behind blanks; ROOT for the case's
// folder.

namespace icc::test {

/// What a command printed and answered.
struct Outcome {
  std::string out;
  std::string err;
  int exit = 0;

  bool operator==(const Outcome&) const = default;
};

/// One command of a case with what is expected of it.
struct Step {
  std::string line;  ///< without `$ icc`
  std::string input;
  std::size_t terminal = 0;  ///< cells; 0: no terminal
  Outcome expected;
};

/// One case.
struct Case {
  std::string title;
  bool empty = false;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<Step> steps;
};

/// The cases of a file.
[[nodiscard]] std::vector<Case> read_cases(const std::string& path);

/// The cases as text: what `read_cases` reads.
[[nodiscard]] std::string cases_text(const std::vector<Case>& cases);

/// The words of a command line with '…' and "…" as a shell splits them.
[[nodiscard]] std::vector<std::string> shell_words(std::string_view line);

}  // namespace icc::test
