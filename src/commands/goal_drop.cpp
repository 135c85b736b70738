// perfplan goal drop: goals that are no longer agreed.
#include <perfplan/base/text.hpp>

#include "goal.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

Result<yaml::Document> without_goals(const yaml::Document& terms, const std::vector<Slug>& goals) {
    Result<yaml::Document> edited = yaml::Document::read(terms.name(), terms.text());
    for (const Slug& goal : goals) {
        if (!edited) {
            break;
        }
        const bool is_last = edited->root().find("goals").size() == 1;
        edited = is_last ? yaml::remove(*edited, {"goals"})
                         : yaml::remove(*edited, {"goals", goal.str()});
    }
    return edited;
}

/// Readings of a dropped goal stay in the journal; whoever drops it should know.
void warn_of_readings(const OpenPlan& open, const std::vector<Slug>& goals, Io& io) {
    for (const Slug& goal : goals) {
        const std::size_t readings = readings_of(goal, open.plan.journal, open.today).size();
        if (readings > 0) {
            io.report(
                {warning(fmt::format("{} of '{}' {} in the journal", count(readings, "reading"),
                                     goal.str(), readings == 1 ? "stays" : "stay"))});
        }
    }
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const auto goals = named_goals(arguments, open->written);
    if (!goals) {
        return tl::unexpected(goals.error());
    }
    const auto made = edit_or_amend(arguments, io, *open, [&](const yaml::Document& terms) {
        return without_goals(terms, *goals);
    });
    if (!made) {
        return tl::unexpected(made.error());
    }
    warn_of_readings(*open, *goals, io);
    tell_new_terms(arguments, io, *open, *made,
                   fmt::format("perfplan goal list {}", to_string(open->plan.ref)));
    return ExitCode::done;
}

}  // namespace

Command goal_drop_command() {
    Command command;
    command.name = "goal drop";
    command.summary = "Take goals out of a plan";
    command.description =
        "Takes the goals out of plan.yaml. What was recorded about them stays in the journal.";
    command.positionals = {plan_positional(),
                           {"GOAL", "a goal", Positional::Arity::some, Completes::goal}};
    command.options = {reason_option(), by_option(), dry_run_option(), quiet_option()};
    command.examples = {{"perfplan goal drop dana-reyes forecast-habit", "one goal less"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
