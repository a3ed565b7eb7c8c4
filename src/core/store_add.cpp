#include <set>

#include "icc/files.h"
#include "icc/store.h"

namespace icc {
namespace {

std::set<std::string> keys_of(const std::vector<std::string>& paths) {
  std::set<std::string> keys;
  for (const std::string& path : paths) keys.insert(id_key(id_of(path)));
  return keys;
}

}  // namespace

Result<std::string> Store::add(std::string_view title, std::string_view country,
                               std::string_view text) const {
  // The file system alone can't keep an id unique: the other file may be in another folder.
  const auto lock = FolderLock::take(root_, {});
  if (!lock) return tl::unexpected(lock.error());
  const auto present = paths();
  if (!present) return tl::unexpected(present.error());
  const auto taken = keys_of(*present);
  for (std::size_t number = 1;; ++number) {
    const std::string id = id_from(title, number);
    if (taken.contains(id)) continue;
    std::string path = path_for(country, id);
    const auto created = create_below(root_, path, text);
    if (created) return path;
    // What stands there without being a record (a folder, a link) takes the id as well.
    if (created.error().failure != Failure::refused) return tl::unexpected(created.error());
  }
}

}  // namespace icc
