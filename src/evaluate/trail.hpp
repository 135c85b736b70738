// The readings of one goal, one after the other.
#pragma once

#include <perfplan/evaluate/history.hpp>

namespace perfplan {

/// Follows a goal through the journal and tells what each reading changed. Readings are added in
/// the order of the journal.
class Trail {
public:
    /// `goal`: its terms, or null if the plan has no such goal.
    explicit Trail(const Goal* goal) : goal_(goal) {}

    PastReading add(const Slug& id, GoalReading reading);

private:
    [[nodiscard]] bool is_reached() const;

    const Goal* goal_;
    std::vector<GoalReading> in_force_;
};

}  // namespace perfplan
