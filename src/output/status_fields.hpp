// The fields of a plan and of a goal, as JSON, CSV and the reference name them. Each is declared
// once.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace perfplan {

/// The value of a field; monostate is null.
using FieldValue = std::variant<std::monostate, bool, int, Decimal, Date, std::string>;

template <class S>
struct OutputField {
    std::string_view name;
    FieldValue (*value)(const S&);
};

/// The scalar fields of a plan, in the order of its JSON object.
const std::vector<OutputField<PlanStatus>>& plan_fields();
/// The scalar fields of a goal.
const std::vector<OutputField<GoalStatus>>& goal_output_fields();

/// As CSV has it: null is empty, a fraction is rounded to four places.
std::string to_cell(const FieldValue& value);

/// A fraction (progress, score) as programs get it: rounded to four places.
FieldValue fraction(const std::optional<Fraction>& value);
/// Any other exact figure, rounded to `places`; null if it is too large for a number.
FieldValue figure_of(const std::optional<Fraction>& value, int places);

template <class T>
FieldValue or_null(const std::optional<T>& value) {
    return value ? FieldValue(*value) : FieldValue();
}

}  // namespace perfplan
