// What a field of a file is called, holds and means. Declared once, in one table per struct
// (src/model): reading, writing, suggestions for misspelt keys and the options of `goal` all come
// from there.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan {

/// What a field may hold, as far as its text goes.
enum class Holds {
    line,      ///< text of one line
    text,      ///< text of any length
    number,    ///< a plain decimal
    whole,     ///< a whole number that is not negative
    level,     ///< a level of a skill, 1 … 5
    date,      ///< YYYY-MM-DD
    id,        ///< an id, see Slug
    ids,       ///< a list of ids
    schedule,  ///< how often, or a list of dates
    choice,    ///< one of `choices`
    figures,   ///< a mapping from dates to numbers
    compound,  ///< a list, a mapping, or a form of its own
};

enum class Presence { required, optional };

/// What the ids in a field must be ids of.
enum class RefersTo { nothing, objective, goal, skill };

struct FieldInfo {
    std::string_view name;
    std::string_view meaning;
    Presence presence = Presence::optional;
    Holds holds = Holds::line;
    std::vector<std::string_view> choices{};
    RefersTo refers_to = RefersTo::nothing;
};

/// The fields of one goal, skill or activity of a plan, in the order in which a new one is written.
const std::vector<FieldInfo>& goal_fields();
const std::vector<FieldInfo>& skill_fields();
const std::vector<FieldInfo>& activity_fields();

}  // namespace perfplan
