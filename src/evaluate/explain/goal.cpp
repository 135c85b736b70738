#include "evaluate/explain/goal.hpp"

#include "base/text/text.hpp"
#include "evaluate/explain/formula.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

namespace perfplan::evaluate {

namespace {

/// What every step of one goal is made from: its figures as they go into a formula.
struct Terms {
    const Settings* settings;
    const PlanStatus* plan;
    const GoalStatus* goal;

    [[nodiscard]] const Policy& policy() const { return settings->policy; }
    [[nodiscard]] Date as_of() const { return plan->figures_on; }
    [[nodiscard]] std::string baseline() const { return operand(goal->terms.baseline.value_or(0)); }
    [[nodiscard]] std::string target() const { return operand(*goal->terms.target); }
    [[nodiscard]] std::string value(const Fraction& value) const {
        return rounded_figure(value, goal->places());
    }
};

/// The sum of the readings, each put in: "12 + 8"
std::string sum_of_readings(const GoalStatus& goal) {
    std::string sum;
    for (const GoalReading& reading : goal.readings) {
        sum += (sum.empty() ? "" : " + ") + operand(reading.value);
    }
    return sum;
}

/// The current figure as part of a formula; a mean stays exact as sum / number.
std::string current_operand(const GoalStatus& goal) {
    if (goal.terms.readings != Combine::mean) {
        return exact(*goal.current);
    }
    const auto n = static_cast<int>(goal.readings.size());
    return fmt::format("{} / {}", exact(*goal.current * n), n);
}

std::string age_in_words(const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const std::string age = counted(goal.fresh->age, DayCount::calendar) + " old";
    return goal.fresh->limit
               ? fmt::format("{}, stale after {}", age,
                             counted(*goal.fresh->limit, DayCount::calendar))
               : fmt::format("{}, never stale without a schedule of reviews ahead", age);
}

Step window_step(const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const Goal& agreed = goal.terms;
    const bool has_own_date = agreed.due || agreed.deliver;
    const std::optional<Date> own = agreed.deliver ? agreed.deliver : agreed.due;
    std::string remark = has_own_date ? "due as in plan.yaml" : "due with the plan";
    if (own && *own != goal.due()) {
        remark = fmt::format("agreed for {}, moved by the pauses", to_string(*own));
    }
    return {"window", "",
            fmt::format("{} to {}", to_string(goal.window.first), to_string(goal.window.last)),
            remark};
}

Step share_step(const Terms& terms) {
    const GoalDays& days = terms.goal->days;
    const DayCount basis = terms.plan->days.basis;
    const std::string remark = fmt::format("day {} of {}, {} to go", days.elapsed,
                                           counted(days.total, basis), days.remaining);
    if (days.total == 0) {
        return {"share", "", fraction_figure(terms.goal->share), "no day of its window counts"};
    }
    return {"share", fmt::format("{} / {}", days.elapsed, days.total),
            fraction_figure(terms.goal->share), remark};
}

Step current_step(const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    if (!goal.current) {
        return {"current", "", "none", "no reading"};
    }
    const bool is_combined = goal.terms.readings != Combine::latest && goal.readings.size() > 1;
    const std::string n = count(goal.readings.size(), "reading");
    const std::string which =
        is_combined ? fmt::format("{} of {}, the last of {}", to_string(goal.terms.readings), n,
                                  day(goal.read_on, terms.as_of()))
                    : fmt::format("reading of {}", day(goal.read_on, terms.as_of()));
    std::string formula = is_combined ? sum_of_readings(goal) : "";
    if (is_combined && goal.terms.readings == Combine::mean) {
        formula = fmt::format("({}) / {}", formula, goal.readings.size());
    }
    const int places = goal.terms.readings == Combine::mean ? Decimal::max_scale : goal.places();
    return {"current", formula, rounded_figure(*goal.current, places),
            fmt::format("{}; {}", which, age_in_words(terms))};
}

/// The expected value as part of a formula.
std::string expected_operand(const Terms& terms) {
    const Expectation& expected = *terms.goal->expected_value;
    if (terms.goal->terms.curve == Curve::steps || expected.total == 0) {
        return operand(expected.from.value);
    }
    return fmt::format("{} + ({} - {}) * {} / {}", operand(expected.from.value),
                       operand(expected.to.value), operand(expected.from.value), expected.elapsed,
                       expected.total);
}

Step expected_value_step(const Terms& terms) {
    const Expectation& expected = *terms.goal->expected_value;
    const bool is_over = expected.from.on == expected.to.on;
    const std::string remark =
        is_over ? fmt::format("the target, since {}", day(expected.to.on, terms.as_of()))
        : terms.goal->terms.curve == Curve::steps
            ? fmt::format("steps: stays until {}", day(expected.to.on, terms.as_of()))
            : fmt::format("on the way to {} on {}: {} of {} gone", operand(expected.to.value),
                          day(expected.to.on, terms.as_of()), expected.elapsed,
                          counted(expected.total, terms.plan->days.basis));
    return {"expected_value", expected_operand(terms), terms.value(expected.value), remark};
}

void add_reach_figures(std::vector<Step>& steps, const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const std::string way = fmt::format("({} - {})", terms.target(), terms.baseline());
    const std::string expected =
        fmt::format("({} - {})", expected_operand(terms), terms.baseline());
    steps.push_back(expected_value_step(terms));
    steps.push_back({"expected", expected + " / " + way, fraction_figure(*goal.expected), ""});
    if (!goal.current) {
        return;
    }
    const std::string current = current_operand(goal);
    const std::string done = fmt::format("({} - {})", current, terms.baseline());
    const std::string unit = goal.terms.unit ? *goal.terms.unit + " " : "";
    const std::string per = fmt::format("{}{}", unit, per_day(terms.plan->days.basis));
    steps.push_back({"progress", done + " / " + way, fraction_figure(*goal.progress), ""});
    if (goal.ratio) {
        steps.push_back({"ratio", done + " / " + expected, fraction_figure(*goal.ratio),
                         "progress / expected"});
    }
    if (goal.pace) {
        steps.push_back({"pace", fmt::format("{} / {}", done, goal.days.elapsed),
                         terms.value(*goal.pace), per});
    }
    if (goal.needed) {
        steps.push_back(
            {"needed", fmt::format("({} - {}) / {}", terms.target(), current, goal.days.remaining),
             terms.value(*goal.needed), per});
    }
    if (goal.projected) {
        const std::string formula = goal.days.remaining == 0
                                        ? current
                                        : fmt::format("{} + {} / {} * {}", current, done,
                                                      goal.days.elapsed, goal.days.remaining);
        steps.push_back({"projected", formula, terms.value(*goal.projected),
                         fmt::format("on {} at this pace", day(goal.due(), terms.as_of()))});
    }
}

/// Each period that has begun, and what they come to.
void add_period_figures(std::vector<Step>& steps, const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const GoalPeriods& periods = goal.periods;
    const std::string_view sense = goal.terms.at_most ? "at most" : "at least";
    for (const GoalPeriod& period : periods.each) {
        if (period.days.first > terms.as_of()) {
            break;
        }
        const std::string cut = period.workdays < period.whole
                                    ? fmt::format(", {} of {}", period.workdays,
                                                  counted(period.whole, DayCount::workdays))
                                    : "";
        const std::string left =
            period.days.contains(terms.as_of())
                ? fmt::format(", {} left", counted(period.left, DayCount::workdays))
                : "";
        steps.push_back({to_string(period.days.first), "",
                         period.value ? terms.value(*period.value) : "none",
                         fmt::format("{}: to {}, {} {}{}{}", to_string(period.verdict),
                                     to_string(period.days.last), sense, terms.value(period.target),
                                     cut, left)});
    }
    const std::string every(to_string(*goal.terms.every));
    steps.push_back({"required", "", std::to_string(periods.required),
                     fmt::format("holds_in {} of {}", to_string(goal.terms.holds_in),
                                 counted_periods(periods.count(), *goal.terms.every))});
    if (!goal.progress) {
        return;
    }
    const std::string done = fmt::format("{} / {}", periods.held, periods.required);
    const std::string expected = fmt::format("{} / {}", periods.decided, periods.count());
    steps.push_back({"progress", done, fraction_figure(*goal.progress), "held / required"});
    steps.push_back({"expected", expected, fraction_figure(*goal.expected), "decided / all"});
    if (goal.ratio) {
        steps.push_back({"ratio", fmt::format("({}) / ({})", done, expected),
                         fraction_figure(*goal.ratio), "progress / expected"});
    }
}

std::string threshold(std::string_view name, Decimal percent) {
    return fmt::format("{} ({}%)", name, grouped(percent));
}

std::string rule_of_ratio(const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const Policy& policy = terms.policy();
    if (!goal.ratio) {
        return goal.verdict == Verdict::on_track ? "nothing is expected yet"
                                                 : "it is below what is expected";
    }
    const std::string ratio = "ratio " + fraction_figure(*goal.ratio);
    switch (goal.verdict) {
        case Verdict::on_track:
            return fmt::format("{} is at least {}", ratio, threshold("on_track", policy.on_track));
        case Verdict::at_risk:
            return fmt::format("{} is below {} and at least {}", ratio,
                               threshold("on_track", policy.on_track),
                               threshold("at_risk", policy.at_risk));
        default: return fmt::format("{} is below {}", ratio, threshold("at_risk", policy.at_risk));
    }
}

std::string limits_in_words(const Goal& guardrail) {
    if (guardrail.at_least && guardrail.at_most) {
        return fmt::format("at least {} and at most {}", grouped(*guardrail.at_least),
                           grouped(*guardrail.at_most));
    }
    return guardrail.at_most ? "at most " + grouped(*guardrail.at_most)
                             : "at least " + grouped(guardrail.at_least.value_or(0));
}

std::string met_rule(const GoalStatus& goal) {
    std::string rule =
        goal.done_on ? "done on " + to_string(*goal.done_on)
                     : fmt::format("progress {} is at least 1", fraction_figure(*goal.progress));
    if (goal.reached_on) {
        rule += fmt::format(", {} late; policy late is counts",
                            counted(goal.late_days(), DayCount::calendar));
    } else if (goal.fell_back_on) {
        rule += fmt::format(" on its last day; it fell back on {}", to_string(*goal.fell_back_on));
    }
    return rule;
}

/// Why the verdict is what it is.
std::string rule_of(const Terms& terms) {
    const GoalStatus& goal = *terms.goal;
    const std::string grace = threshold("grace", terms.policy().grace);
    switch (goal.verdict) {
        case Verdict::met: return met_rule(goal);
        case Verdict::held:
        case Verdict::breached:
            return fmt::format("{} is {}{}", terms.value(*goal.current),
                               goal.verdict == Verdict::held ? "" : "not ",
                               limits_in_words(goal.terms));
        case Verdict::missed:
            if (goal.kind == GoalKind::periodic) {
                return fmt::format("{} held and {} to come are fewer than {}", goal.periods.held,
                                   goal.periods.count() - goal.periods.decided,
                                   goal.periods.required);
            }
            return goal.reached_on
                       ? fmt::format("reached on {}, {} after its last day; policy late is missed",
                                     to_string(*goal.reached_on),
                                     counted(goal.late_days(), DayCount::calendar))
                       : fmt::format("{} is after its last day", to_string(terms.as_of()));
        case Verdict::no_data:
            if (goal.kind == GoalKind::periodic) {
                return "no reading, and a period is over";
            }
            return fmt::format("no reading, and share {} is above {}", fraction_figure(goal.share),
                               grace);
        case Verdict::stale: return "the last reading is " + age_in_words(terms);
        case Verdict::early:
            if (goal.kind == GoalKind::periodic) {
                return "no period is decided yet";
            }
            return fmt::format("share {} is not above {}", fraction_figure(goal.share), grace);
        case Verdict::on_track:
        case Verdict::at_risk:
        case Verdict::off_track: return rule_of_ratio(terms);
    }
    return {};
}

}  // namespace

Explanation explain_goal(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal) {
    const Terms terms{&settings, &plan, &goal};
    Explanation explanation{goal.id.str(), goal.verdict, {}};
    std::vector<Step>& steps = explanation.steps;
    steps.push_back(window_step(terms));
    steps.push_back(share_step(terms));
    if (goal.kind == GoalKind::deliverable) {
        steps.push_back(
            {"progress", "", fraction_figure(*goal.progress), goal.done_on ? "done" : "not done"});
    } else if (goal.kind == GoalKind::periodic) {
        add_period_figures(steps, terms);
    } else {
        steps.push_back(current_step(terms));
    }
    if (goal.kind == GoalKind::reach) {
        add_reach_figures(steps, terms);
    }
    steps.push_back({"verdict", "", std::string(to_string(goal.verdict)), rule_of(terms)});
    return explanation;
}

}  // namespace perfplan::evaluate
