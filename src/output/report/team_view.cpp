// What the page of many plans says, in words.
#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "output/chart/score_chart.hpp"
#include "output/chart/text_chart.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_link.hpp"
#include "output/report/team_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

/// The plans, and what all lists of the page say of each.
struct Scene {
    const Settings& settings;
    const std::vector<RecordedPlan>& plans;
    const TeamFigures& figures;
    std::vector<PlanLinkView> links;

    [[nodiscard]] const PlanStatus& plan(std::size_t place) const { return plans[place].status; }
    [[nodiscard]] std::string day(Date date) const { return evaluate::day(date, figures.as_of); }
};

std::string in_numbers(int count) {
    return grouped(count);
}

std::string days_late(int days) {
    return days > 0 ? count(static_cast<std::size_t>(days), "day") + " late" : "";
}

// ---- lists

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

std::vector<AttentionView> attention(const Scene& scene) {
    std::vector<AttentionView> views;
    for (const std::size_t place : scene.figures.attention) {
        const PlanStatus& plan = scene.plan(place);
        const Badge badge = badge_for(plan);
        views.push_back({scene.links[place], badge.words, badge.tone, needs(plan),
                         next_of(plan, scene.figures.as_of)});
    }
    return views;
}

std::vector<DueView> reviews(const Scene& scene) {
    std::vector<DueView> views;
    for (const ReviewToHold& review : scene.figures.reviews_due) {
        views.push_back(
            {scene.links[review.plan],
             fmt::format("{}, {}", weekday_name(review.on).substr(0, 3), scene.day(review.on)),
             days_late(review.late_days), "review",
             manager_name(scene.plan(review.plan).terms.manager)});
    }
    return views;
}

std::vector<DueView> support(const Scene& scene) {
    std::vector<DueView> views;
    for (const OwedSupport& owed : scene.figures.support_owed) {
        const ActivityStatus& activity = scene.plan(owed.plan).activities[owed.activity];
        views.push_back({scene.links[owed.plan], owed.due ? scene.day(*owed.due) : "no date",
                         days_late(owed.late_days), activity.title, activity.owner});
    }
    return views;
}

std::string score_or_nothing_recorded(const PlanStatus& plan) {
    if (!plan.score) {
        return "nothing recorded yet";
    }
    return plan.outcome
               ? fmt::format("{} done", percent(plan.score))
               : fmt::format("{} done, {} expected", percent(plan.score), percent(plan.expected));
}

std::string days_in_words(const PlanStatus& plan, Date as_of) {
    const std::string window =
        fmt::format("{} to {}", day(plan.timeline.starts, as_of), day(plan.timeline.ends, as_of));
    if (plan.outcome) {
        return fmt::format("{}, closed {}", window, day(plan.outcome->on, as_of));
    }
    return fmt::format("{}, {} left", window, counted(plan.days.left(), plan.days.basis));
}

std::vector<CardView> cards(const Scene& scene) {
    constexpr int bar_width = 10;
    constexpr std::size_t trend_length = 8;
    std::vector<CardView> views;
    for (const std::size_t place : scene.figures.by_need) {
        const PlanStatus& plan = scene.plan(place);
        const PlanLinkView& link = scene.links[place];
        const Badge badge = badge_for(plan);
        views.push_back({link, badge.words, badge.tone, days_in_words(plan, scene.figures.as_of),
                         score_or_nothing_recorded(plan),
                         score_chart(scene.settings, plan, link.anchor + "-score"),
                         progress_bar(plan.score, plan.expected, bar_width),
                         sparkline(score_trend(plan, trend_length))});
    }
    return views;
}

// ---- figures

