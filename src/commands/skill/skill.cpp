// perfplan skill: the group, and what its commands share.
// perfplan skill set: other terms for a skill.
// perfplan skill drop: skills that are no longer agreed.
// perfplan skill list: the skills of a plan, what is to build them, and where all that stands.
#include "commands/skill/skill.hpp"

#include "base/text/text.hpp"
#include "commands/common/listing.hpp"
#include "commands/registry.hpp"
#include "output/development/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

Result<std::vector<Slug>> named_skills(const Arguments& arguments, const Plan& plan) {
    return parse_skills(plan, arguments_after_plan(arguments));
}

Result<std::vector<Slug>> named_activities(const Arguments& arguments, const Plan& plan) {
    return parse_activities(plan, arguments_after_plan(arguments));
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

namespace {

Result<ExitCode> run_skill_set(const Arguments& arguments, Io& io) {
    return set_entry(arguments, io, skill_commands());
}

}  // namespace

Command skill_set_command() {
    Command command;
    command.name = "skill set";
    command.summary = "Change the terms of a skill";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. The goals that --goal "
        "names take the place of those that were there.";
    command.positionals = {plan_positional(),
                           {"SKILL", "the skill", Positional::Arity::one, Completes::skill}};
    command.options = set_options(skills_section);
    command.examples = {
        {"perfplan skill set dana-reyes discovery --required 3 --due +2w", "less, and later"},
        {"perfplan skill set dana-reyes discovery --unset by --dry-run", "see the change first"},
    };
    command.run = run_skill_set;
    return command;
}

namespace {

/// What is left of a dropped skill: its levels in the journal, and activities that build it.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& skills) {
    Diagnostics warnings;
    for (const Slug& skill : skills) {
        const std::size_t levels = levels_of(skill, open.plan.journal, open.today).size();
        if (levels > 0) {
            warnings.push_back(warn_of_records(
                open, levels, fmt::format("{} of '{}'", count(levels, "level"), skill.str())));
        }
        for (const Slug& activity : activities_for(skill, open.written)) {
            const std::string which =
                fmt::format("{} {}", to_string(open.plan.ref), activity.str());
            warnings.push_back(warning(
                fmt::format("activity '{}' builds '{}', which is dropped", activity.str(),
                            skill.str()),
                fmt::format("'perfplan skill cancel {}{}' takes it out, 'perfplan skill replan {} "
                            "--unset skill{}' keeps it",
                            which, reason_if_signed(open), which, reason_if_signed(open))));
        }
    }
    return warnings;
}

Result<ExitCode> run_skill_drop(const Arguments& arguments, Io& io) {
    return drop_entries(arguments, io, skill_commands(), warn_of_what_stays);
}

}  // namespace

Command skill_drop_command() {
    Command command;
    command.name = "skill drop";
    command.summary = "Take skills out of a plan";
    command.description =
        "Takes the skills out of plan.yaml. Levels that were recorded stay in the journal, activities in the terms.";
    command.positionals = {plan_positional(),
                           {"SKILL", "a skill", Positional::Arity::some, Completes::skill}};
    command.options = change_options();
    command.examples = {{"perfplan skill drop dana-reyes discovery", "one skill less"}};
    command.run = run_skill_drop;
    return command;
}

namespace {

/// Both tables, each only if it has rows.
template <class Print>
std::string both(const PlanStatus& plan, Date date, const Print& print) {
    std::string text;
    if (!plan.skills.empty()) {
        text += print(skills_table(plan, date));
    }
    if (!plan.activities.empty()) {
        text += (text.empty() ? "" : "\n") + print(activities_table(plan, date));
    }
    return text;
}

Listed skill_listing() {
    return {titles(development_sheet({})), development_member_names()};
}

std::string text_of(const PlanStatus& plan, const Output& output, Date date, Io& io) {
    if (plan.skills.empty() && plan.activities.empty() && output.format == Format::table) {
        io.report({warning(
            "the plan has no skills and no activities yet",
            fmt::format("'perfplan skill add {}' agrees on a skill", to_string(plan.ref)))});
    }
    if (output.is_sheet()) {
        return sheet_text(development_sheet(plan), output, io);
    }
    switch (output.format) {
        case Format::json: return development_json(plan, date);
        case Format::ndjson: return development_ndjson(plan, output.fields);
        case Format::markdown: return both(plan, date, markdown_table);
        default: break;
    }
    return both(plan, date, [&](const Table& table) {
        return text_table(table, Style(io.color(Stream::output)), io.width());
    });
}

Result<ExitCode> run_skill_list(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, skill_listing(), text_of);
}

}  // namespace

Command skill_list_command() {
    Command command;
    command.name = "skill list";
    command.summary = "List skills and activities and where they stand";
    command.description =
        "Skills with their levels, and activities with who owes them: what the company promised as plainly as what the "
        "rep is to do.";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(skill_listing());
    command.examples = {{"perfplan skill list dana-reyes", "a row each"},
                        {"perfplan skill list dana-reyes --format json", "with all levels"}};
    command.run = run_skill_list;
    return command;
}

}  // namespace perfplan::commands
