// Words and tones of reports, which are read long after the day they were made.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/style.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// "Oct 1, 2026": always with its year.
std::string date_text(Date date);
/// The same, or nothing.
std::string date_text(const std::optional<Date>& date);

/// "on-track" as "on track".
std::string spaced(std::string_view name);
/// With a capital letter, if it begins with an ASCII letter.
std::string as_sentence(std::string text);
/// "On track".
std::string capitalized(std::string_view name);

/// How page.css calls a tone: "good", "warning", "bad"; else nothing.
std::string tone_name(Tone tone);
Tone tone_of(Verdict verdict);
Tone tone_of(SkillVerdict verdict);
Tone tone_of(ActivityVerdict verdict);
Tone tone_of(Decision outcome);

/// A verdict in words, and its tone as page.css calls it.
struct Badge {
    std::string words;
    std::string tone;
};

/// What is said of a plan in one badge: its verdict, else its outcome or its state.
Badge badge_of(const PlanStatus& plan);
Badge badge_of(Verdict verdict);

/// "Paused Nov 2, 2026 to Dec 6, 2026"; else the state alone.
std::string state_in_words(const PlanStatus& plan);

}  // namespace perfplan::output
