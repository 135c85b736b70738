#include <perfplan/base/decimal.hpp>

#include <algorithm>
#include <limits>

namespace perfplan {

namespace {

__extension__ using Wide = __int128;

constexpr Wide widest = std::numeric_limits<std::int64_t>::max();

std::optional<Wide> times(Wide a, Wide b) {
    Wide product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

std::optional<Wide> plus(Wide a, Wide b) {
    Wide sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}

Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

/// The coefficient of a value when it is written with `scale` places.
std::optional<Wide> aligned(Decimal value, int scale) {
    return times(value.coefficient(), power_of_ten(scale - value.scale()));
}

/// Both sums of the mean over one common scale each.
struct Sums {
    Wide weighted = 0;
    Wide weights = 0;
};

std::optional<Sums> sums_of(std::span<const Weighted> items, int weight_scale, int value_scale) {
    Sums sums;
    for (const Weighted& item : items) {
        const auto weight = aligned(item.weight, weight_scale);
        const auto value = aligned(item.value, value_scale);
        const auto product = weight && value ? times(*weight, *value) : std::nullopt;
        const auto weighted = product ? plus(sums.weighted, *product) : std::nullopt;
        const auto weights = weight ? plus(sums.weights, *weight) : std::nullopt;
        if (!weighted || !weights) {
            return std::nullopt;
        }
        sums = {*weighted, *weights};
    }
    return sums;
}

/// a / b for b > 0, rounded half away from zero.
Wide rounded_quotient(Wide a, Wide b) {
    const Wide quotient = a / b;
    const Wide rest = a % b;
    const Wide size = rest < 0 ? -rest : rest;
    if (size >= b - size) {
        return quotient + (a < 0 ? -1 : 1);
    }
    return quotient;
}

}  // namespace

std::optional<Decimal> weighted_mean(std::span<const Weighted> items, int places) {
    int weight_scale = 0;
    int value_scale = 0;
    for (const Weighted& item : items) {
        weight_scale = std::max(weight_scale, item.weight.scale());
        value_scale = std::max(value_scale, item.value.scale());
    }
    const auto sums = sums_of(items, weight_scale, value_scale);
    if (!sums || sums->weights <= 0) {
        return std::nullopt;
    }
    const auto numerator = times(sums->weighted, power_of_ten(std::max(0, places - value_scale)));
    const auto denominator = times(sums->weights, power_of_ten(std::max(0, value_scale - places)));
    if (!numerator || !denominator) {
        return std::nullopt;
    }
    const Wide mean = rounded_quotient(*numerator, *denominator);
    if (mean > widest || mean < -widest) {
        return std::nullopt;
    }
    return Decimal::of(static_cast<std::int64_t>(mean), places);
}

}  // namespace perfplan
