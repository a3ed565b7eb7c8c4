#include "cli/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

Error no_such_id(const Store& store, const std::string& id) {
  std::vector<std::string_view> ids;
  const auto paths = store.paths();
  if (paths) {
    for (const std::string& path : *paths) ids.push_back(id_of(path));
  }
  const auto found = nearest(id_from(id), ids);
  return {Failure::refused, fmt::format("no practice has the id '{}'", visible(id)),
          did_you_mean(found, "'icc list --columns id,title' shows the ids")};
}

}  // namespace

std::vector<std::string> paths_of(Context& context, const std::vector<std::string>& ids,
                                  Exit& exit) {
  std::vector<std::string> paths;
  for (const std::string& id : ids) {
    const auto path = context.store->find(id);
    if (!path) {
      exit = worse(exit, complain(context.session, path.error()));
    } else if (!*path) {
      exit = worse(exit, complain(context.session, no_such_id(*context.store, id)));
    } else if (std::find(paths.begin(), paths.end(), **path) == paths.end()) {
      paths.push_back(**path);
    }
  }
  return paths;
}

}  // namespace icc
