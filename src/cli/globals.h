#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/options.h"
#include "icc/result.h"

namespace icc {

inline constexpr std::size_t most_threads = 64;  ///< that `-j` takes

/// The options that every command understands, before or after its name.
struct Globals {
  std::string folder;          ///< `-C DIR`; empty: the current one
  std::string color = "auto";  ///< `--color`: auto, always or never
  std::size_t threads = 0;     ///< `-j N`; 0: as many as the machine suggests
  bool no_pager = false;       ///< `--no-pager`
  bool short_help = false;     ///< `-h`
  bool full_help = false;      ///< `--help`
  bool version = false;        ///< `--version`
};

/// A command line taken apart.
struct CommandLine {
  Globals globals;
  std::string command;             ///< empty: none was named
  std::vector<std::string> words;  ///< what follows the command's name, in order
};

/// Declares the global options.
void bind_globals(Options& options, Globals& globals);

/// Whether a word may be an option. Where none is, none need be declared, and each takes time.
[[nodiscard]] bool has_options(const std::vector<std::string>& words);

/// Finds the command's name and the global options on both sides of it.
[[nodiscard]] Result<CommandLine> split_command_line(const std::vector<std::string>& words);

}  // namespace icc
