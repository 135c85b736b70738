// Whether a rule of the policy's triggers fires.
// Who gets a plan: what reps attained, against the triggers of the policy.
#pragma once

#include "base/numbers/fraction.hpp"
#include "model/plan.hpp"
#include "model/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// How many periods a rule looks at.
std::size_t periods_asked_for(const Trigger& rule);

/// True if an attainment, a fraction, is below what the rule asks for.
bool is_below(const Fraction& attainment, const Trigger& rule);
/// The attainment below which it fires, as a fraction.
Fraction line_of(const Trigger& rule);

/// True if the rule fires on the last periods, as many as it asks for: each of them is below, or,
/// where it looks at all of them, what they come to together.
bool fires(const Trigger& rule, const std::vector<Fraction>& each, const Fraction& together);

/// What a rep attained in one period.
struct PeriodResult {
    enum class Leave { no, yes };
    Period period;
    std::optional<Decimal> quota{};
    Decimal ramp = 100;  ///< percent of the quota that applied
    std::optional<Decimal> attained{};
    Leave leave = Leave::no;
};

/// Why a period does not count.
enum class LeftOut { leave, no_quota, not_over };

std::string_view to_string(LeftOut why);

/// A period as it was judged.
struct JudgedPeriod {
    PeriodResult result;
    std::optional<LeftOut> left_out{};
    /// attained / (quota * ramp / 100); nothing for a period that is left out.
    std::optional<Fraction> attainment{};
};

/// A trigger that fired.
struct FiredTrigger {
    Trigger rule;
    std::vector<std::size_t> periods;  ///< those it fired on, as places in Candidacy::periods
};

/// One rep's results, judged.
struct Candidacy {
    std::vector<JudgedPeriod> periods;  ///< by time
    std::vector<FiredTrigger> fired;    ///< in the order of the policy; the first one counts

    [[nodiscard]] bool triggered() const { return !fired.empty(); }
};

/// Judges the results of a rep, one for each period. The last periods are those that count: with
/// leave, without a quota that applied, and those that are not over at the end of `as_of` are left
/// out. A rule fires only if as many periods count as it asks for.
Candidacy candidacy(std::vector<PeriodResult> results, const std::vector<Trigger>& triggers,
                    Date as_of);

/// What the plan is to state: quota and attained of the periods that a rule fired on together, and
/// the percent of the quota that applied: one figure, or one a month where the periods are months
/// that share a quota. Quota and attained are absent if they are too large for a number. `period`
/// is the one that covers them: 2026-H1 for both its quarters.
Shortfall shortfall_of(const Candidacy& candidacy, const FiredTrigger& fired,
                       const FiscalYear& fiscal);

/// "attainment below 50% in each of the last 2 periods"
std::string describe(const Trigger& rule);

/// "31% in 2026-Q2, 44% in 2026-Q3; 2026-Q1 left out: leave", and why each rule did not fire if
/// none did.
std::string why(const Candidacy& candidacy, const std::vector<Trigger>& triggers);

}  // namespace perfplan::evaluate
