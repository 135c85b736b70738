// Terms and records for tests, from the YAML that a person would write.
#pragma once

#include "model/plan.hpp"
#include "model/record.hpp"
#include "model/settings.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace perfplan::samples {

using namespace model;

/// The value of a sample that must be right; throws what is wrong with it.
template <class T>
T value_of(Result<T> result) {
    if (!result) {
        throw std::runtime_error(render(result.error().front(), Color::no, 200));
    }
    return *std::move(result);
}

inline yaml::Document document(std::string_view text) {
    return value_of(yaml::Document::read("sample.yaml", std::string(text)));
}

inline Settings settings(std::string_view text = "format: 1\n") {
    return value_of(read_settings(document(text))).value;
}

inline Plan plan(std::string_view text) {
    return value_of(read_plan(document(text))).value;
}

inline JournalEntry record(std::string_view text, std::string file = "") {
    return {value_of(read_record(document(text))).value, std::move(file), Privacy::shared,
            JournalEntry::Origin::by_hand};
}

/// A journal in its order.
inline Journal journal(std::vector<JournalEntry> entries) {
    sort(entries);
    return entries;
}

/// A reading of one goal.
inline JournalEntry reading(std::string_view date, std::string_view goal, std::string_view value,
                            std::string_view recorded = "2026-10-14T09:00:00Z") {
    return record("kind: reading\ndate: " + std::string(date) +
                  "\nby: Mia Chen\nrecorded: " + std::string(recorded) + "\nvalues: {" +
                  std::string(goal) + ": " + std::string(value) + "}\n");
}

inline JournalEntry review(std::string_view date, std::string_view more = "") {
    return record("kind: review\ndate: " + std::string(date) + "\nby: Mia Chen\n" +
                  std::string(more));
}

inline Date date(std::string_view text) {
    return parse_date(text).value();
}

inline Decimal number(std::string_view text) {
    return parse_decimal(text).value();
}

}  // namespace perfplan::samples
