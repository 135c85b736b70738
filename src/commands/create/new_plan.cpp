#include "commands/create/new_plan.hpp"

#include "base/text/text.hpp"
#include "commands/create/default_files.hpp"
#include "commands/records/record.hpp"

#include <fmt/format.h>

#include <charconv>

namespace perfplan::commands {

namespace {

Result<Period> period_of(std::string_view option, const std::string& text,
                         const Settings& settings) {
    auto period = parse_period(text, settings.fiscal_year());
    if (!period) {
        return fail(invalid_value(option, period.error()));
    }
    return *std::move(period);
}

Result<std::optional<int>> days_of(const Arguments& arguments) {
    const auto text = arguments.value("days");
    if (!text) {
        return std::nullopt;
    }
    int days = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), days);
    if (error != std::errc() || end != text->data() + text->size() || days < 1 || days > 1000) {
        return fail(usage_error(fmt::format("--days: '{}' is no number of days", visible(*text)),
                                "write a whole number from 1 to 1000, such as 60"));
    }
    return days;
}

Result<PlanPeriod> period_from_label(const Arguments& arguments, const Settings& settings) {
    for (const std::string_view other : {"starts", "ends", "days"}) {
        if (arguments.has(other)) {
            return fail(
                usage_error(fmt::format("--period and --{} both say when the plan runs", other),
                            "keep one of them"));
        }
    }
    PERFPLAN_TRY(auto period, period_of("--period", *arguments.value("period"), settings));
    return PlanPeriod{period.window(), *slug_from(period.label()), period};
}

Result<PlanPeriod> period_from_dates(const Arguments& arguments, const Settings& settings,
                                     Date today, const std::optional<int>& template_days) {
    PERFPLAN_TRY(const auto days, days_of(arguments));
    if (days && arguments.has("ends")) {
        return fail(
            usage_error("--days and --ends both say when the plan ends", "keep one of them"));
    }
    Window window{today, today};
    if (const auto text = arguments.value("starts")) {
        PERFPLAN_TRY(const auto starts,
                     any_date("--starts", *text, today, settings, PeriodEnd::first));
        window.first = starts;
    }
    if (const auto text = arguments.value("ends")) {
        PERFPLAN_TRY(const auto ends, any_date("--ends", *text, today, settings, PeriodEnd::last));
        window.last = ends;
    } else if (const auto length = days ? days : template_days) {
        window.last = window.first + (*length - 1);
    } else {
        return fail(usage_error("when does the plan run?",
                                "say --period 2026-Q4, --ends DATE or --days 60"));
    }
    if (window.empty()) {
        return fail(usage_error(fmt::format("the plan would end on {}, before it starts on {}",
                                            to_string(window.last), to_string(window.first))));
    }
    return PlanPeriod{window, *slug_from(to_string(window.first))};
}

}  // namespace

Result<PlanPeriod> plan_period_from(const Arguments& arguments, const Settings& settings,
                                    Date today, const std::optional<int>& template_days) {
    auto period = arguments.has("period")
                      ? period_from_label(arguments, settings)
                      : period_from_dates(arguments, settings, today, template_days);
    if (const auto id = arguments.value("plan-id"); period && id) {
        const auto slug = parse_slug(*id);
        if (!slug) {
            return fail(invalid_value("--plan-id", slug.error()));
        }
        period->plan = *slug;
    }
    return period;
}

Result<Slug> rep_slug(const Arguments& arguments, const std::string& name,
                      const BelongsToOther& belongs_to_other) {
    if (const auto id = arguments.value("id")) {
        auto slug = parse_slug(*id);
        if (!slug) {
            return fail(invalid_value("--id", slug.error()));
        }
        return *std::move(slug);
    }
    const auto base = slug_from(name);
    if (!base) {
        return fail(
            usage_error(fmt::format("no directory name can be made from '{}'", visible(name)),
                        "give one with --id, such as --id r-1042"));
    }
    constexpr int most_of_one_name = 100;
    for (int n = 1; n <= most_of_one_name; ++n) {
        const Slug slug = n == 1 ? *base : numbered(*base, n);
        PERFPLAN_TRY(const auto taken, belongs_to_other(slug));
        if (!taken) {
            return slug;
        }
    }
    return fail(refusal(fmt::format("too many reps are called '{}'", base->str()),
                        "give one a name with --id"));
}

namespace {

void set_text(Terms& terms, const yaml::Path& path, const std::optional<std::string>& text) {
    if (text) {
        terms.fields.emplace_back(path, yaml::Value::string(*text));
    }
}

Result<std::optional<Decimal>> figure_option(const Arguments& arguments, std::string_view option,
                                             const std::optional<std::string>& unit) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    PERFPLAN_TRY(const auto figure, parse_figure(fmt::format("--{}", option), *text, unit));
    return figure;
}

/// --ramp, once or once a month.
Result<std::vector<Decimal>> ramp_from(const Arguments& arguments) {
    std::vector<Decimal> ramps;
    Diagnostics errors;
    for (const std::string& text : arguments.values("ramp")) {
        const auto ramp = parse_figure("--ramp", text, "%");
        collect(errors, ramp);
        ramps.push_back(ramp.value_or(0));
    }
    return errors.empty() ? Result<std::vector<Decimal>>(std::move(ramps))
                          : fail(std::move(errors));
}

