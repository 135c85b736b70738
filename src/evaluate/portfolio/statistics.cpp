#include "evaluate/portfolio/statistics.hpp"

#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

std::optional<Fraction> share(const Proportion& part) {
    return quotient(part.count, part.of);
}

namespace {

/// "38%", "under 1%", "over 99%"
std::string share_in_words(const Proportion& part) {
    const Fraction share = Fraction(part.count) / part.of;
    const auto hundredths = *rounded(share * 100, 0);
    if (hundredths == 0 && part.count > 0) {
        return "under 1%";
    }
    if (hundredths == 100 && part.count < part.of) {
        return "over 99%";
    }
    return percent(share);
}

}  // namespace

std::string describe(const Proportion& part, std::string_view noun) {
    if (part.of == 0) {
        return "-";
    }
    const std::string of_what =
        noun.empty() ? "" : fmt::format(" {}{}", noun, part.of == 1 ? "" : "s");
    return fmt::format("{} of {}{} ({})", grouped(part.count), grouped(part.of), of_what,
                       share_in_words(part));
}

std::optional<Fraction> median(std::vector<Fraction> values) {
    const auto all = range(std::move(values));
    return all ? std::optional(all->median) : std::nullopt;
}

std::optional<Range> range(std::vector<Fraction> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    const Fraction middle =
        values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return Range{values.front(), middle, values.back()};
}

}  // namespace perfplan::evaluate
