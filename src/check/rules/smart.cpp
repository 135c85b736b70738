#include "check/rules/smart.hpp"

#include "base/text/text.hpp"
#include "check/rules/places.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace perfplan::check::look {

namespace {

/// More than this times the best the rep has shown is taken for out of reach.
constexpr int times_own_best = 2;
/// More than this times the baseline, as long as nothing else is known.
constexpr int times_baseline = 3;

bool is_reach(const Goal& goal) {
    return goal.kind() == GoalKind::reach;
}

bool rises(const Goal& goal) {
    return *goal.target > goal.baseline.value_or(0);
}

std::vector<std::string> lacking(const Goal& goal) {
    std::vector<std::string> fields;
    if (!goal.metric) {
        fields.emplace_back("'metric'");
    }
    if (!goal.unit) {
        fields.emplace_back("'unit'");
    }
    if (is_reach(goal) && !goal.baseline && goal.readings != Combine::sum) {
        fields.emplace_back("'baseline'");
    }
    return fields;
}

/// What a day asks from now on; from the first day where nothing was measured yet.
std::optional<Fraction> asked(const GoalStatus& goal) {
    if (goal.needed) {
        return magnitude(*goal.needed);
    }
    const Fraction way = *goal.terms.target - Fraction(goal.terms.baseline.value_or(0));
    return quotient(magnitude(way), goal.days.total);
}

std::string a_day(const Subject& subject, const GoalStatus& goal, const Fraction& pace) {
    return fmt::format("{} {}", amount(figure(pace, goal.places()), goal.terms.unit),
                       per_day(subject.status.days.basis));
}

/// Against the best stretch so far.
std::string beyond_own_best(const Subject& subject, const GoalStatus& goal, const Fraction& pace,
                            const BestPace& best) {
    if (pace <= best.pace * times_own_best) {
        return {};
    }
    return fmt::format("'{}' takes {} from now on, the best stretch so far ({} to {}) made {}",
                       goal.id.str(), a_day(subject, goal, pace),
                       day(best.days.first, subject.as_of), day(best.days.last, subject.as_of),
                       figure(best.pace, goal.places()));
}

/// Against what other reps made with the same metric.
std::string beyond_peers(const Subject& subject, const GoalStatus& goal, const Fraction& pace) {
    const Pace* peer = subject.peers.fastest(subject.status.ref.rep, goal);
    if (peer == nullptr || pace <= peer->pace) {
        return {};
    }
    return fmt::format("'{}' takes {}, the fastest of the others, {}, made {}", goal.id.str(),
                       a_day(subject, goal, pace), to_string(peer->plan),
                       figure(peer->pace, goal.places()));
}

/// Against the figure that it started from.
std::string beyond_baseline(const GoalStatus& goal) {
    const Fraction baseline = goal.terms.baseline.value_or(0);
    const Fraction target = *goal.terms.target;
    const Fraction limit =
        rises(goal.terms) ? baseline * times_baseline : baseline / times_baseline;
    const bool is_beyond = rises(goal.terms) ? target > limit : target < limit;
    if (baseline <= 0 || !is_beyond) {
        return {};
    }
    return fmt::format("'{}' is to go from {} to {}, {} the baseline", goal.id.str(),
                       grouped(*goal.terms.baseline), grouped(*goal.terms.target),
                       rises(goal.terms) ? "more than three times" : "less than a third of");
}

std::string out_of_reach(const Subject& subject, const GoalStatus& goal) {
    const auto pace = asked(goal);
    if (!pace) {
        return {};
    }
    const Calendar calendar = subject.settings.workdays();
    const DayCounter days(calendar, subject.settings.policy.pace, subject.status.timeline);
    const auto best = best_stretch(goal, days);
    std::string message =
        best ? beyond_own_best(subject, goal, *pace, *best) : beyond_baseline(goal);
    return message.empty() && !best ? beyond_peers(subject, goal, *pace) : message;
}

bool is_committed(const GoalStatus& goal) {
    return goal.verdict == Verdict::met || goal.verdict == Verdict::missed;
}

bool moves_a_goal(const Plan& plan, const Slug& goal) {
    return std::any_of(plan.skills.begin(), plan.skills.end(), [&](const auto& entry) {
        const std::vector<Slug>& goals = entry.second.goals;
        return std::find(goals.begin(), goals.end(), goal) != goals.end();
    });
}

}  // namespace

