#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "core/files_folder.h"
#include "core/files_put.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The folders on the way to a new file. Those that had to be made are removed at the end of its
/// life, unless they are kept or in use.
class Way {
 public:
  Way() = default;
  Way(const Way&) = delete;
  Way& operator=(const Way&) = delete;
  ~Way();

  int begin(const std::string& root);
  int step(const std::string& part);
  /// The innermost folder.
  [[nodiscard]] int folder() const { return folders_.back().number(); }
  void keep() { made_.clear(); }

 private:
  struct Made {
    std::size_t parent;  // index in folders_
    std::string name;
  };
  int make(const std::string& part);

  std::vector<FileDescriptor> folders_;
  std::vector<Made> made_;
};

Way::~Way() {
  for (; !made_.empty(); made_.pop_back()) {
    const Made& last = made_.back();
    ::unlinkat(folders_[last.parent].number(), last.name.c_str(), AT_REMOVEDIR);
  }
}

int Way::begin(const std::string& root) {
  folders_.push_back(open_at(AT_FDCWD, root, O_RDONLY | O_DIRECTORY));
  return folders_.back().is_open() ? 0 : errno;
}

int Way::make(const std::string& part) {
  const int result = uninterrupted([&] { return ::mkdirat(folder(), part.c_str(), 0777); });
  if (result != 0) return errno == EEXIST ? 0 : errno;
  made_.push_back({folders_.size() - 1, part});
  return sync(folder());
}

int Way::step(const std::string& part) {
  FileDescriptor next = open_subfolder(folder(), part);
  if (!next.is_open() && errno == ENOENT) {
    if (const int error = make(part)) return error;
    next = open_subfolder(folder(), part);
  }
  if (!next.is_open()) return errno;
  folders_.push_back(std::move(next));
  return 0;
}

int create(const std::string& root, const std::vector<std::string>& parts, std::string_view bytes,
           mode_t mode) {
  Way way;
  if (const int error = way.begin(root)) return error;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (const int error = way.step(parts[i])) return error;
  }
  const int error = put({way.folder(), parts.back(), writing(bytes), mode});
  if (error == 0) way.keep();
  return error;
}

/// Waits until nobody else changes files in a folder. Where the file system has no locks, the
/// comparison before the change must do.
int lock(int folder) {
  const int result = uninterrupted([&] { return ::flock(folder, LOCK_EX); });
  if (result == 0 || errno == EBADF || errno == ENOLCK || is_unsupported(errno)) return 0;
  return errno;
}

/// The permissions of a file below `root`.
Result<mode_t> mode_of(const std::string& root, std::string_view path) {
  const std::size_t slash = path.rfind('/') + 1;
  const auto folder = open_folder(root, path.substr(0, slash == 0 ? 0 : slash - 1));
  if (!folder) return tl::unexpected(folder.error());
  const std::string name(path.substr(slash));
  struct stat status {};
  if (uninterrupted([&] {
        return ::fstatat(folder->number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
      }) != 0) {
    return file_failure("look at", path, errno);
  }
  return status.st_mode & 07777;
}

/// The permissions of a file that still holds the expected bytes.
Result<mode_t> mode_of_unchanged(int folder, const std::string& name, std::string_view path,
                                 std::string_view expected) {
  const FileDescriptor file = open_at(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  struct stat status {};
  if (!file.is_open() || uninterrupted([&] { return ::fstat(file.number(), &status); }) != 0) {
    return file_failure("change", path, errno);
  }
  if (!S_ISREG(status.st_mode)) return file_failure("change", path, ENOTSUP);
  ReadBuffer buffer;
  const ssize_t size = read_up_to(file.number(), buffer, expected.size() + 1);
  if (size < 0) return file_failure("read", path, errno);
  if (std::string_view(buffer.data(), static_cast<std::size_t>(size)) != expected) {
    return failed(Failure::refused, "'" + visible(path) + "' has changed since it was read",
                  "look at it, then try again");
  }
  return status.st_mode & 07777;
}

Result<void> replace_in(int folder, const std::string& name, std::string_view path,
                        std::string_view expected, std::string_view bytes) {
  const auto mode = mode_of_unchanged(folder, name, path, expected);
  if (!mode) return tl::unexpected(mode.error());
  if (bytes == expected) return {};
  const int error = put({folder, name, writing(bytes), *mode, true});
  return error == 0 ? Result<void>() : file_failure("change", path, error);
}

/// The open and locked folder of a file below `root`.
Result<FileDescriptor> locked_folder_of(const std::string& root, std::string_view path) {
  const std::size_t slash = path.rfind('/');
  auto folder = open_folder(root, slash == std::string_view::npos ? "" : path.substr(0, slash));
  if (!folder) return folder;
  if (const int error = lock(folder->number())) {
    return file_failure("lock the folder of", path, error);
  }
  return folder;
}

/// What `write_file` finds at its path.
enum class Target { nothing, file, stream, link };

/// Also tells the permissions of a file.
Result<Target> target_at(const std::string& path, mode_t& mode) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return Target::nothing;
    return file_failure("write", path, errno);
  }
  if (!S_ISREG(status.st_mode)) return Target::stream;
  mode = status.st_mode & 07777;
  const bool is_link = ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
  return is_link ? Target::link : Target::file;
}