std::vector<FigureView> figures_of(const Scene& scene) {
    const TeamFigures& figures = scene.figures;
    const Proportion attention{static_cast<int>(figures.attention.size()),
                               static_cast<int>(scene.plans.size())};
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

std::vector<CountView> attainment(const AttainmentSpread& spread) {
    int most = 0;
    for (const AttainmentBand& band : spread.bands) {
        most = std::max(most, band.plans);
    }
    std::vector<CountView> views;
    for (const AttainmentBand& band : spread.bands) {
        views.push_back({band_name(band), describe(Proportion{band.plans, spread.stated.count}),
                         share_bar(ratio(band.plans, most))});
    }
    return most == 0 ? std::vector<CountView>() : views;
}

std::string attainment_count(const AttainmentSpread& spread) {
    return spread.stated.count == 0
               ? "No plan states what was attained of a quota."
               : fmt::format("Stated by {}; the median is {}.", describe(spread.stated, "plan"),
                             percent(spread.median));
}

std::vector<CountView> outcomes(const Outcomes& outcomes) {
    const int decided = outcomes.met + outcomes.not_met + outcomes.withdrawn;
    if (decided == 0) {
        return {};
    }
    const auto view = [&](std::string_view name, int count) {
        return CountView{std::string(name), describe(Proportion{count, decided}),
                         share_bar(ratio(count, decided))};
    };
    return {view("met", outcomes.met), view("not met", outcomes.not_met),
            view("withdrawn", outcomes.withdrawn)};
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

ManagerView manager_view(const ManagerFigures& figures, std::string name) {
    return {std::move(name),
            in_numbers(figures.plans),
            or_none_yet(figures.reviews, "none due yet"),
            in_numbers(figures.coaching),
            in_numbers(figures.feedback.positive),
            in_numbers(figures.feedback.negative),
            in_numbers(figures.feedback.neutral),
            or_none_yet(figures.recovered, "no outcome yet")};
}

std::vector<ManagerView> managers(const TeamFigures& figures) {
    std::vector<ManagerView> views;
    for (const ManagerFigures& manager : figures.managers) {
        views.push_back(manager_view(manager, manager_name(manager.manager)));
    }
    return views;
}

std::string attention_count(const Scene& scene) {
    const Proportion part{static_cast<int>(scene.figures.attention.size()),
                          static_cast<int>(scene.plans.size())};
    return part.of == 0 ? "There is no plan." : describe(part, "plan") + ".";
}

std::string support_count(const Proportion& support) {
    return support.of == 0 ? "Nothing that the company promised was due yet."
                           : fmt::format("{} of what was due was delivered.", describe(support));
}

}  // namespace

TeamView team_view(const Settings& settings, const std::vector<RecordedPlan>& plans,
                   const TeamFigures& figures, const ReportScope& scope) {
    const Scene scene{settings, plans, figures, plan_links(plans)};
    TeamView view;
    view.page = page_frame(
        fmt::format("{}: {}", settings.program, scope.title),
        fmt::format("{}, {}, as of {}", settings.program, scope.title, date_text(figures.as_of)),
        embedded_template("many.css"));
    view.program = settings.program;
    view.title = scope.title;
    view.as_of = date_text(figures.as_of);
    view.audience = audience_in_words(scope.audience);
    view.left_out = left_out_in_words(scope.left_out);
    view.selection = scope.selection;
    view.counted = counted_by_state(plans);
    view.figures = figures_of(scene);
    view.attention_count = attention_count(scene);
    view.attention = attention(scene);
    view.needs_attention = !view.attention.empty();
    view.week =
        fmt::format("{} to {}", scene.day(figures.week.first), scene.day(figures.week.last));
    view.reviews = reviews(scene);
    view.has_reviews = !view.reviews.empty();
    view.support_count = support_count(figures.support);
    view.support = support(scene);
    view.has_support = !view.support.empty();
    view.legend = score_legend();
    view.plans = cards(scene);
    view.attainment_count = attainment_count(figures.attainment);
    view.attainment = attainment(figures.attainment);
    view.has_attainment = !view.attainment.empty();
    view.outcome_count = outcome_count(figures.outcomes);
    view.outcomes = outcomes(figures.outcomes);
    view.has_outcomes = !view.outcomes.empty();
    view.managers = managers(figures);
    if (view.managers.size() > 1) {
        view.together = manager_view(figures.together, "all");
    }
    return view;
}

}  // namespace perfplan::output
