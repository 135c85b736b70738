#include "output/report/plan_report.hpp"

#include "base/text/text.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"
#include "output/report/development.hpp"
#include "output/report/goals.hpp"
#include "output/report/page.hpp"
#include "output/report/records.hpp"
#include "output/report/terms.hpp"
#include "output/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

std::string copy_for(Audience audience) {
    switch (audience) {
        case Audience::everyone: return {};
        case Audience::rep: return "Copy for the rep";
        case Audience::manager: return "Copy for the manager";
        case Audience::hr: return "Copy for HR";
    }
    return {};
}

/// "Day 37 of 64 workdays"
std::string days_in_words(const PlanStatus& plan) {
    return fmt::format("Day {} of {}", plan.days.elapsed,
                       counted(plan.days.total, plan.days.basis));
}

std::string score_in_words(const PlanStatus& plan) {
    if (!plan.score) {
        return {};
    }
    return plan.expected ? fmt::format("{} done by weight, {} expected", score_percent(plan),
                                       percent(plan.expected))
                         : fmt::format("{} done by weight", score_percent(plan));
}

std::string success_in_words(const Plan& terms) {
    return terms.success && terms.success->score
               ? fmt::format(
                     "The plan is met once the weighted score reaches {}% and every limit "
                     "holds.",
                     grouped(*terms.success->score))
               : "The plan is met once every goal is met and every limit holds.";
}

std::vector<std::string> pauses_in_words(const Timeline& timeline) {
    std::vector<std::string> pauses;
    for (const Window& pause : timeline.pauses) {
        const bool is_open = timeline.open_pause && pause.contains(*timeline.open_pause);
        pauses.push_back(
            is_open ? "since " + date_text(pause.first)
                    : fmt::format("{} to {}", date_text(pause.first), date_text(pause.last)));
    }
    return pauses;
}

/// "6 held, last Nov 19, 2026, 1 missed, next Nov 27, 2026"
std::string reviews_held_in_words(const PlanStatus& plan) {
    const ReviewStatus& reviews = plan.reviews;
    std::string words =
        reviews.last ? fmt::format("{} held, last {}", reviews.held, date_text(*reviews.last))
                     : "None held";
    if (plan.state == State::closed) {
        return words;
    }
    if (reviews.overdue_since) {
        words += ", one overdue since " + date_text(*reviews.overdue_since);
    }
    if (reviews.missed > 0) {
        words += fmt::format(", {} missed", reviews.missed);
    }
    return reviews.next ? words + ", next " + date_text(*reviews.next) : words;
}

bool is_private(const PastRecord& past) {
    return past.entry.privacy == Privacy::private_;
}

std::vector<PastRecord> seen_by(const std::vector<PastRecord>& records, Audience audience) {
    std::vector<PastRecord> seen;
    std::copy_if(
        records.begin(), records.end(), std::back_inserter(seen),
        [&](const PastRecord& past) { return !is_private(past) || may_see_private(audience); });
    return seen;
}

/// "Includes 2 private records: they are not for the rep."
std::string includes_in_words(const std::vector<PastRecord>& records) {
    const auto hidden = std::count_if(records.begin(), records.end(), is_private);
    return hidden > 0
               ? fmt::format("Includes {}, marked as such. Do not hand this copy to the rep.",
                             count(static_cast<std::size_t>(hidden), "private record"))
               : "";
}

/// What is late and whose it is, in words.
std::vector<std::string> late_in_words(const PlanStatus& plan, Audience audience) {
    std::vector<std::string> late;
    const auto add = [&](const std::string& owner, const std::string& what, Date due) {
        late.push_back(fmt::format("{}: {}, due {}", owner, what, date_text(due)));
    };
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.verdict == ActivityVerdict::late && activity.due) {
            add(activity.owner, activity.title, *activity.due);
        }
    }
    for (const FollowUpStatus& follow_up : plan.follow_ups) {
        const bool is_shown = follow_up.privacy == Privacy::shared || may_see_private(audience);
        if (is_shown && follow_up.is_open() && follow_up.late_days > 0) {
            add(follow_up.owner.value_or(follow_up.said_by), follow_up.what, follow_up.by);
        }
    }
    return late;
}

std::vector<std::string> reasons_in_words(const PlanStatus& plan) {
    std::vector<std::string> reasons;
    for (const std::string& reason : plan.reasons) {
        reasons.push_back(as_sentence(reason));
    }
    return reasons;
}

std::string first_end_of(const Timeline& timeline) {
    return timeline.ends == timeline.first_end ? "" : date_text(timeline.first_end);
}

PageFrame page_of(const PlanReport& report) {
    return page_frame(
        fmt::format("{}: {}", report.settings.program, report.plan.terms.rep),
        fmt::format("{} as of {}", to_string(report.plan.ref), date_text(report.as_of)));
}

std::vector<ReportedRecord> irregular_records(const PlanReport& report) {
    return report.audience == Audience::hr ? irregular_records_in(report.records, report.as_of)
                                           : std::vector<ReportedRecord>();
}

}  // namespace

PlanReport plan_report(const Settings& settings, const PlanStatus& plan,
                       const std::vector<PastRecord>& records, Audience audience, Date as_of) {
    return {settings, plan, seen_by(records, audience), audience, as_of};
}

const ViewShape<LegendEntry>& legend_shape() {
    static const ViewShape<LegendEntry> shape{
        {"mark", "a mark of the charts", &LegendEntry::mark},
        {"meaning", "what it means", &LegendEntry::meaning},
    };
    return shape;
}

