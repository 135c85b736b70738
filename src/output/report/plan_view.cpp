#include "output/report/plan_view.hpp"

#include "base/name_table.hpp"
#include "base/text/text.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::output {

namespace {

/// Those that --for takes.
constexpr std::array<std::pair<std::string_view, Audience>, 3> audience_names{
    {{"rep", Audience::rep}, {"manager", Audience::manager}, {"hr", Audience::hr}}};

}  // namespace

std::string_view to_string(Audience audience) {
    return audience == Audience::everyone ? "everyone" : name_in(audience_names, audience);
}

std::vector<std::string> audiences() {
    return names_in(audience_names);
}

Parsed<Audience> parse_audience(std::string_view text) {
    if (const auto audience = find_named(audience_names, text)) {
        return *audience;
    }
    return misread(fmt::format("'{}' is nobody that a report is made for", visible(text)),
                   choose_from(text, audiences()));
}

bool may_see_private(Audience audience) {
    return audience == Audience::manager || audience == Audience::hr;
}

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

/// "37 of 64 workdays are gone"
std::string days_in_words(const PlanStatus& plan) {
    return fmt::format("{} of {} {} gone", plan.days.elapsed,
                       counted(plan.days.total, plan.days.basis),
                       plan.days.elapsed == 1 ? "is" : "are");
}

std::string score_in_words(const PlanStatus& plan) {
    if (!plan.score) {
        return {};
    }
    return plan.expected ? fmt::format("{} done by weight, {} expected", percent(plan.score),
                                       percent(plan.expected))
                         : fmt::format("{} done by weight", percent(plan.score));
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

/// "37 of 64 workdays are gone" and all else that is known from the terms and the timeline.
void add_terms(ReportView& view, const PlanStatus& plan) {
    const Plan& terms = plan.terms;
    const Timeline& timeline = plan.timeline;
    view.rep = terms.rep;
    view.role = terms.role.value_or("");
    view.team = terms.team.value_or("");
    view.manager = terms.manager.value_or("");
    view.hr = terms.hr.value_or("");
    view.starts = date_text(timeline.starts);
    view.ends = date_text(timeline.ends);
    view.first_end = timeline.ends == timeline.first_end ? "" : date_text(timeline.first_end);
    view.days = days_in_words(plan);
    view.pauses = pauses_in_words(timeline);
    view.shortfall = shortfall_view(plan);
    view.success = success_in_words(terms);
    view.consequences = words_view(terms.consequences);
}

void add_verdict(ReportView& view, const PlanStatus& plan) {
    const Badge badge = badge_of(plan);
    view.verdict = badge.words;
    view.tone = badge.tone;
    view.state = state_in_words(plan);
    view.score = score_in_words(plan);
    for (const std::string& reason : plan.reasons) {
        view.reasons.push_back(as_sentence(reason));
    }
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

void add_records(ReportView& view, const PlanStatus& plan, const std::vector<PastRecord>& records,
                 Date as_of) {
    view.follow_ups = follow_up_views(records);
    view.reviews_held = reviews_held_in_words(plan);
    view.reviews = review_views(records, as_of);
    view.recognition = recognition_views(records, as_of);
    view.notes = note_views(records, as_of);
    view.responses = response_views(records, as_of);
    view.overrides = override_views(records, as_of);
}

/// "Includes 2 private records: they are not for the rep."
std::string includes_in_words(const std::vector<PastRecord>& records) {
    const auto hidden = std::count_if(records.begin(), records.end(), is_private);
    return hidden > 0
               ? fmt::format("Includes {}, marked as such. Do not hand this copy to the rep.",
                             count(static_cast<std::size_t>(hidden), "private record"))
               : "";
}

std::string title_of(const ReportView& view) {
    return fmt::format("{}: {}", view.program, view.rep);
}

}  // namespace

ReportView report_view(const Settings& settings, const PlanStatus& plan,
                       const std::vector<PastRecord>& records, Audience audience, Date as_of) {
    const std::vector<PastRecord> seen = seen_by(records, audience);
    ReportView view;
    view.program = settings.program;
    view.plan = to_string(plan.ref);
    view.as_of = date_text(as_of);
    view.audience = copy_for(audience);
    add_terms(view, plan);
    add_verdict(view, plan);
    view.goals = goal_views(settings, plan);
    view.legend = chart_legend();
    view.skills = skill_views(plan);
    view.company_owes = activity_views(plan, OwedBy::company);
    view.rep_owes = activity_views(plan, OwedBy::rep);
    view.late = late_in_words(plan, audience);
    add_records(view, plan, seen, as_of);
    view.signatures = signature_views(plan);
    view.terms = terms_in_words(plan.agreed);
    view.amendments = amendment_views(plan.agreed);
    if (audience == Audience::hr) {
        view.irregular = irregular_views(seen, as_of);
    }
    view.outcome = outcome_view(plan, as_of);
    view.includes = includes_in_words(seen);
    view.page = page_frame(title_of(view), fmt::format("{} as of {}", view.plan, view.as_of));
    return view;
}

std::string report_text(const ReportView& report, Language language) {
    return fill_embedded(language == Language::html ? "report.html" : "report.md",
                         view_of(report_shape(), report), documented(report_shape()));
}

}  // namespace perfplan::output
