#include "cli/globals.h"

namespace icc {

void bind_globals(Options& options, Globals& globals) {
  options.add({"-C", "DIR", "Use the database in DIR, or above it", "Global"}, globals.folder);
  options.add(
      {"--color", "WHEN", "Colour: auto, always or never", "Global", {"auto", "always", "never"}},
      globals.color);
  options.add({"--no-pager", "", "Never start a pager", "Global"}, globals.no_pager);
  options.add({"-h", "", "Show a short help", "Global"}, globals.short_help);
  options.add({"--help", "", "Show the full help", "Global"}, globals.full_help);
  options.add({"--version", "", "Show the version", "Global"}, globals.version);
}

Result<CommandLine> split_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  Options before;
  bind_globals(before, line.globals);
  const auto rest = before.parse_up_to_operand(words);
  if (!rest) return tl::unexpected(rest.error());
  if (rest->empty()) return line;
  line.command = rest->front();
  line.words.assign(rest->begin() + 1, rest->end());

  Options after;
  bind_globals(after, line.globals);
  if (auto parsed = after.parse_known(line.words); !parsed) return tl::unexpected(parsed.error());
  return line;
}

}  // namespace icc
