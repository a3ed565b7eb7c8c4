#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/ids.h"
#include "cli/message.h"
#include "cli/question.h"
#include "cli/tidying.h"
#include "core/text_quote.h"
#include "icc/files.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Removes practices: their files are deleted. On a terminal you are asked first; elsewhere --yes is
needed. What has been committed, git brings back; the command is shown.

Links from other records are left as they are: 'icc validate' finds those that lead nowhere.)";

constexpr Example examples[] = {
    {"icc remove migrant-stories", "Ask, then remove."},
    {"icc remove --yes migrant-stories equality-planning", "Do not ask."},
};

struct Arguments {
  std::vector<std::string> ids;
  bool yes = false;
};

bool is_confirmed(Session& session, const std::string& path) {
  const auto answer =
      chosen(session, plain_lines(session), fmt::format("Remove {}? [y/n] ", visible(path)),
             {"yes", "no"}, "'y' removes it, 'n' keeps it.");
  if (answer == "yes") return true;
  tell(session.err, "kept " + path);
  return false;
}

Exit remove_record(Context& context, const std::string& path) {
  const std::string& root = context.store->root();
  const auto bytes = read_whole(root, path);
  if (!bytes) return complain(context.session, bytes.error());
  const auto removed = remove_below(root, path, *bytes);
  if (!removed) return complain(context.session, removed.error());
  tell(context.session.out, "removed " + path);
  tell(context.session.err,
       fmt::format("to bring back what was committed: git restore {}", shell_word(path)));
  return Exit::done;
}

Exit remove(Context& context, const Arguments& arguments) {
  Session& session = context.session;
  if (!arguments.yes && !session.can_ask()) {
    return complain(session, {Failure::usage, "there is no terminal to ask on",
                              "--yes removes without asking"});
  }
  tidy(context);
  Exit exit = Exit::done;
  const std::vector<std::string> paths = paths_of(context, arguments.ids, exit);
  if (exit != Exit::done) return exit;
  for (const std::string& path : paths) {
    if (!arguments.yes && !is_confirmed(session, path)) continue;
    exit = worse(exit, remove_record(context, path));
  }
  return exit;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("ID", arguments->ids, true);
  options.add({"--yes", "", "Do not ask", "Output"}, arguments->yes);
  return [&context, arguments] { return remove(context, *arguments); };
}

}  // namespace

const Command remove_command{.name = "remove",
                             .operands = "ID…",
                             .summary = "Remove practices",
                             .description = description,
                             .examples = examples,
                             .needs = Needs::database,
                             .pages = false,
                             .bind = bind};

}  // namespace icc
