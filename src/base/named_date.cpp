// Dates that are named by their place around today: tomorrow, eom, next fri, +2w.
#include "human_date.hpp"

#include <algorithm>
#include <array>

namespace perfplan {
namespace {

/// The first day of the span of `months` of the calendar year in which `date` lies.
Date first_of_span(Date date, int months) {
    return add_months(first_of_month(date), -(static_cast<int>(date.month() - 1) % months));
}

Date last_of_span(Date date, int months) {
    return add_months(first_of_span(date, months), months) - 1;
}

struct NamedDay {
    std::string_view name;
    Date (*from)(Date today);
};

constexpr std::array named{
    NamedDay{"today", [](Date today) { return today; }},
    NamedDay{"yesterday", [](Date today) { return today - 1; }},
    NamedDay{"tomorrow", [](Date today) { return today + 1; }},
    NamedDay{"eom", [](Date today) { return last_of_month(today); }},
    NamedDay{"eoq", [](Date today) { return last_of_span(today, 3); }},
    NamedDay{"eoy", [](Date today) { return last_of_span(today, 12); }},
    NamedDay{"bom", [](Date today) { return first_of_month(today); }},
    NamedDay{"boq", [](Date today) { return first_of_span(today, 3); }},
    NamedDay{"boy", [](Date today) { return first_of_span(today, 12); }},
};

struct Unit {
    std::string_view letter;
    std::string_view name;
    std::string_view plural;
    int days;
    int months;
};

constexpr std::array units{
    Unit{"d", "day", "days", 1, 0},
    Unit{"w", "week", "weeks", 7, 0},
    Unit{"m", "month", "months", 0, 1},
    Unit{"y", "year", "years", 0, 12},
};

const Unit* unit_named(const Word& word) {
    const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        return word.is(unit.letter) || word.is(unit.name) || word.is(unit.plural);
    });
    return found == units.end() ? nullptr : found;
}

Date first_such_day(Date start, std::chrono::weekday day) {
    return start + static_cast<int>((day - start.weekday()).count());
}

Date last_such_day(Date end, std::chrono::weekday day) {
    return end - static_cast<int>((end.weekday() - day).count());
}

enum class Direction { back = -1, ahead = 1 };

struct Distance {
    const Word& number;
    const Word& unit;
    Direction direction;
};

/// The roles of three words that may tell a distance.
std::optional<Distance> distance_in(const std::vector<Word>& words) {
    if (words.size() != 3) {
        return std::nullopt;
    }
    if (words[2].is("ago")) {
        return Distance{words[0], words[1], Direction::back};
    }
    if (words[0].is("-")) {
        return Distance{words[1], words[2], Direction::back};
    }
    if (words[0].is("+") || words[0].is("in")) {
        return Distance{words[1], words[2], Direction::ahead};
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> named_days() {
    std::vector<std::string> names;
    for (const NamedDay& day : named) {
        names.emplace_back(day.name);
    }
    return names;
}

bool is_unit(const Word& word) {
    return unit_named(word) != nullptr;
}

Attempt read_named_day(const DatePhrase& phrase, const DateWords& meant) {
    if (phrase.words.size() != 1) {
        return std::nullopt;
    }
    const auto* const found = std::find_if(named.begin(), named.end(), [&](const NamedDay& day) {
        return phrase.words[0].is(day.name);
    });
    return found == named.end() ? Attempt{} : in_range(phrase.text, found->from(meant.today));
}

Attempt read_weekday(const DatePhrase& phrase, const DateWords& meant) {
    const auto& words = phrase.words;
    const auto day = words.empty() ? std::nullopt : weekday_named(words.back().text);
    if (!day || words.size() > 2) {
        return std::nullopt;
    }
    if (words.size() == 1) {
        return in_range(phrase.text, meant.lean == Lean::future ? first_such_day(meant.today, *day)
                                                                : last_such_day(meant.today, *day));
    }
    if (words[0].is("next")) {
        return in_range(phrase.text, first_such_day(meant.today + 1, *day));
    }
    if (words[0].is("last")) {
        return in_range(phrase.text, last_such_day(meant.today - 1, *day));
    }
    return std::nullopt;
}

Attempt read_distance(const DatePhrase& phrase, const DateWords& meant) {
    const auto distance = distance_in(phrase.words);
    const Unit* const unit = distance ? unit_named(distance->unit) : nullptr;
    if (unit == nullptr || !distance->number.is_number()) {
        return std::nullopt;
    }
    const int amount = small_number(distance->number.text);
    if (amount < 0) {
        return too_far(phrase.text);
    }
    const int signed_amount = static_cast<int>(distance->direction) * amount;
    return in_range(phrase.text, add_months(meant.today + signed_amount * unit->days,
                                            signed_amount * unit->months));
}

}  // namespace perfplan
