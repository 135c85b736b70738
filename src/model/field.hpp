// What a field of a file is called, holds and means. Declared once, in one table per struct
// (src/model): reading, writing, suggestions for misspelled keys and the options of `goal` all come
// from there.
// The form of the files, told from their tables of fields: what JSON Schemas are made from.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

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
    holds_in,  ///< a number of periods, a percentage of them, or "all"
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

/// What a value may look like, as far as that can be said without the rest of the file.
struct Shape {
    enum class Kind {
        text,
        number,    ///< a plain decimal
        whole,     ///< a whole number that is not negative
        level,     ///< of a skill, 1 … 5
        date,      ///< YYYY-MM-DD
        time,      ///< in UTC
        id,        ///< see Slug
        schedule,  ///< how often, or a list of dates
        choice,    ///< one of `choices`
        numbers,   ///< a number, or a list of them
        limit,     ///< the same, of at least one
        figures,   ///< a number for each of some dates
        holds_in,  ///< a number of periods, a percentage of them, or "all"
        scale,     ///< what each of some whole numbers means
        success,   ///< "all goals", or a score
        list,      ///< of `item`
        keyed,     ///< an `item` for each of some ids
        digests,   ///< the SHA-256 of each of some records
        fields,    ///< those of `fields`, and no others
    };
    /// A name and what it means; empty where it says that itself.
    using Choice = std::pair<std::string_view, std::string_view>;

    Kind kind = Kind::text;
    Presence content = Presence::optional;  ///< of a list: whether something has to be in it
    std::vector<Choice> choices{};
    std::vector<Shape> item{};  ///< one, or none
    std::vector<std::pair<FieldInfo, Shape>> fields{};
    /// Groups of fields of which exactly one has to have something in it.
    std::vector<std::vector<std::string_view>> one_of{};
};

/// perfplan.yaml, plan.yaml, and the records of journal/ and private/ but for sealed terms.
Shape settings_shape();
Shape plan_shape();
Shape record_shape();

}  // namespace perfplan::model
