#include <perfplan/evaluate/trigger.hpp>

#include <algorithm>

namespace perfplan {

std::size_t periods_asked_for(const Trigger& rule) {
    return static_cast<std::size_t>(
        std::max(rule.in_each_of_last.value_or(rule.over_last.value_or(0)), 0));
}

bool is_below(const Fraction& attainment, const Trigger& rule) {
    constexpr int hundred = 100;
    return attainment * hundred < rule.attainment_below;
}

bool fires(const Trigger& rule, const std::vector<Fraction>& each, const Fraction& together) {
    if (rule.over_last) {
        return is_below(together, rule);
    }
    return std::all_of(each.begin(), each.end(),
                       [&](const Fraction& attainment) { return is_below(attainment, rule); });
}

}  // namespace perfplan
