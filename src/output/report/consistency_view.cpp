// What HR's page says, in words.
#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/trigger.hpp"
#include "output/report/consistency_fields.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_link.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

constexpr std::string_view no_outcome = "no outcome yet";
constexpr std::string_view none_known = "not known of any";

/// The plans, and what all lists of the page say of each.
struct Scene {
    const Settings& settings;
    const std::vector<RecordedPlan>& plans;
    const Consistency& figures;
    std::vector<PlanLinkView> links;

    [[nodiscard]] const PlanStatus& plan(std::size_t place) const { return plans[place].status; }
    [[nodiscard]] std::string day(Date date) const { return evaluate::day(date, figures.as_of); }
};

// ---- triggers

std::vector<std::string> rules_in_words(const std::vector<Trigger>& rules) {
    std::vector<std::string> words;
    for (const Trigger& rule : rules) {
        words.push_back(evaluate::describe(rule));
    }
    return words;
}

TriggerView trigger_view(const Scene& scene, const TriggerMet& met) {
    return {scene.links[met.plan], met.why,
            met.answered_by ? to_string(*met.answered_by) : "no plan",
            met.answered_by ? "" : "bad"};
}

/// Those without a plan first.
std::vector<TriggerView> triggers(const Scene& scene) {
    std::vector<TriggerView> views;
    for (const bool is_answered : {false, true}) {
        for (const TriggerMet& met : scene.figures.triggers.triggers) {
            if (met.answered_by.has_value() == is_answered) {
                views.push_back(trigger_view(scene, met));
            }
        }
    }
    return views;
}

std::string below_in_words(const JudgedPlan& plan) {
    return !plan.below_a_limit ? "" : *plan.below_a_limit ? "below a limit" : "below no limit";
}

JudgedView judged_view(const Scene& scene, const JudgedPlan& plan) {
    const bool stands_out =
        plan.match == TriggerMatch::not_met || !plan.below_a_limit.value_or(true);
    return {scene.links[plan.plan], spaced(to_string(plan.match)), below_in_words(plan),
            stands_out ? "warning" : "", plan.why};
}

/// Where the policy says no plan first, where it can't be told next.
int rank(const JudgedPlan& plan) {
    return plan.match == TriggerMatch::not_met     ? 0
           : !plan.below_a_limit.value_or(true)    ? 1
           : plan.match == TriggerMatch::not_known ? 2
                                                   : 3;
}

std::vector<JudgedView> judged(const Scene& scene) {
    std::vector<JudgedPlan> plans = scene.figures.triggers.judged;
    std::stable_sort(plans.begin(), plans.end(),
                     [](const JudgedPlan& a, const JudgedPlan& b) { return rank(a) < rank(b); });
    std::vector<JudgedView> views;
    for (const JudgedPlan& plan : plans) {
        views.push_back(judged_view(scene, plan));
    }
    return views;
}

std::string trigger_count(const TriggerFigures& triggers) {
    return triggers.answered.of == 0
               ? "Nobody is known to have met a trigger."
               : fmt::format("With a plan: {} of the triggers known to be met.",
                             describe(triggers.answered));
}

std::string judged_count(const TriggerFigures& triggers, const Policy& policy) {
    if (policy.trigger.empty()) {
        return "No plan can be held against a policy without a trigger.";
    }
    std::vector<std::string> parts;
    if (triggers.met.of > 0) {
        parts.push_back(fmt::format("A trigger is met by {} of which it is known.",
                                    describe(triggers.met, "plan")));
    }
    if (triggers.not_known > 0) {
        parts.push_back(fmt::format(
            "Of {} it is not known: no plan states the earlier periods that a rule asks for.",
            count(static_cast<std::size_t>(triggers.not_known), "plan")));
    }
    if (triggers.below_a_limit.of > 0) {
        parts.push_back(fmt::format("Stated results are below the limit of a rule in {}.",
                                    describe(triggers.below_a_limit, "plan")));
    }
    return fmt::format("{}", fmt::join(parts, " "));
}

// ---- targets

constexpr int places_a_day = 2;

std::string shown(const Fraction& target, const std::optional<std::string>& unit) {
    const auto exact = rounded(target, places_a_day);
    return exact ? amount(*exact, unit) : amount(figure(target, places_a_day), unit);
}

TargetView target_view(const Scene& scene, const MetricTargets& metric,
                       const ComparedTarget& goal) {
    const Plan& terms = scene.plan(goal.plan).terms;
    const std::string a_day =
        goal.a_day ? fmt::format("{} {}", amount(figure(*goal.a_day, places_a_day), metric.unit),
                                 per_day(scene.settings.policy.pace))
                   : "";
    return {scene.links[goal.plan],
            terms.role.value_or(""),
            manager_name(terms.manager),
            goal.baseline ? amount(*goal.baseline, metric.unit) : "",
            amount(goal.target, metric.unit),
            a_day,
            fmt::format("{} to {}", scene.day(goal.window.first), scene.day(goal.window.last))};
}

RangeView range_view(const ManagerTargets& targets, const std::optional<std::string>& unit) {
    return {manager_name(targets.manager), grouped(targets.goals),
            shown(targets.targets.least, unit), shown(targets.targets.median, unit),
            shown(targets.targets.greatest, unit)};
}

std::string range_in_words(const MetricTargets& metric) {
    const Range& range = metric.targets;
    const std::string goals = count(metric.goals.size(), "goal");
    return range.least == range.greatest
               ? fmt::format("{}, all alike: {}", goals, shown(range.least, metric.unit))
               : fmt::format("{}, from {} to {}, median {}", goals, shown(range.least, metric.unit),
                             shown(range.greatest, metric.unit), shown(range.median, metric.unit));
}

