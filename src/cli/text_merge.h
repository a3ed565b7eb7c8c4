#pragma once

#include "cli/session.h"
#include "icc/merge_text.h"

namespace icc {

/// git's own merge of texts, line by line (`git merge-file`), with the settings of the session's
/// folder. The session must outlive it.
[[nodiscard]] TextMerge git_text_merge(const Session& session);

}  // namespace icc
