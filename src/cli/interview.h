#pragma once

#include <optional>

#include "cli/command.h"
#include "cli/draft.h"

namespace icc {

/// Asks for a practice field by field on the terminal. Empty when the person stopped, which it has
/// said.
[[nodiscard]] std::optional<Draft> interview(Context& context);

}  // namespace icc
