#pragma once

#include <string>
#include <vector>

#include "icc/schema.h"

namespace icc {

/// The words of a command line as one query: joined by blanks, but a word `FIELD:REST` that means
/// one term is quoted, since the shell has taken its quotes away.
[[nodiscard]] std::string query_of_words(const std::vector<std::string>& words,
                                         const Schema& schema);

}  // namespace icc
