#include "cli/version.h"

#include <utility>

#include "icc/text.h"

namespace icc {

Result<Store> staged_database(const Context& context) {
  const auto git = Git::in_work_tree(context.root, context.session.variables);
  if (!git) return tl::unexpected(git.error());
  const auto files = git->staged();
  if (!files) return tl::unexpected(files.error());
  return Store::open(context.root, source_of(*git, *files));
}

Result<Store> database_at(const Context& context, const std::string& revision) {
  const auto git = Git::in_work_tree(context.root, context.session.variables);
  if (!git) return tl::unexpected(git.error());
  const auto files = git->files_of(revision);
  if (!files) return tl::unexpected(files.error());
  auto store = Store::open(context.root, source_of(*git, *files));
  if (store) return store;
  return failed(Failure::refused, "no database in '" + visible(revision) + "'");
}

std::string folder_in_repository(const Context& context) {
  const Git git(context.root, context.session.variables);
  auto folder = git.output({"rev-parse", "--show-prefix"});
  if (!folder) return {};
  if (folder->ends_with('\n')) folder->pop_back();
  return std::move(*folder);
}

}  // namespace icc
