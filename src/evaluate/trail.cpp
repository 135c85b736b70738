#include "trail.hpp"

namespace perfplan {

namespace {

bool reaches(const Goal& goal, const auto& current) {
    if (goal.kind() == GoalKind::guardrail) {
        return (!goal.at_most || current <= *goal.at_most) &&
               (!goal.at_least || current >= *goal.at_least);
    }
    return *goal.target >= goal.baseline.value_or(0) ? current >= *goal.target
                                                     : current <= *goal.target;
}

std::optional<Turn> turn(GoalKind kind, bool was_reached, bool is_reached) {
    if (was_reached == is_reached) {
        return std::nullopt;
    }
    if (kind == GoalKind::guardrail) {
        return is_reached ? Turn::held : Turn::breached;
    }
    return is_reached ? Turn::met : Turn::unmet;
}

}  // namespace

std::string_view to_string(Turn turn) {
    switch (turn) {
        case Turn::met: return "met";
        case Turn::unmet: return "unmet";
        case Turn::held: return "held";
        case Turn::breached: return "breached";
    }
    return "?";
}

/// As long as nothing was read, a guardrail holds and any other goal is not reached.
bool Trail::is_reached() const {
    const bool is_guardrail = goal_->kind() == GoalKind::guardrail;
    const auto current = combine(in_force_, goal_->readings);
    return current ? reaches(*goal_, *current) : is_guardrail;
}

PastReading Trail::add(const Slug& id, GoalReading reading) {
    PastReading past{id, reading.value, goal_ != nullptr ? goal_->unit : std::nullopt, {}, {}, {},
                     {}};
    const bool is_judged = goal_ != nullptr && goal_->kind() != GoalKind::deliverable;
    const bool was_reached = is_judged && is_reached();
    if (!in_force_.empty() && in_force_.back().on == reading.on) {
        past.corrects = in_force_.back().value;
        in_force_.pop_back();
    }
    if (!in_force_.empty()) {
        past.before = in_force_.back();
    }
    in_force_.push_back(std::move(reading));
    if (is_judged) {
        past.turn = turn(goal_->kind(), was_reached, is_reached());
    }
    return past;
}

}  // namespace perfplan
