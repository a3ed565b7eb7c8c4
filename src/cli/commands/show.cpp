#include <memory>
#include <string>
#include <vector>

#include "cli/card.h"
#include "cli/commands/commands.h"
#include "cli/format_output.h"
#include "cli/ids.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::string_view description = R"(
Shows whole practices for reading: title, place and period, then every field that the record has,
its texts wrapped to the terminal. An id is the name of the practice's file without '.yaml'; 'icc
list --columns id,title' shows them.

--yaml shows the file as it is, --json the record as 'icc export --json' writes it.)";

constexpr Example examples[] = {
    {"icc show migrant-stories", "One practice."},
    {"icc show --json migrant-stories equality-planning", "Two, for a program."},
};

struct Arguments {
  std::vector<std::string> ids;
  bool json = false;
  bool yaml = false;
};

std::string text_of(const Practice& practice, const Context& context, const Arguments& arguments) {
  if (arguments.yaml) return std::string(practice.document().text());
  return readable_practice(practice, *context.schema(), context.session.out);
}

Exit show(Context& context, const Arguments& arguments) {
  if (arguments.json && arguments.yaml) {
    return complain(context.session, {Failure::usage, "--json and --yaml exclude each other", ""});
  }
  Exit exit = Exit::done;
  const std::vector<std::string> paths = paths_of(context, arguments.ids, exit);
  Output& out = context.session.out;
  Outcome outcome;
  if (arguments.json) {
    outcome = write_records(context, paths, *find_format("json"), {},
                            [&](std::string_view text) { write_exact(out, text); });
    return worse(exit, outcome.exit);
  }
  read_each<std::string>(
      context, paths, {},
      [&](const Practice& practice) { return text_of(practice, context, arguments); },
      [&](std::string&& text) {
        if (outcome.matches > 1) out.write(arguments.yaml ? "---\n" : "\n");
        arguments.yaml ? write_exact(out, text) : out.write(text);
      },
      outcome);
  return worse(exit, outcome.exit);
}

Action bind(Options& options, Context& context) {
  auto arguments = std::make_shared<Arguments>();
  options.operands("ID", arguments->ids, true);
  options.add({"--json", "", "As 'icc export --json' writes it", "Output"}, arguments->json);
  options.add({"--yaml", "", "The file as it is", "Output"}, arguments->yaml);
  return [&context, arguments] { return show(context, *arguments); };
}

}  // namespace

const Command show_command{.name = "show",
                           .operands = "ID…",
                           .summary = "Show whole practices for reading",
                           .description = description,
                           .examples = examples,
                           .needs = Needs::database,
                           .pages = true,
                           .bind = bind};

}  // namespace icc
