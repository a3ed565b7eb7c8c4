#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "icc/result.h"

namespace icc {

/// The list of commands that `icc` and `icc help` show.
[[nodiscard]] std::string general_help(std::size_t width);

/// That no command is called `name`, and which one may be meant.
[[nodiscard]] Error unknown_command(std::string_view name);

/// `-h`: synopsis and options of a command, one line each.
[[nodiscard]] std::string short_help(const Command& command, const Options& options,
                                     std::size_t width);

/// `--help`: examples first, then the description and all options.
[[nodiscard]] std::string full_help(const Command& command, const Options& options,
                                    std::size_t width);

}  // namespace icc
