#include "output/report/describe.hpp"

#include "output/describe/goal.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

std::string date_text(Date date) {
    constexpr int one_year = 366;
    return short_form(date, date - one_year);
}

std::string date_text(const std::optional<Date>& date) {
    return date ? date_text(*date) : "";
}

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

std::string as_sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string capitalized(std::string_view name) {
    return as_sentence(spaced(name));
}

std::string tone_name(Tone tone) {
    switch (tone) {
        case Tone::good: return "good";
        case Tone::warning: return "warning";
        case Tone::bad: return "bad";
        default: return {};
    }
}

Tone tone_of(Verdict verdict) {
    return tone_of(std::optional(verdict));
}

Tone tone_of(SkillVerdict verdict) {
    return verdict == SkillVerdict::late     ? Tone::warning
           : verdict == SkillVerdict::closed ? Tone::good
                                             : Tone::plain;
}

Tone tone_of(ActivityVerdict verdict) {
    return verdict == ActivityVerdict::late   ? Tone::warning
           : verdict == ActivityVerdict::done ? Tone::good
                                              : Tone::plain;
}

Tone tone_of(Decision outcome) {
    return outcome == Decision::met       ? Tone::good
           : outcome == Decision::not_met ? Tone::bad
                                          : Tone::plain;
}

Badge badge_of(Verdict verdict) {
    return {capitalized(to_string(verdict)), tone_name(tone_of(verdict))};
}

Badge badge_of(const PlanStatus& plan) {
    if (plan.verdict) {
        return badge_of(*plan.verdict);
    }
    if (plan.outcome) {
        return {capitalized(outcome_in_words(plan.outcome->result)),
                tone_name(tone_of(plan.outcome->result))};
    }
    return {capitalized(to_string(plan.state)), ""};
}

std::string state_in_words(const PlanStatus& plan) {
    const auto& pauses = plan.timeline.pauses;
    const auto pause = std::find_if(pauses.begin(), pauses.end(), [&](const Window& window) {
        return window.contains(plan.figures_on);
    });
    if (plan.state != State::paused || pause == pauses.end()) {
        return capitalized(to_string(plan.state));
    }
    return plan.timeline.open_pause && pause->contains(*plan.timeline.open_pause)
               ? fmt::format("Paused since {}", date_text(pause->first))
               : fmt::format("Paused {} to {}", date_text(pause->first), date_text(pause->last));
}

}  // namespace perfplan::output
