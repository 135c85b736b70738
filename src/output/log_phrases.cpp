#include "log_phrases.hpp"

#include <perfplan/base/text.hpp>

#include "words.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

std::string in_words(Turn turn) {
    switch (turn) {
        case Turn::met: return "the goal is met";
        case Turn::unmet: return "the goal is no longer met";
        case Turn::held: return "within its limits again";
        case Turn::breached: return "beyond its limits";
    }
    return {};
}

}  // namespace

std::string in_words(const PastReading& reading, Date as_of) {
    std::string line =
        fmt::format("{}: {}", reading.goal.str(), amount(reading.value, reading.unit));
    if (reading.corrects) {
        line += fmt::format(" instead of {}", grouped(*reading.corrects));
    }
    if (reading.before) {
        line += fmt::format(" (was {} on {})", grouped(reading.before->value),
                            day(reading.before->on, as_of));
    }
    if (reading.turn) {
        line += "; " + in_words(*reading.turn);
    }
    if (reading.corrected_to) {
        line += fmt::format("; superseded: {} corrected it to {}", reading.corrected_to->by,
                            grouped(reading.corrected_to->value));
    }
    return line;
}

std::string in_words(const PastLevel& level) {
    std::string line = fmt::format("{}: level {}", level.skill.str(), level.level);
    if (level.meaning) {
        line += ", " + *level.meaning;
    }
    std::vector<std::string> beside;
    if (level.before) {
        beside.push_back(fmt::format("was {}", *level.before));
    }
    if (level.required) {
        beside.push_back(fmt::format("required {}", *level.required));
    }
    if (!beside.empty()) {
        line += fmt::format(" ({})", fmt::join(beside, ", "));
    }
    return line;
}

std::string in_words(const PastTick& tick) {
    return tick.what.empty() ? "done: " + tick.id.str()
                             : fmt::format("done: {} ({})", tick.what, tick.id.str());
}

std::string in_words(const FollowUpStatus& follow_up, Date as_of) {
    std::string line =
        follow_up.id.empty() ? "follow-up: " : fmt::format("follow-up {}: ", follow_up.id.str());
    line += fmt::format("{} ({}by {}): ", follow_up.what,
                        follow_up.owner ? *follow_up.owner + ", " : "", day(follow_up.by, as_of));
    line += follow_up.done_on
                ? fmt::format("done {} by {}", day(follow_up.done_on, as_of), follow_up.done_by)
                : "open";
    if (follow_up.late_days > 0) {
        line +=
            fmt::format(", {} late", count(static_cast<std::size_t>(follow_up.late_days), "day"));
    }
    return line;
}

std::string in_words(const Change& change) {
    std::string line = change.field + ": ";
    if (change.from && change.to) {
        line += fmt::format("{} -> {}", *change.from, *change.to);
    } else if (change.to) {
        line += fmt::format("new, {}", *change.to);
    } else {
        line += change.from ? fmt::format("dropped, was {}", *change.from) : "changed";
    }
    return change.effect ? fmt::format("{} ({})", line, to_string(*change.effect)) : line;
}

std::string decision_in_words(const Record& review, Date as_of) {
    std::string line = fmt::format("decision: {}", to_string(*review.decision));
    if (review.from) {
        line += " from " + day(review.from, as_of);
    }
    if (review.until) {
        line += " until " + day(review.until, as_of);
    }
    return line;
}

std::string signature_in_words(const Record& signature) {
    const std::string role(signature.role ? to_string(*signature.role) : "?");
    switch (signature.answer.value_or(Answer::signed_)) {
        case Answer::signed_:
            return fmt::format("signed as {}: confirms receipt of the terms, not agreement", role);
        case Answer::refused: return fmt::format("refused to sign as {}", role);
        case Answer::unavailable: return fmt::format("not available to sign as {}", role);
    }
    return {};
}

std::string short_terms(std::string_view terms) {
    constexpr std::string_view algorithm = "sha256:";
    constexpr std::size_t length = 8;
    terms.remove_prefix(terms.starts_with(algorithm) ? algorithm.size() : 0);
    return std::string(terms.substr(0, length));
}

}  // namespace perfplan
