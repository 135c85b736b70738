#include "output/report/team_report.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "output/chart/score_chart.hpp"
#include "output/chart/text_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

std::string in_numbers(int count) {
    return grouped(count);
}

std::string days_late(int days) {
    return days > 0 ? count(static_cast<std::size_t>(days), "day") + " late" : "";
}

// ---- plans

/// The first thing to be done that everybody may know of.
std::string next_of(const PlanStatus& plan, Date as_of) {
    for (const NextStep& step : plan.next) {
        if (step.privacy == Privacy::shared) {
            return fmt::format("{}: {}", day(step.on, as_of), describe(step));
        }
    }
    return {};
}

/// The outcome or the verdict in one badge; a success that did not last is none.
Badge badge_for(const PlanStatus& plan) {
    if (has_relapsed(plan)) {
        return {"Relapsed", tone_name(Tone::warning)};
    }
    return plan.outcome ? Badge{capitalized(outcome_in_words(plan.outcome->result)),
                                tone_name(output::tone_of(plan.outcome->result))}
                        : badge_of(plan);
}

std::string score_or_nothing_recorded(const PlanStatus& plan) {
    if (!plan.score) {
        return "nothing recorded yet";
    }
    return plan.outcome
               ? fmt::format("{} done", score_percent(plan))
               : fmt::format("{} done, {} expected", score_percent(plan), percent(plan.expected));
}

std::string days_in_words(const PlanStatus& plan, Date as_of) {
    const std::string window =
        fmt::format("{} to {}", day(plan.timeline.starts, as_of), day(plan.timeline.ends, as_of));
    if (plan.outcome) {
        return fmt::format("{}, closed {}", window, day(plan.outcome->on, as_of));
    }
    return fmt::format("{}, {} left", window, counted(plan.days.left(), plan.days.basis));
}

/// A plan at its place among those of the page.
struct PlanOnPage {
    const TeamReport& page;
    std::size_t place = 0;

    [[nodiscard]] const PlanStatus& plan() const { return page.plan(place); }
    [[nodiscard]] const PlanLink& link() const { return page.links[place]; }
};

std::vector<PlanOnPage> plans_at(const TeamReport& page, const std::vector<std::size_t>& places) {
    std::vector<PlanOnPage> plans;
    for (const std::size_t place : places) {
        plans.push_back({page, place});
    }
    return plans;
}

const ViewShape<PlanOnPage>& plan_shape() {
    using P = PlanOnPage;
    static const ViewShape<P> shape{
        {"of", "whose plan it is", plan_link_shape(), [](const P& p) { return p.link(); }},
        {"verdict", "the verdict in words", [](const P& p) { return badge_for(p.plan()).words; }},
        {"tone", "good, warning or bad, as the style sheet calls it",
         [](const P& p) { return badge_for(p.plan()).tone; }},
    };
    return shape;
}

const ViewShape<PlanOnPage>& attention_shape() {
    using P = PlanOnPage;
    static const ViewShape<P> shape = joined<P>(
        plan_shape(),
        ViewShape<P>{
            {"why", "the reasons, most serious first", [](const P& p) { return needs(p.plan()); }},
            {"next", "what is to be done first",
             [](const P& p) { return next_of(p.plan(), p.page.as_of); }},
        });
    return shape;
}

const ViewShape<PlanOnPage>& card_shape() {
    using P = PlanOnPage;
    static constexpr int bar_width = 10;
    static constexpr std::size_t trend_length = 8;
    static const ViewShape<P> shape = joined<P>(
        plan_shape(),
        ViewShape<P>{
            {"days", "from when to when it runs, and what is left",
             [](const P& p) { return days_in_words(p.plan(), p.page.as_of); }},
            {"score", "done and expected",
             [](const P& p) { return score_or_nothing_recorded(p.plan()); }},
            {"chart", "the course of the score",
             [](const P& p) {
                 return score_chart(p.page.settings, p.plan(), p.link().anchor + "-score");
             }},
            {"bar", "the score drawn with characters",
             [](const P& p) { return progress_bar(p.plan().score, p.plan().expected, bar_width); }},
            {"trend", "its course drawn with characters",
             [](const P& p) { return sparkline(score_trend(p.plan(), trend_length)); }},
        });
    return shape;
}

// ---- what is due

/// A review or support that is due.
struct Due {
    PlanLink of;
    std::string when;
    std::string late;  ///< "6 days late"
    std::string what;
    std::string who;
};

