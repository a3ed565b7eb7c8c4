#include "icc/files.h"
#include "icc/store.h"
#include "icc/store_ids.h"

namespace icc {

Result<std::string> Store::add(std::string_view title, std::string_view country,
                               std::string_view text) const {
  // The file system alone can't keep an id unique: the other file may be in another folder.
  const auto lock = FolderLock::take(root_, {});
  if (!lock) return tl::unexpected(lock.error());
  const auto present = paths();
  if (!present) return tl::unexpected(present.error());
  StoreIds ids(*present);
  while (true) {
    std::string path = path_for(country, ids.free_id(title));
    const auto created = create_below(root_, path, text);
    if (created) return path;
    // What stands there without being a record (a folder, a link) takes the id as well.
    if (created.error().failure != Failure::refused) return tl::unexpected(created.error());
    ids.take(path);
  }
}

}  // namespace icc
