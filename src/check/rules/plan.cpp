#include "check/rules/plan.hpp"

// Rules for the dates of terms: inside the plan, on days that are worked, in order.
#include "base/text/text.hpp"
#include "check/rules/places.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace perfplan::check::look {

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

Findings periods(const Subject& subject) {
    Findings findings;
    for (PeriodProblem& problem : period_problems(subject.settings, subject.written)) {
        findings.push_back({at_goal(problem.goal, problem.field), std::move(problem.message),
                            std::move(problem.hint)});
    }
    return findings;
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
                 "give it a weight of 5% or more beside the others, or drop it"});
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
                 fmt::format("'perfplan activity add {} …' adds training, coaching or practice",
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

namespace {

/// A date that somebody is to keep.
struct Deadline {
    Place place;
    std::string what;  ///< "goal 'pipeline' is due"
    Date on;
};

void add(std::vector<Deadline>& all, std::string_view section, const Slug& id,
         std::string_view field, std::string_view what, const std::optional<Date>& on) {
    if (on) {
        all.push_back(
            {at_value({std::string(section), id.str(), std::string(field)}),
             fmt::format("{} '{}' {}", section.substr(0, section.size() - 1), id.str(), what),
             *on});
    }
}

std::vector<Deadline> deadlines_of(const Plan& plan) {
    std::vector<Deadline> all;
    for (const auto& [id, goal] : plan.goals) {
        add(all, "goals", id, "due", "is due", goal.due);
        add(all, "goals", id, "deliver", "is due", goal.deliver);
    }
    for (const auto& [id, skill] : plan.skills) {
        add(all, "skills", id, "by", "is to be there", skill.by);
    }
    for (const auto& [id, activity] : plan.activities) {
        if (activity.due) {
            all.push_back({at_value({std::string("activities"), id.str(), std::string("due")}),
                           fmt::format("activity '{}' is due", id.str()), *activity.due});
        }
    }
    return all;
}

std::string day_off_in_words(const Subject& subject, Date on) {
    const std::vector<Date>& holidays = subject.settings.calendar.holidays;
    const bool is_holiday = std::find(holidays.begin(), holidays.end(), on) != holidays.end();
    return is_holiday ? "a holiday" : fmt::format("a {}", weekday_name(on));
}

/// The last workday before a date that is none.
Date workday_before(const Calendar& calendar, Date date) {
    constexpr int a_year = 366;
    for (int i = 1; i < a_year; ++i) {
        if (calendar.is_workday(date - i)) {
            return date - i;
        }
    }
    return date;
}

void out_of_order(Findings& findings, const Slug& id, const Goal& goal) {
    const bool rises = *goal.target > goal.baseline.value_or(0);
    Decimal last = goal.baseline.value_or(0);
    std::string of_last = "the baseline";
    for (const Checkpoint& checkpoint : goal.checkpoints) {
        const std::string on = to_string(checkpoint.on);
        const bool goes_back = rises ? checkpoint.value < last : checkpoint.value > last;
        const bool overshoots =
            rises ? checkpoint.value > *goal.target : checkpoint.value < *goal.target;
        if (goes_back || overshoots) {
            findings.push_back(
                {at_value({std::string("goals"), id.str(), std::string("checkpoints"), on}),
                 goes_back
                     ? fmt::format("checkpoint {} of goal '{}' goes back: {} after {} ({})", on,
                                   id.str(), grouped(checkpoint.value), grouped(last), of_last)
                     : fmt::format("checkpoint {} of goal '{}' is beyond its target: {}, the "
                                   "target is {}",
                                   on, id.str(), grouped(checkpoint.value), grouped(*goal.target)),
                 "let checkpoints lead from the baseline to the target"});
        }
        last = checkpoint.value;
        of_last = on;
    }
}

}  // namespace

Findings time_bound(const Subject& subject) {
    Findings findings;
    for (Deadline& deadline : deadlines_of(subject.written)) {
        const auto outside =
            outside_in_words(subject.written, subject.status.timeline, deadline.on);
        if (outside && is_running(subject)) {
            findings.push_back(
                {std::move(deadline.place),
                 fmt::format("{} on {}, {}", deadline.what, to_string(deadline.on), *outside),
                 "choose a day inside the plan"});
        }
    }
    return findings;
}

Findings day_off(const Subject& subject) {
    Findings findings;
    const Calendar calendar = subject.settings.workdays();
    for (Deadline& deadline : deadlines_of(subject.written)) {
        if (is_running(subject) && !calendar.is_workday(deadline.on)) {
            findings.push_back(
                {std::move(deadline.place),
                 fmt::format("{} on {}, {}: nobody delivers on a day off", deadline.what,
                             to_string(deadline.on), day_off_in_words(subject, deadline.on)),
                 fmt::format("the last workday before it is {}",
                             to_string(workday_before(calendar, deadline.on)))});
        }
    }
    return findings;
}

Findings checkpoints(const Subject& subject) {
    Findings findings;
    for (const auto& [id, goal] : subject.written.goals) {
        if (goal.kind() == GoalKind::reach && is_running(subject)) {
            out_of_order(findings, id, goal);
        }
    }
    return findings;
}

}  // namespace perfplan::check::look
