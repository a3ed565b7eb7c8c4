#pragma once

#include <string>
#include <vector>

#include "cli/exit.h"
#include "cli/session.h"

namespace icc {

/// Runs a command line (without the program's name) and answers the exit code. All that it says has
/// been written and flushed when it returns.
[[nodiscard]] Exit run(Session& session, const std::vector<std::string>& words);

}  // namespace icc