Findings vague_title(const Subject& subject) {
    Findings findings;
    for (const auto& [id, goal] : subject.written.goals) {
        const auto word = is_running(subject) ? vague_word(goal.title) : std::nullopt;
        if (word) {
            findings.push_back(
                {at_goal(id, "title"),
                 fmt::format("title '{}' names no result: nobody can tell when '{}' is done",
                             goal.title, *word),
                 "say what is there in the end, such as 'Close 12 new accounts'"});
        }
    }
    return findings;
}

Findings measurable(const Subject& subject) {
    Findings findings;
    for (const auto& [id, goal] : subject.written.goals) {
        if (goal.kind() == GoalKind::deliverable || !is_running(subject)) {
            continue;
        }
        const std::vector<std::string> fields = lacking(goal);
        if (!fields.empty()) {
            findings.push_back(
                {at_goal(id),
                 fmt::format("goal '{}' lacks {}: two people could come to two figures", id.str(),
                             listing(fields)),
                 "name what is counted, in which unit, and where it starts from"});
        }
    }
    return findings;
}

Findings no_reading(const Subject& subject) {
    Findings findings;
    for (const GoalStatus& goal : subject.status.goals) {
        if (goal.verdict == Verdict::no_data && is_running(subject)) {
            findings.push_back(
                {at_goal(goal.id),
                 fmt::format("goal '{}' has no reading after {}: what nobody measures is no goal",
                             goal.id.str(), counted(goal.days.elapsed, subject.status.days.basis)),
                 fmt::format("'perfplan goal record {} {}=NUMBER'", to_string(subject.status.ref),
                             goal.id.str())});
        }
    }
    return findings;
}

Findings achievable(const Subject& subject) {
    Findings findings;
    for (const GoalStatus& goal : subject.status.goals) {
        const Goal* written = find(subject.written.goals, goal.id.str());
        const bool is_looked_at = goal.kind == GoalKind::reach && is_running(subject) &&
                                  !is_committed(goal) && written != nullptr && !written->achievable;
        std::string message = is_looked_at ? out_of_reach(subject, goal) : "";
        if (!message.empty()) {
            findings.push_back({at_goal(goal.id, "target"), std::move(message),
                                "set a target that can be reached, or say under 'achievable' why "
                                "this one can"});
        }
    }
    return findings;
}

Findings relevant(const Subject& subject) {
    Findings findings;
    for (const auto& [id, goal] : subject.written.goals) {
        const bool says_why = goal.supports || goal.relevant || moves_a_goal(subject.written, id);
        if (goal.kind() == GoalKind::reach && !says_why && is_running(subject)) {
            findings.push_back(
                {at_goal(id),
                 fmt::format("goal '{}' doesn't say why it matters: no objective, no skill, "
                             "no reason",
                             id.str()),
                 "name the objective it supports, or say why under 'relevant'"});
        }
    }
    return findings;
}

}  // namespace perfplan::check::look

namespace perfplan::check {

namespace {

/// Words that say that something is to move, not where it is to arrive.
constexpr std::array<std::string_view, 46> of_effort{
    "improve",    "improved",   "improvement",  "better",      "best",          "increase",
    "increased",  "decrease",   "enhance",      "boost",       "grow",          "strengthen",
    "optimize",   "optimise",   "maximize",     "maximise",    "minimize",      "minimise",
    "try",        "attempt",    "strive",       "aim",         "work",          "focus",
    "develop",    "progress",   "more",         "less",        "some",          "several",
    "various",    "many",       "regularly",    "frequently",  "often",         "soon",
    "asap",       "proactive",  "proactively",  "appropriate", "appropriately", "adequate",
    "sufficient", "consistent", "consistently", "etc"};
constexpr std::array<std::string_view, 6> placeholders{"tbd", "todo",  "tba",
                                                       "xxx", "title", "goal"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_letter(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), lower(word)) != words.end();
}

}  // namespace

std::optional<std::string> vague_word(std::string_view title) {
    const std::vector<std::string> words = words_of(title);
    if (words.size() == 1 && is_among(placeholders, words.front())) {
        return words.front();
    }
    const bool has_figure = std::any_of(title.begin(), title.end(), is_digit);
    for (const std::string& word : words) {
        if (!has_figure && is_among(of_effort, word)) {
            return word;
        }
    }
    return std::nullopt;
}

}  // namespace perfplan::check