int write_stream(const std::string& path, const Fill& fill) {
  FileDescriptor file = open_at(AT_FDCWD, path, O_WRONLY | O_NOCTTY);
  if (!file.is_open()) return errno;
  if (const int error = fill(file.number())) return error;
  return file.close();
}

int write_whole(const std::string& path, const Fill& fill, bool replaces, mode_t mode) {
  if (replaces && ::access(path.c_str(), W_OK) != 0) return errno;
  const std::size_t slash = path.rfind('/');
  const bool is_here = slash == std::string::npos;
  const std::string folder_path = is_here ? "." : path.substr(0, slash + 1);
  const std::string name = is_here ? path : path.substr(slash + 1);
  const FileDescriptor folder = open_at(AT_FDCWD, folder_path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return errno;
  return put({folder.number(), name, fill, mode, replaces});
}

/// As `write_file`, whatever writes the bytes.
Result<void> write_filled(const std::string& path, const Fill& fill) {
  mode_t mode = 0;
  const auto found = target_at(path, mode);
  if (!found) return tl::unexpected(found.error());
  const Target target = *found;
  if (target == Target::link) {
    return failed(Failure::refused, "'" + visible(path) + "' is a link, and links are not followed",
                  "name the file that it leads to");
  }
  const int error = target == Target::stream
                        ? write_stream(path, fill)
                        : write_whole(path, fill, target == Target::file, mode);
  return error == 0 ? Result<void>() : file_failure("write", path, error);
}

}  // namespace

struct FolderLock::State {
  FileDescriptor folder;
};

FolderLock::FolderLock(std::unique_ptr<State> state) : state_(std::move(state)) {}
FolderLock::~FolderLock() = default;
FolderLock::FolderLock(FolderLock&&) noexcept = default;
FolderLock& FolderLock::operator=(FolderLock&&) noexcept = default;

Result<FolderLock> FolderLock::take(const std::string& root, std::string_view path) {
  auto folder = open_folder(root, path);
  if (!folder) return tl::unexpected(folder.error());
  if (const int error = lock(folder->number())) {
    return file_failure("lock the folder", path.empty() ? root : path, error);
  }
  return FolderLock(std::make_unique<State>(State{std::move(*folder)}));
}

Result<void> create_below(const std::string& root, std::string_view path, std::string_view bytes,
                          std::string_view like) {
  const auto parts = path_parts(path);
  if (!parts) return tl::unexpected(parts.error());
  const auto mode = like.empty() ? Result<mode_t>(0) : mode_of(root, like);
  if (!mode) return tl::unexpected(mode.error());
  const int error = create(root, *parts, bytes, *mode);
  if (error == 0) return {};
  if (error == EEXIST) return failed(Failure::refused, "'" + visible(path) + "' exists already");
  return file_failure("create", path, error);
}

Result<void> replace_below(const std::string& root, std::string_view path,
                           std::string_view expected, std::string_view bytes) {
  const auto parts = path_parts(path);
  if (!parts) return tl::unexpected(parts.error());
  const auto folder = locked_folder_of(root, path);
  if (!folder) return tl::unexpected(folder.error());
  return replace_in(folder->number(), parts->back(), path, expected, bytes);
}

Result<void> remove_below(const std::string& root, std::string_view path,
                          std::string_view expected) {
  const auto parts = path_parts(path);
  if (!parts) return tl::unexpected(parts.error());
  const auto folder = locked_folder_of(root, path);
  if (!folder) return tl::unexpected(folder.error());
  const std::string& name = parts->back();
  const auto mode = mode_of_unchanged(folder->number(), name, path, expected);
  if (!mode) return tl::unexpected(mode.error());
  const int error = take_out(folder->number(), name);
  return error == 0 ? Result<void>() : file_failure("remove", path, error);
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  return write_filled(path, writing(bytes));
}

Result<bool> write_file_by(const std::string& path, const Production& produce) {
  bool is_wanted = true;
  int error = 0;
  const auto written = write_filled(path, [&](int file) {
    is_wanted = produce([&](std::string_view piece) {
      if (error == 0) error = write_all(file, piece);
    });
    return error == 0 && !is_wanted ? ECANCELED : error;
  });
  if (error == 0 && !is_wanted) return false;
  if (!written) return tl::unexpected(written.error());
  return true;
}

}  // namespace icc
