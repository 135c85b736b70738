// The rules of `check`: what each looks for, how grave that is, and why it matters.
#pragma once

#include "base/diagnostics/diagnostic.hpp"
#include "check/finding.hpp"
#include "check/subject.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::check {

/// What a rule is about.
enum class RuleGroup { files, terms, smart, conduct };
std::string_view to_string(RuleGroup group);

/// Whether perfplan.yaml may set how grave it is. What keeps other commands from their work is
/// fixed.
enum class Grade { settable, fixed };

struct Rule {
    std::string_view name;
    RuleGroup group = RuleGroup::files;
    Severity severity = Severity::warning;  ///< unless perfplan.yaml sets another
    Grade grade = Grade::settable;
    std::string_view reason;  ///< why it matters, in one sentence
    /// Looks at one plan; null for what is found while files are read.
    Findings (*look)(const Subject& subject) = nullptr;
};

/// All rules, in the order in which people read of them.
const std::vector<Rule>& rules();

/// The one of that name, or null.
const Rule* find_rule(std::string_view name);

/// How grave a rule is in a tree; nothing if it is off.
std::optional<Severity> severity_of(const Rule& rule, const Settings& settings);

/// A finding with the rule that found it.
struct RuleFinding {
    const Rule* rule = nullptr;
    Finding finding;
};

/// What all rules that are not off find in one plan.
std::vector<RuleFinding> run_rules(const Subject& subject);

}  // namespace perfplan::check
