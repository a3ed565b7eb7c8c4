#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace icc {

/// `text` so that mdoc(7) takes every character as it is.
[[nodiscard]] std::string mdoc_text(std::string_view text);

/// The page icc-rules(7), made from the table of rules, as it stands in man/.
[[nodiscard]] std::string rules_page();

/// The manual page of a command in mdoc(7), as it stands in man/.
[[nodiscard]] std::string manual_page(const Command& command, const Options& options);

}  // namespace icc
