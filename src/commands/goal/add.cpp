// perfplan goal add: new goals in plan.yaml.
#include "base/text/text.hpp"
#include "commands/goal/goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

constexpr std::string_view short_forms =
    "a goal is ID=BASELINE..TARGET, ID=at-most:N, ID=at-least:N, ID=at-least:N/week or ID=by:DATE";

Result<FieldEdit> figure_field(std::string_view field, std::string_view text, const Slug& id,
                               const std::optional<std::string>& unit) {
    PERFPLAN_TRY(const auto number, parse_figure(id.str(), text, unit));
    return FieldEdit{{std::string(field)}, yaml::Value::verbatim(to_string(number))};
}

/// "15" or "4/week": a limit, and the periods that it is for.
std::vector<Result<FieldEdit>> limit_fields(std::string_view field, std::string_view text,
                                            const Slug& id,
                                            const std::optional<std::string>& unit) {
    const std::size_t slash = text.find('/');
    std::vector<Result<FieldEdit>> parsed{figure_field(field, text.substr(0, slash), id, unit)};
    if (slash == std::string_view::npos) {
        return parsed;
    }
    const auto every = parse_goal_period(text.substr(slash + 1));
    if (every) {
        const std::string name(to_string(*every));
        parsed.emplace_back(FieldEdit{{"every"}, yaml::Value::string(name)});
    } else {
        parsed.emplace_back(fail(invalid_value(id.str(), every.error())));
    }
    return parsed;
}

Result<std::vector<FieldEdit>> short_form(const Slug& id, std::string_view text,
                                          const OpenPlan& open,
                                          const std::optional<std::string>& unit) {
    std::vector<Result<FieldEdit>> parsed;
    constexpr std::string_view at_most = "at-most:";
    constexpr std::string_view at_least = "at-least:";
    constexpr std::string_view by = "by:";
    if (text.starts_with(at_most)) {
        parsed = limit_fields("at_most", text.substr(at_most.size()), id, unit);
    } else if (text.starts_with(at_least)) {
        parsed = limit_fields("at_least", text.substr(at_least.size()), id, unit);
    } else if (text.starts_with(by)) {
        const auto date = any_date(id.str(), text.substr(by.size()), open.today,
                                   open.tree.settings(), PeriodEnd::last);
        parsed.push_back(date.map([](Date day) {
            return FieldEdit{{"deliver"}, yaml::Value::verbatim(to_string(day))};
        }));
    } else if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        parsed.push_back(figure_field("baseline", text.substr(0, dots), id, unit));
        parsed.push_back(figure_field("target", text.substr(dots + 2), id, unit));
    } else {
        return fail(usage_error(fmt::format("'{}={}' can't be understood", id.str(), visible(text)),
                                std::string(short_forms)));
    }
    std::vector<FieldEdit> fields;
    Diagnostics errors;
    for (auto& field : parsed) {
        collect(errors, field);
        if (field) {
            fields.push_back(*std::move(field));
        }
    }
    return errors.empty() ? Result<std::vector<FieldEdit>>(std::move(fields))
                          : fail(std::move(errors));
}

Result<NewEntry> parse_goal(const std::string& text, const OpenPlan& open,
                            const std::optional<std::string>& unit) {
    const std::size_t equals = text.find('=');
    const auto id = parse_slug(std::string_view(text).substr(0, equals));
    if (!id) {
        return fail(invalid_value("goal", id.error()));
    }
    if (find(open.written.goals, id->str()) != nullptr) {
        return fail(refusal(fmt::format("the plan has a goal '{}' already", id->str()),
                            fmt::format("change it with 'perfplan goal set {} {}'",
                                        to_string(open.plan.ref), id->str())));
    }
    if (equals == std::string::npos) {
        return NewEntry{*id, {}};
    }
    return short_form(*id, std::string_view(text).substr(equals + 1), open, unit)
        .map([&](std::vector<FieldEdit> fields) {
            return NewEntry{*id, std::move(fields)};
        });
}

