#include "evaluate/plan/decision.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/plan_verdict.hpp"
#include "evaluate/plan/score.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

using Kind = Objection::Kind;

std::string shown(const Window& window) {
    return fmt::format("from {} to {}", to_string(window.first), to_string(window.last));
}

/// Options of a decision that others don't have, and those that it needs.
std::vector<Objection> misused(const Record& review) {
    std::vector<Objection> found;
    const bool pauses = review.decision == Decision::pause;
    const bool extends = review.decision == Decision::extend;
    if (review.from && !pauses && review.decision != Decision::resume) {
        found.push_back({Kind::misused, "'from' belongs to a pause or a resumption", ""});
    }
    if (review.until && !pauses && !extends) {
        found.push_back({Kind::misused, "'until' belongs to an extension or a pause", ""});
    }
    if (extends && !review.until) {
        found.push_back({Kind::misused, "an extension needs its new last day", "add --until DATE"});
    }
    if (review.reason && !review.decision) {
        found.push_back({Kind::misused, "'reason' belongs to a decision", "add --decision WHAT"});
    }
    if (review.override_reason && review.decision != Decision::met &&
        review.decision != Decision::not_met) {
        found.push_back({Kind::misused, "'override' belongs to the decisions met and not-met",
                         "--reason says why anything else was decided"});
    }
    return found;
}

std::string times(int n) {
    return n == 1 ? "once" : count(static_cast<std::size_t>(n), "time");
}

/// How many amendments have moved the plan's last day by then.
int amended_ends(const TermsStatus& agreed, Date date) {
    const auto extending = extending_amendments(agreed);
    return static_cast<int>(
        std::ranges::count_if(extending, [&](const auto* each) { return each->on <= date; }));
}

std::vector<Objection> to_extension(const Settings& settings, const Timeline& known,
                                    int amended_ends, const Record& review) {
    std::vector<Objection> found;
    if (auto objection =
            objection_to_extensions(settings.policy, known.extensions + amended_ends)) {
        found.push_back(*std::move(objection));
    }
    if (known.open_pause) {
        found.push_back({Kind::impossible,
                         fmt::format("the plan is paused since {}, without an end",
                                     to_string(*known.open_pause)),
                         "its end moves with the pause; extend it after --decision resume"});
    } else if (review.until && *review.until <= known.ends) {
        found.push_back({Kind::impossible,
                         fmt::format("{} is no extension: the plan runs until {}",
                                     to_string(*review.until), to_string(known.ends)),
                         "give --until a later date"});
    } else if (review.until && *review.until < review.date) {
        found.push_back({Kind::impossible,
                         fmt::format("{} is over already: the plan can't be extended into the past",
                                     to_string(*review.until)),
                         "give --until a later date"});
    }
    return found;
}

std::vector<Objection> to_pause(const Timeline& known, const Record& review) {
    const Date from = review.from.value_or(review.date);
    if (review.until && *review.until < from) {
        return {{Kind::misused,
                 fmt::format("the pause ends on {}, before it starts on {}",
                             to_string(*review.until), to_string(from)),
                 ""}};
    }
    std::vector<Objection> found;
    if (!known.window().contains(from)) {
        found.push_back({Kind::impossible,
                         fmt::format("the pause starts on {}, outside the plan", to_string(from)),
                         fmt::format("the plan runs {}", shown(known.window()))});
    }
    for (const Window& other : known.pauses) {
        const bool is_open = known.open_pause && other.contains(*known.open_pause);
        const bool overlaps =
            (is_open || from <= other.last) && (!review.until || other.first <= *review.until);
        if (overlaps) {
            found.push_back({Kind::impossible,
                             is_open ? fmt::format("the plan is paused already since {}",
                                                   to_string(other.first))
                                     : fmt::format("the plan is paused already {}", shown(other)),
                             "pauses must not overlap; --decision resume ends one"});
        }
    }
    return found;
}

std::vector<Objection> to_resumption(const Timeline& known, const Record& review) {
    const Date back = review.from.value_or(review.date);
    const bool is_open = known.open_pause && *known.open_pause <= back;
    if (is_open || known.paused_on(back)) {
        return {};
    }
    std::vector<std::string> pauses;
    for (const Window& pause : known.pauses) {
        pauses.push_back(shown(pause));
    }
    return {
        {Kind::impossible, fmt::format("the plan is not paused on {}", to_string(back)),
         pauses.empty() ? "it has no pauses" : fmt::format("it is paused {}", listing(pauses))}};
}

