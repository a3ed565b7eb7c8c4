#include <memory>
#include <string>

#include "cli/commands/commands.h"
#include "cli/globals.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/message.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Shows all about a command: examples, description and options; without one, the list of commands.)";

constexpr Example examples[] = {
    {"icc help", "The list of commands."},
    {"icc help list", "All about 'icc list'."},
};

struct Arguments {
  std::string command;
  bool mdoc = false;
};

Exit help(Context& context, const Arguments& arguments) {
  Output& out = context.session.out;
  if (arguments.command.empty() && arguments.mdoc) {
    return complain(context.session,
                    {Failure::usage, "--mdoc goes with a command", "'icc help --mdoc list'"});
  }
  if (arguments.command.empty()) {
    out.write(general_help(out.text_width()));
    return Exit::done;
  }
  const Command* command = find_command(arguments.command);
  if (command == nullptr) return complain(context.session, unknown_command(arguments.command));
  Context inner{context.session, context.store};
  Options options;
  Globals globals;
  const Action action = command->bind(options, inner);
  bind_globals(options, globals);
  out.write(arguments.mdoc ? manual_page(*command, options)
                           : full_help(*command, options, out.text_width()));
  return Exit::done;
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operand("COMMAND", arguments->command);
  options.add({"--mdoc", "", "As the source of a manual page", "Output"}, arguments->mdoc);
  return [&context, arguments] { return help(context, *arguments); };
}

}  // namespace

const Command help_command{.name = "help",
                           .operands = "[COMMAND]",
                           .summary = "Show help on a command",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::database_if_any,
                           .pages = true,
                           .bind = bind};

}  // namespace icc
