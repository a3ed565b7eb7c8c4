#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/exit.h"
#include "cli/session.h"
#include "icc/git.h"
#include "icc/result.h"

// The databases of a repository whose records are checked before each commit: `icc.database` in its
// own settings, each as the folder from the top of the work tree, `.` for the top itself. `git` is
// that of the top. Functions that change something answer what they did, a line for a thing.

namespace icc {

/// The folder of the session's database, from the top.
[[nodiscard]] Result<std::string> database_folder(const Session& session, const Git& git);

/// The databases that are checked.
[[nodiscard]] Result<std::vector<std::string>> watched_databases(const Git& git);

/// Those of them that are no databases any more in the work tree.
[[nodiscard]] std::vector<std::string> gone_databases(const Git& git,
                                                      const std::vector<std::string>& databases);

/// Has a database checked; does nothing when it is already.
[[nodiscard]] Result<std::string> watch(const Git& git, const std::string& database);

/// Has databases not checked any more.
[[nodiscard]] Result<std::string> unwatch(const Git& git,
                                          const std::vector<std::string>& databases);

/// Checks what would be committed of each database that is to be checked. Says so where one is gone
/// from it, and answers `Exit::no` when another may have taken its place.
Exit check_commit(Session& session, const Git& git);

}  // namespace icc
