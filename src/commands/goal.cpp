// perfplan goal: the group, and what its commands share.
#include "goal.hpp"

#include <perfplan/base/text.hpp>

#include "registry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

std::string option_name(std::string_view field) {
    std::string name(field);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string value_name(const FieldInfo& field) {
    switch (field.holds) {
        case Holds::number: return "NUMBER";
        case Holds::whole: return "N";
        case Holds::date: return "DATE";
        case Holds::id: return "ID";
        case Holds::choice: return "WORD";
        case Holds::figures: return "DATE=NUMBER";
        case Holds::line:
        case Holds::text:
        case Holds::compound: break;
    }
    return "TEXT";
}

Option option_of(const FieldInfo& field) {
    Option option{option_name(field.name), 0, value_name(field), std::string(field.meaning)};
    option.choices.assign(field.choices.begin(), field.choices.end());
    if (!option.choices.empty()) {
        option.completes = Completes::choice;
        option.help += ": " + listing(option.choices, "or");
    }
    if (field.holds == Holds::date) {
        option.completes = Completes::date;
    }
    if (field.holds == Holds::figures) {
        option.name = "checkpoint";
        option.help = "what is expected on a date in between: 2026-10-31=400k";
        option.times = Option::Times::many;
    }
    return option;
}

Result<yaml::Value> choice_value(std::string_view option, const FieldInfo& field,
                                 const std::string& text) {
    if (std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end()) {
        return yaml::Value::verbatim(text);
    }
    const std::vector<std::string> choices(field.choices.begin(), field.choices.end());
    const auto near = nearest(text, choices);
    return fail(usage_error(fmt::format("{}: it can't be '{}'", option, visible(text)),
                            near ? fmt::format("did you mean '{}'?", *near)
                                 : fmt::format("it can be {}", listing(choices, "or"))));
}

Result<yaml::Value> objective_value(std::string_view option, const Settings& settings,
                                    const std::string& text) {
    if (find(settings.objectives, text) != nullptr) {
        return yaml::Value::string(text);
    }
    const auto near = nearest(text, ids(settings.objectives));
    return fail(usage_error(
        fmt::format("{}: perfplan.yaml has no objective '{}'", option, visible(text)),
        near ? fmt::format("did you mean '{}'?", *near) : "add it under 'objectives' first"));
}

Result<yaml::Value> field_value(std::string_view option, const FieldInfo& field,
                                const std::string& text, const OpenPlan& open,
                                const std::optional<std::string>& unit) {
    switch (field.holds) {
        case Holds::number:
        case Holds::whole: {
            // a weight is a share, whatever the goal is counted in
            const auto number = parse_figure(option, text, field.name == "weight" ? "%" : unit);
            if (!number) {
                return tl::unexpected(number.error());
            }
            return yaml::Value::verbatim(to_string(*number));
        }
        case Holds::date: {
            const auto date = any_date(option, text, open.today, open.tree.settings(), Edge::last);
            if (!date) {
                return tl::unexpected(date.error());
            }
            return yaml::Value::verbatim(to_string(*date));
        }
        case Holds::id: return objective_value(option, open.tree.settings(), text);
        case Holds::choice: return choice_value(option, field, text);
        case Holds::line:
        case Holds::text:
        case Holds::figures:
        case Holds::compound: break;
    }
    return yaml::Value::string(text);
}

Result<FieldEdit> checkpoint_edit(const FieldInfo& field, const std::string& text,
                                  const OpenPlan& open, const std::optional<std::string>& unit) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        return fail(usage_error(
            fmt::format("--checkpoint: '{}' is not of the form DATE=NUMBER", visible(text)),
            "write it like 2026-10-31=400k"));
    }
    const auto date = any_date("--checkpoint", text.substr(0, equals), open.today,
                               open.tree.settings(), Edge::last);
    const auto number = parse_figure("--checkpoint", text.substr(equals + 1), unit);
    if (!date || !number) {
        return tl::unexpected(!date ? date.error() : number.error());
    }
    return FieldEdit{{std::string(field.name), to_string(*date)},
                     yaml::Value::verbatim(to_string(*number))};
}

Result<FieldEdit> field_edit(const FieldInfo& field, const Option& option, const std::string& text,
                             const OpenPlan& open, const std::optional<std::string>& unit) {
    if (field.holds == Holds::figures) {
        return checkpoint_edit(field, text, open, unit);
    }
    auto value = field_value("--" + option.name, field, text, open, unit);
    if (!value) {
        return tl::unexpected(std::move(value).error());
    }
    return FieldEdit{{std::string(field.name)}, *std::move(value)};
}

/// The edits of one field: checkpoints in the order in which they come due, no date twice.
Result<std::vector<FieldEdit>> by_date(std::vector<FieldEdit> edits) {
    const auto date = [](const FieldEdit& edit) -> const std::string& { return edit.path.back(); };
    std::ranges::sort(edits, {}, date);
    const auto twice = std::ranges::adjacent_find(edits, {}, date);
    if (twice != edits.end()) {
        return fail(usage_error(fmt::format("--checkpoint: {} is given twice", date(*twice)),
                                "keep one of them"));
    }
    return edits;
}

}  // namespace

Positional plan_positional() {
    return {"PLAN", "the plan, or the rep if there is one open plan", Positional::Arity::one,
            Completes::plan};
}

std::vector<Option> goal_field_options() {
    std::vector<Option> options;
    for (const FieldInfo& field : goal_fields()) {
        options.push_back(option_of(field));
    }
    return options;
}

Result<std::vector<FieldEdit>> field_edits(const Arguments& arguments, const OpenPlan& open,
                                           const std::optional<std::string>& unit) {
    std::vector<FieldEdit> edits;
    Diagnostics errors;
    const auto unit_in_force = arguments.has("unit") ? arguments.value("unit") : unit;
    for (const FieldInfo& field : goal_fields()) {
        const Option option = option_of(field);
        std::vector<FieldEdit> of_field;
        for (const std::string& text : arguments.values(option.name)) {
            auto edit = field_edit(field, option, text, open, unit_in_force);
            collect(errors, edit);
            if (edit) {
                of_field.push_back(*std::move(edit));
            }
        }
        const auto sorted = by_date(std::move(of_field));
        collect(errors, sorted);
        if (sorted) {
            edits.insert(edits.end(), sorted->begin(), sorted->end());
        }
    }
    return errors.empty() ? Result<std::vector<FieldEdit>>(std::move(edits))
                          : fail(std::move(errors));
}

Result<std::vector<Slug>> named_goals(const Arguments& arguments, const Plan& plan) {
    const std::vector<std::string>& all = arguments.positionals();
    return parse_goals(plan, std::vector<std::string>(all.begin() + 1, all.end()));
}

yaml::Path path_of(const std::vector<std::string>& keys) {
    return {keys.begin(), keys.end()};
}

Command goal_command() {
    Command command;
    command.name = "goal";
    command.summary = "Add, change, drop, read and list the goals of a plan";
    command.description =
        "Goals are part of the terms, in plan.yaml. Readings of them go into the journal.";
    command.examples = {
        {"perfplan goal add dana-reyes pipeline=240k..750k --unit USD --due 2026-12-18",
         "from 240,000 to 750,000"},
        {"perfplan goal record dana-reyes pipeline=310k discount=14% --on friday", "two readings"},
    };
    command.subcommands = {goal_add_command(), goal_set_command(), goal_drop_command(),
                           goal_record_command(), goal_list_command()};
    return command;
}

}  // namespace perfplan