const ViewShape<Due>& due_shape() {
    static const ViewShape<Due> shape{
        {"of", "whose plan it is", plan_link_shape(), &Due::of},
        {"when", "day", &Due::when},
        {"late", "how late it is", &Due::late},
        {"what", "what is to be done", &Due::what},
        {"who", "who is to do it", &Due::who},
    };
    return shape;
}

std::vector<Due> reviews_to_hold(const TeamReport& team) {
    std::vector<Due> views;
    for (const ReviewToHold& review : team.figures.reviews_due) {
        views.push_back(
            {team.links[review.plan],
             fmt::format("{}, {}", weekday_name(review.on).substr(0, 3), team.day(review.on)),
             days_late(review.late_days), "review",
             manager_name(team.plan(review.plan).terms.manager)});
    }
    return views;
}

std::vector<Due> support_owed(const TeamReport& team) {
    std::vector<Due> views;
    for (const OwedSupport& owed : team.figures.support_owed) {
        const ActivityStatus& activity = team.plan(owed.plan).activities[owed.activity];
        views.push_back({team.links[owed.plan], owed.due ? team.day(*owed.due) : "no date",
                         days_late(owed.late_days), activity.title, activity.owner});
    }
    return views;
}

// ---- figures

/// How many there are of something, and a bar of it.
struct Count {
    std::string name;
    std::string count;
    Markup bar;
};

const ViewShape<Count>& count_shape() {
    static const ViewShape<Count> shape{
        {"name", "what is counted", &Count::name},
        {"count", "the count, with what it is of", &Count::count},
        {"bar", "the same drawn", &Count::bar},
    };
    return shape;
}

std::vector<Figure> team_top_figures(const TeamReport& team) {
    const TeamFigures& figures = team.figures;
    const Proportion attention{static_cast<int>(figures.attention.size()),
                               static_cast<int>(team.plans.size())};
    const auto overdue = std::count_if(figures.reviews_due.begin(), figures.reviews_due.end(),
                                       [](const auto& review) { return review.late_days > 0; });
    return {
        part_figure("Need attention", attention, "no plan", "of all plans"),
        {"Reviews due this week", in_numbers(static_cast<int>(figures.reviews_due.size())),
         fmt::format("{} overdue", overdue)},
        part_figure("Reviews held", figures.together.reviews, "none was due yet",
                    "of those that were due"),
        part_figure("Company support", figures.support, "none was due yet",
                    "delivered, of what was due"),
        part_figure("Recovered", figures.outcomes.recovered, "no outcome yet",
                    "met, of plans met or not met"),
        part_figure("Recognition",
                    {figures.together.feedback.positive,
                     figures.together.feedback.positive + figures.together.feedback.negative},
                    "neither praise nor criticism", "of praise and criticism"),
    };
}

double ratio(int count, int of) {
    return of == 0 ? 0.0 : static_cast<double>(count) / of;
}

std::string band_name(const AttainmentBand& band) {
    return !band.below      ? fmt::format("{}% and more", band.from)
           : band.from == 0 ? fmt::format("under {}%", *band.below)
                            : fmt::format("{} to under {}%", band.from, *band.below);
}

std::vector<Count> counts_by_band(const AttainmentSpread& spread) {
    int most = 0;
    for (const AttainmentBand& band : spread.bands) {
        most = std::max(most, band.plans);
    }
    std::vector<Count> views;
    for (const AttainmentBand& band : spread.bands) {
        views.push_back({band_name(band), describe(Proportion{band.plans, spread.stated.count}),
                         share_bar(ratio(band.plans, most))});
    }
    return most == 0 ? std::vector<Count>() : views;
}

std::string attainment_count(const AttainmentSpread& spread) {
    return spread.stated.count == 0
               ? "No plan states what was attained of a quota."
               : fmt::format("Stated by {}; the median is {}.", describe(spread.stated, "plan"),
                             percent(spread.median));
}

std::vector<Count> counts_by_outcome(const Outcomes& outcomes) {
    const int decided = outcomes.met + outcomes.not_met + outcomes.withdrawn;
    if (decided == 0) {
        return {};
    }
    const auto counted = [&](std::string_view name, int count) {
        return Count{std::string(name), describe(Proportion{count, decided}),
                     share_bar(ratio(count, decided))};
    };
    return {counted("met", outcomes.met), counted("not met", outcomes.not_met),
            counted("withdrawn", outcomes.withdrawn)};
}

