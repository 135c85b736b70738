// What a command is: one descriptor drives the parser, the help, completions and the checks of the
// man pages.
#pragma once

#include "base/diagnostics/result.hpp"
#include "commands/io.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// A command line taken apart: still nothing but strings.
class Arguments {
public:
    void add_option(std::string name, std::string value) {
        options_[std::move(name)].push_back(std::move(value));
    }
    void add_positional(std::string value) { positionals_.push_back(std::move(value)); }

    [[nodiscard]] bool has(std::string_view option) const {
        return options_.find(option) != options_.end();
    }
    /// The value of an option; the last one if it was given several times.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() ? std::nullopt : std::optional(found->second.back());
    }
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() ? std::vector<std::string>() : found->second;
    }
    [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
    std::vector<std::string> positionals_;
};

/// What a shell can complete a value with.
enum class Completes {
    nothing,
    plan,
    rep,
    goal,
    figure,  ///< GOAL=NUMBER
    skill,
    level,  ///< SKILL=LEVEL
    competency,
    objective,
    activity,  ///< or a deliverable or an open follow-up
    planned,   ///< an activity of the terms
    date,
    period,
    file,
    directory,
    choice,
    choices,  ///< several, with commas between
    template_name,
    person,
    team
};

struct Option {
    std::string name;     ///< without dashes: "dry-run"
    char letter = 0;      ///< 0: none
    std::string value{};  ///< what help calls the value ("DATE"); empty: a flag
    std::string help{};
    enum class Times { once, many } times = Times::once;
    Completes completes = Completes::nothing;
    std::vector<std::string> choices{};
    /// optional: --name or --name=VALUE, never --name VALUE; without it the value is empty.
    enum class Value { required, optional } needs = Value::required;

    [[nodiscard]] bool needs_value() const { return !value.empty() && needs == Value::required; }
};

struct Positional {
    std::string name;  ///< as help shows it: "PLAN"
    std::string help;
    enum class Arity { one, optional, some, any } arity = Arity::one;  ///< some: at least one
    Completes completes = Completes::nothing;
    std::vector<std::string> choices{};
    std::string unless{};  ///< an option in whose presence it need not be given: "from"
};

struct Example {
    std::string command;
    std::string does;
};

/// A command, or a group of commands ("goal") that only has `subcommands`.
struct Command {
    std::string name;  ///< as it is typed: "status", "goal record"
    std::string summary;
    std::string description{};
    std::vector<Positional> positionals{};
    std::vector<Option> options{};
    std::vector<Example> examples{};
    /// Does it. Diagnostics that come back are reported, and decide the exit code.
    Result<ExitCode> (*run)(const Arguments&, Io&) = nullptr;
    std::vector<Command> subcommands{};
};

/// Under which heading the overview of the help lists a command.
enum class CommandGroup { every_day, plan, record, team, tools };

/// A line of the table of commands; the descriptor itself is made only for the command that is run.
struct CommandEntry {
    std::string_view name;
    Command (*describe)();
    CommandGroup group = CommandGroup::plan;
};

/// All commands, in the order in which help lists them.
const std::vector<CommandEntry>& command_table();

/// Options of every command, written before or behind its name.
const std::vector<Option>& global_options();

}  // namespace perfplan::commands
