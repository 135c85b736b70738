#include "commands/registry.hpp"

#include "format/diagnostics.hpp"

namespace perfplan::commands {

const std::vector<CommandEntry>& command_table() {
    // clang-format off
    static const std::vector<CommandEntry> table{
        {"init", init_command},
        {"create", create_command},
        {"goal", goal_command},
        {"skill", skill_command},
        {"activity", activity_command},
        {"note", note_command},
        {"review", review_command},
        {"sign", sign_command},
        {"status", status_command},
        {"log", log_command},
        {"agenda", agenda_command},
        {"check", check_command},
        {"report", report_command},
        {"completion", completion_command},
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
