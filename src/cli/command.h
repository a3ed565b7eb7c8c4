#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "cli/exit.h"
#include "cli/options.h"
#include "cli/session.h"
#include "icc/store.h"

namespace icc {

class Progress;

/// What must be there before a command's options can be bound.
enum class Needs : std::uint8_t {
  nothing,
  folder,           ///< the folder of a database, which the command opens itself
  database,         ///< an open database
  database_if_any,  ///< an open database where there is one
};

/// What a command may use.
struct Context {
  Session& session;
  /// Null for a command that needs no database, and when help is asked for where there is none.
  const Store* store = nullptr;
  /// The folder of the database; empty where `store` may be null for want of one.
  std::string root = {};
  /// Shows how far a long reading is; set while a command runs.
  Progress* progress = nullptr;
  /// How records are scanned; for stores that a command opens itself.
  Scanning scanning = {};

  /// The schema of the open database; null when none is open.
  [[nodiscard]] const Schema* schema() const {
    return store == nullptr ? nullptr : &store->schema();
  }
};

/// A command line for the manual, and what it does.
struct Example {
  std::string_view line;
  std::string_view meaning;
};

/// What a command does once its options are parsed.
using Action = std::function<Exit()>;

/// One row of the table of commands: it feeds the parser, help, the manual and the tests.
struct Command {
  std::string_view name;
  std::string_view operands;     ///< `QUERY…` in the synopsis; may be empty
  std::string_view summary;      ///< a few words, no full stop
  std::string_view description;  ///< paragraphs with a blank line between them, for help and manual
  std::span<const Example> examples;
  Needs needs;
  bool pages;  ///< long output goes through the pager
  /// Declares the options and operands, and answers the action which runs with their values.
  /// `options` and `context` outlive the action.
  Action (*bind)(Options& options, Context& context);
};

/// All commands in the order of help.
[[nodiscard]] std::span<const Command* const> commands();

/// The command with this name; null when there is none.
[[nodiscard]] const Command* find_command(std::string_view name);

}  // namespace icc
