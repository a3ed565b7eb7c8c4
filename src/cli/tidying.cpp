#include "cli/tidying.h"

#include <fmt/format.h>

#include "cli/message.h"
#include "icc/text.h"

namespace icc {

void tidy(Session& session, const std::string& root, std::string_view folder, Depth depth) {
  const auto removed = remove_left_over(root, folder, depth);
  if (!removed) {
    if (removed.error().failure != Failure::refused) remark(session, removed.error().message);
    return;
  }
  for (const std::string& path : *removed) {
    remark(session, fmt::format("removed '{}', which an interrupted icc has left", visible(path)));
  }
}

void tidy(Context& context) {
  tidy(context.session, context.store->root(), "practices", Depth::tree);
}

}  // namespace icc
