// perfplan skill assess: the level that a skill was seen at.
#include "commands/skill/skill.hpp"
#include "output/development/output.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

std::vector<SkillStatus> skills_with(const OpenPlan& open, const Journal& journal) {
    const Settings& settings = open.tree.settings();
    const Plan& plan = open.plan.terms;
    return skill_statuses(settings, plan, timeline(settings, plan, journal, open.today), journal,
                          open.today);
}

std::string where_they_stand(const OpenPlan& open, const Record& record) {
    std::string lines;
    for (const SkillStatus& skill : skills_with(open, with_record(open.plan.journal, record))) {
        if (find(record.levels, skill.id.str()) != nullptr) {
            lines += skill_standing(skill, record.date, open.today);
        }
    }
    return lines;
}

/// What the skills are to move is to be read, or ticked off.
std::string next_command(const OpenPlan& open, const Record& record) {
    const Plan& plan = open.plan.terms;
    const std::string ref = to_string(open.plan.ref);
    for (const auto& [id, level] : record.levels) {
        for (const Slug& moved : find(plan.skills, id.str())->goals) {
            const Goal* goal = find(plan.goals, moved.str());
            if (goal != nullptr && goal->kind() != GoalKind::deliverable) {
                return fmt::format("perfplan goal record {} {}=…", ref, moved.str());
            }
            if (goal != nullptr && done_dates(moved, open.plan.journal, open.today).empty()) {
                return fmt::format("perfplan activity done {} {}", ref, moved.str());
            }
        }
    }
    return list_of(skill_commands(), open);
}

std::vector<Option> own_options() {
    std::vector<Option> options = occasion_options("when it was seen (default today)");
    return options;
}

/// Without a level on the command line: what can be assessed, and by what.
Result<ExitCode> describe_levels(const Arguments& arguments, Io& io, const OpenPlan& open) {
    for (const Option& option : own_options()) {
        if (arguments.has(option.name)) {
            return fail(usage_error(fmt::format("--{} without a level", option.name),
                                    "say the level as SKILL=LEVEL, such as discovery=3"));
        }
    }
    const auto skills = skills_with(open, open.plan.journal);
    if (skills.empty()) {
        return fail(usage_error(
            "the plan has no skill to assess",
            fmt::format("'perfplan skill add {}' agrees on one", to_string(open.plan.ref))));
    }
    io.print(levels_described(skills, open.today) +
             fmt::format("\nnext: perfplan skill assess {} {}=…\n", to_string(open.plan.ref),
                         skills.front().id.str()));
    return ExitCode::done;
}

Result<ExitCode> run_skill_assess(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY_DO(require_open(open, RecordKind::assessment));
    const std::vector<std::string> given = arguments_after_plan(arguments);
    if (given.empty()) {
        return describe_levels(arguments, io, open);
    }
    auto levels = parse_levels(open.tree.settings(), open.plan.terms, given);
    auto record = new_record(RecordKind::assessment, arguments, io, open);
    Diagnostics errors;
    collect(errors, levels);
    collect(errors, record);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    record->levels = *std::move(levels);
    record->evidence = arguments.values("evidence");
    PERFPLAN_TRY(const auto words, read_text(arguments, io, TextNeeded::no, ""));
    return save_record(arguments, io, open, *record, words, Privacy::shared,
                       next_command(open, *record), where_they_stand(open, *record));
}

}  // namespace

Command skill_assess_command() {
    Command command;
    command.name = "skill assess";
    command.summary = "Record the level of skills";
    command.description =
        "Adds one record with a level for each skill named, and says what the level means. Without SKILL=LEVEL it "
        "shows what each level of the plan's skills means. A second level for the same skill and date corrects the "
        "first; both stay in the journal.";
    command.positionals = {
        plan_positional(),
        {"SKILL=LEVEL", "a level, 1 to 5: discovery=3", Positional::Arity::any, Completes::level}};
    command.options = own_options();
    command.examples = {
        {"perfplan skill assess dana-reyes", "what the levels mean"},
        {"perfplan skill assess dana-reyes discovery=3 --on friday -m 'Two calls with a next step'",
         "a level, and what it was seen by"},
    };
    command.run = run_skill_assess;
    return command;
}

}  // namespace perfplan::commands
