#pragma once

#include <string>

#include "cli/command.h"
#include "icc/git.h"
#include "icc/store.h"

// The database in the versions that git keeps. The context's `root` is its folder.

namespace icc {

/// The database as it lies on the disk.
[[nodiscard]] Result<Store> present_database(const Context& context);

/// The database as git would commit it now: schema and records from the index.
[[nodiscard]] Result<Store> staged_database(const Context& context);

/// The database as it was in a commit: schema and records of that time. `Failure::refused` when
/// there was none that can be read.
[[nodiscard]] Result<Store> database_at(const Context& context, const std::string& revision);

/// The folder of the database as seen from the top of its repository, with `/` at its end; empty
/// at the top, and where there is no repository.
[[nodiscard]] std::string folder_in_repository(const Context& context);

}  // namespace icc
