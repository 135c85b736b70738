#include "evaluate/portfolio/trigger.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

std::size_t periods_asked_for(const Trigger& rule) {
    return static_cast<std::size_t>(
        std::max(rule.in_each_of_last.value_or(rule.over_last.value_or(0)), 0));
}

bool is_below(const Fraction& attainment, const Trigger& rule) {
    return attainment < line_of(rule);
}

Fraction line_of(const Trigger& rule) {
    return Fraction(rule.attainment_below) / hundred;
}

bool fires(const Trigger& rule, const std::vector<Fraction>& each, const Fraction& together) {
    if (rule.over_last) {
        return is_below(together, rule);
    }
    return std::all_of(each.begin(), each.end(),
                       [&](const Fraction& attainment) { return is_below(attainment, rule); });
}

namespace {

std::optional<LeftOut> left_out(const PeriodResult& result, Date as_of) {
    if (result.leave == PeriodResult::Leave::yes) {
        return LeftOut::leave;
    }
    if (!result.quota || *result.quota <= 0 || result.ramp <= 0) {
        return LeftOut::no_quota;
    }
    return result.period.window().last > as_of ? std::optional(LeftOut::not_over) : std::nullopt;
}

/// What applied of the quota.
Fraction effective_quota(const PeriodResult& result) {
    return Fraction(*result.quota) * result.ramp / hundred;
}

/// Over several periods that count: what was attained of what applied, together.
Fraction attainment_over(const std::vector<JudgedPeriod>& periods,
                         const std::vector<std::size_t>& which) {
    Fraction attained;
    Fraction quota;
    for (const std::size_t i : which) {
        attained = attained + periods[i].result.attained.value_or(0);
        quota = quota + effective_quota(periods[i].result);
    }
    return attained / quota;
}

/// The last periods that count, as many as the rule asks for; nothing if there are fewer.
std::vector<std::size_t> last_periods(const std::vector<JudgedPeriod>& periods,
                                      const Trigger& rule) {
    std::vector<std::size_t> last;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (!periods[i].left_out) {
            last.push_back(i);
        }
    }
    const std::size_t wanted = periods_asked_for(rule);
    if (wanted == 0 || last.size() < wanted) {
        return {};
    }
    last.erase(last.begin(), last.end() - static_cast<std::ptrdiff_t>(wanted));
    return last;
}

bool fires_on(const std::vector<JudgedPeriod>& periods, const std::vector<std::size_t>& last,
              const Trigger& rule) {
    if (last.empty()) {
        return false;
    }
    std::vector<Fraction> each;
    for (const std::size_t i : last) {
        each.push_back(*periods[i].attainment);
    }
    return fires(rule, each, attainment_over(periods, last));
}

}  // namespace

std::string_view to_string(LeftOut why) {
    switch (why) {
        case LeftOut::leave: return "leave";
        case LeftOut::no_quota: return "no quota";
        case LeftOut::not_over: return "not over yet";
    }
    return "";
}

Candidacy candidacy(std::vector<PeriodResult> results, const std::vector<Trigger>& triggers,
                    Date as_of) {
    std::sort(results.begin(), results.end(),
              [](const PeriodResult& a, const PeriodResult& b) { return a.period < b.period; });
    Candidacy judged;
    for (PeriodResult& result : results) {
        JudgedPeriod period{std::move(result)};
        period.left_out = left_out(period.result, as_of);
        if (!period.left_out) {
            period.attainment =
                Fraction(period.result.attained.value_or(0)) / effective_quota(period.result);
        }
        judged.periods.push_back(std::move(period));
    }
    for (const Trigger& rule : triggers) {
        std::vector<std::size_t> last = last_periods(judged.periods, rule);
        if (fires_on(judged.periods, last, rule)) {
            judged.fired.push_back({rule, std::move(last)});
        }
    }
    return judged;
}

// ---- what the plan states

namespace {

/// The named period of exactly these days, in the manner of the labels that it covers.
std::optional<std::string> label_of(Window window, const std::string& stem,
                                    const FiscalYear& fiscal) {
    for (const std::string_view part : {"", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"}) {
        const auto period = parse_period(stem + std::string(part), fiscal);
        if (period && period->window() == window) {
            return period->label();
        }
    }
    return std::nullopt;
}

std::string label_of(const std::vector<const PeriodResult*>& periods, const FiscalYear& fiscal) {
    const Period& first = periods.front()->period;
    const Period& last = periods.back()->period;
    if (periods.size() == 1) {
        return first.label();
    }
    std::vector<std::string> labels;
    bool is_unbroken = true;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const Period& period = periods[i]->period;
        labels.push_back(period.label());
        is_unbroken = is_unbroken &&
                      (i == 0 || periods[i - 1]->period.window().last + 1 == period.window().first);
    }
    if (!is_unbroken) {
        return listing(labels);
    }
    const std::string stem = first.label().substr(0, first.label().find('-'));
    const auto covering = label_of(Window{first.window().first, last.window().last}, stem, fiscal);
    return covering.value_or(fmt::format("{} to {}", first.label(), last.label()));
}

/// One figure where it is the same everywhere; one a month where that comes to the same; else what
/// applied of the quotas together.
std::vector<Decimal> ramp_of(const std::vector<const PeriodResult*>& periods) {
    const auto same = [&](auto member) {
        return std::all_of(periods.begin(), periods.end(), [&](const PeriodResult* period) {
            return period->*member == periods.front()->*member;
        });
    };
    if (same(&PeriodResult::ramp)) {
        return periods.front()->ramp == hundred ? std::vector<Decimal>()
                                                : std::vector{periods.front()->ramp};
    }
    const bool are_months = std::all_of(periods.begin(), periods.end(), [](const auto* period) {
        return period->period.length() == Period::Length::month;
    });
    if (are_months && same(&PeriodResult::quota)) {
        std::vector<Decimal> ramps;
        for (const PeriodResult* period : periods) {
            ramps.push_back(period->ramp);
        }
        return ramps;
    }
    Fraction applied;
    Fraction quota;
    for (const PeriodResult* period : periods) {
        applied = applied + effective_quota(*period);
        quota = quota + *period->quota;
    }
    constexpr int places = 6;  // enough for an attainment of four
    const auto ramp = rounded(applied / quota * hundred, places);
    return ramp ? std::vector{*ramp} : std::vector<Decimal>();
}

}  // namespace

