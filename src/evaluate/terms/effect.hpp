// What a change of terms means for the rep: easier, harder, or neither.
// The rules by which a changed field is easier, harder or neither: one function a kind of field.
#pragma once

#include "model/difference.hpp"

#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// The fields in which the terms differ, each with its effect on the rep. What is not certain to be
/// easier or neutral is harder: perfplan-tree(5) has the table.
std::vector<Change> changes_between(const Plan& before, const Plan& after);

/// True if anything in it is harder: that takes signatures.
bool is_harder(const std::vector<Change>& changes);

}  // namespace perfplan::evaluate

namespace perfplan::evaluate::effects {

/// The two sets of terms, and the id of the goal, skill or activity that a field belongs to.
struct Both {
    const Plan& before;
    const Plan& after;
    std::string_view id;
    std::string_view key;  ///< of a checkpoint: its date
};

template <class T>
Effect easier_if_more(const T& before, const T& after) {
    return after > before ? Effect::easier : after < before ? Effect::harder : Effect::neutral;
}

template <class T>
Effect easier_if_less(const T& before, const T& after) {
    return easier_if_more(after, before);
}

// ---- the plan

Effect neutral(const Both& both);
Effect ends(const Both& both);
Effect success(const Both& both);

/// True if weights have a say in whether the plan is met: its success is a matter of the score.
bool weights_decide(const Both& both);

// ---- goals

Effect whole_goal(const Both& both);
Effect target(const Both& both);
Effect baseline(const Both& both);
Effect checkpoint(const Both& both);
Effect at_most(const Both& both);
Effect at_least(const Both& both);
Effect holds_in(const Both& both);
Effect deliver(const Both& both);
Effect goal_starts(const Both& both);
Effect due(const Both& both);
Effect weight(const Both& both);

// ---- skills and activities

Effect whole_skill(const Both& both);
Effect required_level(const Both& both);
Effect by_date(const Both& both);
Effect whole_activity(const Both& both);
Effect owner(const Both& both);
Effect activity_due(const Both& both);

}  // namespace perfplan::evaluate::effects
