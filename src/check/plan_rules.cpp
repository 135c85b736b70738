// Rules for a plan as a whole: whether it is one that a rep can follow, and a fair one.
#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/score.hpp>
#include <perfplan/evaluate/words.hpp>

#include "places.hpp"
#include "rule_functions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::look {

namespace {

bool is_built(const Plan& plan, const Slug& skill) {
    return std::any_of(plan.activities.begin(), plan.activities.end(),
                       [&](const auto& entry) { return entry.second.skill == skill; });
}

bool has_company_support(const Plan& plan) {
    return std::any_of(plan.activities.begin(), plan.activities.end(), [&](const auto& entry) {
        return owed_by(plan, entry.second.owner) == OwedBy::company;
    });
}

/// The sum of what the scored goals weigh.
Fraction total_weight(const std::vector<GoalStatus>& goals, const std::vector<Fraction>& weights) {
    Fraction total;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        total = goals[i].is_scored() ? total + weights[i] : total;
    }
    return total;
}

}  // namespace

Findings no_goals(const Subject& subject) {
    if (!subject.written.goals.empty() || !is_running(subject)) {
        return {};
    }
    return {{in_file("plan.yaml"), "the plan has no goals: nobody knows what is asked",
             fmt::format("'perfplan goal add {}' adds one", to_string(subject.status.ref))}};
}

Findings too_many_goals(const Subject& subject) {
    const auto most = static_cast<std::size_t>(subject.settings.policy.max_goals);
    const std::size_t now = subject.written.goals.size();
    if (now <= most || !is_running(subject)) {
        return {};
    }
    return {
        {at_field("goals"),
         fmt::format("the plan has {} goals, the policy allows {}: who follows many reaches few",
                     now, most),
         "drop those that matter least, or raise policy.max_goals in perfplan.yaml"}};
}

Findings weights(const Subject& subject) {
    Findings findings;
    const std::vector<GoalStatus>& goals = subject.status.goals;
    const std::vector<Fraction> weights = weights_of(goals);
    const Fraction total = total_weight(goals, weights);
    const Fraction least = Fraction(1) / 20;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const GoalStatus& goal = goals[i];
        if (!goal.terms.weight || !is_running(subject)) {
            continue;
        }
        const auto share = quotient(weights[i], total);
        if (!goal.is_scored()) {
            findings.push_back({at_goal(goal.id, "weight"),
                                fmt::format("weight of guardrail '{}' counts for nothing: it must "
                                            "hold either way",
                                            goal.id.str()),
                                "take the line out"});
        } else if (!share || *share < least) {
            findings.push_back(
                {at_goal(goal.id, "weight"),
                 fmt::format(
                     "goal '{}' makes {} of the score: whether it is reached does not matter",
                     goal.id.str(), percent(share.value_or(0))),
                 "give it a weight of 5 % or more beside the others, or drop it"});
        }
    }
    return findings;
}

Findings gap_without_activity(const Subject& subject) {
    Findings findings;
    for (const auto& [id, skill] : subject.written.skills) {
        if (skill.required > skill.current && !is_built(subject.written, id) &&
            is_running(subject)) {
            findings.push_back(
                {at_key({std::string("skills"), id.str()}),
                 fmt::format("skill '{}' is to go from {} to {} and no activity builds it",
                             id.str(), skill.current, skill.required),
                 fmt::format("'perfplan skill plan {} …' adds training, coaching or practice",
                             to_string(subject.status.ref))});
        }
    }
    return findings;
}

Findings no_company_support(const Subject& subject) {
    if (has_company_support(subject.written) || !is_running(subject)) {
        return {};
    }
    return {{at_field("activities"),
             "the company promises nothing in this plan: what the rep is to change takes support",
             "add training or coaching that somebody else than the rep owes"}};
}

Findings no_success_rule(const Subject& subject) {
    if (subject.written.success || !is_running(subject)) {
        return {};
    }
    return {{at_field("goals"), "the plan does not say when it is met: it lacks 'success'",
             "add 'success: all goals' or 'success: {score: 90}'"}};
}

Findings no_consequences(const Subject& subject) {
    if (subject.written.consequences || !is_running(subject)) {
        return {};
    }
    return {{at_field("ends"),
             "the plan does not say what follows if it is not met: it lacks 'consequences'",
             "say what is at stake; the rep must know before signing"}};
}

Findings no_reviews(const Subject& subject) {
    if (subject.written.reviews || !is_running(subject)) {
        return {};
    }
    return {{at_field("starts"),
             "the plan does not say how often it is reviewed: it lacks 'reviews'",
             "add 'reviews: weekly'"}};
}

}  // namespace perfplan::look
