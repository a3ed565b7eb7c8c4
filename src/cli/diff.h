#pragma once

#include <string_view>

#include "cli/session.h"

namespace icc {

/// Writes how a file would change as a unified diff: in colour, and with what does not show made
/// visible, to a terminal; byte by byte elsewhere, for programs. Nothing where nothing changes.
void show_diff(Output& out, std::string_view path, std::string_view before, std::string_view after);

}  // namespace icc
