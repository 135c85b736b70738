// The form of the files, told from their tables of fields: what JSON Schemas are made from.
#pragma once

#include <perfplan/model/field.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace perfplan {

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
        figures,   ///< a number for each of some dates
        scale,     ///< what each of some whole numbers means
        success,   ///< "all goals", or a score
        list,      ///< of `item`
        keyed,     ///< an `item` for each of some ids
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

}  // namespace perfplan
