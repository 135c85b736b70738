// perfplan sign: who has received the terms; and what becomes of terms changed by hand.
#include "commands/sign/sign.hpp"

#include "base/text/text.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::commands {

namespace {

struct Mode {
    std::string_view option;
    Result<ExitCode> (*run)(const Arguments&, Io&, const OpenPlan&);
};

constexpr std::array<Mode, 3> modes{
    {{"as", sign_terms}, {"amend", sign_amendment}, {"restore", restore_terms}}};

/// Options that mean something in one or two of the modes only.
struct Belongs {
    std::string_view option;
    std::string_view to;
    std::string_view or_to = {};
};

constexpr std::array<Belongs, 8> belongings{{{"refused", "as"},
                                             {"unavailable", "as"},
                                             {"witness", "as"},
                                             {"message", "as"},
                                             {"file", "as"},
                                             {"on", "as"},
                                             {"by", "as", "amend"},
                                             {"reason", "amend"}}};

Result<Mode> mode_of(const Arguments& arguments) {
    const auto is_given = [&](const Mode& mode) { return arguments.has(mode.option); };
    const auto given = std::count_if(modes.begin(), modes.end(), is_given);
    if (given == 0) {
        return fail(usage_error("it is not said who signs",
                                fmt::format("add --as {}", listing(roles(), "or"))));
    }
    if (given > 1) {
        return fail(usage_error("--as, --amend and --restore exclude each other",
                                "amend or restore first, then sign"));
    }
    return *std::find_if(modes.begin(), modes.end(), is_given);
}

Diagnostics misplaced(const Arguments& arguments, const Mode& mode) {
    Diagnostics errors;
    for (const Belongs& belongs : belongings) {
        if (arguments.has(belongs.option) && mode.option != belongs.to &&
            mode.option != belongs.or_to) {
            errors.push_back(
                usage_error(fmt::format("--{} goes with --{}{}{}", belongs.option, belongs.to,
                                        belongs.or_to.empty() ? "" : " or --", belongs.or_to)));
        }
    }
    return errors;
}

Result<ExitCode> run_sign(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto mode, mode_of(arguments));
    if (Diagnostics errors = misplaced(arguments, mode); !errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    return mode.run(arguments, io, open);
}

}  // namespace

Command sign_command() {
    Command command;
    command.name = "sign";
    command.summary = "Sign the terms of a plan, or amend or restore them";
    command.description =
        "Seals a copy of plan.yaml, byte for byte, and records who has received it: a signature means receipt, not "
        "agreement. From then on the sealed terms count, and change by amendments only.";
    command.positionals = {{"PLAN", "the plan, or the rep if there is one open plan",
                            Positional::Arity::one, Completes::plan}};
    command.options = {
        {"as", 0, "ROLE", listing(roles(), "or"), Option::Times::once, Completes::choice, roles()},
        {"refused", 0, "", "the person does not sign; needs --witness"},
        {"unavailable", 0, "", "the person can't be asked"},
        {"witness", 0, "NAME", "who saw the refusal", Option::Times::once, Completes::person},
        {"on-behalf", 0, "REASON", "why you sign for the person whom the plan names"},
        {"amend", 0, "", "make an amendment of what was changed by hand; needs --reason"},
        {"reason", 0, "TEXT", "why the terms are amended"},
        {"restore", 0, "", "go back to the sealed terms; what plan.yaml said is kept aside"},
        {"on", 0, "DATE", "when it was signed (default today)", Option::Times::once,
         Completes::date},
        {"by", 0, "NAME",
         "who signs (default: whom the plan names for the role), or who amends (default: you)",
         Option::Times::once, Completes::person},
        dry_run_option(),
        quiet_option(),
    };
    const std::vector<Option> text = text_options();
    command.options.insert(command.options.begin() + 4, text.begin(), text.end());
    command.examples = {
        {"perfplan sign dana-reyes --as rep", "she has received the terms"},
        {"perfplan sign dana-reyes --as rep --refused --witness 'Sam Ortiz'",
         "she does not sign, and who saw that"},
        {"perfplan sign dana-reyes --amend --reason 'Two weeks lost to the CRM change'",
         "what was changed in the editor becomes an amendment"},
        {"perfplan sign dana-reyes --restore", "back to what was signed"},
    };
    command.run = run_sign;
    return command;
}

}  // namespace perfplan::commands
