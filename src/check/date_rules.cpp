// Rules for the dates of terms: inside the plan, on days that are worked, in order.
#include <perfplan/base/text.hpp>

#include "places.hpp"
#include "rule_functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace perfplan::look {

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

}  // namespace perfplan::look