Shortfall shortfall_of(const Candidacy& candidacy, const FiredTrigger& fired,
                       const FiscalYear& fiscal) {
    std::vector<const PeriodResult*> periods;
    Fraction quota;
    Fraction attained;
    for (const std::size_t i : fired.periods) {
        const PeriodResult& result = candidacy.periods[i].result;
        periods.push_back(&result);
        quota = quota + *result.quota;
        attained = attained + result.attained.value_or(0);
    }
    Shortfall shortfall;
    shortfall.cause = Cause::quota;
    shortfall.period = label_of(periods, fiscal);
    shortfall.quota = rounded(quota, Decimal::max_scale);
    shortfall.attained = rounded(attained, Decimal::max_scale);
    shortfall.ramp = ramp_of(periods);
    return shortfall;
}

// ---- in words

std::string describe(const Trigger& rule) {
    const std::string below = fmt::format("attainment below {}%", grouped(rule.attainment_below));
    if (periods_asked_for(rule) == 1) {
        return below + " in the last period";
    }
    return rule.over_last ? fmt::format("{} over the last {} periods", below, *rule.over_last)
                          : fmt::format("{} in each of the last {} periods", below,
                                        rule.in_each_of_last.value_or(0));
}

namespace {

std::string each_in_words(const Candidacy& candidacy, const FiredTrigger& fired) {
    std::vector<std::string> parts;
    for (const std::size_t i : fired.periods) {
        const JudgedPeriod& period = candidacy.periods[i];
        parts.push_back(fmt::format("{} in {}", percent(period.attainment, {line_of(fired.rule)}),
                                    period.result.period.label()));
    }
    return listing(parts);
}

std::string over_in_words(const Candidacy& candidacy, const FiredTrigger& fired) {
    const std::vector<std::size_t>& periods = fired.periods;
    const std::string share =
        percent(attainment_over(candidacy.periods, periods), {line_of(fired.rule)});
    const auto label = [&](std::size_t i) { return candidacy.periods[i].result.period.label(); };
    return periods.size() == 1
               ? fmt::format("{} in {}", share, label(periods.front()))
               : fmt::format("{} over {} periods from {} to {}", share, periods.size(),
                             label(periods.front()), label(periods.back()));
}

std::string why_fired(const Candidacy& candidacy, const FiredTrigger& fired) {
    return fired.rule.over_last ? over_in_words(candidacy, fired) : each_in_words(candidacy, fired);
}

std::string why_not(const Candidacy& candidacy, const Trigger& rule) {
    const std::vector<std::size_t> last = last_periods(candidacy.periods, rule);
    if (last.empty()) {
        const auto counted = std::count_if(candidacy.periods.begin(), candidacy.periods.end(),
                                           [](const auto& period) { return !period.left_out; });
        return fmt::format("{} of the {} that '{}' asks for",
                           count(static_cast<std::size_t>(counted), "period"),
                           periods_asked_for(rule), describe(rule));
    }
    if (rule.over_last) {
        return fmt::format("{}, not below {}%", over_in_words(candidacy, {rule, last}),
                           grouped(rule.attainment_below));
    }
    std::vector<std::size_t> at_or_above;
    std::copy_if(last.begin(), last.end(), std::back_inserter(at_or_above),
                 [&](std::size_t i) { return !is_below(*candidacy.periods[i].attainment, rule); });
    return fmt::format("{}, not below {}%", each_in_words(candidacy, {rule, at_or_above}),
                       grouped(rule.attainment_below));
}

}  // namespace

std::string why(const Candidacy& candidacy, const std::vector<Trigger>& triggers) {
    std::vector<std::string> reasons;
    if (candidacy.triggered()) {
        reasons.push_back(why_fired(candidacy, candidacy.fired.front()));
        for (std::size_t i = 1; i < candidacy.fired.size(); ++i) {
            reasons.push_back("also " + describe(candidacy.fired[i].rule));
        }
    } else {
        for (const Trigger& rule : triggers) {
            reasons.push_back(why_not(candidacy, rule));
        }
    }
    for (const JudgedPeriod& period : candidacy.periods) {
        if (period.left_out) {
            reasons.push_back(fmt::format("{} left out: {}", period.result.period.label(),
                                          to_string(*period.left_out)));
        }
    }
    return fmt::format("{}", fmt::join(reasons, "; "));
}

}  // namespace perfplan::evaluate
