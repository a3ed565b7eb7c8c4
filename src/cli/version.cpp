#include "cli/version.h"

#include <utility>

#include "icc/text.h"

namespace icc {
namespace {

Result<Store> scanning_as_asked(const Context& context, Result<Store> store) {
  if (store) store->set_scanning(context.scanning);
  return store;
}

Result<Store> open_version(const Context& context, FileSource files) {
  return scanning_as_asked(context, Store::open(context.root, std::move(files)));
}

}  // namespace

Result<Store> present_database(const Context& context) {
  return scanning_as_asked(context, Store::open(context.root));
}

Result<Store> staged_database(const Context& context) {
  const auto git = Git::in_work_tree(context.root, context.session.variables);
  if (!git) return tl::unexpected(git.error());
  const auto files = git->staged();
  if (!files) return tl::unexpected(files.error());
  return open_version(context, source_of(*git, *files));
}

Result<Store> database_at(const Context& context, const std::string& revision) {
  const auto git = Git::in_work_tree(context.root, context.session.variables);
  if (!git) return tl::unexpected(git.error());
  const auto files = git->files_of(revision);
  if (!files) return tl::unexpected(files.error());
  auto store = open_version(context, source_of(*git, *files));
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