std::vector<MetricView> metrics(const Scene& scene) {
    std::vector<MetricView> views;
    for (const MetricTargets& metric : scene.figures.metrics) {
        MetricView view{
            metric.metric, std::string(to_string(metric.sense)), range_in_words(metric), {}, {}};
        for (const ManagerTargets& targets : metric.managers) {
            view.managers.push_back(range_view(targets, metric.unit));
        }
        for (const ComparedTarget& goal : metric.goals) {
            view.goals.push_back(target_view(scene, metric, goal));
        }
        views.push_back(std::move(view));
    }
    return views;
}

// ---- decisions

std::string days_of(const Fraction& days) {
    return figure(days, 1);
}

/// "10 days after", "81 days before", "on that day"
std::string beside_the_end(const Fraction& days) {
    const std::string size = days_of(magnitude(days));
    const std::string_view unit = magnitude(days) == Fraction(1) ? "day" : "days";
    return days.is_zero() ? "on that day"
                          : fmt::format("{} {} {}", size, unit, days > 0 ? "after" : "before");
}

TimeView time_view(const TimeToOutcome& time) {
    TimeView view{
        time.result ? outcome_in_words(*time.result) : "all", grouped(time.plans), "", "", "", ""};
    if (time.to_outcome) {
        view.least = days_of(time.to_outcome->least);
        view.median = days_of(time.to_outcome->median);
        view.greatest = days_of(time.to_outcome->greatest);
        view.after_end = beside_the_end(time.after_end->median);
    }
    return view;
}

std::vector<TimeView> times(const Scene& scene) {
    std::vector<TimeView> views;
    for (const TimeToOutcome& time : scene.figures.times) {
        views.push_back(time_view(time));
    }
    return views;
}

ConductView conduct_view(const ManagerConduct& conduct, std::string name) {
    return {std::move(name),
            grouped(conduct.plans),
            or_none_yet(conduct.met_trigger, none_known),
            or_none_yet(conduct.below_a_limit, "no results stated"),
            describe(conduct.extended),
            grouped(conduct.extensions),
            or_none_yet(conduct.overridden, no_outcome),
            or_none_yet(conduct.recovered, no_outcome),
            conduct.days_to_outcome ? days_of(conduct.days_to_outcome->median)
                                    : std::string(no_outcome)};
}

std::vector<ConductView> managers(const Scene& scene) {
    std::vector<ConductView> views;
    for (const ManagerConduct& conduct : scene.figures.managers) {
        views.push_back(conduct_view(conduct, manager_name(conduct.manager)));
    }
    return views;
}

std::vector<ExceptionView> exceptions(const Scene& scene,
                                      const std::vector<PolicyException>& exceptions) {
    std::vector<ExceptionView> views;
    for (const PolicyException& exception : exceptions) {
        views.push_back({scene.links[exception.plan], scene.day(exception.on), exception.by,
                         exception.until
                             ? fmt::format("extended until {}", scene.day(*exception.until))
                             : outcome_in_words(exception.decision),
                         exception.reason.value_or("")});
    }
    return views;
}

std::vector<FigureView> figures_of(const Consistency& figures) {
    const ManagerConduct& all = figures.together;
    return {
        part_figure("Triggers with a plan", figures.triggers.answered, "none known to be met",
                    "of the triggers known to be met"),
        part_figure("Plans that meet a trigger", all.met_trigger, none_known,
                    "of those of which it is known"),
        part_figure("Below a limit of the policy", all.below_a_limit, "no results stated",
                    "of the plans that state results"),
        part_figure("Extended", all.extended, "no plan", "of all plans"),
        part_figure("Overridden", all.overridden, no_outcome, "of the outcomes"),
        part_figure("Recovered", all.recovered, no_outcome, "met, of plans met or not met"),
        {"Days to the outcome",
         all.days_to_outcome ? days_of(all.days_to_outcome->median) : std::string(no_outcome),
         all.days_to_outcome ? "in the median, from the first day" : ""},
    };
}

}  // namespace

ConsistencyView consistency_view(const Settings& settings, const std::vector<RecordedPlan>& plans,
                                 const Consistency& figures, const ReportScope& scope) {
    const Scene scene{settings, plans, figures, plan_links(plans)};
    const std::string title = "Consistency: " + scope.title;
    ConsistencyView view;
    view.page = page_frame(
        fmt::format("{}: {}", settings.program, title),
        fmt::format("{}, {}, as of {}", settings.program, title, date_text(figures.as_of)),
        embedded_template("many.css"));
    view.program = settings.program;
    view.title = title;
    view.as_of = date_text(figures.as_of);
    view.selection = scope.selection;
    view.left_out = left_out_in_words(scope.left_out);
    view.counted = counted_by_state(plans);
    view.figures = figures_of(figures);
    view.rules = rules_in_words(figures.triggers.rules);
    view.trigger_count = trigger_count(figures.triggers);
    view.triggers = triggers(scene);
    view.has_triggers = !view.triggers.empty();
    view.judged_count = judged_count(figures.triggers, scene.settings.policy);
    view.judged = judged(scene);
    view.metrics = metrics(scene);
    view.has_metrics = !view.metrics.empty();
    view.times = times(scene);
    view.has_outcomes = figures.times.front().plans > 0;
    view.managers = managers(scene);
    if (view.managers.size() > 1) {
        view.together = conduct_view(figures.together, "all");
    }
    view.extensions = exceptions(scene, figures.extensions);
    view.has_extensions = !view.extensions.empty();
    view.overrides = exceptions(scene, figures.overrides);
    view.has_overrides = !view.overrides.empty();
    return view;
}

}  // namespace perfplan::output
