#include <perfplan/evaluate/curve.hpp>

#include <algorithm>

namespace perfplan {

std::vector<Checkpoint> curve_points(Decimal baseline, Decimal target, Window window,
                                     const std::vector<Checkpoint>& checkpoints) {
    std::vector<Checkpoint> points{{window.first - 1, baseline}};
    for (const Checkpoint& checkpoint : checkpoints) {
        if (window.contains(checkpoint.on) && checkpoint.on != window.last) {
            points.push_back(checkpoint);
        }
    }
    points.push_back({window.last, target});
    return points;
}

Expectation expectation(const std::vector<Checkpoint>& points, Curve curve, const DayCounter& days,
                        Date as_of) {
    const auto next = std::find_if(points.begin() + 1, points.end(),
                                   [&](const Checkpoint& point) { return as_of < point.on; });
    const Checkpoint from = *(next - 1);
    if (next == points.end()) {
        return {from, from, 0, 0, from.value};
    }
    Expectation expected{from, *next, days.count({from.on + 1, as_of}),
                         days.count({from.on + 1, next->on}), from.value};
    if (curve == Curve::linear && expected.total > 0) {
        const Fraction rise = Fraction(next->value) - from.value;
        expected.value = from.value + rise * expected.elapsed / expected.total;
    }
    return expected;
}

}  // namespace perfplan
