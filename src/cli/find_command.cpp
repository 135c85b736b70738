#include "cli/find_command.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace perfplan::cli {

Diagnostic unknown_name(std::string_view what, std::string_view name,
                        const std::vector<std::string>& known) {
    return usage_error(fmt::format("there is no {} '{}'", what, visible(name)),
                       did_you_mean(name, known, fmt::format("there is {}", listing(known))));
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandEntry& entry : command_table()) {
        names.emplace_back(entry.name);
    }
    names.emplace_back("help");
    return names;
}

std::string_view last_word(std::string_view name) {
    return name.substr(name.rfind(' ') + 1);
}

namespace {

/// A word that people try because other programs have it, and what does here what they want.
struct Reflex {
    std::string_view word;
    std::string_view hint;
};

constexpr std::string_view how_to_show =
    "'perfplan status PLAN' shows a plan, 'perfplan log PLAN' its records";
constexpr std::string_view how_to_edit =
    "edit plan.yaml, or use 'perfplan goal set'; 'perfplan sign PLAN --amend' amends signed terms";
constexpr std::string_view how_to_remove =
    "records are never removed; 'perfplan goal drop' takes a goal out of the terms, and "
    "'perfplan review PLAN --decision withdraw' ends a plan";
constexpr std::string_view how_to_close =
    "'perfplan review PLAN --decision met' (or not-met, withdraw) closes a plan";
constexpr std::string_view how_to_import =
    "'perfplan goal record --from FILE' reads figures, 'perfplan create --from FILE' quota results";
constexpr std::string_view how_to_export =
    "'perfplan status -o plans.csv' writes figures, 'perfplan report -o plan.html' a document";

constexpr std::array reflexes{
    Reflex{"show", how_to_show},
    Reflex{"view", how_to_show},
    Reflex{"get", how_to_show},
    Reflex{"list", "'perfplan status' lists the plans, 'perfplan goal list PLAN' the goals of one"},
    Reflex{"ls", "'perfplan status' lists the plans, 'perfplan goal list PLAN' the goals of one"},
    Reflex{"edit", how_to_edit},
    Reflex{"set", how_to_edit},
    Reflex{"update", how_to_edit},
    Reflex{"remove", how_to_remove},
    Reflex{"rm", how_to_remove},
    Reflex{"delete", how_to_remove},
    Reflex{"rename", "a rep's name is 'rep' in plan.yaml; the directory keeps its name"},
    Reflex{"close", how_to_close},
    Reflex{"end", how_to_close},
    Reflex{"finish", how_to_close},
    Reflex{"extend", "'perfplan review PLAN --decision extend --until DATE' extends a plan"},
    Reflex{"pause", "'perfplan review PLAN --decision pause' pauses a plan"},
    Reflex{"resume", "'perfplan review PLAN --decision resume' resumes a plan"},
    Reflex{"import", how_to_import},
    Reflex{"load", how_to_import},
    Reflex{"export", how_to_export},
    Reflex{"print", how_to_export},
    Reflex{"done", "'perfplan activity done PLAN ID' ticks off an activity or a follow-up"},
    Reflex{"record", "'perfplan goal record PLAN GOAL=NUMBER' records a figure"},
    Reflex{"assess", "'perfplan skill assess PLAN SKILL=LEVEL' records a level"},
    Reflex{"new", "'perfplan create REP' opens a plan"},
    Reflex{"add", "'perfplan create REP' opens a plan, 'perfplan goal add PLAN' adds a goal"},
    Reflex{"comment", "'perfplan note PLAN -m TEXT' records a note"},
    Reflex{"checkin",
           "'perfplan note PLAN -m TEXT' records a talk, 'perfplan review PLAN' a review"},
    Reflex{"history", "'perfplan log PLAN' shows what happened"},
    Reflex{"todo", "'perfplan today' shows your day, 'perfplan agenda' everything that is due"},
    Reflex{"due", "'perfplan today' shows your day, 'perfplan agenda' everything that is due"},
    Reflex{"calendar", "'perfplan agenda -o agenda.ics' writes a calendar"},
    Reflex{"validate", "'perfplan check' finds everything that is wrong"},
    Reflex{"lint", "'perfplan check' finds everything that is wrong"},
    Reflex{"amend", "'perfplan sign PLAN --amend --reason TEXT' amends signed terms"},
};

/// The same for words after "goal", "skill" or "activity".
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> subcommand_reflexes{
    {{"edit", "set"},
     {"change", "set"},
     {"update", "set"},
     {"rename", "set"},
     {"remove", "drop"},
     {"delete", "drop"},
     {"rm", "drop"},
     {"show", "list"},
     {"ls", "list"},
     {"new", "add"}}};

template <class Table>
std::string_view reflex(const Table& table, std::string_view word) {
    for (const auto& [name, answer] : table) {
        if (name == word) {
            return answer;
        }
    }
    return {};
}

Diagnostic unknown_command(std::string_view word) {
    Diagnostic unknown = unknown_name("command", word, command_names());
    if (const std::string_view hint = reflex(reflexes, word); !hint.empty()) {
        unknown.hint = hint;
    }
    return unknown;
}

/// "did you mean 'goal set'?" for "goal edit"
Diagnostic unknown_subcommand(const Command& group, std::string_view word,
                              const std::vector<std::string>& names) {
    Diagnostic unknown = unknown_name("command", fmt::format("{} {}", group.name, word), names);
    const std::string meant = fmt::format("{} {}", group.name, reflex(subcommand_reflexes, word));
    if (std::ranges::find(names, meant) != names.end()) {
        unknown.hint = fmt::format("did you mean '{}'?", meant);
    }
    return unknown;
}

Result<FoundCommand> find_subcommand(Command group, std::vector<std::string> rest) {
    if (rest.empty() || rest.front().starts_with('-')) {
        return FoundCommand{std::move(group), std::move(rest)};
    }
    std::vector<std::string> names;
    for (Command& subcommand : group.subcommands) {
        if (rest.front() == last_word(subcommand.name)) {
            rest.erase(rest.begin());
            return FoundCommand{std::move(subcommand), std::move(rest)};
        }
        names.push_back(subcommand.name);
    }
    return fail(unknown_subcommand(group, rest.front(), names));
}

}  // namespace

