#include "evaluate/portfolio/metric_targets.hpp"

#include "base/text/text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace perfplan::evaluate {

namespace {

TargetSense sense_of(const Goal& goal) {
    if (goal.target) {
        return *goal.target > goal.baseline.value_or(0) ? TargetSense::rise : TargetSense::fall;
    }
    return goal.at_most ? TargetSense::at_most : TargetSense::at_least;
}

Decimal target_of(const Goal& goal) {
    return goal.target ? *goal.target : goal.at_most ? *goal.at_most : goal.at_least.value_or(0);
}

/// What is measured, in which unit and sense.
using MetricKey = std::tuple<std::string, std::string, TargetSense>;

MetricKey key_of(const Goal& goal) {
    return {folded(*goal.metric), folded(goal.unit.value_or("")), sense_of(goal)};
}

bool is_compared(const GoalStatus& goal) {
    return goal.terms.metric && goal.kind != GoalKind::deliverable &&
           goal.kind != GoalKind::periodic;
}

ComparedTarget compared(std::size_t plan, const GoalStatus& goal) {
    ComparedTarget target{plan, goal.id, std::nullopt, target_of(goal.terms), goal.window};
    if (goal.kind == GoalKind::reach) {
        target.baseline = goal.terms.baseline.value_or(0);
        target.a_day = quotient(magnitude(Fraction(target.target) - Fraction(*target.baseline)),
                                goal.days.total);
    }
    return target;
}

std::vector<Fraction> targets_of(const std::vector<ComparedTarget>& goals) {
    std::vector<Fraction> targets;
    for (const ComparedTarget& goal : goals) {
        targets.emplace_back(goal.target);
    }
    return targets;
}

std::vector<ManagerTargets> by_manager(const std::vector<RecordedPlan>& plans,
                                       const std::vector<ComparedTarget>& goals) {
    std::map<std::pair<bool, std::string>, std::vector<ComparedTarget>> of_each;
    for (const ComparedTarget& goal : goals) {
        of_each[manager_key(plans[goal.plan].status)].push_back(goal);
    }
    std::vector<ManagerTargets> managers;
    for (const auto& [key, of_one] : of_each) {
        managers.push_back({plans[of_one.front().plan].status.terms.manager,
                            static_cast<int>(of_one.size()), *range(targets_of(of_one))});
    }
    return managers;
}

bool is_of_several_plans(const std::vector<ComparedTarget>& goals) {
    return std::any_of(goals.begin(), goals.end(),
                       [&](const ComparedTarget& goal) { return goal.plan != goals.front().plan; });
}

void sort_by_role(std::vector<ComparedTarget>& goals, const std::vector<RecordedPlan>& plans) {
    const auto role = [&](const ComparedTarget& goal) {
        return folded(plans[goal.plan].status.terms.role.value_or(""));
    };
    std::map<std::size_t, std::string> roles;
    for (const ComparedTarget& goal : goals) {
        roles.emplace(goal.plan, role(goal));
    }
    std::stable_sort(goals.begin(), goals.end(),
                     [&](const ComparedTarget& a, const ComparedTarget& b) {
                         const auto by_role = roles.at(a.plan) <=> roles.at(b.plan);
                         return by_role != 0 ? by_role < 0 : a.target < b.target;
                     });
}

}  // namespace

std::string_view to_string(TargetSense sense) {
    switch (sense) {
        case TargetSense::rise: return "rise to";
        case TargetSense::fall: return "fall to";
        case TargetSense::at_most: return "at most";
        case TargetSense::at_least: return "at least";
    }
    return "?";
}

std::vector<MetricTargets> metric_targets(const std::vector<RecordedPlan>& plans) {
    std::map<MetricKey, MetricTargets> of_each;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (const GoalStatus& goal : plans[i].status.goals) {
            if (is_compared(goal)) {
                MetricTargets& metric = of_each[key_of(goal.terms)];
                metric.metric = metric.goals.empty() ? *goal.terms.metric : metric.metric;
                metric.unit = metric.goals.empty() ? goal.terms.unit : metric.unit;
                metric.sense = sense_of(goal.terms);
                metric.goals.push_back(compared(i, goal));
            }
        }
    }
    std::vector<MetricTargets> metrics;
    for (auto& [key, metric] : of_each) {
        if (is_of_several_plans(metric.goals)) {
            sort_by_role(metric.goals, plans);
            metric.targets = *range(targets_of(metric.goals));
            metric.managers = by_manager(plans, metric.goals);
            metrics.push_back(std::move(metric));
        }
    }
    std::stable_sort(metrics.begin(), metrics.end(),
                     [](const MetricTargets& a, const MetricTargets& b) {
                         return a.goals.size() > b.goals.size();
                     });
    return metrics;
}

}  // namespace perfplan::evaluate