namespace {

using Report = PlanReport;

/// Who and when, and why there is a plan.
ViewShape<Report> fields_of_terms() {
    return {
        {"page", "what the head of a page needs", page_frame_shape(), page_of},
        {"program", "what the company calls its plans",
         [](const Report& r) { return r.settings.program; }},
        {"plan", "the plan: rep/plan", [](const Report& r) { return to_string(r.plan.ref); }},
        {"as_of", "the day of all figures", [](const Report& r) { return date_text(r.as_of); }},
        {"audience", "for whom this copy is, unless for everyone",
         [](const Report& r) { return copy_for(r.audience); }},
        {"rep", "name of the rep", [](const Report& r) { return r.plan.terms.rep; }},
        {"role", "role of the rep", [](const Report& r) { return r.plan.terms.role; }},
        {"team", "team", [](const Report& r) { return r.plan.terms.team; }},
        {"manager", "manager", [](const Report& r) { return r.plan.terms.manager; }},
        {"hr", "who is responsible at HR", [](const Report& r) { return r.plan.terms.hr; }},
        {"starts", "first day", [](const Report& r) { return date_text(r.plan.timeline.starts); }},
        {"ends", "last day, with pauses and extensions",
         [](const Report& r) { return date_text(r.plan.timeline.ends); }},
        {"first_end", "last day as first agreed, where it was moved",
         [](const Report& r) { return first_end_of(r.plan.timeline); }},
        {"days", "which day of the plan it is",
         [](const Report& r) { return days_in_words(r.plan); }},
        {"pauses", "pauses, from when to when",
         [](const Report& r) { return pauses_in_words(r.plan.timeline); }},
        {"shortfall", "why there is a plan", shortfall_shape(),
         [](const Report& r) { return reported_shortfall(r.plan); }},
    };
}

/// Where it stands: the verdict, goals, skills and what is owed.
ViewShape<Report> fields_of_standing() {
    return {
        {"verdict", "the verdict in words, else the outcome or the state",
         [](const Report& r) { return badge_of(r.plan).words; }},
        {"tone", "good, warning or bad, as the style sheet calls it",
         [](const Report& r) { return badge_of(r.plan).tone; }},
        {"state", "the state in words", [](const Report& r) { return state_in_words(r.plan); }},
        {"score", "the score against what is expected",
         [](const Report& r) { return score_in_words(r.plan); }},
        {"reasons", "why the verdict is what it is, most serious first",
         [](const Report& r) { return reasons_in_words(r.plan); }},
        {"success", "when the plan counts as met",
         [](const Report& r) { return success_in_words(r.plan.terms); }},
        {"consequences", "what follows if it is not met", words_shape(),
         [](const Report& r) { return trimmed_words(r.plan.terms.consequences); }},
        {"goals", "the goals", goal_shape(),
         [](const Report& r) { return reported_goals(r.settings, r.plan); }},
        {"legend", "what the marks of the charts mean", legend_shape(),
         [](const Report& /*r*/) { return chart_legend(); }},
        {"skills", "the skills", skill_shape(),
         [](const Report& r) { return reported_skills(r.plan); }},
        {"company_owes", "activities that the company owes", activity_shape(),
         [](const Report& r) { return reported_activities(r.plan, OwedBy::company); }},
        {"rep_owes", "activities that the rep owes", activity_shape(),
         [](const Report& r) { return reported_activities(r.plan, OwedBy::rep); }},
        {"follow_ups", "what was to be done after a talk", follow_up_shape(),
         [](const Report& r) { return follow_ups_in(r.records); }},
        {"late", "what is late, by whom",
         [](const Report& r) { return late_in_words(r.plan, r.audience); }},
    };
}

/// What happened, who signed, and how it ended.
ViewShape<Report> fields_of_history() {
    /// Some of the records.
    const auto some = [](auto records_in) {
        return [records_in](const Report& r) { return records_in(r.records, r.as_of); };
    };
    return {
        {"reviews_held", "how many reviews were held and are due",
         [](const Report& r) { return reviews_held_in_words(r.plan); }},
        {"reviews", "the reviews, newest first", record_shape(), some(reviews_in)},
        {"recognition", "recognition, newest first", record_shape(), some(recognition_in)},
        {"notes", "all other notes, newest first", record_shape(), some(notes_in)},
        {"responses", "the rep's own words, oldest first", record_shape(), some(responses_in)},
        {"signatures", "answers to the terms in force, and lines for those that are missing",
         signature_shape(), [](const Report& r) { return reported_signatures(r.plan); }},
        {"terms", "which terms count, and what was changed by hand",
         [](const Report& r) { return terms_in_words(r.plan.agreed); }},
        {"amendments", "amendments, by day", amendment_shape(),
         [](const Report& r) { return r.plan.agreed.amendments; }},
        {"overrides", "decisions that were taken against the rules of the plan", record_shape(),
         some(overrides_in)},
        {"irregular", "for HR: records that were edited by hand, or written after their day",
         record_shape(), irregular_records},
        {"outcome", "how the plan ended", outcome_shape(),
         [](const Report& r) { return reported_outcome(r.plan, r.as_of); }},
        {"includes", "what this copy has that is not for the rep",
         [](const Report& r) { return includes_in_words(r.records); }},
    };
}

}  // namespace

const ViewShape<PlanReport>& report_shape() {
    static const ViewShape<PlanReport> shape =
        joined<PlanReport>(fields_of_terms(), fields_of_standing(), fields_of_history());
    return shape;
}

std::string report_text(const PlanReport& report, Language language) {
    return fill_embedded(language == Language::html ? "report.html" : "report.md", report_shape(),
                         report);
}

}  // namespace perfplan::output
