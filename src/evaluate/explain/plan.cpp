#include "evaluate/explain/plan.hpp"

#include "base/text/text.hpp"
#include "evaluate/explain/formula.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/plan_verdict.hpp"
#include "evaluate/plan/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::evaluate {

namespace {

/// "(60 * 0.078431373 + 40 * 1) / (60 + 40)" over the scored goals.
template <class Value>
std::string weighted_formula(const PlanStatus& plan, const Value& value) {
    const std::vector<Fraction> weights = weights_of(plan.goals);
    std::string sum;
    std::string total;
    for (std::size_t i = 0; i < plan.goals.size(); ++i) {
        if (plan.goals[i].is_scored()) {
            const std::string separator = sum.empty() ? "" : " + ";
            sum += separator + exact(weights[i]) + " * " + exact(value(plan.goals[i]));
            total += separator + exact(weights[i]);
        }
    }
    return fmt::format("({}) / ({})", sum, total);
}

Step days_step(const PlanStatus& plan) {
    return {"days", "", fmt::format("{} of {}", plan.days.elapsed, plan.days.total),
            fmt::format("{} from {} to {} without pauses, {} to come",
                        plan.days.basis == DayCount::workdays ? "workdays" : "days",
                        to_string(plan.timeline.starts), to_string(plan.timeline.ends),
                        plan.days.left())};
}

void add_score(std::vector<Step>& steps, const PlanStatus& plan, const Policy& policy) {
    if (!plan.score) {
        steps.push_back({"score", "", "none", "nothing is known yet of any goal that counts"});
        return;
    }
    const auto over = policy.over_attainment;
    const std::string remark = fmt::format("weight * progress, each from 0{}",
                                           over == OverAttainment::capped ? " to 1" : " up");
    steps.push_back(
        {"score",
         weighted_formula(plan,
                          [&](const GoalStatus& goal) { return counted_progress(goal, over); }),
         fraction_figure(*plan.score), remark});
    steps.push_back({"expected",
                     weighted_formula(plan,
                                      [&](const GoalStatus& goal) {
                                          return counted_expectation(goal, plan.figures_on);
                                      }),
                     fraction_figure(*plan.expected), "weight * expected, each from 0 to 1"});
    if (plan.ratio) {
        steps.push_back({"ratio", fmt::format("{} / {}", exact(*plan.score), exact(*plan.expected)),
                         fraction_figure(*plan.ratio), "score / expected"});
    }
}

/// The parts of which the verdict is the worst.
std::string parts_in_words(const PlanStatus& plan, const Policy& policy) {
    if (plan.verdict == Verdict::met) {
        return "the rule for success holds";
    }
    std::vector<std::string> parts;
    if (const auto of_score = verdict_of_score(plan, policy)) {
        parts.push_back(fmt::format("{} by the score", to_string(*of_score)));
    }
    for (const GoalStatus& goal : plan.goals) {
        parts.push_back(fmt::format("{} for {}, which is {}", to_string(said_by(goal.verdict)),
                                    goal.id.str(), to_string(goal.verdict)));
    }
    if (plan.reviews.overdue_since) {
        parts.emplace_back("at-risk for the overdue review");
    }
    if (!late_support(plan).empty()) {
        parts.emplace_back("at-risk for support that the company owes");
    }
    return parts.empty() ? "nothing is agreed yet" : "the worst of: " + listing(parts);
}

Step rule(std::string name, std::string result, bool is_given, std::string more = {}) {
    const std::string source = is_given ? "perfplan.yaml" : "default";
    return {std::move(name), "", std::move(result),
            more.empty() ? source : fmt::format("{}; {}", source, more)};
}

std::string week_in_words(const Calendar& calendar) {
    static constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu",
                                                           "fri", "sat", "sun"};
    std::string week;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (calendar.week().test((i + 1) % names.size())) {
            week += (week.empty() ? "" : " ") + std::string(names[i]);
        }
    }
    return week;
}

