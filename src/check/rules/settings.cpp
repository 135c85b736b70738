#include "check/rules/settings.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::check {

Findings unknown_rules(const Settings& settings) {
    std::vector<std::string> names;
    for (const Rule& rule : rules()) {
        if (rule.grade == Grade::settable) {
            names.emplace_back(rule.name);
        }
    }
    Findings findings;
    for (const auto& [name, level] : settings.check) {
        const Rule* rule = find_rule(name.str());
        const Place place{"perfplan.yaml", {std::string("check"), name.str()}, Place::Mark::key};
        if (rule == nullptr) {
            findings.push_back(
                {place, fmt::format("there is no rule '{}'", name.str()),
                 did_you_mean(name.str(), names, "'perfplan check --rules' lists them")});
        } else if (rule->grade == Grade::fixed) {
            findings.push_back(
                {place,
                 fmt::format("rule '{}' can't be set: without it other commands fail", name.str()),
                 "take the line out"});
        }
    }
    return findings;
}

}  // namespace perfplan::check
