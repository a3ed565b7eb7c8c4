#pragma once

#include "cli/command.h"

namespace icc {

extern const Command add_command;           ///< add.cpp
extern const Command completion_command;    ///< completion.cpp
extern const Command count_command;         ///< count.cpp
extern const Command edit_command;          ///< edit.cpp
extern const Command explain_command;       ///< explain.cpp
extern const Command export_command;        ///< export.cpp
extern const Command fields_command;        ///< fields.cpp
extern const Command filter_command;        ///< filter.cpp
extern const Command fmt_command;           ///< fmt.cpp
extern const Command help_command;          ///< help.cpp
extern const Command hook_command;          ///< hook.cpp
extern const Command import_command;        ///< import.cpp
extern const Command init_command;          ///< init.cpp
extern const Command list_command;          ///< list.cpp
extern const Command merge_driver_command;  ///< merge-driver.cpp
extern const Command remove_command;        ///< remove.cpp
extern const Command rename_command;        ///< rename.cpp
extern const Command set_command;           ///< set.cpp
extern const Command show_command;          ///< show.cpp
extern const Command template_command;      ///< template.cpp
extern const Command validate_command;      ///< validate.cpp

}  // namespace icc
