#include "cli/find_command.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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
    return fail(unknown_name("command", group.name + " " + rest.front(), names));
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
    return fail(unknown_name("command", words.front(), command_names()));
}

}  // namespace perfplan::cli
