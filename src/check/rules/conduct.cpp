#include "check/rules/conduct.hpp"

#include "base/text/text.hpp"
#include "check/rules/places.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/feedback.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::check::look {

namespace {

std::string day_of(const Subject& subject, const std::optional<Date>& date) {
    return day(date, subject.as_of);
}

/// The goal that came furthest of those that are worth a word; or null.
const GoalStatus* best_progress(const PlanStatus& status) {
    const Fraction worth_a_word = Fraction(1) / 4;
    const GoalStatus* best = nullptr;
    for (const GoalStatus& goal : status.goals) {
        const bool counts = goal.is_scored() && goal.progress && *goal.progress >= worth_a_word;
        if (counts && (best == nullptr || *goal.progress > *best->progress)) {
            best = &goal;
        }
    }
    return best;
}

}  // namespace

Findings overdue_review(const Subject& subject) {
    if (!subject.status.reviews.overdue_since || !is_open(subject.status.state)) {
        return {};
    }
    return {{at_field("reviews"),
             fmt::format("the review of {} was not held; {}",
                         day_of(subject, subject.status.reviews.overdue_since),
                         subject.status.reviews.last
                             ? "the last one was on " + day_of(subject, subject.status.reviews.last)
                             : "there was none yet"),
             fmt::format("'perfplan review {}' records one, --on DATE one that was held",
                         to_string(subject.status.ref))}};
}

Findings stale_figure(const Subject& subject) {
    Findings findings;
    for (const GoalStatus& goal : subject.status.goals) {
        if (is_running(subject) && goal.verdict == Verdict::stale && goal.fresh) {
            findings.push_back(
                {at_goal(goal.id),
                 fmt::format("the last reading of '{}' is of {}, {} old: it says nothing of today",
                             goal.id.str(), day_of(subject, goal.read_on),
                             counted(goal.fresh->age, DayCount::calendar)),
                 fmt::format("'perfplan goal record {} {}=NUMBER'", to_string(subject.status.ref),
                             goal.id.str())});
        }
    }
    return findings;
}

Findings late_support(const Subject& subject) {
    Findings findings;
    for (const ActivityStatus& activity : subject.status.activities) {
        const bool is_late =
            activity.owed_by == OwedBy::company && activity.verdict == ActivityVerdict::late;
        if (is_late && is_open(subject.status.state)) {
            findings.push_back(
                {at_key({std::string("activities"), activity.id.str()}),
                 fmt::format("{} owes '{}' since {}: not-met is refused while the company is late",
                             activity.owner, activity.title, day_of(subject, activity.due)),
                 fmt::format("'perfplan activity done {} {}' ticks it off",
                             to_string(subject.status.ref), activity.id.str())});
        }
    }
    return findings;
}

Findings no_recognition(const Subject& subject) {
    const GoalStatus* best = best_progress(subject.status);
    if (best == nullptr || !is_running(subject) ||
        feedback(subject.journal, subject.as_of).positive > 0) {
        return {};
    }
    return {{at_goal(best->id),
             fmt::format("'{}' is at {}, and nobody has said so: there is no recognition in the "
                         "journal",
                         best->id.str(), percent(best->progress)),
             fmt::format("'perfplan note {} --kind recognition -m …' says what went well",
                         to_string(subject.status.ref))}};
}

Findings open_follow_up(const Subject& subject) {
    Findings findings;
    for (const FollowUpStatus& follow_up : subject.status.follow_ups) {
        if (follow_up.by < subject.as_of && is_open(subject.status.state)) {
            findings.push_back({{file_of(follow_up.privacy, follow_up.file),
                                 {std::string("follow_up")},
                                 Place::Mark::key},
                                fmt::format("'{}' was to be done by {} and is open", follow_up.what,
                                            day_of(subject, follow_up.by)),
                                fmt::format("'perfplan note {} --done {}' ticks it off",
                                            to_string(subject.status.ref), follow_up.id.str())});
        }
    }
    return findings;
}

Findings no_outcome(const Subject& subject) {
    if (subject.status.state != State::ended) {
        return {};
    }
    return {{at_field("ends"),
             fmt::format("the plan ended on {} and has no outcome: the rep waits to hear how it "
                         "ended",
                         day_of(subject, subject.status.timeline.ends)),
             fmt::format("'perfplan review {} --decision …': met, not-met, withdraw, or extend",
                         to_string(subject.status.ref))}};
}

}  // namespace perfplan::check::look
