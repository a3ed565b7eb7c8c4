#include "cli/manual.h"

#include <fmt/format.h>

#include <array>

#include "cli/options.h"

namespace icc {
namespace {

struct ExitText {
  Exit exit;
  std::string_view meaning;
  std::string_view command = {};  // the only one that answers so; empty: any
};

constexpr std::array exit_texts{
    ExitText{Exit::done, "It was done; an empty list is an answer, too."},
    ExitText{Exit::no,
             "The answer is \\(dqno\\(dq: faults were found, there is no such id, the practice was "
             "refused."},
    ExitText{Exit::failed,
             "Wrong usage, an error in a query, something that can't be read, nothing to check."},
    ExitText{Exit::broken, "The merge could not be done, and nothing was written.", "merge-driver"},
    ExitText{Exit::interrupted, "Interrupted."},
};

std::string paragraphs_of(std::string_view text) {
  std::string out;
  for (const std::string& paragraph : paragraphs(text)) {
    out += (out.empty() ? "" : ".Pp\n") + mdoc_text(paragraph) + "\n";
  }
  return out;
}

std::string options_of(const Options& options) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const Option& option : options.all()) {
    out += fmt::format(".It {}\n{}.\n", mdoc_text(spelling(option)), mdoc_text(option.description));
  }
  return out + ".El\n";
}

std::string examples_of(const Command& command) {
  std::string out;
  for (const Example& example : command.examples) {
    out += fmt::format("{}\n.Dl {}\n", mdoc_text(example.meaning), mdoc_text(example.line));
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

}  // namespace

std::string mdoc_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string manual_page(const Command& command, const Options& options) {
  std::string exits;
  for (const ExitText& text : exit_texts) {
    if (!text.command.empty() && text.command != command.name) continue;
    exits += fmt::format(".It {}\n{}\n", static_cast<int>(text.exit), text.meaning);
  }
  const std::string operands = command.operands.empty() ? "" : " " + mdoc_text(command.operands);
  return fmt::format(
      ".Dd $Mdocdate$\n.Dt ICC-{} 1\n.Os\n.Sh NAME\n.Nm icc-{}\n.Nd {}\n.Sh SYNOPSIS\n.Nm icc {}\n"
      ".Op Ar option ...{}\n.Sh DESCRIPTION\n{}.Pp\nThe options are:\n{}.Sh EXIT STATUS\n.Bl -tag "
      "-width Ds\n{}.El\n"
      ".Sh EXAMPLES\n{}.Sh SEE ALSO\n.Xr icc 1 ,\n.Xr icc-query 7 ,\n.Xr icc-period 7\n",
      upper(command.name), command.name, mdoc_text(command.summary), command.name,
      operands.empty() ? "" : "\n.Ar" + operands, paragraphs_of(command.description),
      options_of(options), exits, examples_of(command));
}

}  // namespace icc
