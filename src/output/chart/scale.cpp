// Figures and round values of an axis.
#include "output/chart/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace perfplan::output {

namespace {

struct Suffix {
    double unit;
    std::string_view sign;
};

constexpr std::array<Suffix, 5> suffixes{
    {{1, ""}, {1e3, "k"}, {1e6, "m"}, {1e9, "b"}, {1e12, "t"}}};
constexpr double next_suffix = 1e3;
constexpr double worth_a_suffix = 1e4;

/// Digits after the point for so many significant ones.
int places_of(double value, int digits) {
    constexpr int most = 9;  // as decimals have them
    const int before = value == 0 ? 1 : static_cast<int>(std::floor(std::log10(value))) + 1;
    return std::clamp(digits - before, 0, most);
}

std::string without_trailing_zeros(std::string digits) {
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') {
            digits.pop_back();
        }
    }
    return digits;
}

std::string rounded_figure(double value, int digits) {
    return without_trailing_zeros(fmt::format("{:.{}f}", value, places_of(value, digits)));
}

}  // namespace

std::string short_figure(double value, int digits) {
    const double size = std::abs(value);
    std::string figure = rounded_figure(size, digits);
    if (size >= worth_a_suffix) {
        for (const Suffix& suffix : suffixes) {
            figure = rounded_figure(size / suffix.unit, digits) + std::string(suffix.sign);
            if (size / suffix.unit < next_suffix &&
                std::stod(rounded_figure(size / suffix.unit, digits)) < next_suffix) {
                break;
            }
        }
    }
    const bool is_zero = figure.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !is_zero ? "-" + figure : figure;
}

namespace {

/// 1, 2, 2.5 or 5 times a power of ten, at least `step`.
double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= step * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

}  // namespace

std::vector<double> round_values(double low, double high) {
    constexpr double spaces = 4;
    const double span = high > low ? high - low : std::max(std::abs(high) / 5, 1e-9);
    if (!(high > low)) {
        low -= span / 2;
        high += span / 2;
    }
    const double step = round_step(span / spaces);
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    std::vector<double> values;
    for (double i = first; i <= last; ++i) {
        values.push_back(i * step);
    }
    return values;
}

}  // namespace perfplan::output
