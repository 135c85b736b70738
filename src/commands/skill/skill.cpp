// perfplan skill: the group; set and drop, which change terms; list, also of the activities.
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

}  // namespace

ValueContext skill_context(const OpenPlan& open, const Slug& skill) {
    return {open, std::nullopt, meanings_of_levels(open.tree.settings(), skill)};
}

const SectionCommands& skill_commands() {
    static const SectionCommands commands{skills_section, named_skills, skill_context,
                                          "--required 4 or --unset by", "skill list"};
    return commands;
}

Command skill_command() {
    Command command;
    command.name = "skill";
    command.summary = "Agree on skills to build and assess their levels";
    command.description =
        "Skills to build are part of the terms, in plan.yaml; assessments go into the journal. The training and "
        "coaching that builds them is planned with 'perfplan activity'.";
    command.examples = {
        {"perfplan skill add dana-reyes discovery --current 2 --required 4 --due 2026-11-30",
         "from level 2 to level 4"},
        {"perfplan skill assess dana-reyes discovery=3", "a level observed today"},
    };
    command.subcommands = {skill_add_command(), skill_set_command(), skill_drop_command(),
                           skill_assess_command(), skill_list_command()};
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
                fmt::format("'perfplan activity drop {}{}' takes it out, 'perfplan activity set {} "
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

}  // namespace

std::string development_text(const PlanStatus& plan, const Output& output, Date date, Io& io) {
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

Listed development_listing() {
    return {titles(development_sheet({})), development_member_names()};
}

namespace {

Result<ExitCode> run_skill_list(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, development_listing(), development_text);
}

}  // namespace

Command skill_list_command() {
    Command command;
    command.name = "skill list";
    command.summary = "List skills and activities and where they stand";
    command.description =
        "Lists skills with their levels and activities with their owners, the company's included.";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(development_listing());
    command.examples = {{"perfplan skill list dana-reyes", "a row each"},
                        {"perfplan skill list dana-reyes --format json", "with all levels"}};
    command.run = run_skill_list;
    return command;
}

}  // namespace perfplan::commands
