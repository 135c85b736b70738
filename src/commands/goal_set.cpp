// perfplan goal set: other terms for a goal.
#include <perfplan/base/text.hpp>
#include <perfplan/model/terms_order.hpp>

#include "goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// The fields to be taken out, each known and set.
Result<std::vector<std::string>> fields_to_unset(const Arguments& arguments) {
    std::vector<std::string> known;
    for (const FieldInfo& info : goal_fields()) {
        known.emplace_back(info.name);
    }
    std::vector<std::string> fields;
    Diagnostics errors;
    for (std::string name : arguments.values("unset")) {
        std::replace(name.begin(), name.end(), '-', '_');
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const auto near = nearest(name, known);
            errors.push_back(
                usage_error(fmt::format("--unset: a goal has no field '{}'", visible(name)),
                            near ? fmt::format("did you mean '{}'?", *near)
                                 : fmt::format("it has {}", listing(known))));
        }
        fields.push_back(std::move(name));
    }
    return errors.empty() ? Result<std::vector<std::string>>(std::move(fields))
                          : fail(std::move(errors));
}

Result<yaml::Document> with_changes(const yaml::Document& terms, const Slug& goal,
                                    const std::vector<FieldEdit>& edits,
                                    const std::vector<std::string>& unset) {
    Result<yaml::Document> edited = yaml::Document::read(terms.name(), terms.text());
    for (const std::string& field : unset) {
        const yaml::Path path{"goals", goal.str(), field};
        if (edited && yaml::locate(*edited, path)) {
            edited = yaml::remove(*edited, path);
        }
    }
    for (const FieldEdit& edit : edits) {
        if (!edited) {
            break;
        }
        yaml::Path path{"goals", goal.str()};
        path.insert(path.end(), edit.path.begin(), edit.path.end());
        edited = yaml::set(*edited, path, edit.value, terms_order);
    }
    return edited;
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
    const Slug& goal = goals->front();
    const auto edits = field_edits(arguments, *open, find(open->written.goals, goal.str())->unit);
    const auto unset = fields_to_unset(arguments);
    Diagnostics errors;
    collect(errors, edits);
    collect(errors, unset);
    if (errors.empty() && edits->empty() && unset->empty()) {
        errors.push_back(
            usage_error("nothing to change", "name a field, such as --target 800k or --unset due"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    const auto made = edit_or_amend(arguments, io, *open, [&](const yaml::Document& terms) {
        return with_changes(terms, goal, *edits, *unset);
    });
    if (!made) {
        return tl::unexpected(made.error());
    }
    tell_new_terms(arguments, io, *open, *made,
                   fmt::format("perfplan goal list {}", to_string(open->plan.ref)));
    return ExitCode::done;
}

}  // namespace

Command goal_set_command() {
    Command command;
    command.name = "goal set";
    command.summary = "Change the terms of a goal";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. Signed terms are "
        "amended, which takes a --reason; what makes anything harder is in force when it is signed.";
    command.positionals = {plan_positional(),
                           {"GOAL", "the goal", Positional::Arity::one, Completes::goal}};
    command.options = goal_field_options();
    command.options.push_back({"unset", 0, "FIELD", "take a field out", Option::Times::many});
    command.options.push_back(reason_option());
    command.options.push_back(by_option());
    command.options.push_back(dry_run_option());
    command.options.push_back(quiet_option());
    command.examples = {
        {"perfplan goal set dana-reyes pipeline --target 800k --due +2w",
         "another target, another date"},
        {"perfplan goal set dana-reyes pipeline --checkpoint 2026-11-30=600k --dry-run",
         "see the change first"},
        {"perfplan goal set dana-reyes pipeline --due 2027-01-15 --reason 'Two weeks lost to the CRM change'",
         "signed terms, amended"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
