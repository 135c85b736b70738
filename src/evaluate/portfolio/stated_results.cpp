#include "evaluate/portfolio/stated_results.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/trigger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace perfplan::evaluate {

namespace {

/// No list of periods is longer: two years of months.
constexpr std::size_t most_periods = 24;

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + separator.size());
    }
}

/// The labels in "2026-Q1, 2026-Q2 and 2026-Q4".
std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> labels;
    for (const std::string& part : split(text, " and ")) {
        for (std::string& label : split(part, ", ")) {
            labels.push_back(std::move(label));
        }
    }
    return labels;
}

/// From the first to the last, both of one length; empty if they do not go together.
std::vector<Period> stretch(const Period& first, const Period& last) {
    std::vector<Period> periods{last};
    while (first < periods.back() && periods.size() < most_periods) {
        periods.push_back(periods.back().previous());
    }
    if (!(periods.back() == first)) {
        return {};
    }
    std::reverse(periods.begin(), periods.end());
    return periods;
}

/// Empty for what can't be read.
std::vector<Period> periods_of(std::string_view label, const FiscalYear& fiscal) {
    const std::vector<std::string> ends = split(label, " to ");
    std::vector<Period> periods;
    for (const std::string& each : ends.size() == 2 ? ends : listed(label)) {
        const auto period = parse_period(each, fiscal);
        if (!period) {
            return {};
        }
        periods.push_back(*period);
    }
    if (ends.size() == 2) {
        return stretch(periods.front(), periods.back());
    }
    std::sort(periods.begin(), periods.end());
    return periods;
}

/// One figure for all of the quota, or the mean of one a month.
Fraction ramp_of(const Shortfall& shortfall) {
    if (shortfall.ramp.empty()) {
        return hundred;
    }
    const Fraction sum = std::accumulate(
        shortfall.ramp.begin(), shortfall.ramp.end(), Fraction(),
        [](const Fraction& so_far, Decimal ramp) { return so_far + Fraction(ramp); });
    return sum / static_cast<int>(shortfall.ramp.size());
}

}  // namespace

std::optional<StatedResult> stated_result(const Shortfall& shortfall, const FiscalYear& fiscal) {
    if (!shortfall.period || !shortfall.quota || !shortfall.attained) {
        return std::nullopt;
    }
    StatedResult result{*shortfall.period, periods_of(*shortfall.period, fiscal),
                        Fraction(*shortfall.quota) * ramp_of(shortfall) / hundred,
                        Fraction(*shortfall.attained)};
    return result.periods.empty() || result.quota <= 0 ? std::nullopt : std::optional(result);
}

namespace {

/// Whether one result can stand for so many periods together.
bool covers(const StatedResult& result, std::size_t periods) {
    if (result.periods.size() != 1 || periods == 1) {
        return result.periods.size() == periods;
    }
    switch (result.periods.front().length()) {
        case Period::Length::half: return periods == 2 || periods == 6;
        case Period::Length::year: return periods == 2 || periods == 4 || periods == 12;
        case Period::Length::month:
        case Period::Length::quarter: break;
    }
    return false;
}

/// The last results, each of one period and right before the next, at most so many; by time.
std::vector<StatedResult> in_a_row(const std::vector<StatedResult>& results, std::size_t wanted) {
    std::vector<StatedResult> row;
    for (auto result = results.rbegin(); result != results.rend() && row.size() < wanted;
         ++result) {
        const bool is_single = result->periods.size() == 1;
        const bool follows = row.empty() || (is_single && row.back().periods.front().previous() ==
                                                              result->periods.front());
        if (!is_single || !follows) {
            break;
        }
        row.push_back(*result);
    }
    std::reverse(row.begin(), row.end());
    return row;
}

Fraction together(const std::vector<StatedResult>& row) {
    Fraction attained;
    Fraction quota;
    for (const StatedResult& result : row) {
        attained = attained + result.attained;
        quota = quota + result.quota;
    }
    return attained / quota;
}

/// "31% in 2026-Q2 and 44% in 2026-Q3"
std::string list_results(const std::vector<StatedResult>& row, const Trigger& rule) {
    std::vector<std::string> parts;
    for (const StatedResult& result : row) {
        parts.push_back(
            fmt::format("{} in {}", percent(result.attainment(), {line_of(rule)}), result.label));
    }
    return listing(parts);
}

RuleMatch met_or_not(bool is_met, const Trigger& rule, const std::string& figures) {
    return is_met ? RuleMatch{TriggerMatch::met, fmt::format("{}: {}", figures, describe(rule))}
                  : RuleMatch{TriggerMatch::not_met, fmt::format("{}, not below {}%", figures,
                                                                 grouped(rule.attainment_below))};
}

}  // namespace

RuleMatch matched(const Trigger& rule, const std::vector<StatedResult>& results) {
    const std::size_t wanted = periods_asked_for(rule);
    const StatedResult& last = results.back();
    if (covers(last, wanted)) {
        return met_or_not(is_below(last.attainment(), rule), rule, list_results({last}, rule));
    }
    const std::vector<StatedResult> row = in_a_row(results, wanted);
    std::vector<Fraction> each;
    for (const StatedResult& result : row) {
        each.push_back(result.attainment());
    }
    if (!row.empty() && row.size() == wanted) {
        return met_or_not(fires(rule, each, together(row)), rule, list_results(row, rule));
    }
    // one that is not below is enough to exclude a rule that asks for each of them
    const bool is_excluded = rule.in_each_of_last &&
                             std::any_of(each.begin(), each.end(), [&](const Fraction& attainment) {
                                 return !is_below(attainment, rule);
                             });
    if (is_excluded) {
        return met_or_not(false, rule, list_results(row, rule));
    }
    return {TriggerMatch::not_known,
            fmt::format("{}; no plan states all that '{}' asks for",
                        list_results(row.empty() ? std::vector{last} : row, rule), describe(rule))};
}

namespace {

/// What excludes the rules, each reason once.
std::string why_none(const std::vector<RuleMatch>& matches) {
    std::vector<std::string> reasons;
    for (const RuleMatch& match : matches) {
        if (std::find(reasons.begin(), reasons.end(), match.why) == reasons.end()) {
            reasons.push_back(match.why);
        }
    }
    return fmt::format("{}", fmt::join(reasons, "; "));
}

}  // namespace

RuleMatch matched(const std::vector<Trigger>& rules, const std::vector<StatedResult>& results) {
    std::vector<RuleMatch> all;
    for (const Trigger& rule : rules) {
        all.push_back(matched(rule, results));
    }
    for (const TriggerMatch telling : {TriggerMatch::met, TriggerMatch::not_known}) {
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const RuleMatch& match) { return match.match == telling; });
        if (found != all.end()) {
            return *found;
        }
    }
    return {TriggerMatch::not_met, why_none(all)};
}

}  // namespace perfplan::evaluate
