#include "evaluate/plan/status.hpp"

#include "base/text/text.hpp"
#include "evaluate/plan/agenda.hpp"
#include "evaluate/plan/follow_ups.hpp"
#include "evaluate/plan/plan_verdict.hpp"
#include "evaluate/plan/score.hpp"
#include "evaluate/plan/verdict_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

State state_of(const TermsStatus& agreed, const Timeline& timeline, const Journal& journal,
               Date as_of) {
    if (outcome_of(journal, as_of)) {
        return State::closed;
    }
    if (!agreed.missing.empty()) {
        return State::draft;
    }
    if (as_of < timeline.starts) {
        return State::scheduled;
    }
    if (as_of > timeline.ends) {
        return State::ended;
    }
    return timeline.paused_on(as_of) ? State::paused : State::active;
}

DayStatus day_status(const Settings& settings, const Timeline& timeline, Date as_of) {
    const Calendar calendar = settings.workdays();
    const DayCounter days(calendar, settings.policy.pace, timeline);
    return {days.basis(), days.count({timeline.starts, std::min(as_of, timeline.ends)}),
            days.count(timeline.window())};
}

ReviewStatus reviews_of(const Settings& settings, const Plan& terms, const Timeline& timeline,
                        const Journal& journal, Date as_of) {
    std::vector<Date> held;
    for (const JournalEntry& entry : journal) {
        if (entry.record.kind == RecordKind::review && entry.record.date <= as_of) {
            held.push_back(entry.record.date);
        }
    }
    const std::vector<Date> due =
        terms.reviews ? review_dates(settings, settings.workdays(), *terms.reviews, timeline, as_of)
                      : std::vector<Date>();
    return review_status(due, held, timeline.starts, as_of);
}

bool is_contact(RecordKind kind) {
    return is_note(kind) || kind == RecordKind::review || kind == RecordKind::assessment;
}

void count_contacts(PlanStatus& status, const Journal& journal, Date as_of) {
    for (const JournalEntry& entry : journal) {
        const Record& record = entry.record;
        if (record.date > as_of) {
            break;
        }
        if (entry.privacy == Privacy::private_) {
            continue;  // no figure hangs on what the rep must not see
        }
        if (is_contact(record.kind)) {
            status.last_contact = record.date;
        }
        if (is_note(record.kind)) {
            ++status.notes[record.kind];
        }
    }
}

}  // namespace

State plan_state(const Settings& settings, const Plan& terms, const TermsStatus& agreed,
                 const Journal& journal, Date as_of) {
    return state_of(agreed, timeline(settings, terms, journal, as_of), journal, as_of);
}

