#include "base/text/text.hpp"
#include "output/chart/text_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/describe/terms.hpp"
#include "output/report/describe.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            text += (text.empty() ? "" : std::string(separator)) + part;
        }
    }
    return text;
}

/// "Dana Reyes, Mid-market account executive, west", and the plan's name at the right margin.
std::string headline(const PlanStatus& plan, const Style& style, std::size_t width) {
    const Plan& terms = plan.terms;
    const std::string who = joined(
        {visible(terms.rep), visible(terms.role.value_or("")), visible(terms.team.value_or(""))},
        ", ");
    const std::string ref = to_string(plan.ref);
    const std::size_t used = display_width(who) + ref.size();
    if (used + 2 > width) {
        return fmt::format("{}\n{}\n", style.bold(who), ref);
    }
    return fmt::format("{}{}{}\n", style.bold(who), std::string(width - used, ' '), ref);
}

/// Broken to the width of the page.
std::string wrapped(std::string_view text, std::size_t width) {
    std::string lines;
    for (const std::string& line : wrap(text, width)) {
        lines += line + "\n";
    }
    return lines;
}

/// "active", "paused since Oct 12", "paused Oct 12 to Oct 25", "paused Oct 12"
std::string state_in_words(const PlanStatus& plan, Date as_of) {
    const Timeline& timeline = plan.timeline;
    if (plan.state != State::paused) {
        return std::string(to_string(plan.state));
    }
    const auto pause =
        std::find_if(timeline.pauses.begin(), timeline.pauses.end(),
                     [&](const Window& window) { return window.contains(plan.figures_on); });
    if (pause->first == pause->last) {
        return fmt::format("paused {}", day(pause->first, as_of));
    }
    return timeline.open_pause && pause->contains(*timeline.open_pause)
               ? fmt::format("paused since {}", day(pause->first, as_of))
               : fmt::format("paused {} to {}", day(pause->first, as_of), day(pause->last, as_of));
}

/// "off-track, active, Oct 1 to Dec 31, day 38 of 64 workdays"
std::string state_line(const PlanStatus& plan, Date as_of, const Style& style, std::size_t width) {
    const Timeline& timeline = plan.timeline;
    const std::string verdict = plan.verdict ? std::string(to_string(*plan.verdict)) : "";
    std::string line =
        joined({verdict, state_in_words(plan, as_of),
                fmt::format("{} to {}", day(timeline.starts, as_of), day(timeline.ends, as_of))},
               ", ");
    if (timeline.ends != timeline.first_end) {
        line += fmt::format(" (originally {})", day(timeline.first_end, as_of));
    }
    if (plan.state != State::closed) {
        line += fmt::format(", day {} of {}", plan.days.elapsed,
                            counted(plan.days.total, plan.days.basis));
    }
    const std::string lines = wrapped(line, width);
    return style.bold(style.toned(tone_of(plan.verdict), verdict)) + lines.substr(verdict.size());
}

/// The reasons of the verdict, each behind a dash.
std::string reasons(const PlanStatus& plan, std::size_t width) {
    std::string text;
    for (const std::string& reason : plan.reasons) {
        std::string_view lead = "- ";
        for (const std::string& line : wrap(visible(reason), width - 2)) {
            text += fmt::format("{}{}\n", lead, line);
            lead = "  ";
        }
    }
    return text;
}

