#include <perfplan/evaluate/development.hpp>

#include "effect_rules.hpp"

#include <optional>

namespace perfplan::effects {

namespace {

Effect opposite(Effect effect) {
    return effect == Effect::easier   ? Effect::harder
           : effect == Effect::harder ? Effect::easier
                                      : Effect::neutral;
}

/// Percent of the score that is needed; that all goals be met asks for at least as much as 100 %.
std::optional<Decimal> needed_score(const Plan& plan) {
    return plan.success ? plan.success->score : std::nullopt;
}

}  // namespace

Effect neutral(const Both& /*both*/) {
    return Effect::neutral;
}

Effect ends(const Both& both) {
    return easier_if_more(both.before.ends, both.after.ends);
}

Effect success(const Both& both) {
    const auto before = needed_score(both.before);
    const auto after = needed_score(both.after);
    if (before && after) {
        return easier_if_less(*before, *after);
    }
    if (!before && !after) {
        return Effect::neutral;
    }
    return after && *after <= Decimal(100) ? Effect::easier : Effect::harder;
}

bool weights_decide(const Both& both) {
    return needed_score(both.before) || needed_score(both.after);
}

Effect whole_skill(const Both& both) {
    return find(both.before.skills, both.id) == nullptr ? Effect::harder : Effect::easier;
}

Effect required_level(const Both& both) {
    return easier_if_less(find(both.before.skills, both.id)->required,
                          find(both.after.skills, both.id)->required);
}

/// Without a date a skill is never late.
Effect by_date(const Both& both) {
    const auto before = find(both.before.skills, both.id)->by;
    const auto after = find(both.after.skills, both.id)->by;
    return before && after ? easier_if_more(*before, *after)
           : after         ? Effect::harder
                           : Effect::easier;
}

/// What the company owes is a help that comes or goes; what the rep owes is work.
Effect whole_activity(const Both& both) {
    const Activity* dropped = find(both.before.activities, both.id);
    const bool is_company =
        dropped != nullptr
            ? owed_by(both.before, dropped->owner) == OwedBy::company
            : owed_by(both.after, find(both.after.activities, both.id)->owner) == OwedBy::company;
    const Effect of_work = dropped == nullptr ? Effect::harder : Effect::easier;
    return is_company ? opposite(of_work) : of_work;
}

Effect owner(const Both& both) {
    const OwedBy before = owed_by(both.before, find(both.before.activities, both.id)->owner);
    const OwedBy after = owed_by(both.after, find(both.after.activities, both.id)->owner);
    return before == after        ? Effect::neutral
           : after == OwedBy::rep ? Effect::harder
                                  : Effect::easier;
}

/// More time for the rep's work is easier, more time for the company's help is harder.
Effect activity_due(const Both& both) {
    const Activity& before = *find(both.before.activities, both.id);
    const Activity& after = *find(both.after.activities, both.id);
    if (owed_by(both.before, before.owner) != owed_by(both.after, after.owner)) {
        return Effect::harder;
    }
    const Effect of_work = before.due && after.due ? easier_if_more(*before.due, *after.due)
                           : after.due             ? Effect::harder
                                                   : Effect::easier;
    return owed_by(both.after, after.owner) == OwedBy::company ? opposite(of_work) : of_work;
}

}  // namespace perfplan::effects
