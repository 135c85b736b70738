// A manager's day: what is late, due and coming, which plans need attention, whom to praise.
#pragma once

#include "evaluate/portfolio/achievements.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "format/style.hpp"
#include "output/agenda/agenda.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// A plan that needs attention.
struct PlanInTrouble {
    PlanPriority need;
    std::optional<Verdict> verdict;
    std::string reason;  ///< the most important one
};

/// A goal whose figures are missing or too old.
struct StaleGoal {
    PlanRef plan;
    Slug goal;
    std::optional<Date> read_on;
};

/// Something reached that no recognition names yet.
struct Unrecognized {
    PlanRef plan;
    std::string rep;
    Achievement achievement;
};

struct Today {
    Date as_of;
    Date until;                      ///< the last day of the week shown
    std::optional<std::string> who;  ///< whose plans; nothing: everybody's
    std::size_t open_plans = 0;
    std::vector<AgendaEntry> entries;       ///< until `until`, by date
    std::vector<PlanInTrouble> in_trouble;  ///< in order of priority
    std::vector<StaleGoal> stale;
    std::vector<Unrecognized> unrecognized;
};

/// For a person. `style` colors it; lines are broken at `width`.
std::string today_page(const Today& today, const Style& style, std::size_t width);
/// {"schema": "perfplan/today", …}; ends in a newline.
std::string today_json(const Today& today);

}  // namespace perfplan::output
