#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "icc/result.h"

// The disk: walking, reading whole, writing whole or not at all. Links are never followed below a
// root. Paths below a root are relative to it, with `/`.

namespace icc {

/// What the system says when it does not do something to a file, a folder or a program:
/// `can't read 'practices/a.yaml': permission denied`.
[[nodiscard]] Error file_error(std::string_view action, std::string_view path, int error_number);

/// Whether a name ends in `suffix`, or in what people write for it: capitals, `.yml` for `.yaml`.
[[nodiscard]] bool resembles(std::string_view name, std::string_view suffix);

/// The files below `folder` (relative to `root`) whose names `resembles` finds like `suffix`,
/// sorted by path; hidden ones are left out. What would hide such files without a word is among
/// them, and reading it fails with the reason: links and pipes of such names, links to folders,
/// folders that can't be read. When `folder` itself can't be, that is an error; where there is
/// none, `Failure::refused`.
[[nodiscard]] Result<std::vector<std::string>> files_below(const std::string& root,
                                                           std::string_view folder,
                                                           std::string_view suffix);

/// Reads files below a root one after the other; neighbours in one folder cost least. For one
/// thread at a time.
class FileReader {
 public:
  /// Opens nothing yet.
  explicit FileReader(std::string root);
  ~FileReader();
  FileReader(FileReader&&) noexcept;
  FileReader& operator=(FileReader&&) noexcept;

  /// The bytes of a regular file that is reached without links; at most `limit` bytes plus one, so
  /// that a larger file shows by its size. Valid until the next call.
  [[nodiscard]] Result<std::string_view> read(std::string_view path, std::size_t limit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The bytes of one file, as `FileReader` reads them.
[[nodiscard]] Result<std::string> read_below(const std::string& root, std::string_view path,
                                             std::size_t limit);

/// The bytes of one file that may be of any size up to 64 MiB; a larger one is an error.
[[nodiscard]] Result<std::string> read_whole(const std::string& root, std::string_view path);

/// Where the files of a database come from: a folder of the disk, or a version that git keeps. Its
/// functions may be called by several threads at once.
struct FileSource {
  /// Takes the bytes of a file, which are valid until the next one, or why they can't be read.
  using Take = std::function<void(const std::string& path, const Result<std::string_view>& bytes)>;

  /// As `files_below`, for the root of the source.
  std::function<Result<std::vector<std::string>>(std::string_view folder, std::string_view suffix)>
      below;
  /// Hands over each of the files at `paths`, in order, as `FileReader` reads them.
  std::function<void(std::span<const std::string> paths, std::size_t limit, const Take& take)> read;
  /// Whether there is a file or folder at a path.
  std::function<bool(std::string_view path)> exists;
};

/// The files below a folder of the disk, as they are when they are asked for.
[[nodiscard]] FileSource files_on_disk(const std::string& root);

/// The bytes of one file of a source, at most `limit` plus one.
[[nodiscard]] Result<std::string> read_from(const FileSource& source, const std::string& path,
                                            std::size_t limit);

/// The bytes of any readable file that a person named on a command line; `-` is not special here.
[[nodiscard]] Result<std::string> read_file(const std::string& path);

/// A file that a person named on a command line, read piece by piece, as often as is wanted: a pipe
/// is kept in memory for that.
class FilePieces {
 public:
  /// Opens a file.
  [[nodiscard]] static Result<FilePieces> open(const std::string& path);
  /// Bytes that are there already: of standard input.
  [[nodiscard]] static FilePieces of(std::string bytes);
  ~FilePieces();
  FilePieces(FilePieces&&) noexcept;
  FilePieces& operator=(FilePieces&&) noexcept;

  /// The next piece, of about 64 KiB; empty at the end.
  [[nodiscard]] Result<std::string> next();
  /// Starts anew from the first byte.
  [[nodiscard]] Result<void> rewind();

 private:
  struct State;
  explicit FilePieces(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Holds off all others who lock the same folder, as long as it lives; also those in other
/// processes. Reading and writing go on without it.
class FolderLock {
 public:
  /// Waits for a folder below `root` (empty: the root itself). Where the file system has no locks,
  /// it holds nobody off.
  [[nodiscard]] static Result<FolderLock> take(const std::string& root, std::string_view path);
  ~FolderLock();
  FolderLock(FolderLock&&) noexcept;
  FolderLock& operator=(FolderLock&&) noexcept;

 private:
  struct State;
  explicit FolderLock(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Creates a file below `root` with its folders, whole or not at all, durable when it returns.
/// Fails with `Failure::refused` when the path exists already; never writes over it. It has the
/// permissions of the file at `like`, or those that the user's mask allows when that is empty.
[[nodiscard]] Result<void> create_below(const std::string& root, std::string_view path,
                                        std::string_view bytes, std::string_view like = {});

/// Replaces a file below `root`, whole or not at all, durable when it returns, keeping its
/// permissions; writes nothing when `bytes` are what it holds. Fails with `Failure::refused` when
/// its bytes are not `expected` any more: somebody else changed it.
[[nodiscard]] Result<void> replace_below(const std::string& root, std::string_view path,
                                         std::string_view expected, std::string_view bytes);

/// Removes a file below `root`, durably. Fails with `Failure::refused` when its bytes are not
/// `expected`: somebody else changed it.
[[nodiscard]] Result<void> remove_below(const std::string& root, std::string_view path,
                                        std::string_view expected);

/// Writes a file that a person named on a command line, whole or not at all; replaces what is
/// there, keeping its permissions. Writes into a device or pipe as it is; refuses a link to a file.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

/// Takes the next bytes of a file.
using TakeBytes = std::function<void(std::string_view bytes)>;

/// Hands on the bytes of a file, piece by piece; answers whether they are what should be written.
using Production = std::function<bool(const TakeBytes& take)>;

/// As `write_file`, for bytes that need not be in memory together. When they are not to be written
/// after all, the file stays as it was and the answer is false; a device or pipe has them already.
[[nodiscard]] Result<bool> write_file_by(const std::string& path, const Production& produce);

}  // namespace icc
