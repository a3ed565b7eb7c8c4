#include "cli/run.h"

#include <fmt/format.h>

#include <optional>

#include "cli/command.h"
#include "cli/globals.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "icc/text.h"

namespace icc {
namespace {

void choose_colour(Session& session, const std::string& when) {
  if (when == "auto") return;
  session.out.set_coloured(when == "always");
  session.err.set_coloured(when == "always");
}

/// The folder of the database around that of `-C`, or of ICC_DIR, or around the current folder.
Result<std::string> find_database(const Session& session, const Globals& globals) {
  std::string folder = session.folder;
  if (globals.folder.empty()) folder = absolute(session, session.environment("ICC_DIR"));
  return Store::find_root(folder);
}

/// Finds, and opens where the command wants it open, what the command needs.
Result<void> open_database(const Command& command, const Globals& globals, Context& context,
                           std::optional<Store>& store) {
  if (command.needs == Needs::nothing) return {};
  const auto root = find_database(context.session, globals);
  if (!root) return tl::unexpected(root.error());
  context.root = *root;
  if (command.needs == Needs::folder) return {};
  auto opened = Store::open(*root);
  if (!opened) return tl::unexpected(opened.error());
  context.store = &store.emplace(std::move(*opened));
  store->set_scanning(context.scanning);
  return {};
}

/// Refuses a global option behind a letter of the command's own, as in `-eh`, where it is found too
/// late.
Result<void> late_globals(const Globals& globals, const Globals& again) {
  const bool is_late = again.short_help ||
                       (!again.folder.empty() && again.folder != globals.folder) ||
                       (again.threads != 0 && again.threads != globals.threads);
  if (!is_late) return {};
  return failed(Failure::usage, "-C, -h and -j can't stand behind another letter",
                "write each by itself, as in -e -h");
}

/// Binds the command's options, parses them, and runs it or shows its help.
Exit run_command(Session& session, const Command& command, const CommandLine& line) {
  const Globals& globals = line.globals;
  session.folder = absolute(session, globals.folder);
  const bool wants_help = globals.short_help || globals.full_help;
  std::optional<Store> store;
  Progress progress(session);
  Context context{session};
  context.progress = &progress;
  context.scanning = {globals.threads,
                      [&](std::size_t done, std::size_t all) { progress.show(done, all); }};
  const auto opened = open_database(command, globals, context, store);
  if (!opened && !wants_help && command.needs != Needs::database_if_any)
    return complain(session, opened.error());
  Options options;
  Globals again;
  const Action action = command.bind(options, context);
  if (has_options(line.words) || wants_help) bind_globals(options, again);
  if (wants_help) {
    const auto help = globals.full_help ? full_help : short_help;
    session.out.write(help(command, options, session.out.text_width()));
    return Exit::done;
  }
  if (auto parsed = options.parse(line.words); !parsed) return complain(session, parsed.error());
  if (const auto late = late_globals(globals, again); !late) return complain(session, late.error());
  if (command.pages && !globals.no_pager) session.start_pager();
  return action();
}

Exit run_line(Session& session, const std::vector<std::string>& words) {
  const auto line = split_command_line(words);
  if (!line) return complain(session, line.error());
  choose_colour(session, line->globals.color);
  if (line->globals.threads > most_threads) {
    return complain(session,
                    {Failure::usage, fmt::format("-j takes at most {}", most_threads), {}});
  }
  if (line->globals.version) {
    session.out.write("icc " ICC_VERSION "\n");
    return Exit::done;
  }
  if (line->command.empty()) {
    const bool asked = line->globals.short_help || line->globals.full_help;
    Output& out = asked ? session.out : session.err;
    out.write(general_help(out.text_width()));
    return asked ? Exit::done : Exit::failed;
  }
  const Command* command = find_command(line->command);
  if (command == nullptr) return complain(session, unknown_command(line->command));
  return run_command(session, *command, *line);
}

}  // namespace

Exit run(Session& session, const std::vector<std::string>& words) {
  Exit code = run_line(session, words);
  session.out.flush();
  const bool is_shown = session.end_pager();
  if (session.out.failed() || !is_shown) {
    const Error error{Failure::environment, "can't write to standard output", "is the disk full?"};
    code = worse(code, complain(session, error));
  }
  session.err.flush();
  return code;
}

}  // namespace icc