/// The holidays that take a workday out of the plan.
std::string holidays_in_words(const Calendar& calendar, const PlanStatus& plan) {
    std::vector<std::string> dates;
    for (const Date holiday : calendar.holidays()) {
        const bool is_on_workday = calendar.week().test(holiday.weekday().c_encoding());
        if (plan.timeline.window().contains(holiday) && is_on_workday) {
            dates.push_back(to_string(holiday));
        }
    }
    return dates.empty() ? "no holidays within" : "without " + listing(dates);
}

std::string pause_extends_in_words(PauseExtends extends) {
    switch (extends) {
        case PauseExtends::calendar: return "calendar";
        case PauseExtends::workdays: return "workdays";
        case PauseExtends::never: return "never";
    }
    return {};
}

void add_pauses(std::vector<Step>& steps, const Settings& settings, const PlanStatus& plan) {
    if (plan.timeline.pauses.empty()) {
        return;
    }
    std::vector<std::string> pauses;
    for (const Window& pause : plan.timeline.pauses) {
        pauses.push_back(fmt::format("{} to {}", to_string(pause.first), to_string(pause.last)));
    }
    steps.push_back({"pauses", "", listing(pauses), "journal"});
    steps.push_back(rule("pause_extends", pause_extends_in_words(settings.policy.pause_extends),
                         settings.is_given("policy.pause_extends")));
}

std::string percent_of(Decimal percent) {
    return grouped(percent) + " %";
}

std::vector<Step> steps_of_plan(const Settings& settings, const PlanStatus& plan) {
    std::vector<Step> steps{days_step(plan)};
    add_score(steps, plan, settings.policy);
    if (plan.verdict) {
        steps.push_back({"verdict", "", std::string(to_string(*plan.verdict)),
                         parts_in_words(plan, settings.policy)});
    }
    return steps;
}

std::vector<Step> steps_of_rules(const Settings& settings, const PlanStatus& plan) {
    const Policy& policy = settings.policy;
    const Calendar calendar = settings.workdays();
    std::vector<Step> steps;
    const bool counts_workdays = policy.pace == DayCount::workdays;
    steps.push_back(
        rule("pace", counts_workdays ? "workdays" : "calendar", settings.is_given("policy.pace")));
    if (counts_workdays) {
        steps.push_back(rule("workdays", week_in_words(calendar),
                             settings.is_given("calendar.workdays"),
                             holidays_in_words(calendar, plan)));
    }
    add_pauses(steps, settings, plan);
    steps.push_back(
        rule("on_track", percent_of(policy.on_track), settings.is_given("policy.on_track")));
    steps.push_back(
        rule("at_risk", percent_of(policy.at_risk), settings.is_given("policy.at_risk")));
    steps.push_back(rule("grace", percent_of(policy.grace), settings.is_given("policy.grace"),
                         "of a goal's window"));
    steps.push_back(
        rule("stale_after", count(static_cast<std::size_t>(policy.stale_after), "review interval"),
             settings.is_given("policy.stale_after"),
             plan.terms.reviews
                 ? fmt::format("reviews are {} (plan.yaml)", to_string(*plan.terms.reviews))
                 : "plan.yaml has no reviews"));
    steps.push_back(rule("over_attainment",
                         policy.over_attainment == OverAttainment::capped ? "capped" : "counted",
                         settings.is_given("policy.over_attainment")));
    const bool by_score = plan.terms.success && plan.terms.success->score;
    steps.push_back({"success", "",
                     by_score ? "score of " + percent_of(*plan.terms.success->score) : "all goals",
                     plan.terms.success ? "plan.yaml" : "default"});
    return steps;
}

}  // namespace

PlanExplanation explain(const Settings& settings, const PlanStatus& plan,
                        const std::optional<Slug>& only) {
    PlanExplanation explanation;
    explanation.plan = steps_of_plan(settings, plan);
    for (const GoalStatus& goal : plan.goals) {
        if (!only || goal.id == *only) {
            explanation.goals.push_back(explain_goal(settings, plan, goal));
        }
    }
    explanation.rules = steps_of_rules(settings, plan);
    return explanation;
}

}  // namespace perfplan::evaluate
