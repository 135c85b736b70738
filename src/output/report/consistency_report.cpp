#include "output/report/consistency_report.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/trigger.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

constexpr std::string_view no_outcome = "no outcome yet";
constexpr std::string_view none_known = "not known of any";

/// An item of a list of figures, with the page that it is on.
template <class Item>
struct OnPage {
    const ConsistencyReport& page;
    Item item;

    [[nodiscard]] const PlanLink& link() const { return page.links[item.plan]; }
};

template <class Item>
std::vector<OnPage<Item>> on_page(const ConsistencyReport& page, const std::vector<Item>& items) {
    std::vector<OnPage<Item>> all;
    for (const Item& item : items) {
        all.push_back({page, item});
    }
    return all;
}

// ---- triggers

std::vector<std::string> rules_in_words(const std::vector<Trigger>& rules) {
    std::vector<std::string> words;
    for (const Trigger& rule : rules) {
        words.push_back(evaluate::describe(rule));
    }
    return words;
}

/// Those without a plan first.
std::vector<OnPage<TriggerMet>> triggers_in_order(const ConsistencyReport& page) {
    std::vector<TriggerMet> triggers = page.figures.triggers.triggers;
    std::stable_partition(triggers.begin(), triggers.end(),
                          [](const TriggerMet& met) { return !met.answered_by; });
    return on_page(page, triggers);
}

const ViewShape<OnPage<TriggerMet>>& trigger_shape() {
    using T = OnPage<TriggerMet>;
    static const ViewShape<T> shape{
        {"of", "whose plan states it", plan_link_shape(), [](const T& t) { return t.link(); }},
        {"why", "the results, and the rule", [](const T& t) { return t.item.why; }},
        {"answer", "the plan there is for it",
         [](const T& t) {
             return t.item.answered_by ? to_string(*t.item.answered_by) : "no plan";
         }},
        {"tone", "bad where there is none",
         [](const T& t) { return t.item.answered_by ? "" : "bad"; }},
    };
    return shape;
}

std::string below_in_words(const JudgedPlan& plan) {
    return !plan.below_a_limit   ? ""
           : *plan.below_a_limit ? "below a threshold"
                                 : "below no threshold";
}

/// Where the policy says no plan first, where it can't be told next.
int rank(const JudgedPlan& plan) {
    return plan.match == TriggerMatch::not_met     ? 0
           : !plan.below_a_limit.value_or(true)    ? 1
           : plan.match == TriggerMatch::not_known ? 2
                                                   : 3;
}

std::vector<OnPage<JudgedPlan>> judged_in_order(const ConsistencyReport& page) {
    std::vector<JudgedPlan> plans = page.figures.triggers.judged;
    std::stable_sort(plans.begin(), plans.end(),
                     [](const JudgedPlan& a, const JudgedPlan& b) { return rank(a) < rank(b); });
    return on_page(page, plans);
}

bool stands_out(const JudgedPlan& plan) {
    return plan.match == TriggerMatch::not_met || !plan.below_a_limit.value_or(true);
}

