#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace icc {

/// What may stand in place of an unfinished word.
struct Candidate {
  std::string text;     ///< the whole word
  std::string meaning;  ///< a few words for a person; may be empty
};

/// The candidates for the last of the words behind `icc` on a command line; it may be empty. Takes
/// them from the commands and their options, from the schema, and from the records of the database
/// that the command line would use. None where a file is wanted, or where nobody can tell.
[[nodiscard]] std::vector<Candidate> candidates(const Session& session,
                                                const std::vector<std::string>& words);

}  // namespace icc
