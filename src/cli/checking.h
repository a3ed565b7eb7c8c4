#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "icc/diagnostic.h"
#include "icc/store.h"

namespace icc {

/// The records that paths on a command line mean, relative to the database: a file, or all below a
/// folder; without paths, all records. A path that is no record of the database is an error.
[[nodiscard]] Result<std::vector<std::string>> records_named(const Session& session,
                                                             const Store& store,
                                                             const std::vector<std::string>& names);

/// How records are checked.
struct Checking {
  bool strict = false;     ///< a record without other faults must be in canonical form
  bool only_some = false;  ///< the database has other records, too
};

/// The faults by every rule in the records at `paths`, located and sorted; sorted paths of all
/// records, or of some. The rules between records see the whole database.
[[nodiscard]] Result<std::vector<Diagnostic>> check_records(const Store& store,
                                                            const std::vector<std::string>& paths,
                                                            Checking checking = {});

/// Whether one of the faults is an error.
[[nodiscard]] bool has_error(const std::vector<Diagnostic>& faults);

/// All faults of one record, located, sorted, with its path: those of the schema and of its
/// meaning which its comments do not allow.
[[nodiscard]] std::vector<Diagnostic> faults_of(const Practice& practice, const Store& store);

}  // namespace icc