const ViewShape<OnPage<JudgedPlan>>& judged_shape() {
    using J = OnPage<JudgedPlan>;
    static const ViewShape<J> shape{
        {"of", "whose plan it is", plan_link_shape(), [](const J& j) { return j.link(); }},
        {"match", "met, not met or not known",
         [](const J& j) { return spaced(to_string(j.item.match)); }},
        {"below", "whether the results are below a threshold of the policy",
         [](const J& j) { return below_in_words(j.item); }},
        {"tone", "warning where none is met, or can be",
         [](const J& j) { return stands_out(j.item) ? "warning" : ""; }},
        {"why", "the results, and the rule", [](const J& j) { return j.item.why; }},
    };
    return shape;
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
        parts.push_back(fmt::format("Stated results are below a policy threshold in {}.",
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

struct ReportedMetric {
    const ConsistencyReport& page;
    const MetricTargets& metric;
};

/// A target beside the others for the same metric.
struct ReportedTarget {
    const ReportedMetric& of;
    const ComparedTarget& goal;

    [[nodiscard]] const Plan& terms() const { return of.page.plan(goal.plan).terms; }
    [[nodiscard]] const std::optional<std::string>& unit() const { return of.metric.unit; }
};

std::string target_a_day(const ReportedTarget& target) {
    const auto& a_day = target.goal.a_day;
    return a_day ? fmt::format("{} {}", amount(figure(*a_day, places_a_day), target.unit()),
                               per_day(target.of.page.settings.policy.pace))
                 : "";
}

const ViewShape<ReportedTarget>& target_shape() {
    using T = ReportedTarget;
    static const ViewShape<T> shape{
        {"of", "whose plan it is", plan_link_shape(),
         [](const T& t) { return t.of.page.links[t.goal.plan]; }},
        {"role", "of the rep", [](const T& t) { return t.terms().role; }},
        {"manager", "name", [](const T& t) { return manager_name(t.terms().manager); }},
        {"baseline", "where it starts",
         [](const T& t) { return t.goal.baseline ? amount(*t.goal.baseline, t.unit()) : ""; }},
        {"target", "where it is to come",
         [](const T& t) { return amount(t.goal.target, t.unit()); }},
        {"a_day", "what that is a day", target_a_day},
        {"days", "from when to when",
         [](const T& t) {
             return fmt::format("{} to {}", t.of.page.day(t.goal.window.first),
                                t.of.page.day(t.goal.window.last));
         }},
    };
    return shape;
}

/// The targets of one manager: how many, and their range.
struct ReportedRange {
    const ManagerTargets& targets;
    const std::optional<std::string>& unit;
};

const ViewShape<ReportedRange>& range_shape() {
    using R = ReportedRange;
    static const ViewShape<R> shape{
        {"name", "of the manager", [](const R& r) { return manager_name(r.targets.manager); }},
        {"count", "how many goals", [](const R& r) { return grouped(r.targets.goals); }},
        {"least", "least target",
         [](const R& r) { return shown(r.targets.targets.least, r.unit); }},
        {"median", "median of the targets",
         [](const R& r) { return shown(r.targets.targets.median, r.unit); }},
        {"greatest", "greatest target",
         [](const R& r) { return shown(r.targets.targets.greatest, r.unit); }},
    };
    return shape;
}

std::string range_in_words(const MetricTargets& metric) {
    const Range& range = metric.targets;
    const std::string goals = count(metric.goals.size(), "goal");
    return range.least == range.greatest
               ? fmt::format("{}, all alike: {}", goals, shown(range.least, metric.unit))
               : fmt::format("{}, from {} to {}, median {}", goals, shown(range.least, metric.unit),
                             shown(range.greatest, metric.unit), shown(range.median, metric.unit));
}

std::vector<ReportedRange> ranges_by_manager(const MetricTargets& metric) {
    std::vector<ReportedRange> ranges;
    for (const ManagerTargets& targets : metric.managers) {
        ranges.push_back({targets, metric.unit});
    }
    return ranges;
}

std::vector<ReportedTarget> targets_of(const ReportedMetric& metric) {
    std::vector<ReportedTarget> targets;
    for (const ComparedTarget& goal : metric.metric.goals) {
        targets.push_back({metric, goal});
    }
    return targets;
}

std::vector<ReportedMetric> reported_metrics(const ConsistencyReport& page) {
    std::vector<ReportedMetric> metrics;
    for (const MetricTargets& metric : page.figures.metrics) {
        metrics.push_back({page, metric});
    }
    return metrics;
}

const ViewShape<ReportedMetric>& metric_shape() {
    using M = ReportedMetric;
    static const ViewShape<M> shape{
        {"metric", "what is measured", [](const M& m) { return m.metric.metric; }},
        {"sense", "rise to, fall to, at most, at least",
         [](const M& m) { return to_string(m.metric.sense); }},
        {"range", "how many goals, and from where to where",
         [](const M& m) { return range_in_words(m.metric); }},
        {"managers", "the same by manager", range_shape(),
         [](const M& m) { return ranges_by_manager(m.metric); }},
        {"goals", "each goal", target_shape(), targets_of},
    };
    return shape;
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

const ViewShape<TimeToOutcome>& time_shape() {
    using T = TimeToOutcome;
    static const ViewShape<T> shape{
        {"name", "which outcomes",
         [](const T& t) { return t.result ? outcome_in_words(*t.result) : "all"; }},
        {"plans", "how many", [](const T& t) { return grouped(t.plans); }},
        {"least", "fewest days",
         [](const T& t) { return t.to_outcome ? days_of(t.to_outcome->least) : ""; }},
        {"median", "median of the days",
         [](const T& t) { return t.to_outcome ? days_of(t.to_outcome->median) : ""; }},
        {"greatest", "most days",
         [](const T& t) { return t.to_outcome ? days_of(t.to_outcome->greatest) : ""; }},
        {"after_end", "median against the last day",
         [](const T& t) { return t.to_outcome ? beside_the_end(t.after_end->median) : ""; }},
    };
    return shape;
}

struct ReportedConduct {
    std::string name;
    const ManagerConduct& conduct;
};

std::string days_to_outcome(const ManagerConduct& conduct) {
    return conduct.days_to_outcome ? days_of(conduct.days_to_outcome->median)
                                   : std::string(no_outcome);
}

const ViewShape<ReportedConduct>& conduct_shape() {
    using C = ReportedConduct;
    static const ViewShape<C> shape{
        {"manager", "name", &C::name},
        {"plans", "how many", [](const C& c) { return grouped(c.conduct.plans); }},
        {"met_trigger", "plans that meet a trigger",
         [](const C& c) { return or_none_yet(c.conduct.met_trigger, none_known); }},
        {"below_a_limit", "plans with results below a policy threshold",
         [](const C& c) { return or_none_yet(c.conduct.below_a_limit, "no results stated"); }},
        {"extended", "plans that were extended",
         [](const C& c) { return describe(c.conduct.extended); }},
        {"extensions", "how often", [](const C& c) { return grouped(c.conduct.extensions); }},
        {"overridden", "outcomes decided against the figures",
         [](const C& c) { return or_none_yet(c.conduct.overridden, no_outcome); }},
        {"recovered", "plans met, of those met or not met",
         [](const C& c) { return or_none_yet(c.conduct.recovered, no_outcome); }},
        {"days", "median of the days to the outcome",
         [](const C& c) { return days_to_outcome(c.conduct); }},
    };
    return shape;
}

std::vector<ReportedConduct> conduct_by_manager(const Consistency& figures) {
    std::vector<ReportedConduct> managers;
    for (const ManagerConduct& conduct : figures.managers) {
        managers.push_back({manager_name(conduct.manager), conduct});
    }
    return managers;
}

/// Nothing for a single manager.
std::optional<ReportedConduct> conduct_together(const Consistency& figures) {
    return figures.managers.size() > 1 ? std::optional(ReportedConduct{"all", figures.together})
                                       : std::nullopt;
}

const ViewShape<OnPage<PolicyException>>& exception_shape() {
    using E = OnPage<PolicyException>;
    static const ViewShape<E> shape{
        {"of", "whose plan it is", plan_link_shape(), [](const E& e) { return e.link(); }},
        {"on", "day", [](const E& e) { return e.page.day(e.item.on); }},
        {"by", "who decided", [](const E& e) { return e.item.by; }},
        {"decision", "what was decided",
         [](const E& e) {
             return e.item.until ? fmt::format("extended until {}", e.page.day(*e.item.until))
                                 : outcome_in_words(e.item.decision);
         }},
        {"reason", "why", [](const E& e) { return e.item.reason; }},
    };
    return shape;
}

std::vector<Figure> consistency_top_figures(const ConsistencyReport& report) {
    const Consistency& figures = report.figures;
    const ManagerConduct& all = figures.together;
    return {
        part_figure("Triggers with a plan", figures.triggers.answered, "none known to be met",
                    "of the triggers known to be met"),
        part_figure("Plans that meet a trigger", all.met_trigger, none_known,
                    "of those of which it is known"),
        part_figure("Below a policy threshold", all.below_a_limit, "no results stated",
                    "of the plans that state results"),
        part_figure("Extended", all.extended, "no plan", "of all plans"),
        part_figure("Overridden", all.overridden, no_outcome, "of the outcomes"),
        part_figure("Recovered", all.recovered, no_outcome, "met, of plans met or not met"),
        {"Days to the outcome",
         all.days_to_outcome ? days_of(all.days_to_outcome->median) : std::string(no_outcome),
         all.days_to_outcome ? "in the median, from the first day" : ""},
    };
}

const ViewShape<ConsistencyReport>& consistency_shape() {
    using C = ConsistencyReport;
    static const ViewShape<C> shape = joined<C>(
        portfolio_shape(),
        ViewShape<C>{
            {"figures", "the figures that come first", figure_shape(), consistency_top_figures},
            {"rules", "the triggers of the policy",
             [](const C& c) { return rules_in_words(c.figures.triggers.rules); }},
            {"trigger_count", "how many triggers have a plan",
             [](const C& c) { return trigger_count(c.figures.triggers); }},
            {"triggers", "triggers that were met", trigger_shape(), triggers_in_order},
            {"judged_count", "how many plans meet a trigger",
             [](const C& c) { return judged_count(c.figures.triggers, c.settings.policy); }},
            {"judged", "each plan against the triggers", judged_shape(), judged_in_order},
            {"metrics", "metrics of several plans", metric_shape(), reported_metrics},
            {"has_outcomes", "a plan has one",
             [](const C& c) { return c.figures.times.front().plans > 0; }},
            {"times", "days to the outcome", time_shape(),
             [](const C& c) { return c.figures.times; }},
            {"managers", "each manager", conduct_shape(),
             [](const C& c) { return conduct_by_manager(c.figures); }},
            {"together", "all of several managers", conduct_shape(),
             [](const C& c) { return conduct_together(c.figures); }},
            {"extensions", "extensions by date", exception_shape(),
             [](const C& c) { return on_page(c, c.figures.extensions); }},
            {"overrides", "overrides by date", exception_shape(),
             [](const C& c) { return on_page(c, c.figures.overrides); }},
        });
    return shape;
}

}  // namespace

std::string consistency_text(const ConsistencyReport& report, Language language) {
    return fill_embedded(language == Language::html ? "consistency.html" : "consistency.md",
                         consistency_shape(), report);
}

}  // namespace perfplan::output
