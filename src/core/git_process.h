#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"

namespace icc {

/// How a program ended.
struct ProcessEnd {
  int exit = 0;     ///< its exit code; 128 and the number of the signal that killed it
  std::string err;  ///< what it wrote to standard error
};

/// Runs a program that is found in PATH, without a shell: its words, the first of which is its
/// name, its environment as `NAME=VALUE`, and its standard input. `take` gets what it prints, piece
/// by piece, as long as it runs. Fails when it can't be run.
[[nodiscard]] Result<ProcessEnd> run_process(const std::vector<std::string>& words,
                                             const std::vector<std::string>& environment,
                                             std::string_view input,
                                             const std::function<void(std::string_view)>& take);

}  // namespace icc
