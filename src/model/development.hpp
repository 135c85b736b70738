// What the rep must learn: skills, and the activities that build them.
#pragma once

#include "base/dates/date.hpp"
#include "base/text/slug.hpp"
#include "model/schedule.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

enum class ActivityKind {
    training,
    coaching,
    shadowing,
    practice,
    mentoring,
    reading,
    certification,
    tool
};

/// Levels of skills.
inline constexpr int lowest_level = 1;
inline constexpr int highest_level = 5;

/// Something to get better at.
struct Skill {
    std::optional<std::string> title;  ///< default: the competency's
    int current = 0;
    int required = 0;
    std::optional<Date> by;
    std::vector<Slug> goals;  ///< the goals that it is to move
    std::optional<std::string> evidence;
};

/// Training, coaching or support that somebody owes: the rep, or the company (any other owner).
struct Activity {
    std::string title;
    std::optional<ActivityKind> kind;
    std::optional<Slug> skill;
    std::optional<std::string> owner;  ///< default: the rep
    std::optional<Date> due;
    std::optional<Schedule> every;
    std::optional<Date> starts;  ///< of a recurring one; default: the plan's start
};

std::string_view to_string(ActivityKind kind);

}  // namespace perfplan::model
