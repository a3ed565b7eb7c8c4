#include <algorithm>
#include <memory>
#include <utility>

#include "icc/git.h"
#include "icc/text.h"

namespace icc {
namespace {

/// The files of a version, sorted by path.
struct Version {
  Git git;
  std::vector<GitFile> files;

  /// The first file whose path is not before `path`.
  [[nodiscard]] std::vector<GitFile>::const_iterator first_from(std::string_view path) const {
    return std::lower_bound(
        files.begin(), files.end(), path,
        [](const GitFile& file, std::string_view wanted) { return file.path < wanted; });
  }
  [[nodiscard]] const GitFile* file(std::string_view path) const {
    const auto found = first_from(path);
    return found == files.end() || found->path != path ? nullptr : &*found;
  }
  [[nodiscard]] bool has(std::string_view path) const;
  [[nodiscard]] Result<std::vector<std::string>> below(std::string_view folder,
                                                       std::string_view suffix) const;
  void read(std::span<const std::string> paths, std::size_t limit,
            const FileSource::Take& take) const;
};

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

bool Version::has(std::string_view path) const {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty() || file(path) != nullptr) return true;
  const std::string folder = std::string(path) + '/';
  const auto inside = first_from(folder);
  return inside != files.end() && inside->path.starts_with(folder);
}

Result<std::vector<std::string>> Version::below(std::string_view folder,
                                                std::string_view suffix) const {
  const std::string head = std::string(folder) + '/';
  std::vector<std::string> found;
  for (auto at = first_from(head); at != files.end() && at->path.starts_with(head); ++at) {
    const bool is_asked = at->is_regular && at->path.ends_with(suffix);
    if (is_asked && !is_hidden(at->path)) found.push_back(at->path);
  }
  return found;
}

/// Why git has no bytes for a path; empty when it has.
std::string obstacle(const GitFile* file) {
  if (file == nullptr || !file->is_regular) return "it is no file in this version";
  if (file->is_unmerged) return "a merge has left several versions of it";
  return {};
}

void Version::read(std::span<const std::string> paths, std::size_t limit,
                   const FileSource::Take& take) const {
  std::vector<std::string> ids;
  for (const std::string& path : paths) {
    const GitFile* found = file(path);
    if (obstacle(found).empty()) ids.push_back(found->id);
  }
  std::size_t next = 0;
  const auto refuse = [&](const std::string& path, const std::string& why) {
    take(path, failed(Failure::environment, "cannot read '" + visible(path) + "': " + why));
  };
  const auto refuse_unreadable = [&] {
    for (; next < paths.size() && !obstacle(file(paths[next])).empty(); ++next) {
      refuse(paths[next], obstacle(file(paths[next])));
    }
  };
  const auto got = git.read(ids, limit, [&](std::string_view bytes) {
    refuse_unreadable();
    take(paths[next++], bytes);
  });
  refuse_unreadable();
  for (; next < paths.size(); ++next) refuse(paths[next], got ? "it is gone" : got.error().message);
}

}  // namespace

FileSource source_of(const Git& git, const std::vector<GitFile>& files) {
  const auto version = std::make_shared<Version>(Version{git, files});
  std::sort(version->files.begin(), version->files.end(),
            [](const GitFile& left, const GitFile& right) { return left.path < right.path; });
  FileSource source;
  source.below = [version](std::string_view folder, std::string_view suffix) {
    return version->below(folder, suffix);
  };
  source.read = [version](std::span<const std::string> paths, std::size_t limit,
                          const FileSource::Take& take) { version->read(paths, limit, take); };
  source.exists = [version](std::string_view path) { return version->has(path); };
  return source;
}

}  // namespace icc