/// What is to be done and by when, the overdue first.
std::string next_section(const PlanStatus& plan, Date as_of, const Style& style,
                         std::size_t width) {
    constexpr std::size_t most = 6;
    if (plan.next.empty()) {
        return {};
    }
    const std::size_t shown = std::min(most, plan.next.size());
    std::size_t days = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        days = std::max(days, day(plan.next[i].on, as_of).size());
    }
    std::string text = fmt::format("\n{}\n", style.bold("Next"));
    for (std::size_t i = 0; i < shown; ++i) {
        const Date on = plan.next[i].on;
        std::string lead = fmt::format("{:>{}}", day(on, as_of), days);
        for (const std::string& part : wrap(visible(describe(plan.next[i])), width - days - 4)) {
            const std::string line = fmt::format("{}  {}", lead, part);
            text += "  " + (on < as_of ? style.yellow(line) : line) + "\n";
            lead = std::string(days, ' ');
        }
    }
    if (plan.next.size() > most) {
        text += fmt::format("  {:{}}  and {} more until {}\n", "", days, plan.next.size() - most,
                            day(plan.next.back().on, as_of));
    }
    return text;
}

std::string outcome_line(const PlanStatus& plan, Date as_of, std::size_t width) {
    if (!plan.outcome) {
        return {};
    }
    const Outcome& outcome = *plan.outcome;
    std::string line = fmt::format("outcome {} on {} by {}", outcome_in_words(outcome.result),
                                   day(outcome.on, as_of), visible(outcome.by));
    if (outcome.reason) {
        line += ": " + visible(*outcome.reason);
    }
    std::string lines = wrapped(line, width);
    if (outcome.override_reason) {
        lines += wrapped("decided all the same: " + visible(*outcome.override_reason), width);
    }
    return lines;
}

/// Whether a success lasts.
std::string monitoring_line(const PlanStatus& plan, Date as_of, const Style& style,
                            std::size_t width) {
    if (!plan.monitoring) {
        return {};
    }
    const Monitoring& watched = *plan.monitoring;
    if (watched.relapsed_on) {
        return style.toned(
            Tone::bad, wrapped(fmt::format("relapsed on {}: {}", day(watched.relapsed_on, as_of),
                                           visible(watched.why)),
                               width));
    }
    return wrapped(
        as_of <= watched.days.last
            ? fmt::format("watched for a relapse until {}", day(watched.days.last, as_of))
            : fmt::format("no relapse was seen until {}", day(watched.days.last, as_of)),
        width);
}

/// "shortfall in 2026-Q3 bookings: 162,000 of 250,000 USD, 65%"
std::string shortfall_line(const PlanStatus& plan, std::size_t width) {
    if (!plan.terms.shortfall) {
        return {};
    }
    const Shortfall& shortfall = *plan.terms.shortfall;
    const std::string what = joined(
        {visible(shortfall.period.value_or("")), visible(shortfall.metric.value_or(""))}, " ");
    std::string line = "shortfall" + (what.empty() ? "" : " in " + what);
    if (shortfall.attained && shortfall.quota) {
        line += fmt::format(": {} of {}", grouped(*shortfall.attained),
                            amount(*shortfall.quota, shortfall.unit));
        const std::string ramp = ramp_in_words(shortfall);
        line += ramp.empty() ? "" : " at " + ramp;
    } else if (shortfall.cause) {
        line += fmt::format(": {}", to_string(*shortfall.cause));
    }
    if (plan.attainment) {
        line += ", " + percent(Fraction(*plan.attainment));
    }
    return wrapped(line, width);
}

std::string indented(const std::string& lines) {
    std::string text;
    std::size_t start = 0;
    while (start < lines.size()) {
        const std::size_t end = lines.find('\n', start);
        text += "  " + lines.substr(start, end - start) + "\n";
        start = end + 1;
    }
    return text;
}

/// A strip for each goal that is judged by period, with what the running period has.
std::string periods_section(const PlanStatus& plan, Date as_of) {
    constexpr int cells = 40;
    std::string text;
    for (const GoalStatus& goal : plan.goals) {
        if (goal.kind != GoalKind::periodic) {
            continue;
        }
        text += fmt::format("\n  {}  {}\n    {}, {} of {} needed\n", goal.id.str(),
                            period_strip(goal.periods, cells), periods_in_words(goal),
                            goal.periods.required, goal.periods.count());
        const std::string period = goal.period_in_words(as_of);
        text += period.empty() ? "" : fmt::format("    {}\n", period);
    }
    return text;
}

