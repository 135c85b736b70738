#include "log_summary.hpp"

#include <perfplan/base/text.hpp>

#include <fmt/format.h>

namespace perfplan {

namespace {

std::string how_many(int n, std::string_view noun) {
    return count(static_cast<std::size_t>(n), noun);
}

}  // namespace

std::string summary(const Log& log) {
    std::string line = count(log.known, "record");
    if (log.records.size() < log.known) {
        line = fmt::format("{} of {}", log.records.size(), line);
    }
    if (log.plans.size() != 1) {
        line += ", " + count(log.plans.size(), "plan");
    }
    if (log.feedback.positive + log.feedback.negative > 0) {
        line += fmt::format("; {} of recognition, {}", log.feedback.positive,
                            how_many(log.feedback.negative, "concern"));
    }
    if (log.open_follow_ups > 0 && log.open_follow_ups == log.late_follow_ups) {
        line += fmt::format("; {} late", how_many(log.late_follow_ups, "follow-up"));
    } else if (log.open_follow_ups > 0) {
        line += fmt::format("; {} open", how_many(log.open_follow_ups, "follow-up"));
        line += log.late_follow_ups > 0 ? fmt::format(", {} late", log.late_follow_ups) : "";
    }
    return line;
}

}  // namespace perfplan
