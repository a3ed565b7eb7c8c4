#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "icc/diagnostic.h"
#include "icc/store.h"

namespace icc {

/// A record whose faults were mended.
struct Mended {
  std::string path;
  std::string before;              ///< its text as it was read
  std::string after;               ///< the same with the fixes
  std::vector<Diagnostic> mended;  ///< the faults in the order of mending, each with its fix, and
                                   ///< its place in the text at that time
};

/// The record at `path` with the safe fixes of all its faults applied: those that overlap one after
/// the other, and those of faults that show only then. Nothing is written.
[[nodiscard]] Result<Mended> mended(const Store& store, const std::string& path);

/// Mends the records that have fixable faults among `faults`, writes them and tells each fix; with
/// `dry_run` shows the differences instead. The first record that can't be written ends it.
[[nodiscard]] Result<void> fix_records(Session& session, const Store& store,
                                       const std::vector<Diagnostic>& faults, bool dry_run);

}  // namespace icc
