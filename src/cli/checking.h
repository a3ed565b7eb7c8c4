#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/command.h"
#include "icc/diagnostic.h"

namespace icc {

/// What a check of the database found.
struct Checked {
  std::size_t records = 0;              ///< records that were asked for and checked
  std::vector<Diagnostic> diagnostics;  ///< located, sorted; only of the records asked for
};

/// The records that paths on a command line mean, relative to the database: a file, or all below a
/// folder; without paths, all records. A path that is no record of the database is an error.
[[nodiscard]] Result<std::vector<std::string>> records_named(const Context& context,
                                                             const std::vector<std::string>& names);

/// Checks the records at `paths` by every rule. The rules between records see the whole database.
[[nodiscard]] Result<Checked> check_records(const Context& context,
                                            const std::vector<std::string>& paths);

/// All faults of one record, located, sorted, with its path: those of the schema and of its
/// meaning.
[[nodiscard]] std::vector<Diagnostic> faults_of(const Practice& practice, const Store& store);

}  // namespace icc
