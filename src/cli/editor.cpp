#include "cli/editor.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "icc/text.h"

namespace icc {
namespace {

/// Editors that take `+LINE` in front of a file. Sorted.
constexpr std::string_view with_lines[] = {"emacs", "emacsclient", "jed",  "joe", "kak", "mcedit",
                                           "micro", "nano",        "nvim", "vi",  "vim"};

static_assert(std::is_sorted(std::begin(with_lines), std::end(with_lines)));

bool takes_line(std::string_view command) {
  std::string_view program = trimmed(command);
  program = program.substr(0, program.find(' '));
  program = program.substr(program.rfind('/') + 1);  // npos + 1 is 0
  return std::binary_search(std::begin(with_lines), std::end(with_lines), program);
}

}  // namespace

std::string editor_command(const Session& session) {
  for (const char* name : {"ICC_EDITOR", "GIT_EDITOR", "VISUAL", "EDITOR"}) {
    if (std::string command = session.environment(name); !command.empty()) return command;
  }
  return "vi";
}

Result<void> open_in_editor(Session& session, const std::string& path, std::size_t line) {
  const std::string command = editor_command(session);
  std::vector<std::string> operands = {path};
  if (line > 1 && takes_line(command)) operands.insert(operands.begin(), fmt::format("+{}", line));
  session.out.flush();
  session.err.flush();
  const int status = session.run_command(command, operands);
  if (status == 0) return {};
  return failed(Failure::environment,
                status == 127 ? fmt::format("the editor '{}' can't be run", command)
                              : fmt::format("the editor '{}' has failed ({})", command, status),
                "set EDITOR to your editor: EDITOR=nano icc …");
}

}  // namespace icc
