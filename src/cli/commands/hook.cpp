#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/git_hook.h"
#include "cli/message.h"
#include "cli/watched.h"
#include "core/text_quote.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
With install, git checks the records of this database before each commit and merges them field by
field. What would be committed is checked, not what lies in the work tree. The hook is a plain
pre-commit hook that calls 'icc hook run'. A hook that is there already is kept as
pre-commit.before-icc and runs first; lines of your own belong there, too. The merge driver works
for the files that .gitattributes gives it, as that of 'icc init' does. Doing it again changes
nothing.

A repository may hold several databases: each that was installed is checked. Where one is moved or
renamed, the next commit is stopped until 'icc hook install' is called in the new folder. The old
one stays known, for other branches and work trees may have it; 'icc hook uninstall' forgets it.

With uninstall, this database is not checked any more. With the last one, hook and merge driver are
taken away, and the hook that was there before is put back.

With run, which the hook calls, the databases are checked as 'icc validate --staged' does. One
without records in what would be committed has no faults.

Which databases are checked (icc.database) and the merge driver stand in the repository's own
settings. All work trees of a repository share them and its hooks, and core.hooksPath is obeyed;
where it names a folder that all repositories of the machine share, nothing is written there.
Settings and hooks are not cloned, so that each copy of a repository needs its own install.
icc-git(7) tells more.)";

constexpr Example examples[] = {
    {"icc hook install", "Check records before each commit, and merge them by field."},
    {"icc hook uninstall", "Do neither any more."},
    {"icc hook run", "Check now what the next commit would have checked."},
};

struct Arguments {
  std::string action;
};

/// What steps did, or the first that could not be done.
using Steps = std::vector<std::function<Result<std::string>()>>;

Result<std::string> done_by(const Steps& steps) {
  std::string all;
  for (const auto& step : steps) {
    auto done = step();
    if (!done) return done;
    all += *done;
  }
  return all;
}

Exit install(Session& session, const Git& git) {
  const auto database = database_folder(session, git);
  if (!database) return complain(session, database.error());
  const auto done =
      done_by({[&] { return install_hook(git); }, [&] { return watch(git, *database); },
               [&] { return register_driver(git); }});
  if (!done) return complain(session, done.error());
  session.out.write(done->empty() ? "it is installed already\n" : *done);
  if (!uses_driver(git, *database)) {
    remark(session,
           "git merges records as mere text; the line "
           "'practices/**/*.yaml merge=icc' in "
           "the database's .gitattributes changes that");
  }
  return Exit::done;
}

/// The database that the person means, and those that are gone.
std::vector<std::string> to_unwatch(const Session& session, const Git& git,
                                    const std::vector<std::string>& watched) {
  std::vector<std::string> databases = gone_databases(git, watched);
  const auto own = database_folder(session, git);
  if (own && std::ranges::find(watched, *own) != watched.end() &&
      std::ranges::find(databases, *own) == databases.end()) {
    databases.push_back(*own);
  }
  return databases;
}

Exit uninstall(Session& session, const Git& git) {
  const auto watched = watched_databases(git);
  if (!watched) return complain(session, watched.error());
  const auto databases = to_unwatch(session, git, *watched);
  Steps steps;
  if (databases.size() == watched->size()) {
    steps = {[&] { return uninstall_hook(git); }, [&] { return unregister_driver(git); }};
  }
  steps.emplace_back([&] { return unwatch(git, databases); });
  const auto done = done_by(steps);
  if (!done) return complain(session, done.error());
  session.out.write(done->empty() ? "nothing was installed\n" : *done);
  for (const std::string& database : *watched) {
    if (std::ranges::find(databases, database) != databases.end()) continue;
    remark(session, fmt::format("'{}' is still checked; 'icc -C {} hook uninstall' ends that",
                                database, shell_word(git.folder() + "/" + database)));
  }
  return Exit::done;
}

Exit hook(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  struct Named {
    std::string_view name;
    Exit (*run)(Session& session, const Git& git);
  };
  constexpr Named actions[] = {
      {"install", install}, {"uninstall", uninstall}, {"run", check_commit}};
  const auto* const action = std::ranges::find(actions, arguments.action, &Named::name);
  if (action == std::end(actions)) {
    return complain(session, {Failure::usage, fmt::format("unknown action '{}'", arguments.action),
                              "the actions are install, uninstall and run"});
  }
  const auto git = git_at_top(session);
  return git ? action->run(session, *git) : complain(session, git.error());
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("ACTION", arguments->action, true);
  return [&context, arguments] { return hook(context, *arguments); };
}

}  // namespace

const Command hook_command{.name = "hook",
                           .operands = "install|uninstall|run",
                           .summary = "Have git check and merge records",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::nothing,
                           .pages = false,
                           .bind = bind};

}  // namespace icc
