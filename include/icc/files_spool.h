#pragma once

#include <functional>
#include <string>

#include "icc/files.h"
#include "icc/result.h"

namespace icc {

/// Keeps what a pipe brings in a file without a name below `folder`, so that it can be read as
/// often as is wanted and takes no memory. `next` answers a piece, an empty one at the end.
[[nodiscard]] Result<FilePieces> spooled(const std::string& folder,
                                         const std::function<Result<std::string>()>& next);

}  // namespace icc
