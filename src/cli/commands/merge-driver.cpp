#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands/commands.h"
#include "cli/message.h"
#include "cli/text_merge.h"
#include "cli/tidying.h"
#include "core/merge_three.h"
#include "icc/files.h"
#include "icc/merge.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Merges two changed versions of a record, field by field. git calls it for files whose attribute
merge is 'icc'; 'icc hook install' registers it and 'icc init' sets the attribute. BASE is what
both sides began with, OURS the version that the result is written to, THEIRS the other one, PATH
the record's path in the work tree, whose database has the schema.

What only one side changed is taken over. Where both changed one field, a value and its comments
are merged each for itself, sets as sets, other lists item by item, and prose by git's own merge,
such that changes of neighbouring sentences do not touch. What both append to a list is kept. Keys
keep our order, or theirs where only they changed it; new fields stand at their canonical place.

What a person has to decide stands in conflict markers within its field: two values for one field,
two versions of one sentence, a field that one side removed and the other changed. A version that
can't be read is merged as a text, by git. A clean result can be read, and the rules for one
record find nothing in it that they don't find in one of the sides.

OURS is written whole or not at all. Where there is no git to merge texts, both sides stand in it
whole, within conflict markers.)";

constexpr Example examples[] = {
    {"icc merge-driver base.yaml ours.yaml theirs.yaml "
     "practices/sweden/equality-planning.yaml",
     "Merge two versions of a record by hand; the result is in ours.yaml."},
    {"git config merge.icc.driver 'icc merge-driver %O %A %B %P'",
     "What git has to know, as far as 'icc hook install' has not told it."},
};

struct Arguments {
  std::string base;
  std::string ours;
  std::string theirs;
  std::string path;
};

/// The three versions as they are in their files.
Result<Three<std::string>> versions_of(const Session& session, const Arguments& arguments) {
  Three<std::string> versions;
  const std::pair<const std::string*, std::string*> files[] = {
      {&arguments.base, &versions.base},
      {&arguments.ours, &versions.ours},
      {&arguments.theirs, &versions.theirs},
  };
  for (const auto& [name, text] : files) {
    auto bytes = read_file(absolute(session, *name));
    if (!bytes) return tl::unexpected(bytes.error());
    *text = std::move(*bytes);
  }
  return versions;
}

/// The database of a record that need not be on the disk; nothing when its schema can't be read, as
/// in the midst of a merge of the schema itself.
std::optional<Store> store_of(Session& session, const std::filesystem::path& record) {
  std::error_code ignored;
  std::filesystem::path folder = record.parent_path();
  while (!std::filesystem::is_directory(folder, ignored) && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  const auto root = Store::find_root(folder.string());
  auto store = root ? Store::open(*root) : Result<Store>(tl::unexpected(root.error()));
  if (store) return std::move(*store);
  remark(session, "merged without a schema: " + store.error().message);
  return std::nullopt;
}

Result<Merged> merged_versions(Session& session, const Three<std::string>& versions,
                               const std::string& record_path) {
  const std::filesystem::path record = resolved(session, record_path);
  const auto store = store_of(session, record);
  const std::string path =
      store ? record.lexically_relative(store->root()).generic_string() : record_path;
  return merged_record({versions.base, versions.ours, versions.theirs}, path,
                       store ? &store->schema() : nullptr, git_text_merge(session));
}

/// Both sides whole, where they can't be merged: git 2.39 takes any failure for a conflict, and a
/// file without marks for one that is solved.
Merged unmerged(Three<std::string> versions) {
  for (std::string* side : {&versions.ours, &versions.theirs}) {
    if (!side->empty() && side->back() != '\n') *side += '\n';
  }
  return {in_markers(versions.ours, versions.theirs), true};
}

Exit broken(Session& session, const Error& error) {
  complain(session, error);
  return Exit::broken;
}

Exit merge_driver(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  auto versions = versions_of(session, arguments);
  if (!versions) return broken(session, versions.error());
  auto merged = merged_versions(session, *versions, arguments.path);
  if (!merged) {
    complain(session, merged.error());
    merged = unmerged(std::move(*versions));
  }
  const std::filesystem::path ours = absolute(session, arguments.ours);
  tidy(session, ours.parent_path().string(), {});
  const auto done = write_file(ours.string(), merged->text);
  if (!done) return broken(session, done.error());
  return merged->conflicts ? Exit::no : Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("BASE", arguments->base, true);
  options.operand("OURS", arguments->ours, true);
  options.operand("THEIRS", arguments->theirs, true);
  options.operand("PATH", arguments->path, true);
  return [&context, arguments] { return merge_driver(context, *arguments); };
}

}  // namespace

const Command merge_driver_command{.name = "merge-driver",
                                   .operands = "BASE OURS THEIRS PATH",
                                   .summary = "Merge versions of a record for git",
                                   .description = description,
                                   .examples = examples,
                                   .needs = Needs::nothing,
                                   .pages = false,
                                   .bind = bind};

}  // namespace icc
