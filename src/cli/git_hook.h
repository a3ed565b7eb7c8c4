#pragma once

#include <string>
#include <string_view>

#include "cli/session.h"
#include "icc/git.h"
#include "icc/result.h"

// The hook that checks records before each commit, and the merge driver, in the settings of one
// repository. Functions that change something answer what they did, a line for a thing; empty when
// there was nothing to do.

namespace icc {

/// git at the top of the work tree that the session's folder lies in.
[[nodiscard]] Result<Git> git_at_top(const Session& session);

/// Writes the hook, which has `icc hook run` check what is committed. One that was there before is
/// kept under another name and runs first. `Failure::refused` where a person has added to ours, and
/// where other repositories run the same.
[[nodiscard]] Result<std::string> install_hook(const Git& git);

/// Removes the hook and puts the one that was there before back. Leaves alone what is not ours.
[[nodiscard]] Result<std::string> uninstall_hook(const Git& git);

/// Tells git what the merge driver `icc` is.
[[nodiscard]] Result<std::string> register_driver(const Git& git);

/// Whether git's attributes give records of the database in this folder to the merge driver.
[[nodiscard]] bool uses_driver(const Git& git, std::string_view database);

/// Makes git forget the merge driver `icc`.
[[nodiscard]] Result<std::string> unregister_driver(const Git& git);

}  // namespace icc
