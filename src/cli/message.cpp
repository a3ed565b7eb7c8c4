#include "cli/message.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text_quote.h"
#include "icc/text.h"

namespace icc {

std::string coloured(const Output& out, std::string_view colour, std::string_view text) {
  if (!out.is_coloured()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
}

Exit complain(Session& session, const Error& error) {
  Output& err = session.err;
  err.write(fmt::format("{} {}\n", coloured(err, red, "error:"), visible_lines(error.message)));
  if (!error.hint.empty()) {
    err.write(fmt::format("{} {}\n", coloured(err, cyan, "hint:"), visible_lines(error.hint)));
  }
  return error.failure == Failure::refused ? Exit::no : Exit::failed;
}

Exit complain(Session& session, const QueryError& error) {
  session.err.write(human_form(error, diagnostic_style(session.err)));
  return Exit::failed;
}

void tell(Output& out, std::string_view line) {
  out.write(visible(line) + "\n");
}

void tell_to_commit(Session& session, std::string_view path) {
  tell(session.err, fmt::format("next: git add {} && git commit", shell_word(path)));
}

void remark(Session& session, std::string_view message) {
  session.err.write(fmt::format("{} {}\n", coloured(session.err, cyan, "note:"), visible(message)));
}

void write_exact(Output& out, std::string_view lines) {
  if (!out.is_terminal()) return out.write(lines);
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.write(visible_lines(line));
    if (end < lines.size()) out.write("\n");
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

DiagnosticStyle diagnostic_style(const Output& out) {
  return {.colour = out.is_coloured(), .width = out.width()};
}

std::string indented(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  for (const std::string& line : wrapped(text, width - indent)) {
    out += fmt::format("{:{}}{}\n", "", indent, line);
  }
  return out;
}

}  // namespace icc
