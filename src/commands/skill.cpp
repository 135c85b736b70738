// perfplan skill: the group, and what its commands share.
#include "skill.hpp"

#include <perfplan/base/text.hpp>

#include "registry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

Result<std::vector<Slug>> named_skills(const Arguments& arguments, const Plan& plan) {
    return parse_skills(plan, behind_plan(arguments));
}

Result<std::vector<Slug>> named_activities(const Arguments& arguments, const Plan& plan) {
    return parse_activities(plan, behind_plan(arguments));
}

ValueContext activity_context(const OpenPlan& open, const Slug& /*activity*/) {
    return {open};
}

}  // namespace

ValueContext skill_context(const OpenPlan& open, const Slug& skill) {
    return {open, std::nullopt, meanings_of_levels(open.tree.settings(), skill)};
}

const SectionCommands& skill_commands() {
    static const SectionCommands commands{skills_section, named_skills, skill_context,
                                          "--required 4 or --unset by", "skill list"};
    return commands;
}

const SectionCommands& activity_commands() {
    static const SectionCommands commands{activities_section, named_activities, activity_context,
                                          "--due +2w or --unset skill", "skill list"};
    return commands;
}

std::string who_owes_it(const Plan& plan, const std::optional<std::string>& owner) {
    return owed_by(plan, owner) == OwedBy::rep
               ? fmt::format("owed by the rep, {}\n", visible(plan.rep))
               : fmt::format("owed by {}: a promise by the company\n", visible(*owner));
}

const JournalEntry* done_before(const Slug& id, const Journal& journal) {
    const auto found = std::ranges::find_if(journal, [&](const JournalEntry& entry) {
        return std::ranges::find(entry.record.done, id) != entry.record.done.end();
    });
    return found == journal.end() ? nullptr : &*found;
}

std::string done_in_words(const Slug& id, const JournalEntry& entry) {
    return fmt::format("'{}' was done on {}, as {} recorded", id.str(),
                       to_string(entry.record.date), visible(entry.record.by));
}

void count_from_today(std::vector<FieldEdit>& fields, const OpenPlan& open) {
    if (has_field(fields, "every") && !has_field(fields, "starts") &&
        open.today > open.written.starts) {
        fields.push_back({{"starts"}, yaml::Value::verbatim(to_string(open.today))});
    }
}

std::vector<Option> counting_from_today(std::vector<Option> options) {
    std::ranges::find(options, "starts", &Option::name)->help =
        "day from which the due dates of --every count (default: today if the plan runs already, "
        "else its start)";
    return options;
}

std::string_view reason_if_signed(const OpenPlan& open) {
    return open.agreed.newest ? " --reason TEXT" : "";
}

Diagnostic due_or_every() {
    return usage_error("an activity is due once or every so often, not both",
                       "keep one of --due and --every");
}

Diagnostic starts_without_every() {
    return usage_error("--starts goes with --every");
}

Command skill_command() {
    Command command;
    command.name = "skill";
    command.summary = "Build skills: agree, assess, plan activities, tick them off";
    command.description =
        "Skills and the activities that build them are part of the terms, in plan.yaml, whoever owes an activity: the "
        "rep or the company. Assessments and what is done go into the journal.";
    command.examples = {
        {"perfplan skill add dana-reyes discovery --current 2 --required 4 --due 2026-11-30",
         "from level 2 to level 4"},
        {"perfplan skill plan dana-reyes meddicc --title 'MEDDICC workshop' --skill discovery --owner Enablement",
         "a promise by the company"},
        {"perfplan skill done dana-reyes meddicc --on friday", "kept"},
        {"perfplan skill assess dana-reyes discovery=3", "and its effect"},
    };
    command.subcommands = {skill_add_command(),    skill_set_command(),  skill_drop_command(),
                           skill_assess_command(), skill_plan_command(), skill_replan_command(),
                           skill_cancel_command(), skill_done_command(), skill_list_command()};
    return command;
}

}  // namespace perfplan
