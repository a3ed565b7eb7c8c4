#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/git_hook.h"
#include "cli/message.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
With install, git checks the records before each commit of this repository and merges them field
by field. The hook is a plain pre-commit hook that runs 'icc validate --staged': what would be
committed is checked, not what lies in the work tree. A hook that is there already is kept as
pre-commit.before-icc and runs first. The merge driver is registered in the repository's own
settings; it works for the files that .gitattributes gives it, as that of 'icc init' does. Doing
it again changes nothing.

With uninstall, both are taken away, and the hook that was there before is put back.

All work trees of a repository share its hooks, and core.hooksPath is obeyed. Settings and hooks
are not cloned, so that each copy of a repository needs its own install. icc-git(7) tells more.)";

constexpr Example examples[] = {
    {"icc hook install", "Check records before each commit, and merge them by field."},
    {"icc hook uninstall", "Do neither any more."},
};

struct Arguments {
  std::string action;
};

Exit install(Session& session, const Git& git) {
  const auto database = database_folder(session, git);
  if (!database) return complain(session, database.error());
  const auto hook = install_hook(git, *database);
  if (!hook) return complain(session, hook.error());
  const auto driver = register_driver(git);
  if (!driver) return complain(session, driver.error());
  const std::string done = *hook + *driver;
  session.out.write(done.empty() ? "it is installed already\n" : done);
  if (!uses_driver(git, *database)) {
    remark(session,
           "git merges records as mere text; the line "
           "'practices/**/*.yaml merge=icc' in "
           "the database's .gitattributes changes that");
  }
  return Exit::done;
}

Exit uninstall(Session& session, const Git& git) {
  const auto hook = uninstall_hook(git);
  if (!hook) return complain(session, hook.error());
  const auto driver = unregister_driver(git);
  if (!driver) return complain(session, driver.error());
  const std::string done = *hook + *driver;
  session.out.write(done.empty() ? "nothing was installed\n" : done);
  return Exit::done;
}

Exit hook(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  const bool installs = arguments.action == "install";
  if (!installs && arguments.action != "uninstall") {
    return complain(session, {Failure::usage, fmt::format("unknown action '{}'", arguments.action),
                              "the actions are install and uninstall"});
  }
  const auto git = git_at_top(session);
  if (!git) return complain(session, git.error());
  return installs ? install(session, *git) : uninstall(session, *git);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("ACTION", arguments->action, true);
  return [&context, arguments] { return hook(context, *arguments); };
}

}  // namespace

const Command hook_command{.name = "hook",
                           .operands = "install|uninstall",
                           .summary = "Have git check and merge records",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::nothing,
                           .pages = false,
                           .bind = bind};

}  // namespace icc
