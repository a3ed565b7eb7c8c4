#pragma once

#include <cstdint>
#include <optional>

#include "cli/command.h"
#include "cli/draft.h"
#include "cli/draft_file.h"

namespace icc {

/// What came of an interview.
struct Interviewed {
  enum class End : std::uint8_t {
    agreed,   ///< the record is to be stored
    refused,  ///< the person said no
    stopped,  ///< the input ended, or Ctrl-C
  };
  End end;
  Draft draft;
  std::optional<DraftFile> file;  ///< what was typed; none when that was nothing
};

/// Asks for a practice field by field on the terminal. What is typed is kept in a draft file after
/// each answer. With `resumed`, goes on with what such a file holds.
[[nodiscard]] Result<Interviewed> interview(Context& context, std::optional<DraftFile> resumed);

}  // namespace icc
