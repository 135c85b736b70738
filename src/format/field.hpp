// Named values of a record of output: what a column of a table and a member of a JSON object are.
#pragma once

#include "base/dates/date.hpp"
#include "base/numbers/decimal.hpp"
#include "base/numbers/fraction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace perfplan::format {

/// The value of a field; monostate is null.
using FieldValue = std::variant<std::monostate, bool, int, Decimal, Date, std::string>;

template <class S>
struct OutputField {
    std::string_view name;
    FieldValue (*value)(const S&);
};

/// As CSV has it: null is empty.
std::string to_cell(const FieldValue& value);

/// A fraction (progress, score) as programs get it: six significant digits or more, never rounded
/// onto 1 or another line that matters.
FieldValue fraction(const std::optional<Fraction>& value, std::vector<Fraction> lines = {});
/// Any other exact figure, rounded to `places` or six significant digits, whichever is more; null
/// if it is too large for a number.
FieldValue figure_of(const std::optional<Fraction>& value, int places);

template <class T>
FieldValue or_null(const std::optional<T>& value) {
    return value ? FieldValue(*value) : FieldValue();
}

}  // namespace perfplan::format
