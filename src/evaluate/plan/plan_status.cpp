#include "evaluate/plan/plan_status.hpp"

#include "base/name_table.hpp"
#include "base/text/text.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan::evaluate {

namespace {

constexpr std::array<std::pair<std::string_view, State>, 6> state_names{
    {{"draft", State::draft},
     {"scheduled", State::scheduled},
     {"active", State::active},
     {"paused", State::paused},
     {"ended", State::ended},
     {"closed", State::closed}}};

/// Whether the description names the owner; that of other steps is obvious.
bool names_owner(StepKind kind) {
    return kind == StepKind::activity || kind == StepKind::follow_up || kind == StepKind::signature;
}

}  // namespace

std::string_view to_string(State state) {
    return name_in(state_names, state);
}

std::vector<std::string> states() {
    return names_in(state_names);
}

Parsed<State> parse_state(std::string_view text) {
    if (const auto state = find_named(state_names, text)) {
        return *state;
    }
    return misread(
        fmt::format("there is no state '{}'", visible(text)),
        did_you_mean(text, states(), fmt::format("a plan is {}", listing(states(), "or"))));
}

std::string_view to_string(StepKind kind) {
    switch (kind) {
        case StepKind::review: return "review";
        case StepKind::checkpoint: return "checkpoint";
        case StepKind::goal: return "goal";
        case StepKind::deliverable: return "deliverable";
        case StepKind::skill: return "skill";
        case StepKind::activity: return "activity";
        case StepKind::follow_up: return "follow-up";
        case StepKind::signature: return "signature";
        case StepKind::end: return "end";
    }
    return "?";
}

std::string describe(const NextStep& step) {
    std::string words = names_owner(step.kind) && step.owner ? *step.owner + ": " : "";
    words += step.what;
    if (step.kind == StepKind::follow_up) {
        words += fmt::format(" (follow-up {})", step.id);
    }
    if (step.late_days > 0) {
        words += step.kind == StepKind::review ? ", overdue" : ", late";
    }
    return words;
}

std::vector<Fraction> score_lines(const Plan& terms) {
    std::vector<Fraction> lines;
    if (terms.success && terms.success->score) {
        lines.push_back(Fraction(*terms.success->score) / hundred);
    }
    return lines;
}

std::string score_percent(const PlanStatus& plan) {
    return percent(plan.score, score_lines(plan.terms));
}

}  // namespace perfplan::evaluate
