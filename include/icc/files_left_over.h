#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"

// What a program that was killed while it wrote has left on the disk.

namespace icc {

/// How far down a folder is searched.
enum class Depth : std::uint8_t { folder, tree };

/// Removes from `folder` (relative to `root`), or from all that is below it, the temporary files of
/// processes that have ended, and answers their paths, sorted. Nothing reads such a file. Where
/// there is no `folder`, `Failure::refused`. A process of another machine that shares the folder
/// counts as ended: what it is writing fails then, and nothing is lost.
[[nodiscard]] Result<std::vector<std::string>> remove_left_over(const std::string& root,
                                                                std::string_view folder,
                                                                Depth depth);

}  // namespace icc