/// "forecast-habit" as "Forecast habit"
std::string title_from(const Slug& id) {
    std::string title = id.str();
    std::replace(title.begin(), title.end(), '-', ' ');
    if (title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

Result<void> check_goal(const NewEntry& goal) {
    const bool guardrail = has_field(goal.fields, "at_most") || has_field(goal.fields, "at_least");
    const int kinds = (has_field(goal.fields, "target") ? 1 : 0) +
                      (has_field(goal.fields, "deliver") ? 1 : 0) + (guardrail ? 1 : 0);
    if (kinds == 1) {
        return {};
    }
    return fail(usage_error(
        kinds == 0 ? fmt::format("goal '{}' does not say what is to be reached", goal.id.str())
                   : fmt::format("goal '{}' is of more than one kind", goal.id.str()),
        kinds == 0 ? "give --target, --at-most, --at-least or --deliver"
                   : "keep one of --target, --at-most / --at-least and --deliver"));
}

/// The options apply to every goal; but a deliverable is counted in nothing. A goal without a title
/// has one from its id.
void add_common(NewEntry& goal, const std::vector<FieldEdit>& common) {
    if (!has_field(common, "title")) {
        goal.fields.push_back({{"title"}, yaml::Value::string(title_from(goal.id))});
    }
    const bool is_deliverable = has_field(goal.fields, "deliver");
    std::copy_if(
        common.begin(), common.end(), std::back_inserter(goal.fields),
        [&](const FieldEdit& field) { return !is_deliverable || field.path.front() != "unit"; });
}

Result<std::vector<NewEntry>> new_goals(const Arguments& arguments, const OpenPlan& open) {
    const std::vector<std::string>& positionals = arguments.positionals();
    const auto common = field_edits(goals_section, arguments, {open});
    std::vector<NewEntry> goals;
    Diagnostics errors;
    collect(errors, common);
    for (std::size_t i = 1; i < positionals.size(); ++i) {
        auto goal = parse_goal(positionals[i], open, arguments.value("unit"));
        collect(errors, goal);
        if (!goal || !common) {
            continue;
        }
        add_common(*goal, *common);
        if (const auto checked = check_goal(*goal); !checked) {
            collect(errors, checked);
        }
        goals.push_back(*std::move(goal));
    }
    return errors.empty() ? Result<std::vector<NewEntry>>(std::move(goals))
                          : fail(std::move(errors));
}

Diagnostics warn_of_many(const OpenPlan& open, std::size_t added) {
    const auto most = static_cast<std::size_t>(open.tree.settings().policy.max_goals);
    const std::size_t now = open.written.goals.size() + added;
    if (now <= most) {
        return {};
    }
    return {warning(fmt::format("the plan has {} goals now, the policy allows {}", now, most),
                    "a rep can follow a few goals: think of dropping one")};
}

Result<ExitCode> run_goal_add(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto goals, new_goals(arguments, open));
    return change_and_tell(
        arguments, io, open,
        [&](const yaml::Document& terms) { return with_entries(terms, goals_section, goals); },
        fmt::format("perfplan goal record {} {}=…", to_string(open.plan.ref),
                    goals.front().id.str()),
        warn_of_many(open, goals.size()));
}

}  // namespace

Command goal_add_command() {
    Command command;
    command.name = "goal add";
    command.summary = "Add goals to a plan";
    command.description =
        "A goal is one of three kinds: a figure to reach (ID=BASELINE..TARGET, up or down), a guardrail that must hold "
        "(ID=at-most:N, ID=at-least:N; with /day, /week, /month or /quarter in each of these), or a deliverable (ID=by:DATE). Several goals share the options given.";
    command.positionals = {
        plan_positional(),
        {"GOAL", "an id, alone or in the short form ID=BASELINE..TARGET", Positional::Arity::some}};
    command.options = add_options(goals_section);
    command.examples = {
        {"perfplan goal add dana-reyes pipeline=240k..750k --unit USD --due 2026-12-18",
         "a figure to reach"},
        {"perfplan goal add dana-reyes discount=at-most:15% --unit % forecast=by:2026-10-30",
         "a guardrail and a deliverable at once"},
        {"perfplan goal add dana-reyes meetings=at-least:4/week --holds-in 10",
         "four meetings a week, in ten weeks"},
    };
    command.run = run_goal_add;
    return command;
}

}  // namespace perfplan::commands