/// "pipeline and discount fall short", or the score where all goals are met.
std::string falls_short(const PlanStatus& plan) {
    std::vector<std::string> short_ones;
    for (const GoalStatus& goal : plan.goals) {
        if (goal.verdict != Verdict::met && goal.verdict != Verdict::held) {
            short_ones.push_back(goal.id.str());
        }
    }
    if (plan.goals.empty()) {
        return "it has no goals";
    }
    if (short_ones.empty()) {
        return plan.score ? fmt::format("its score is {}", score_percent(plan))
                          : "its guardrails must hold until its last day";
    }
    return fmt::format("{} {} short", listing(short_ones),
                       short_ones.size() == 1 ? "falls" : "fall");
}

/// Until its last day, unless a goal that all depends on was missed before.
bool can_still_succeed(const PlanStatus& plan) {
    const bool by_score = plan.terms.success && plan.terms.success->score;
    const bool is_missed = std::any_of(plan.goals.begin(), plan.goals.end(), [](const auto& goal) {
        return goal.verdict == Verdict::missed;
    });
    return !plan.goals.empty() && plan.figures_on < plan.timeline.ends && (by_score || !is_missed);
}

void add_late_support(std::vector<Objection>& found, const PlanStatus& plan) {
    for (const ActivityStatus* activity : late_support(plan)) {
        found.push_back(
            {Kind::can_be_waived,
             fmt::format("the company promised '{}' and has not kept it: {} owes it since {}",
                         activity->title, activity->owner, to_string(*activity->due)),
             ""});
    }
}

std::vector<Objection> to_failure(const PlanStatus& before) {
    std::vector<Objection> found;
    if (can_still_succeed(before)) {
        found.push_back({Kind::can_be_waived,
                         fmt::format("the plan runs until {}: it can still be met",
                                     to_string(before.timeline.ends)),
                         ""});
    }
    add_late_support(found, before);
    const bool is_first_review = before.reviews.held <= 1;
    if (is_first_review && before.reviews.due > 1) {
        found.push_back(
            {Kind::can_be_waived,
             fmt::format("no review was held before this one, {} were due", before.reviews.due),
             ""});
    }
    return found;
}

std::vector<Objection> to_outcome(const PlanStatus& before, const Record& review) {
    const bool is_met = review.decision == Decision::met;
    const bool succeeded = success_holds(before.terms, before.goals, before.score,
                                         before.timeline.ends, before.figures_on);
    std::vector<Objection> found;
    if (is_met && !succeeded) {
        found.push_back({Kind::can_be_waived, "the plan is not met: " + falls_short(before), ""});
    } else if (!is_met && succeeded) {
        found.push_back({Kind::can_be_waived, "the plan is met: its success rule holds", ""});
    } else if (!is_met) {
        found = to_failure(before);
    }
    if (!review.override_reason) {
        return found;
    }
    if (found.empty()) {
        return {{Kind::impossible,
                 "nothing speaks against this outcome: there is nothing to override",
                 "say it with --reason"}};
    }
    return {};
}

}  // namespace

std::optional<Objection> objection_to_extensions(const Policy& policy, int extensions) {
    if (extensions < policy.max_extensions) {
        return std::nullopt;
    }
    return Objection{Kind::impossible,
                     fmt::format("the plan was extended {} already, the policy allows {}",
                                 times(extensions), policy.max_extensions),
                     "policy.max_extensions in perfplan.yaml sets how often"};
}

std::vector<Objection> objections(const Settings& settings, const ReviewedPlan& plan,
                                  const Record& review) {
    std::vector<Objection> found = misused(review);
    if (!found.empty() || !review.decision) {
        return found;
    }
    const auto known = [&] { return timeline(settings, plan.terms, plan.journal, plan.today); };
    switch (*review.decision) {
        case Decision::extend:
            return to_extension(settings, known(), amended_ends(plan.agreed, review.date), review);
        case Decision::pause: return to_pause(known(), review);
        case Decision::resume: return to_resumption(known(), review);
        case Decision::met:
        case Decision::not_met: return to_outcome(status_before(settings, plan, review), review);
        case Decision::go_on:
        case Decision::adjust:
        case Decision::withdraw: break;
    }
    return found;
}

}  // namespace perfplan::evaluate