std::string outcome_count(const Outcomes& outcomes) {
    std::vector<std::string> parts;
    if (outcomes.recovered.of > 0) {
        parts.push_back(
            fmt::format("Recovered: {} of those met or not met.", describe(outcomes.recovered)));
    }
    if (outcomes.relapsed.of > 0) {
        parts.push_back(
            fmt::format("Relapsed after success so far: {}.", describe(outcomes.relapsed)));
    }
    if (parts.empty()) {
        parts.emplace_back("No plan was met or not met yet.");
    }
    if (outcomes.undecided > 0) {
        parts.push_back(fmt::format("{} ended without an outcome so far.",
                                    count(static_cast<std::size_t>(outcomes.undecided), "plan")));
    }
    return fmt::format("{}", fmt::join(parts, " "));
}

struct ReportedManager {
    std::string name;
    const ManagerFigures& figures;
};

const ViewShape<ReportedManager>& manager_shape() {
    using M = ReportedManager;
    static const ViewShape<M> shape{
        {"manager", "name", &M::name},
        {"plans", "how many", [](const M& m) { return in_numbers(m.figures.plans); }},
        {"reviews", "held, of those that were due",
         [](const M& m) { return or_none_yet(m.figures.reviews, "none due yet"); }},
        {"coaching", "notes of coaching",
         [](const M& m) { return in_numbers(m.figures.coaching); }},
        {"recognition", "notes of recognition",
         [](const M& m) { return in_numbers(m.figures.feedback.positive); }},
        {"criticism", "notes of concern",
         [](const M& m) { return in_numbers(m.figures.feedback.negative); }},
        {"other", "notes that are neither",
         [](const M& m) { return in_numbers(m.figures.feedback.neutral); }},
        {"recovered", "plans met, of those met or not met",
         [](const M& m) { return or_none_yet(m.figures.recovered, "no outcome yet"); }},
    };
    return shape;
}

std::vector<ReportedManager> reported_managers(const TeamFigures& figures) {
    std::vector<ReportedManager> managers;
    for (const ManagerFigures& manager : figures.managers) {
        managers.push_back({manager_name(manager.manager), manager});
    }
    return managers;
}

/// Nothing for a single manager.
std::optional<ReportedManager> managers_together(const TeamFigures& figures) {
    return figures.managers.size() > 1 ? std::optional(ReportedManager{"all", figures.together})
                                       : std::nullopt;
}

std::string attention_count(const TeamReport& team) {
    const Proportion part{static_cast<int>(team.figures.attention.size()),
                          static_cast<int>(team.plans.size())};
    return part.of == 0 ? "There is no plan." : describe(part, "plan") + ".";
}

std::string support_count(const Proportion& support) {
    return support.of == 0 ? "Nothing that the company promised was due yet."
                           : fmt::format("{} of what was due was delivered.", describe(support));
}

const ViewShape<TeamReport>& team_shape() {
    using T = TeamReport;
    static const ViewShape<T> shape =
        joined<T>(portfolio_shape(),
                  ViewShape<T>{
                      {"figures", "the figures that come first", figure_shape(), team_top_figures},
                      {"attention_count", "how many plans need attention", attention_count},
                      {"attention", "these plans", attention_shape(),
                       [](const T& t) { return plans_at(t, t.figures.attention); }},
                      {"week", "its first and last day",
                       [](const T& t) {
                           return fmt::format("{} to {}", t.day(t.figures.week.first),
                                              t.day(t.figures.week.last));
                       }},
                      {"reviews", "reviews that are to be held", due_shape(), reviews_to_hold},
                      {"support_count", "how much support was delivered",
                       [](const T& t) { return support_count(t.figures.support); }},
                      {"support", "support that the company owes", due_shape(), support_owed},
                      {"legend", "what the marks of the charts mean", legend_shape(),
                       [](const T& /*t*/) { return score_legend(); }},
                      {"plans", "every plan", card_shape(),
                       [](const T& t) { return plans_at(t, t.figures.by_need); }},
                      {"attainment_count", "how many plans state it",
                       [](const T& t) { return attainment_count(t.figures.attainment); }},
                      {"attainment", "by bands of ten percent", count_shape(),
                       [](const T& t) { return counts_by_band(t.figures.attainment); }},
                      {"outcome_count", "how many recovered",
                       [](const T& t) { return outcome_count(t.figures.outcomes); }},
                      {"outcomes", "by what was decided", count_shape(),
                       [](const T& t) { return counts_by_outcome(t.figures.outcomes); }},
                      {"managers", "each manager", manager_shape(),
                       [](const T& t) { return reported_managers(t.figures); }},
                      {"together", "all of several managers", manager_shape(),
                       [](const T& t) { return managers_together(t.figures); }},
                  });
    return shape;
}

}  // namespace

std::string team_text(const TeamReport& team, Language language) {
    return fill_embedded(language == Language::html ? "team.html" : "team.md", team_shape(), team);
}

}  // namespace perfplan::output
