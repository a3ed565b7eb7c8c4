#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/ids.h"
#include "cli/links.h"
#include "cli/message.h"
#include "cli/tidying.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Gives a practice another id: its file gets another name in the same folder, and the local links of
other records to it follow, those with '%' escapes as well. What stands in code does not, and a
record with a link behind escapes of YAML is named for you to change. Nothing else in any file
changes. People may cite a practice by its id, so rename only what nobody can know yet, or what is
plainly wrong; a new title needs no new id.

The new file is written before the old one is removed: when the command is interrupted, nothing is
lost, and the same command completes it.)";

constexpr Example examples[] = {
    {"icc rename migrant-storys migrant-stories", "Mend a spelling."},
};

struct Arguments {
  std::string id;
  std::string new_id;
};

/// The file that a record moves to.
std::string path_with_id(const std::string& path, const std::string& id) {
  return path.substr(0, path.rfind('/') + 1) + id + ".yaml";
}

/// Whether an interrupted rename has left the new file already, beside the old one.
bool is_begun(const Store& store, const std::string& path, const std::string& id) {
  const std::string new_path = path_with_id(path, id);
  const auto old_text = read_whole(store.root(), path);
  const auto new_text = read_whole(store.root(), new_path);
  return path != new_path && old_text && new_text &&
         *new_text == with_links(*old_text, path, path, id);
}

Result<void> check_new_id(const Store& store, const std::string& id, const std::string& path) {
  if (!is_valid_id(id)) {
    return failed(Failure::usage,
                  fmt::format("'{}' can't be an id: it {}", visible(id), id_problem(id)),
                  fmt::format("for example '{}'", id_from(id)));
  }
  const auto taken = store.find(id);
  if (!taken) return tl::unexpected(taken.error());
  const bool is_free = !*taken || (**taken == path && id != id_of(path));
  if (is_free || is_begun(store, path, id)) return {};
  return failed(Failure::refused, fmt::format("the id '{}' is taken by '{}'", id, visible(**taken)),
                "choose another");
}

/// Changes the links in one record, if it has any.
Exit change_links(Context& context, const std::string& record, const std::string& from,
                  const std::string& id) {
  const std::string& root = context.store->root();
  const auto text = read_whole(root, record);
  if (!text) return worse(Exit::failed, complain(context.session, text.error()));
  const std::string changed = with_links(*text, record, from, id);
  if (has_escaped_links(changed, record, from)) {
    remark(
        context.session,
        fmt::format("{} has a link with escapes of YAML that you have to change yourself", record));
  }
  if (changed == *text) return Exit::done;
  const auto written = replace_below(root, record, *text, changed);
  if (!written) return worse(Exit::failed, complain(context.session, written.error()));
  tell(context.session.out, "changed the links of " + record);
  return Exit::done;
}

/// Writes the new file, lets the links follow, then removes the old file.
Exit move_record(Context& context, const std::string& path, const std::string& id) {
  Session& session = context.session;
  const std::string& root = context.store->root();
  const auto text = read_whole(root, path);
  if (!text) return complain(session, text.error());
  const std::string new_path = path_with_id(path, id);
  if (!is_begun(*context.store, path, id)) {
    const auto created = create_below(root, new_path, with_links(*text, path, path, id), path);
    if (!created) return complain(session, created.error());
  }
  Exit exit = Exit::done;
  const auto records = context.store->paths();
  if (!records) return complain(session, records.error());
  for (const std::string& record : *records) {
    if (record != path && record != new_path) {
      exit = worse(exit, change_links(context, record, path, id));
    }
  }
  if (exit != Exit::done) {
    return worse(
        exit,
        complain(session,
                 {Failure::environment,
                  fmt::format("'{}' is not removed yet: what is named above may have links to it",
                              visible(path)),
                  "the same command goes on where this one has stopped"}));
  }
  const auto removed = remove_below(root, path, *text);
  if (!removed) return complain(session, removed.error());
  tell(session.out, fmt::format("renamed {} to {}", path, new_path));
  session.err.write("next: git add --all practices && git commit\n");
  return Exit::done;
}

Exit rename(Context& context, const Arguments& arguments) {
  // Held by 'icc add' as well, so that no two records get one id.
  const auto lock = FolderLock::take(context.store->root(), {});
  if (!lock) return complain(context.session, lock.error());
  tidy(context);
  Exit exit = Exit::done;
  const std::vector<std::string> paths = paths_of(context, {arguments.id}, exit);
  if (paths.empty()) return exit;
  const auto checked = check_new_id(*context.store, arguments.new_id, paths.front());
  if (!checked) return complain(context.session, checked.error());
  return move_record(context, paths.front(), arguments.new_id);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("ID", arguments->id, true);
  options.operand("NEW-ID", arguments->new_id, true);
  return [&context, arguments] { return rename(context, *arguments); };
}

}  // namespace

const Command rename_command{.name = "rename",
                             .operands = "ID NEW-ID",
                             .summary = "Give a practice another id",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = false,
                             .bind = bind};

}  // namespace icc
