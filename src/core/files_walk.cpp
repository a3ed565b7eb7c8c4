#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <memory>

#include "core/files_folder.h"
#include "core/files_put.h"
#include "core/text_ascii.h"
#include "icc/files.h"
#include "icc/files_left_over.h"

namespace icc {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

struct Walk {
  std::function<bool(std::string_view name)> wants;  // of a regular file
  Depth depth = Depth::tree;
  bool with_obstacles = false;  // what hides wanted files is found as well
  std::vector<std::string> found = {};

  Result<void> below(FileDescriptor folder, const std::string& path);
  Result<void> visit(int folder, const dirent& entry, const std::string& path);
  Result<void> enter(int folder, const dirent& entry, const std::string& path);
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

bool leads_to_folder(int folder, const dirent& link) {
  struct stat status {};
  return uninterrupted([&] { return ::fstatat(folder, link.d_name, &status, 0); }) == 0 &&
         S_ISDIR(status.st_mode);
}

Result<void> Walk::enter(int folder, const dirent& entry, const std::string& path) {
  FileDescriptor below_it = open_subfolder(folder, entry.d_name);
  if (!below_it.is_open()) return file_failure("open the folder", path + entry.d_name, errno);
  return below(std::move(below_it), path + entry.d_name + '/');
}

Result<void> Walk::visit(int folder, const dirent& entry, const std::string& path) {
  const bool is_wanted = wants(entry.d_name);
  const bool is_hidden = entry.d_name[0] == '.';
  if (!is_wanted && is_hidden) return {};
  const unsigned char type = type_of(folder, entry);
  if (type == DT_DIR) {
    if (is_hidden || depth == Depth::folder) return {};
    auto entered = enter(folder, entry, path);
    if (entered || !with_obstacles) return entered;
    found.push_back(path + entry.d_name);  // whoever reads it learns why
    return {};
  }
  const auto is_obstacle = [&] {
    return is_wanted || (type == DT_LNK && leads_to_folder(folder, entry));
  };
  const bool is_found = type == DT_REG ? is_wanted : with_obstacles && is_obstacle();
  if (is_found) found.push_back(path + entry.d_name);
  return {};
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

/// What a walk through a folder below a root finds, sorted.
Result<std::vector<std::string>> found_by(Walk walk, const std::string& root,
                                          std::string_view folder) {
  auto opened = open_folder(root, folder);
  if (!opened) return tl::unexpected(opened.error());
  const std::string path = folder.empty() ? std::string() : std::string(folder) + '/';
  if (auto walked = walk.below(std::move(*opened), path); !walked) {
    return tl::unexpected(walked.error());
  }
  std::sort(walk.found.begin(), walk.found.end());
  return std::move(walk.found);
}

}  // namespace

bool resembles(std::string_view name, std::string_view suffix) {
  if (name.ends_with(suffix)) return true;
  std::string ending(name.substr(std::min(name.rfind('.'), name.size())));
  for (char& c : ending) c = lower(c);
  return ending == suffix || (ending == ".yml" && suffix == ".yaml");
}

Result<std::vector<std::string>> files_below(const std::string& root, std::string_view folder,
                                             std::string_view suffix) {
  const auto is_wanted = [suffix](std::string_view name) {
    return !name.starts_with('.') && resembles(name, suffix);
  };
  return found_by({.wants = is_wanted, .with_obstacles = true}, root, folder);
}

Result<std::vector<std::string>> remove_left_over(const std::string& root, std::string_view folder,
                                                  Depth depth) {
  auto found = found_by({is_left_over, depth}, root, folder);
  if (!found) return found;
  for (const std::string& path : *found) {
    const std::size_t name_begin = path.rfind('/') + 1;  // 0 without a slash
    const std::string_view parent(path.data(), name_begin == 0 ? 0 : name_begin - 1);
    const auto opened = open_folder(root, parent);
    if (!opened) return tl::unexpected(opened.error());
    const std::string name = path.substr(name_begin);
    const int removed =
        uninterrupted([&] { return ::unlinkat(opened->number(), name.c_str(), 0); });
    // Another process may have done the same at this moment.
    if (removed != 0 && errno != ENOENT) return file_failure("remove", path, errno);
  }
  return found;
}

}  // namespace icc
