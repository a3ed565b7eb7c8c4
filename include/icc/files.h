#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"

// The disk: walking, reading whole, writing whole or not at all. Links are never followed below a
// root. Paths below a root are relative to it, with `/`.

namespace icc {

/// The regular files below `folder` (relative to `root`) whose names end in `suffix`, sorted by
/// path. Hidden files and folders, and links, are left out. A folder that can't be read is an
/// error.
[[nodiscard]] Result<std::vector<std::string>> files_below(const std::string& root,
                                                           std::string_view folder,
                                                           std::string_view suffix);

/// The bytes of a regular file that is reached without links below `root`; at most `limit` bytes
/// plus one, so that a larger file shows by its size.
[[nodiscard]] Result<std::string> read_below(const std::string& root, std::string_view path,
                                             std::size_t limit);

/// The bytes of any readable file that a person named on a command line; `-` is not special here.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// Creates a file below `root` with its folders, whole or not at all, durable when it returns;
/// fails with `Failure::refused` when the path exists already.
[[nodiscard]] Result<void> create_below(const std::string& root, std::string_view path,
                                        std::string_view bytes);

/// Replaces a file below `root`, whole or not at all, durable when it returns, keeping its
/// permissions. Fails with `Failure::refused` when its bytes are not `expected` any more: somebody
/// else changed it.
[[nodiscard]] Result<void> replace_below(const std::string& root, std::string_view path,
                                         std::string_view expected, std::string_view bytes);

/// Writes a file that a person named on a command line, whole or not at all; replaces what is
/// there.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace icc
