#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/files_folder.h"
#include "icc/files.h"

namespace icc {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

struct Walk {
  std::string_view suffix;
  std::vector<std::string> found;

  Result<void> below(FileDescriptor folder, const std::string& path);
  Result<void> visit(int folder, const dirent& entry, const std::string& path);
};

/// The type of an entry; some file systems tell it only when asked.
unsigned char type_of(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type;
  struct stat status {};
  const int found =
      uninterrupted([&] { return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW); });
  if (found != 0) return DT_UNKNOWN;
  return static_cast<unsigned char>(IFTODT(status.st_mode));
}

Result<void> Walk::visit(int folder, const dirent& entry, const std::string& path) {
  const std::string_view name = entry.d_name;
  if (name.starts_with('.')) return {};
  const unsigned char type = type_of(folder, entry);
  if (type == DT_REG && name.ends_with(suffix)) found.push_back(path + entry.d_name);
  if (type != DT_DIR) return {};
  FileDescriptor below_it = open_subfolder(folder, entry.d_name);
  if (!below_it.is_open()) return file_failure("open the folder", path + entry.d_name, errno);
  return below(std::move(below_it), path + entry.d_name + '/');
}

/// `path` is the folder's, with a `/` at its end unless it is the root.
Result<void> Walk::below(FileDescriptor folder, const std::string& path) {
  const OpenFolder open(::fdopendir(folder.number()));
  if (!open) return file_failure("read the folder", path, errno);
  const int number = folder.release();  // closed with `open`
  errno = 0;
  while (const dirent* entry = ::readdir(open.get())) {
    if (auto visited = visit(number, *entry, path); !visited) return visited;
    errno = 0;
  }
  if (errno != 0) return file_failure("read the folder", path, errno);
  return {};
}

}  // namespace

Result<std::vector<std::string>> files_below(const std::string& root, std::string_view folder,
                                             std::string_view suffix) {
  auto opened = open_folder(root, folder);
  if (!opened) return tl::unexpected(opened.error());
  Walk walk{suffix, {}};
  const std::string path = folder.empty() ? std::string() : std::string(folder) + '/';
  if (auto walked = walk.below(std::move(*opened), path); !walked) {
    return tl::unexpected(walked.error());
  }
  std::sort(walk.found.begin(), walk.found.end());
  return std::move(walk.found);
}

}  // namespace icc
