#include "cli/help.h"

#include <fmt/format.h>

#include "cli/message.h"
#include "cli/options.h"
#include "icc/text.h"

namespace icc {
namespace {

constexpr std::size_t least_room = 20;  // for what stands beside a name

std::string synopsis(const Command& command) {
  return fmt::format("Usage: icc {} [OPTION…]{}{}\n", command.name,
                     command.operands.empty() ? "" : " ", command.operands);
}

/// A name in the first column, what it means in the second, or below where there is no room.
std::string entry(const std::string& name, std::string_view meaning, std::size_t column,
                  std::size_t width) {
  const std::string head = "  " + name;
  if (width < column + least_room) return head + "\n" + indented(meaning, 6, width);
  const std::string text = indented(meaning, column, width);
  const bool fits = display_width(head) + 2 <= column;
  return fits ? padded(head, column) + text.substr(column) : head + "\n" + text;
}

std::string option_lines(const Options& all, std::size_t width) {
  std::string out;
  std::string group;
  for (const Option& option : all.all()) {
    if (option.group != group) out += fmt::format("\n{}:\n", option.group);
    group = option.group;
    out += entry(spelling(option), option.description, 26, width);
  }
  return out;
}

std::string description(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& paragraph : paragraphs(text)) out += "\n" + indented(paragraph, 2, width);
  return out;
}

}  // namespace

std::string general_help(std::size_t width) {
  std::string out =
      indented("icc keeps intercultural good practices as a folder of YAML files.", 0, width) +
      "\nUsage: icc [-C DIR] COMMAND [OPTION…]\n\nCommands:\n";
  for (const Command* command : commands()) {
    out += entry(std::string(command->name), command->summary, 16, width);
  }
  out += "\n" + indented("icc COMMAND -h shows a command's options, icc help COMMAND all about it.",
                         0, width);
  out += indented("icc list shows the practices of the database in this folder or above it.", 0,
                  width);
  return out;
}

Error unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  const auto found = nearest(name, names);
  return {Failure::usage, fmt::format("unknown command '{}'", name),
          did_you_mean(found, "'icc help' lists the commands")};
}

std::string short_help(const Command& command, const Options& options, std::size_t width) {
  return fmt::format("{}{}.\n{}", synopsis(command), command.summary, option_lines(options, width));
}

std::string full_help(const Command& command, const Options& options, std::size_t width) {
  std::string out = fmt::format("icc {}: {}\n\nExamples:\n", command.name, command.summary);
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n{}", example.line, indented(example.meaning, 6, width));
  }
  return out + "\n" + synopsis(command) + description(command.description, width) +
         option_lines(options, width);
}

}  // namespace icc
