#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace icc {

/// The paths of the records with these ids. Complains of an id that no record has, with the nearest
/// one, and makes `exit` worse.
[[nodiscard]] std::vector<std::string> paths_of(Context& context,
                                                const std::vector<std::string>& ids, Exit& exit);

}  // namespace icc
