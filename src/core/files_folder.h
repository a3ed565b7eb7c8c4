#pragma once

#include <sys/types.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "icc/files.h"
#include "icc/result.h"

// What the sources of files.h share: open folders, and the system's errors in words. Functions that
// answer an `int` answer the system's error number, 0 when all is well.

namespace icc {

/// Makes a system call that answers a negative number in failure, again when a signal interrupts.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// An open file or folder, closed at the end of its life.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor() { close(); }

  /// The system's number; negative when nothing is open.
  [[nodiscard]] int number() const { return number_; }
  /// Whether something is open.
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  /// The number, which the caller closes from now on.
  [[nodiscard]] int release() { return std::exchange(number_, -1); }
  /// Closes it now, to learn of a write that failed late.
  int close();

 private:
  int number_ = -1;
};

/// The failing branch of a `Result` with `file_error`.
[[nodiscard]] inline tl::unexpected<Error> file_failure(std::string_view action,
                                                        std::string_view path, int error_number) {
  return tl::unexpected<Error>(file_error(action, path, error_number));
}

/// Opens `name` in a folder, again when a signal interrupts. Not open in failure; errno tells why.
[[nodiscard]] FileDescriptor open_at(int folder, const std::string& name, int flags,
                                     mode_t mode = 0);

/// What a read that brings less than there is room for means: the end, in a regular file (read(2)),
/// which saves asking again; nothing, in a pipe.
enum class ShortRead : std::uint8_t { is_the_end, means_nothing };

/// Room to read into, which is not cleared first.
class ReadBuffer {
 public:
  /// The first of its bytes; null as long as there are none.
  [[nodiscard]] char* data() { return bytes_.get(); }
  /// How many bytes there are.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Makes room for more; what is there stays.
  void grow(std::size_t size);

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

/// Reads up to `limit` bytes of an open file into the front of `buffer`, which grows as needed.
/// Answers their number, or -1 in failure; errno tells why.
[[nodiscard]] ssize_t read_up_to(int file, ReadBuffer& buffer, std::size_t limit,
                                 ShortRead short_read = ShortRead::means_nothing);

/// Opens a folder in a folder; never a link.
[[nodiscard]] FileDescriptor open_subfolder(int parent, const std::string& name);

/// Whether a name may be a part of a path below a root: not empty, `.` or `..`, without a NUL.
[[nodiscard]] bool is_path_part(std::string_view part);

/// What to say of a path with another part.
[[nodiscard]] Error not_below(std::string_view path);

/// The parts of a path below a root, or `not_below`.
[[nodiscard]] Result<std::vector<std::string>> path_parts(std::string_view path);

/// Opens a folder below `root`, step by step, so that no link is followed. An empty path is the
/// root itself, which may be reached by a link. `Failure::refused` when there is no such folder.
[[nodiscard]] Result<FileDescriptor> open_folder(const std::string& root, std::string_view path);

}  // namespace icc
