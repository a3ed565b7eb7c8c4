#include "cli/commands/commands.h"

#include <array>

namespace icc {
namespace {

constexpr std::array table{&list_command,         &filter_command,     &show_command,
                           &count_command,        &fields_command,     &add_command,
                           &template_command,     &edit_command,       &set_command,
                           &rename_command,       &remove_command,     &validate_command,
                           &explain_command,      &fmt_command,        &export_command,
                           &import_command,       &init_command,       &hook_command,
                           &merge_driver_command, &completion_command, &help_command};

}  // namespace

std::span<const Command* const> commands() {
  return table;
}

const Command* find_command(std::string_view name) {
  for (const Command* command : table) {
    if (command->name == name) return command;
  }
  return nullptr;
}

}  // namespace icc
