#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "icc/result.h"

// Three versions of a text, and one that they come to.

namespace icc {

/// Something in the three versions that a merge begins with.
template <class T>
struct Three {
  T base;    ///< what both sides began with
  T ours;    ///< what is merged into
  T theirs;  ///< what is merged
};

/// What a merge came to.
struct Merged {
  std::string text;        ///< with conflict markers where it is not clean
  bool conflicts = false;  ///< whether a person has to decide
};

/// Merges texts line by line, as `git merge-file` does. It may fail, and the merge fails with it.
using TextMerge = std::function<Result<Merged>(const Three<std::string_view>& versions)>;

}  // namespace icc
