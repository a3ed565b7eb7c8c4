#pragma once

namespace icc {

/// What `icc` answers to the shell.
enum class Exit : int {
  done = 0,      ///< it was done; an empty list is an answer too
  no = 1,        ///< the answer is "no": faults found, no such id, nothing matched `filter -e`
  failed = 2,    ///< wrong usage, a query error, something unreadable, nothing to check
  broken = 129,  ///< `icc merge-driver` could do nothing: git stops, and merges no text of ours
  interrupted = 130,  ///< Ctrl-C
};

/// The worse of two outcomes.
constexpr Exit worse(Exit left, Exit right) {
  return static_cast<int>(left) < static_cast<int>(right) ? right : left;
}

}  // namespace icc
