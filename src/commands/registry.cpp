#include "commands/registry.hpp"

#include "format/diagnostics.hpp"

namespace perfplan::commands {

const std::vector<CommandEntry>& command_table() {
    // clang-format off
    static const std::vector<CommandEntry> table{
        {"status", status_command, CommandGroup::every_day},
        {"note", note_command, CommandGroup::every_day},
        {"review", review_command, CommandGroup::every_day},
        {"goal", goal_command, CommandGroup::every_day},
        {"today", today_command, CommandGroup::every_day},
        {"agenda", agenda_command, CommandGroup::every_day},
        {"create", create_command, CommandGroup::plan},
        {"skill", skill_command, CommandGroup::plan},
        {"activity", activity_command, CommandGroup::plan},
        {"sign", sign_command, CommandGroup::plan},
        {"log", log_command, CommandGroup::record},
        {"check", check_command, CommandGroup::record},
        {"report", report_command, CommandGroup::team},
        {"init", init_command, CommandGroup::tools},
        {"completion", completion_command, CommandGroup::tools},
    };
    // clang-format on
    return table;
}

const std::vector<Option>& global_options() {
    static const std::vector<Option> options{
        {"directory", 'C', "DIR", "work in the tree at or above DIR", Option::Times::once,
         Completes::directory},
        {"color",
         0,
         "WHEN",
         "auto (default), always or never",
         Option::Times::once,
         Completes::choice,
         {"auto", "always", "never"}},
        {"diagnostics", 0, "FORM",
         "how errors and warnings are written: text (default), json, github or sarif",
         Option::Times::once, Completes::choice, diagnostics_forms()},
        {"help", 'h', "", "show this help"},
        {"version", 'V', "", "show the version"},
    };
    return options;
}

}  // namespace perfplan::commands
