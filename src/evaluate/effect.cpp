#include <perfplan/evaluate/effect.hpp>

#include "effect_rules.hpp"

#include <algorithm>
#include <array>

namespace perfplan {

namespace {

using namespace effects;

struct Rule {
    std::string_view field;  ///< "*" stands for an id or a date
    Effect (*effect)(const Both&);
};

/// Every field that is not listed is harder to change, whatever way: it is what the rep signed.
constexpr std::array rules{
    Rule{"team", neutral},
    Rule{"manager", neutral},
    Rule{"hr", neutral},
    Rule{"ends", ends},
    Rule{"success", success},
    Rule{"success.score", success},
    Rule{"goals.*", whole_goal},
    Rule{"goals.*.baseline", baseline},
    Rule{"goals.*.target", target},
    Rule{"goals.*.at_most", at_most},
    Rule{"goals.*.at_least", at_least},
    Rule{"goals.*.deliver", deliver},
    Rule{"goals.*.starts", goal_starts},
    Rule{"goals.*.due", due},
    Rule{"goals.*.weight", weight},
    Rule{"goals.*.checkpoints.*", checkpoint},
    Rule{"goals.*.supports", neutral},
    Rule{"goals.*.relevant", neutral},
    Rule{"goals.*.achievable", neutral},
    Rule{"skills.*", whole_skill},
    Rule{"skills.*.required", required_level},
    Rule{"skills.*.by", by_date},
    Rule{"activities.*", whole_activity},
    Rule{"activities.*.owner", owner},
    Rule{"activities.*.due", activity_due},
};

std::vector<std::string_view> steps_of(std::string_view path) {
    std::vector<std::string_view> steps;
    for (;;) {
        const std::size_t dot = path.find('.');
        steps.push_back(path.substr(0, dot));
        if (dot == std::string_view::npos) {
            return steps;
        }
        path.remove_prefix(dot + 1);
    }
}

bool fits(std::string_view pattern, const std::vector<std::string_view>& steps) {
    const std::vector<std::string_view> wanted = steps_of(pattern);
    return std::equal(wanted.begin(), wanted.end(), steps.begin(), steps.end(),
                      [](auto step, auto found) { return step == "*" || step == found; });
}

Effect effect_of(std::string_view field, const Plan& before, const Plan& after) {
    const std::vector<std::string_view> steps = steps_of(field);
    const Both both{before, after, steps.size() > 1 ? steps[1] : "", steps.back()};
    for (const Rule& rule : rules) {
        if (fits(rule.field, steps)) {
            return rule.effect(both);
        }
    }
    return Effect::harder;
}

}  // namespace

std::vector<Change> changes_between(const Plan& before, const Plan& after) {
    std::vector<Change> changes = differences(before, after);
    for (Change& change : changes) {
        change.effect = effect_of(change.field, before, after);
    }
    return changes;
}

bool is_harder(const std::vector<Change>& changes) {
    return std::any_of(changes.begin(), changes.end(),
                       [](const Change& change) { return change.effect == Effect::harder; });
}

}  // namespace perfplan
