#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "icc/files_left_over.h"

namespace icc {

/// Removes the temporary files that a killed icc has left, before something is written to the same
/// place; says which, or why one has to stay. That one stays keeps nobody from writing.
void tidy(Session& session, const std::string& root, std::string_view folder,
          Depth depth = Depth::folder);

/// The same for all records of the open database.
void tidy(Context& context);

}  // namespace icc
