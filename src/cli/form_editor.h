#pragma once

#include <optional>

#include "cli/command.h"
#include "cli/draft.h"
#include "cli/draft_file.h"

namespace icc {

/// A form that was filled in.
struct FilledForm {
  Draft draft;
  DraftFile file;  ///< what was typed
};

/// Opens the form of a practice, filled in as far as `draft` is, in the person's editor, again and
/// again until the record has no error: each is then a comment above its line. With `resumed`, what
/// such a file holds is opened. None when it was closed unchanged, which is said. What was typed
/// stays in the draft file whatever happens; an error says where.
[[nodiscard]] Result<std::optional<FilledForm>> fill_in_form(Context& context, const Draft& draft,
                                                             std::optional<DraftFile> resumed);

}  // namespace icc
