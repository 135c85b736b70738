// perfplan skill add: a skill to be learned, in plan.yaml.
#include "base/text/text.hpp"
#include "commands/skill/skill.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

/// An id without a title is that of a competency.
Result<void> require_competency(const Slug& id, const Settings& settings) {
    const std::vector<std::string> known = ids(settings.competencies);
    if (find(settings.competencies, id.str()) != nullptr) {
        return {};
    }
    std::string hint = "a skill of its own needs --title";
    if (const auto near = nearest(id.str(), known)) {
        hint = fmt::format("did you mean '{}'? {}", *near, hint);
    } else if (!known.empty()) {
        hint = fmt::format("it has {}; {}", listing(known), hint);
    }
    return fail(usage_error(fmt::format("perfplan.yaml has no competency '{}'", id.str()),
                            std::move(hint)));
}

Result<Slug> new_id(const Arguments& arguments, const OpenPlan& open) {
    const auto id = parse_slug(arguments_after_plan(arguments).front());
    if (!id) {
        return fail(invalid_value("skill", id.error()));
    }
    if (find(open.written.skills, id->str()) != nullptr) {
        return fail(refusal(fmt::format("the plan has a skill '{}' already", id->str()),
                            fmt::format("change it with 'perfplan skill set {} {}'",
                                        to_string(open.plan.ref), id->str())));
    }
    if (!arguments.has("title")) {
        PERFPLAN_TRY_DO(require_competency(*id, open.tree.settings()));
    }
    return *id;
}

Result<NewEntry> new_skill(const Arguments& arguments, const OpenPlan& open) {
    PERFPLAN_TRY(const auto id, new_id(arguments, open));
    PERFPLAN_TRY(auto fields, field_edits(skills_section, arguments, skill_context(open, id)));
    PERFPLAN_TRY_DO(require_fields(skills_section, id.str(), fields));
    return NewEntry{id, std::move(fields)};
}

Result<ExitCode> run_skill_add(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto skill, new_skill(arguments, open));
    return change_and_tell(
        arguments, io, open,
        [&](const yaml::Document& terms) { return with_entries(terms, skills_section, {skill}); },
        fmt::format("perfplan activity add {} … --skill {}", to_string(open.plan.ref),
                    skill.id.str()));
}

}  // namespace

Command skill_add_command() {
    Command command;
    command.name = "skill add";
    command.summary = "Agree on a skill that is to be learned";
    command.description =
        "SKILL is a competency in perfplan.yaml, or an id of its own with a --title. Levels are 1 to 5; what they mean "
        "stands with the competency.";
    command.positionals = {
        plan_positional(),
        {"SKILL", "a competency, or a new id", Positional::Arity::one, Completes::competency}};
    command.options = add_options(skills_section);
    command.examples = {
        {"perfplan skill add dana-reyes discovery --current 2 --required 4 --due 2026-11-30 --goal pipeline",
         "a competency, and the goal that it is to move"},
        {"perfplan skill add dana-reyes crm --title 'Keeping the CRM' --current 1 --required 3",
         "one of its own"},
    };
    command.run = run_skill_add;
    return command;
}

}  // namespace perfplan::commands
