// The readings of a goal that are in force, and what they come to.
#pragma once

#include "base/numbers/fraction.hpp"
#include "evaluate/plan/timeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

struct GoalReading {
    Date on;
    Decimal value;
    std::string by;
};

/// Whether the values of a record replace earlier ones of their date, or are added to them: those
/// of a sum are added unless the record says that it corrects them.
bool replaces_earlier(const Record& record, const Slug& goal, Combine how);

/// The readings of a goal in force on `as_of`, by date. For a sum all of a date, else the one that
/// was recorded last; without those that were corrected.
std::vector<GoalReading> readings_of(const Slug& goal, Combine how, const Journal& journal,
                                     Date as_of);

/// Two readings of one goal and date, of which nothing says which is the later one.
struct Contradiction {
    Date on;
    std::size_t first = 0;   ///< position in the journal
    std::size_t second = 0;  ///< position in the journal
    Decimal one;
    Decimal other;
};

/// The contradictions among the readings of a goal: records written by hand, without a time of
/// writing, that say different things of one date. Those of a sum add up and contradict nothing.
std::vector<Contradiction> contradictions(const Slug& goal, Combine how, const Journal& journal,
                                          Date as_of);

/// The latest, the sum or the mean of the readings; nothing without readings.
std::optional<Fraction> combine(const std::vector<GoalReading>& readings, Combine how);

/// (current - baseline) / (target - baseline): negative when worse than the baseline, not capped.
/// The target must not be the baseline.
Fraction progress(Decimal baseline, Decimal target, const Fraction& current);

/// How old the last reading of a goal is, against what the policy allows.
struct Freshness {
    int age = 0;               ///< calendar days since the last reading, without paused days
    std::optional<int> limit;  ///< the greatest age that is not stale: stale_after review
                               ///< intervals; nothing without a schedule of reviews
    [[nodiscard]] bool is_stale() const { return limit && age > *limit; }
};

/// Weeks count seven days, months those since the same day stale_after intervals ago. Where the
/// dates of reviews are listed, a reading is too old once stale_after of them lie between it and
/// `as_of`: the limit is then the age at which the last of these was reached.
Freshness freshness(Date read_on, const std::optional<Schedule>& reviews,
                    const std::vector<Date>& review_dates, int stale_after,
                    const Timeline& timeline, Date as_of);

}  // namespace perfplan::evaluate