std::string goals_section(const PlanStatus& plan, Date as_of, const Style& style,
                          std::size_t width) {
    if (plan.goals.empty()) {
        return fmt::format("\n{}\n  none yet; add one with 'perfplan goal add {}'\n",
                           style.bold("Goals"), to_string(plan.ref));
    }
    const std::string total = plan.score ? fmt::format(", {} done by weight, {} expected",
                                                       score_percent(plan), percent(plan.expected))
                                         : "";
    return fmt::format("\n{}{}\n{}{}", style.bold("Goals"), total,
                       indented(text_table(goals_table(plan, as_of), style, width - 2)),
                       periods_section(plan, as_of));
}

/// "3 of 4, from 2"
std::string level_in_words(const SkillStatus& skill) {
    return skill.level == skill.start
               ? fmt::format("{} of {}", skill.level, skill.required)
               : fmt::format("{} of {}, from {}", skill.level, skill.required, skill.start);
}

std::string skills_section(const PlanStatus& plan, Date as_of, const Style& style,
                           std::size_t width) {
    if (plan.skills.empty()) {
        return {};
    }
    Table table;
    table.columns = {{"SKILL"}, {"VERDICT", Align::left, WhenNarrow::keep}, {"LEVEL"}, {"BY"}};
    for (const SkillStatus& skill : plan.skills) {
        table.rows.push_back({skill.title, skill_verdict_in_words(skill), level_in_words(skill),
                              day(skill.by, as_of)});
        table.tones.push_back({Tone::plain, tone_of(skill.verdict), Tone::plain, Tone::plain});
    }
    return fmt::format("\n{}\n{}", style.bold("Skills"),
                       indented(text_table(table, style, width - 2)));
}

/// "Oct 20", "each week, next Oct 20", "done Oct 21"
std::string when_in_words(const ActivityStatus& activity, Date as_of) {
    std::string when = activity.verdict == ActivityVerdict::done
                           ? "done " + day(activity.done_on, as_of)
                       : activity.due ? "due " + day(activity.due, as_of)
                                      : "";
    if (activity.late_days > 0) {
        when += fmt::format(", {} late", counted(activity.late_days, DayCount::calendar));
    }
    return when;
}

/// What one side owes; empty where that is nothing.
std::string owed_section(const PlanStatus& plan, OwedBy side, Date as_of, const Style& style,
                         std::size_t width) {
    Table table;
    table.columns = {{"WHAT"},
                     {"WHO", Align::left, WhenNarrow::keep},
                     {"VERDICT", Align::left, WhenNarrow::keep},
                     {"WHEN", Align::left, WhenNarrow::keep}};
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.owed_by == side) {
            table.rows.push_back({activity.title, activity.owner,
                                  std::string(to_string(activity.verdict)),
                                  when_in_words(activity, as_of)});
            table.tones.push_back(
                {Tone::plain, Tone::plain, tone_of(activity.verdict), Tone::plain});
        }
    }
    if (table.rows.empty()) {
        return {};
    }
    const std::string title =
        side == OwedBy::company ? "Owed by the company" : "Owed by " + visible(plan.terms.rep);
    return fmt::format("\n{}\n{}", style.bold(title),
                       indented(text_table(table, style, width - 2)));
}

std::string reviews_section(const PlanStatus& plan, Date as_of, const Style& style) {
    const ReviewStatus& reviews = plan.reviews;
    std::vector<std::string> parts;
    parts.push_back(reviews.last
                        ? fmt::format("{} held, last {}", reviews.held, day(reviews.last, as_of))
                        : "none held");
    if (plan.state != State::closed) {
        parts.push_back(reviews.overdue_since
                            ? fmt::format("one overdue since {}", day(reviews.overdue_since, as_of))
                            : "");
        parts.push_back(reviews.missed > 0 ? fmt::format("{} missed", reviews.missed) : "");
        parts.push_back(reviews.next ? fmt::format("next {}", day(reviews.next, as_of)) : "");
    }
    return fmt::format("\n{}\n  {}\n", style.bold("Reviews"), joined(parts, ", "));
}

