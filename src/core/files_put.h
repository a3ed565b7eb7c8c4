#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>

// How a file comes into being or changes, so that a crash at any point leaves the old file or the
// new one:
//
//   1  the folder is opened step by step; all that follows is relative to it, so that nobody can
//      lead it elsewhere
//   2  `.icc-tmp-<pid>-<random>` is created in it: O_EXCL, O_NOFOLLOW, hidden from every reader
//   3  all bytes are written, fsync, close
//   4  a new file: renamed, never over another; a changed one: exchanged with the old one, which is
//      removed after 5
//   5  fsync of the folder; when it fails, 4 is undone
//
// A file that goes gets such a name, 5 follows, then it is removed.
//
// A change holds a lock on the folder from the comparison with what was expected until the end.

namespace icc {

/// Writes all bytes of a file that is open; answers an error number.
using Fill = std::function<int(int file)>;

/// Writes `bytes`, which must outlive it.
[[nodiscard]] Fill writing(std::string_view bytes);

/// One file to be put in a folder.
struct Change {
  int folder;  ///< an open one
  const std::string& name;
  const Fill& fill;
  mode_t mode = 0;        ///< 0: what the user's mask allows
  bool replaces = false;  ///< whether a file of this name must be there, or must not
};

/// Makes a change, whole or not at all.
[[nodiscard]] int put(const Change& change);

/// Takes a file out of a folder, or leaves it where it is.
[[nodiscard]] int take_out(int folder, const std::string& name);

/// Whether a file's name is that of step 2 and the process that chose it has ended: what a killed
/// program has left behind.
[[nodiscard]] bool is_left_over(std::string_view name);

/// Writes all bytes to an open file.
[[nodiscard]] int write_all(int file, std::string_view bytes);

/// Waits until an open file or folder is on the disk, where the file system can tell.
[[nodiscard]] int sync(int file);

/// Whether an error says that the file system does not know a call, rather than that it failed.
[[nodiscard]] bool is_unsupported(int error_number);

}  // namespace icc
