#include "cli/diff.h"

#include <string>

#include "cli/message.h"
#include "icc/text.h"
#include "icc/text_diff.h"

namespace icc {
namespace {

/// The colour of a line that begins so; nothing for one that is in both versions.
std::string_view colour_of(std::string_view line) {
  if (line.starts_with("--- ") || line.starts_with("+++ ")) return bold;
  if (line.starts_with("@@")) return cyan;
  if (line.starts_with('-')) return "31";
  return line.starts_with('+') ? "32" : "";
}

}  // namespace

void show_diff(Output& out, std::string_view path, std::string_view before,
               std::string_view after) {
  const std::string diff = unified_diff(path, before, after);
  if (!out.is_terminal() && !out.is_coloured()) return out.write(diff);
  for (std::string_view rest = diff; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const std::string_view colour = colour_of(line);
    const std::string shown = visible(line);
    out.write(colour.empty() ? shown : coloured(out, colour, shown));
    out.write("\n");
  }
}

}  // namespace icc
