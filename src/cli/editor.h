#pragma once

#include <cstddef>
#include <string>

#include "cli/session.h"
#include "icc/result.h"

namespace icc {

/// The command of the person's editor, chosen as git does: $ICC_EDITOR, $GIT_EDITOR, $VISUAL,
/// $EDITOR, or vi. It goes through the shell, so it may have options.
[[nodiscard]] std::string editor_command(const Session& session);

/// Opens a file in the editor, at a line (from 1) where the editor is known to understand that, and
/// waits until it is closed. An editor that can't be run or that fails is an error.
[[nodiscard]] Result<void> open_in_editor(Session& session, const std::string& path,
                                          std::size_t line = 1);

}  // namespace icc