namespace {

/// Commands by the names that they had before, which work for one more release.
struct FormerName {
    std::array<std::string_view, 2> before;
    std::array<std::string_view, 2> now;
};
constexpr std::array former_names{
    FormerName{{"skill", "plan"}, {"activity", "add"}},
    FormerName{{"skill", "replan"}, {"activity", "set"}},
    FormerName{{"skill", "cancel"}, {"activity", "drop"}},
    FormerName{{"skill", "done"}, {"activity", "done"}},
};

}  // namespace

Result<FoundCommand> find_command(const std::vector<std::string>& words) {
    for (const auto& [before, now] : former_names) {
        if (words.size() > 1 && words[0] == before[0] && words[1] == before[1]) {
            std::vector<std::string> renamed = words;
            std::copy(now.begin(), now.end(), renamed.begin());
            PERFPLAN_TRY(auto found, find_command(renamed));
            found.renamed = fmt::format("{} {}", before[0], before[1]);
            return found;
        }
    }
    for (const CommandEntry& entry : command_table()) {
        if (entry.name == words.front()) {
            Command command = entry.describe();
            std::vector<std::string> rest(words.begin() + 1, words.end());
            if (!command.subcommands.empty()) {
                return find_subcommand(std::move(command), std::move(rest));
            }
            return FoundCommand{std::move(command), std::move(rest)};
        }
    }
    return fail(unknown_command(words.front()));
}

}  // namespace perfplan::cli