std::string notes_section(const PlanStatus& plan, Date as_of, const Style& style) {
    std::vector<std::string> counts;
    for (const auto& [kind, n] : plan.notes) {
        counts.push_back(fmt::format("{} {}", n, to_string(kind)));
    }
    return fmt::format("\n{}\n  {}{}\n", style.bold("Contact"),
                       plan.last_contact ? "last " + day(plan.last_contact, as_of) : "none yet",
                       counts.empty() ? "" : "; notes: " + joined(counts, ", "));
}

std::string next_step(const PlanStatus& plan, Date as_of) {
    const std::string ref = to_string(plan.ref);
    if (plan.monitoring && !plan.monitoring->relapsed_on && plan.monitoring->days.contains(as_of)) {
        return fmt::format("\nnext: perfplan goal record {} GOAL=…\n", ref);
    }
    if (plan.state == State::paused && plan.timeline.open_pause) {
        return fmt::format("\nnext: perfplan review {} --decision resume\n", ref);
    }
    if (plan.goals.empty() || plan.state == State::closed || plan.state == State::paused) {
        return {};
    }
    if (plan.state == State::ended) {
        return fmt::format("\nnext: perfplan review {} --decision …\n", ref);
    }
    const auto signs = next_to_sign(plan.agreed);
    if (plan.state == State::draft && signs) {
        return fmt::format("\nnext: perfplan sign {} --as {}\n", ref, to_string(*signs));
    }
    if (plan.reviews.overdue_since || plan.reviews.next == as_of) {
        return fmt::format("\nnext: perfplan review {}\n", ref);
    }
    if (signs) {
        return fmt::format("\nnext: perfplan sign {} --as {}\n", ref, to_string(*signs));
    }
    return fmt::format("\nnext: perfplan note {} -m …\n", ref);
}

/// Why there is a plan, and who has signed it.
std::string terms_section(const PlanStatus& plan, Date as_of, const Style& style,
                          std::size_t width) {
    std::string lines = shortfall_line(plan, width - 2);
    for (const std::string& line : agreed_in_words(plan.agreed, as_of)) {
        lines += wrapped(line, width - 2);
    }
    return lines.empty() ? "" : fmt::format("\n{}\n{}", style.bold("Terms"), indented(lines));
}

/// The other plans of the rep that began before.
std::string earlier_section(const PlanStatus& plan, Date as_of, const Style& style,
                            std::size_t width) {
    std::string lines;
    for (const EarlierPlan& earlier : plan.earlier) {
        lines += wrapped(earlier_in_words(earlier, as_of), width - 2);
    }
    return lines.empty() ? ""
                         : fmt::format("\n{}\n{}", style.bold("Earlier plans"), indented(lines));
}

}  // namespace

std::string status_page(const PlanStatus& plan, Date as_of, const Style& style, std::size_t width) {
    return headline(plan, style, width) + state_line(plan, as_of, style, width) +
           outcome_line(plan, as_of, width) + monitoring_line(plan, as_of, style, width) +
           reasons(plan, width) + next_section(plan, as_of, style, width) +
           goals_section(plan, as_of, style, width) + skills_section(plan, as_of, style, width) +
           owed_section(plan, OwedBy::company, as_of, style, width) +
           owed_section(plan, OwedBy::rep, as_of, style, width) +
           reviews_section(plan, as_of, style) + notes_section(plan, as_of, style) +
           terms_section(plan, as_of, style, width) + earlier_section(plan, as_of, style, width) +
           next_step(plan, as_of);
}

}  // namespace perfplan::output
