// What happened, record by record: each with what it changed and what became of it.
// The readings of one goal, one after the other.
#pragma once

#include "evaluate/plan/follow_ups.hpp"
#include "evaluate/plan/status.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// What a reading makes of its goal, if that is something new. Of a goal to reach met or unmet, of
/// a guardrail held or breached.
enum class Transition { met, unmet, held, breached };

std::string_view to_string(Transition turn);

/// A reading beside those before and after it.
struct PastReading {
    Slug goal;
    Decimal value;
    std::optional<std::string> unit;
    std::optional<GoalReading> before;        ///< in force for the latest date before
    std::optional<Decimal> corrects;          ///< the reading of the same date that it replaced
    std::optional<GoalReading> corrected_to;  ///< the one that replaced it
    std::optional<Transition> turn;
};

/// A level beside the one before.
struct PastLevel {
    Slug skill;
    int level = 0;
    std::optional<std::string> meaning;  ///< of the competency's levels
    std::optional<int> before;           ///< the latest recorded before, else that of the terms
    std::optional<int> required;
};

/// Something that was ticked off.
struct PastTick {
    Slug id;
    std::string
        what;  ///< its title, or the follow-up's words; empty: nothing of that name is known
};

/// One record of a plan, with all there is to say about it.
struct PastRecord {
    PlanRef plan;
    std::string rep;
    JournalEntry entry;
    std::optional<Date> written_on;  ///< in UTC, if that was after its date (see is_known_on)
    std::optional<std::string> rating_meaning;
    std::vector<PastReading> readings;
    std::vector<PastLevel> levels;
    std::vector<PastTick> ticks;
    std::optional<FollowUpStatus> follow_up;
};

/// The records of a plan that were known at the end of a day, in the order of the journal. `plan`
/// is its status on that day. Follow-ups of a closed plan are as they were on the day of its
/// outcome.
std::vector<PastRecord> history(const Settings& settings, const PlanStatus& plan, Journal journal,
                                Date as_of);

/// Follows a goal through the journal and tells what each reading changed. Readings are added in
/// the order of the journal.
class ReadingHistory {
public:
    /// `goal`: its terms, or null if the plan has no such goal.
    explicit ReadingHistory(const Goal* goal) : goal_(goal) {}

    /// `record`: the one that has the reading.
    PastReading add(const Slug& id, const Record& record, GoalReading reading);

private:
    [[nodiscard]] bool is_reached() const;

    const Goal* goal_;
    std::vector<GoalReading> in_force_;
};

}  // namespace perfplan::evaluate
