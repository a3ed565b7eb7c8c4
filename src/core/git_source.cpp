#include <algorithm>
#include <memory>
#include <optional>
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

/// As the walk over a disk finds files. Where a link leads to, the version may not know: one whose
/// name has no ending is taken for one to a folder.
bool is_asked(const GitFile& file, std::string_view suffix) {
  if (file.kind == GitKind::repository || resembles(file.path, suffix)) return true;
  const std::string_view path = file.path;
  return file.kind == GitKind::link && path.find('.', path.rfind('/') + 1) == path.npos;
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
    if (is_asked(*at, suffix) && !is_hidden(at->path)) found.push_back(at->path);
  }
  return found;
}

/// Why git has no bytes for a path; nothing when it has.
std::optional<Error> obstacle(const GitFile* file, const std::string& path) {
  const auto refused = [&](Failure failure, std::string_view why, std::string hint = {}) {
    return Error{failure, "can't read '" + visible(path) + "': " + std::string(why),
                 std::move(hint)};
  };
  if (file == nullptr) return refused(Failure::environment, "it is no file in this version");
  if (file->kind == GitKind::link) {
    return refused(Failure::environment, "it is a link, and links are not followed");
  }
  if (file->kind == GitKind::repository) {
    return refused(Failure::refused, "it is another repository, whose records are left out here",
                   "what it holds is checked in the work tree, and by its own commits");
  }
  if (file->is_unmerged) {
    return refused(Failure::environment, "a merge has left several versions of it");
  }
  return std::nullopt;
}

void Version::read(std::span<const std::string> paths, std::size_t limit,
                   const FileSource::Take& take) const {
  std::vector<std::string> ids;
  for (const std::string& path : paths) {
    const GitFile* found = file(path);
    if (!obstacle(found, path)) ids.push_back(found->id);
  }
  std::size_t next = 0;
  const auto refuse_unreadable = [&] {
    for (; next < paths.size(); ++next) {
      auto error = obstacle(file(paths[next]), paths[next]);
      if (!error) return;
      take(paths[next], tl::unexpected(std::move(*error)));
    }
  };
  const auto got = git.read(ids, limit, [&](std::string_view bytes) {
    refuse_unreadable();
    take(paths[next++], bytes);
  });
  refuse_unreadable();
  for (; next < paths.size(); ++next) {
    const std::string why = got ? "it is gone" : got.error().message;
    take(paths[next],
         failed(Failure::environment, "can't read '" + visible(paths[next]) + "': " + why));
  }
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
