#include "cli/help.h"

#include <fmt/format.h>

#include "cli/options.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t help_width = 80;

std::string synopsis(const Command& command) {
  return fmt::format("Usage: icc {} [OPTION…]{}{}\n", command.name,
                     command.operands.empty() ? "" : " ", command.operands);
}

std::string indented(std::string_view text, std::size_t indent) {
  std::string out;
  for (const std::string& line : wrapped(text, help_width - indent)) {
    out += fmt::format("{:{}}{}\n", "", indent, line);
  }
  return out;
}

std::string option_line(const Option& option) {
  constexpr std::size_t column = 26;
  const std::string head = "  " + spelling(option);
  const bool fits = display_width(head) + 2 <= column;
  std::string out = fits ? padded(head, column) : head + "\n" + std::string(column, ' ');
  bool first = true;
  for (const std::string& line : wrapped(option.description, help_width - column)) {
    if (!first) out += std::string(column, ' ');
    out += line + "\n";
    first = false;
  }
  return out;
}

std::string option_lines(const Options& all) {
  std::string out;
  std::string group;
  for (const Option& option : all.all()) {
    if (option.group != group) out += fmt::format("\n{}:\n", option.group);
    group = option.group;
    out += option_line(option);
  }
  return out;
}

std::string description(std::string_view text) {
  std::string out;
  for (const std::string& paragraph : paragraphs(text)) out += "\n" + indented(paragraph, 2);
  return out;
}

}  // namespace

std::string general_help() {
  std::string out =
      "icc keeps intercultural good practices as a folder of YAML files.\n\n"
      "Usage: icc [-C DIR] COMMAND [OPTION…]\n\nCommands:\n";
  for (const Command* command : commands()) {
    out += fmt::format("  {}{}\n", padded(command->name, 14), command->summary);
  }
  out +=
      "\nicc COMMAND -h shows a command's options, icc help COMMAND all about it.\n"
      "icc list shows the practices of the database in this folder or above it.\n";
  return out;
}

Error unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  const auto found = nearest(name, names);
  return {
      Failure::usage, fmt::format("unknown command '{}'", name),
      found.empty() ? "icc help lists the commands" : fmt::format("did you mean '{}'?", found[0])};
}

std::string short_help(const Command& command, const Options& options) {
  return fmt::format("{}{}.\n{}", synopsis(command), command.summary, option_lines(options));
}

std::string full_help(const Command& command, const Options& options) {
  std::string out = fmt::format("icc {}: {}\n\nExamples:\n", command.name, command.summary);
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n{}", example.line, indented(example.meaning, 6));
  }
  return out + "\n" + synopsis(command) + description(command.description) + option_lines(options);
}

}  // namespace icc
