#include "evaluate/plan/verdict.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::evaluate {

namespace {

/// The verdicts of plans, by severity.
constexpr std::array of_plans{Verdict::met,   Verdict::early,   Verdict::on_track,
                              Verdict::stale, Verdict::at_risk, Verdict::off_track};

}  // namespace

std::string_view to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::early: return "early";
        case Verdict::on_track: return "on-track";
        case Verdict::stale: return "stale";
        case Verdict::at_risk: return "at-risk";
        case Verdict::off_track: return "off-track";
        case Verdict::no_data: return "no-data";
        case Verdict::breached: return "breached";
        case Verdict::missed: return "missed";
        case Verdict::held: return "held";
        case Verdict::met: return "met";
    }
    return "?";
}

std::vector<std::string> plan_verdicts() {
    std::vector<std::string> names;
    for (const Verdict verdict : of_plans) {
        names.emplace_back(to_string(verdict));
    }
    return names;
}

Parsed<Verdict> parse_plan_verdict(std::string_view text) {
    for (const Verdict verdict : of_plans) {
        if (to_string(verdict) == text) {
            return verdict;
        }
    }
    return misread(fmt::format("a plan has no verdict '{}'", visible(text)),
                   choose_from(text, plan_verdicts()));
}

int severity(Verdict verdict) {
    const auto* const found = std::find(of_plans.begin(), of_plans.end(), verdict);
    return static_cast<int>(found - of_plans.begin());
}

Verdict said_by(Verdict of_goal) {
    switch (of_goal) {
        case Verdict::breached:
        case Verdict::missed: return Verdict::off_track;
        case Verdict::off_track: return Verdict::at_risk;
        case Verdict::stale:
        case Verdict::no_data: return Verdict::stale;
        default: return Verdict::early;
    }
}

}  // namespace perfplan::evaluate
