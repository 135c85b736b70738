#include "commands/terms/field_values.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

Result<yaml::Value> choice_value(const FieldInfo& field, std::string_view option,
                                 const std::string& text) {
    if (std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end()) {
        return yaml::Value::verbatim(text);
    }
    const std::vector<std::string> choices(field.choices.begin(), field.choices.end());
    return fail(usage_error(fmt::format("{}: it can't be '{}'", option, visible(text)),
                            choose_from(text, choices)));
}

Result<yaml::Value> objective_value(std::string_view option, const Settings& settings,
                                    const std::string& text) {
    if (find(settings.objectives, text) != nullptr) {
        return yaml::Value::string(text);
    }
    return fail(usage_error(
        fmt::format("{}: perfplan.yaml has no objective '{}'", option, visible(text)),
        did_you_mean(text, ids(settings.objectives), "add it under 'objectives' first")));
}

/// The ids, each known to the plan.
Result<std::vector<Slug>> known_in_plan(const FieldInfo& field,
                                        const std::vector<std::string>& texts,
                                        const ValueContext& context) {
    const Plan& plan = context.open.written;
    return field.refers_to == RefersTo::goal ? parse_goals(plan, texts) : parse_skills(plan, texts);
}

Result<yaml::Value> id_value(const FieldInfo& field, std::string_view option,
                             const std::string& text, const ValueContext& context) {
    if (field.refers_to == RefersTo::objective) {
        return objective_value(option, context.open.tree.settings(), text);
    }
    PERFPLAN_TRY(const auto known, known_in_plan(field, {text}, context));
    return yaml::Value::string(known.front().str());
}

Result<Decimal> number_for(const FieldInfo& field, std::string_view option, std::string_view text,
                           const ValueContext& context) {
    // a weight is a share, whatever the goal is counted in
    return parse_figure(option, text, field.name == "weight" ? "%" : context.unit);
}

Result<Date> date_for(std::string_view option, std::string_view text, const ValueContext& context) {
    return any_date(option, text, context.open.today, context.open.tree.settings(),
                    PeriodEnd::last);
}

Result<yaml::Value> schedule_value(std::string_view option, const std::string& text) {
    const auto schedule = parse_schedule(text);
    if (!schedule) {
        return fail(usage_error(fmt::format("{}: {}", option, schedule.error().message),
                                "write week, '2 weeks' or month"));
    }
    return yaml::Value::string(interval(*schedule));
}

/// "10", "80%" or "all"
Result<yaml::Value> holds_in_value(std::string_view option, const std::string& text) {
    const auto holds_in = parse_holds_in(text);
    if (!holds_in) {
        return fail(invalid_value(option, holds_in.error()));
    }
    return holds_in->kind == HoldsIn::Kind::number ? yaml::Value::verbatim(to_string(*holds_in))
                                                   : yaml::Value::string(to_string(*holds_in));
}

yaml::Value as_written(const std::string& text) {
    return yaml::Value::verbatim(text);
}

}  // namespace

Result<yaml::Value> field_value(const FieldInfo& field, std::string_view option,
                                const std::string& text, const ValueContext& context) {
    switch (field.holds) {
        case Holds::number:
        case Holds::whole:
            return number_for(field, option, text, context).map([](Decimal number) {
                return as_written(to_string(number));
            });
        case Holds::level:
            return parse_level(option, text, context.levels).map([](int level) {
                return as_written(std::to_string(level));
            });
        case Holds::date:
            return date_for(option, text, context).map([](Date date) {
                return as_written(to_string(date));
            });
        case Holds::id: return id_value(field, option, text, context);
        case Holds::choice: return choice_value(field, option, text);
        case Holds::schedule: return schedule_value(option, text);
        case Holds::holds_in: return holds_in_value(option, text);
        case Holds::line:
        case Holds::text:
        case Holds::ids:
        case Holds::figures:
        case Holds::compound: break;
    }
    return yaml::Value::string(text);
}

Result<yaml::Value> ids_value(const FieldInfo& field, const std::vector<std::string>& texts,
                              const ValueContext& context) {
    PERFPLAN_TRY(const auto known, known_in_plan(field, texts, context));
    std::vector<yaml::Value> items;
    for (const Slug& id : known) {
        items.push_back(yaml::Value::string(id.str()));
    }
    return yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
}

Result<FieldEdit> figure_edit(const FieldInfo& field, std::string_view option,
                              const std::string& text, const ValueContext& context) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        return fail(usage_error(
            fmt::format("{}: '{}' is not of the form DATE=NUMBER", option, visible(text)),
            "write it like 2026-10-31=400k"));
    }
    const auto date = date_for(option, text.substr(0, equals), context);
    const auto number = number_for(field, option, text.substr(equals + 1), context);
    if (!date || !number) {
        return tl::unexpected(!date ? date.error() : number.error());
    }
    return FieldEdit{{std::string(field.name), to_string(*date)}, as_written(to_string(*number))};
}

}  // namespace perfplan::commands