yaml::Value ramp_value(const std::vector<Decimal>& ramps) {
    std::vector<yaml::Value> items;
    for (const Decimal ramp : ramps) {
        items.push_back(yaml::Value::verbatim(to_string(ramp)));
    }
    return items.size() == 1 ? items.front()
                             : yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
}

}  // namespace

Result<std::optional<std::string>> missed_period(const Arguments& arguments,
                                                 const Settings& settings,
                                                 const PlanPeriod& period) {
    if (const auto text = arguments.value("missed")) {
        PERFPLAN_TRY(const auto missed, period_of("--missed", *text, settings));
        return missed.label();
    }
    return period.period && arguments.has("quota")
               ? std::optional(period.period->previous().label())
               : std::nullopt;
}

namespace {

Result<void> add_shortfall(Terms& terms, const Arguments& arguments, const Settings& settings,
                           const std::optional<std::string>& missed) {
    const auto unit = arguments.has("unit") ? arguments.value("unit") : settings.currency;
    const auto quota = figure_option(arguments, "quota", unit);
    const auto attained = figure_option(arguments, "attained", unit);
    const auto ramp = ramp_from(arguments);
    Diagnostics errors;
    if (const auto cause = arguments.value("cause"); cause && !parse_cause(*cause)) {
        errors.push_back(invalid_value("--cause", parse_cause(*cause).error()));
    }
    collect(errors, quota);
    collect(errors, attained);
    collect(errors, ramp);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    terms.context.quota = *quota;
    terms.context.unit = unit;
    set_text(terms, {"shortfall", "cause"}, arguments.value("cause"));
    set_text(terms, {"shortfall", "period"}, missed);
    set_text(terms, {"shortfall", "metric"}, arguments.value("metric"));
    set_text(terms, {"shortfall", "unit"}, *quota || *attained ? unit : arguments.value("unit"));
    const auto set_figure = [&](std::string key, const std::optional<Decimal>& figure) {
        if (figure) {
            terms.fields.emplace_back(yaml::Path{"shortfall", std::move(key)},
                                      yaml::Value::verbatim(to_string(*figure)));
        }
    };
    set_figure("quota", *quota);
    if (!ramp->empty()) {
        terms.fields.emplace_back(yaml::Path{"shortfall", "ramp"}, ramp_value(*ramp));
    }
    set_figure("attained", *attained);
    set_text(terms, {"shortfall", "summary"}, arguments.value("summary"));
    return {};
}

}  // namespace

Result<Terms> terms_from(const Arguments& arguments, const Io& io, const Settings& settings,
                         const std::string& rep, const PlanPeriod& period,
                         const std::optional<std::string>& missed) {
    Terms terms;
    set_text(terms, {"rep"}, rep);
    for (const std::string_view key : {"role", "team", "hr"}) {
        set_text(terms, {std::string(key)}, arguments.value(key));
    }
    if (const auto manager = arguments.value("manager")) {
        terms.context.manager = manager;
    } else if (const auto self = author(arguments, io)) {
        terms.context.manager = *self;
    }
    set_text(terms, {"manager"}, terms.context.manager);
    terms.context.starts = period.window.first;
    terms.fields.emplace_back(yaml::Path{"starts"},
                              yaml::Value::verbatim(to_string(period.window.first)));
    terms.fields.emplace_back(yaml::Path{"ends"},
                              yaml::Value::verbatim(to_string(period.window.last)));
    if (const auto text = arguments.value("reviews")) {
        const auto schedule = parse_schedule(*text);
        if (!schedule) {
            return fail(invalid_value("--reviews", schedule.error()));
        }
        set_text(terms, {"reviews"}, to_string(*schedule));
    }
    PERFPLAN_TRY_DO(add_shortfall(terms, arguments, settings, missed));
    return terms;
}

Result<std::string> plan_text(const Template& from, const Terms& terms) {
    // a score of edits, of which only the last result is written: that one is confirmed
    auto document = yaml::Document::read(from.terms.name(), from.terms.text(),
                                         yaml::CrossCheck::left_for_later);
    for (const auto& [path, value] : terms.fields) {
        if (document) {
            document = yaml::set(*document, path, value);
        }
    }
    if (document) {
        document = resolve_template(*std::move(document), terms.context);
    }
    if (!document) {
        return tl::unexpected(std::move(document).error());
    }
    PERFPLAN_TRY_DO(document->confirm());
    PERFPLAN_TRY_DO(read_plan(*document));
    return std::string(schema_of_terms) + document->text();
}

std::string next_command(const PlanRef& ref, const std::string& text) {
    const auto document = yaml::Document::read("", text);
    const bool has_goals = document && document->root().find("goals").size() > 0;
    return has_goals ? fmt::format("perfplan status {}", to_string(ref))
                     : fmt::format("perfplan goal add {} GOAL=BASELINE..TARGET", to_string(ref));
}

Result<std::string> rep_name(std::string_view text) {
    if (const auto invisible = find_invisible(text)) {
        return fail(usage_error(fmt::format("the rep's name contains {}, which nobody sees",
                                            name_of_character(text.substr(*invisible))),
                                "take it out: one person spelled in two ways would be two people"));
    }
    std::string name = text.find('\n') == std::string_view::npos ? with_plain_spaces(text)
                                                                 : std::string(trim(text));
    if (name.empty()) {
        return fail(usage_error("the rep's name is empty", "write it like 'Dana Reyes'"));
    }
    if (name.find('\n') != std::string::npos) {
        return fail(
            usage_error("the rep's name has more than one line", "write it like 'Dana Reyes'"));
    }
    return name;
}

}  // namespace perfplan::commands