namespace {

bool is_judged(State state) {
    return state != State::scheduled && state != State::closed;
}

void add_figures(PlanStatus& status, const Settings& settings, const Journal& journal) {
    const Plan& terms = status.terms;
    const Date as_of = status.figures_on;
    status.days = day_status(settings, status.timeline, as_of);
    status.attainment =
        terms.shortfall ? attainment(*terms.shortfall, Decimal::max_scale) : std::nullopt;
    status.goals = goal_statuses(settings, terms, status.timeline, journal, as_of);
    status.score = score(status.goals, settings.policy.over_attainment);
    status.expected = expected_score(status.goals, as_of);
    if (status.score && status.expected) {
        status.ratio = quotient(*status.score, *status.expected);
    }
    status.skills = skill_statuses(settings, terms, status.timeline, journal, as_of);
    status.activities = activity_statuses(settings, terms, status.timeline, journal, as_of);
    status.reviews = reviews_of(settings, terms, status.timeline, journal, as_of);
    for (const GoalStatus& goal : status.goals) {
        status.last_reading = std::max(status.last_reading, goal.latest_on);
    }
}

/// What a review decided on: what was known at the end of its day, or when it was written, if that
/// was later.
Journal decided_on(const Journal& journal, Date date, const Timestamp& written) {
    Journal known;
    std::copy_if(
        journal.begin(), journal.end(), std::back_inserter(known), [&](const JournalEntry& entry) {
            const Record& record = entry.record;
            return is_known_on(record, date) || (record.date <= date && record.recorded <= written);
        });
    return known;
}

PlanStatus status_of_known(const Settings& settings, const PlanRef& ref, const Plan& terms,
                           const TermsStatus& agreed, const Journal& journal, Date as_of) {
    PlanStatus status;
    status.agreed = agreed;
    status.ref = ref;
    status.terms = terms;
    status.outcome = outcome_of(journal, as_of);
    status.figures_on = status.outcome ? status.outcome->on : as_of;
    const auto decided =
        status.outcome
            ? std::optional(decided_on(journal, status.outcome->on, status.outcome->recorded))
            : std::nullopt;
    const Journal& basis = decided ? *decided : journal;
    status.timeline = timeline(settings, terms, basis, status.figures_on);
    status.state = state_of(agreed, status.timeline, journal, as_of);
    add_figures(status, settings, basis);
    if (status.outcome) {
        status.reviews.next = std::nullopt;
        status.monitoring = monitoring(settings.policy, terms, *status.outcome, journal, as_of);
    }
    count_contacts(status, journal, as_of);
    for (FollowUpStatus& follow_up : follow_ups(journal, as_of)) {
        if (follow_up.is_open()) {
            status.follow_ups.push_back(std::move(follow_up));
        }
    }
    if (is_judged(status.state)) {
        status.verdict = verdict_of(status, settings.policy);
        status.reasons = reasons_of(status, settings.policy);
    }
    status.agenda = agenda(status);
    status.next = next_steps(status.agenda);
    return status;
}

}  // namespace

PlanStatus plan_status(const Settings& settings, const PlanRef& ref, const Plan& terms,
                       const TermsStatus& agreed, const Journal& journal, Date as_of) {
    const bool all_is_known =
        std::all_of(journal.begin(), journal.end(),
                    [&](const JournalEntry& entry) { return is_known_on(entry.record, as_of); });
    return all_is_known
               ? status_of_known(settings, ref, terms, agreed, journal, as_of)
               : status_of_known(settings, ref, terms, agreed, known_on(journal, as_of), as_of);
}

PlanStatus status_before(const Settings& settings, const ReviewedPlan& plan, const Record& review) {
    Record undecided = review;
    undecided.decision.reset();
    return status_of_known(
        settings, plan.ref, plan.terms, plan.agreed,
        decided_on(with_record(plan.journal, std::move(undecided)), review.date, review.recorded),
        review.date);
}

std::vector<std::string> tickable(const Plan& plan) {
    std::vector<std::string> known = ids(plan.activities);
    for (const auto& [id, goal] : plan.goals) {
        if (goal.kind() == GoalKind::deliverable) {
            known.push_back(id.str());
        }
    }
    return known;
}

std::vector<ParseError> unknown_ids(const Plan& plan, const Journal& journal,
                                    const Record& record) {
    std::vector<ParseError> unknown;
    const auto look_up = [&](const Slug& id, std::string_view noun,
                             const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), id.str()) == known.end()) {
            unknown.push_back({fmt::format("the plan has no {} '{}'", noun, id.str()),
                               did_you_mean(id.str(), known), 0, 0});
        }
    };
    const std::vector<std::string> goals = ids(plan.goals);
    const std::vector<std::string> skills = ids(plan.skills);
    for (const auto& [id, value] : record.values) {
        look_up(id, "goal", goals);
    }
    for (const Slug& id : record.goals) {
        look_up(id, "goal", goals);
    }
    if (!record.done.empty()) {
        std::vector<std::string> known = tickable(plan);
        const std::vector<std::string> follow_ups = follow_up_ids(journal);
        known.insert(known.end(), follow_ups.begin(), follow_ups.end());
        for (const Slug& id : record.done) {
            look_up(id, "activity, deliverable or follow-up", known);
        }
    }
    for (const auto& [id, level] : record.levels) {
        look_up(id, "skill", skills);
    }
    for (const Slug& id : record.skills) {
        look_up(id, "skill", skills);
    }
    return unknown;
}

}  // namespace perfplan::evaluate
