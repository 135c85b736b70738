#include "program.hpp"

#include <perfplan/base/text.hpp>
#include <perfplan/version.hpp>

#include "../commands/command.hpp"
#include "command_line.hpp"
#include "help.hpp"
#include "system_io.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>

namespace perfplan {

namespace {

Diagnostic unknown_command(std::string_view what, std::string_view name,
                           const std::vector<std::string>& known) {
    const auto near = nearest(name, known);
    return usage_error(fmt::format("there is no {} '{}'", what, visible(name)),
                       near ? fmt::format("did you mean '{}'?", *near)
                            : fmt::format("there is {}", listing(known)));
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandEntry& entry : command_table()) {
        names.emplace_back(entry.name);
    }
    names.emplace_back("help");
    return names;
}

/// The command that the words start with, and what comes behind its name.
struct Found {
    Command command;
    std::vector<std::string> rest;
};

std::string_view last_word(std::string_view name) {
    return name.substr(name.rfind(' ') + 1);
}

Result<Found> find_subcommand(Command group, std::vector<std::string> rest) {
    std::vector<std::string> names;
    for (const Command& subcommand : group.subcommands) {
        names.emplace_back(last_word(subcommand.name));
    }
    for (Command& subcommand : group.subcommands) {
        if (!rest.empty() && rest.front() == last_word(subcommand.name)) {
            rest.erase(rest.begin());
            return Found{std::move(subcommand), std::move(rest)};
        }
    }
    if (rest.empty() || rest.front().starts_with('-')) {
        return Found{std::move(group), std::move(rest)};
    }
    return fail(unknown_command("command", group.name + " " + rest.front(), [&] {
        for (std::string& name : names) {
            name = group.name + " " + name;
        }
        return names;
    }()));
}

Result<Found> find_command(const std::vector<std::string>& words) {
    for (const CommandEntry& entry : command_table()) {
        if (entry.name == words.front()) {
            Command command = entry.describe();
            std::vector<std::string> rest(words.begin() + 1, words.end());
            if (!command.subcommands.empty()) {
                return find_subcommand(std::move(command), std::move(rest));
            }
            return Found{std::move(command), std::move(rest)};
        }
    }
    return fail(unknown_command("command", words.front(), command_names()));
}

/// Words that a person typed hold no bytes that could harm a terminal or a file.
Diagnostics check_words(const std::vector<std::string>& words) {
    Diagnostics errors;
    for (const std::string& word : words) {
        if (find_invalid_utf8(word)) {
            errors.push_back(usage_error(fmt::format("'{}' is not valid UTF-8", visible(word))));
        } else if (const auto bad = find_unsafe(word)) {
            errors.push_back(usage_error(
                fmt::format("'{}' contains {}, which has no place in a text", visible(word),
                            name_of_character(std::string_view(word).substr(*bad))),
                "take it out"));
        }
    }
    return errors;
}

Result<ColourWhen> colour_when(const Arguments& arguments) {
    const std::string when = arguments.value("color").value_or("auto");
    if (when == "auto") {
        return ColourWhen::automatic;
    }
    if (when == "always" || when == "never") {
        return when == "always" ? ColourWhen::always : ColourWhen::never;
    }
    return fail(usage_error(fmt::format("--color: it can't be '{}'", visible(when)),
                            "it can be auto, always or never"));
}

std::string version_text() {
    return fmt::format("perfplan {}\n", version);
}

Result<ExitCode> show_help(const std::vector<std::string>& words, Io& io) {
    const Style style(io.colour(Stream::output));
    if (words.empty() || words.front() == "help") {
        io.print(overview(style));
        return ExitCode::done;
    }
    auto found = find_command(words);
    if (!found) {
        return tl::unexpected(std::move(found).error());
    }
    io.print(command_help(found->command, style, io.width()));
    return ExitCode::done;
}

/// A group without one of its commands: its help, and a failure, since nothing was done.
Result<ExitCode> explain_group(const Command& group, SystemIo& io) {
    io.complain(command_help(group, Style(io.colour(Stream::error)), io.width()));
    return ExitCode::usage;
}

Result<ExitCode> run_words(const std::vector<std::string>& words, SystemIo& io) {
    if (Diagnostics errors = check_words(words); !errors.empty()) {
        return fail(std::move(errors));
    }
    const Split split = split_global_options(words);
    const auto global = parse_command_line(Command{}, split.global);
    if (!global) {
        return tl::unexpected(global.error());
    }
    if (global->has("version")) {
        io.print(version_text());
        return ExitCode::done;
    }
    if (split.command.empty()) {
        return show_help({}, io);
    }
    if (split.command.front() == "help") {
        return show_help({split.command.begin() + 1, split.command.end()}, io);
    }
    if (global->has("help")) {
        return show_help(split.command, io);
    }
    auto found = find_command(split.command);
    if (!found) {
        return tl::unexpected(std::move(found).error());
    }
    found->rest.insert(found->rest.begin(), split.global.begin(), split.global.end());
    const auto arguments = parse_command_line(found->command, found->rest);
    const auto colour = arguments.and_then(colour_when);
    if (!colour) {
        return tl::unexpected(colour.error());
    }
    io.set_colour(*colour);
    if (arguments->has("help")) {
        io.print(command_help(found->command, Style(io.colour(Stream::output)), io.width()));
        return ExitCode::done;
    }
    if (found->command.run == nullptr) {
        return explain_group(found->command, io);
    }
    return found->command.run(*arguments, io);
}

}  // namespace

int run_program(int argc, char** argv) {
    open_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    SystemIo io;
    try {
        const auto result =
            run_words(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), io);
        if (!result) {
            io.report(result.error());
        }
        return static_cast<int>(io.flush(result ? *result : worst(result.error())));
    } catch (const std::exception& error) {
        io.complain(fmt::format("perfplan: this is a bug: {}\n", error.what()));
        return static_cast<int>(ExitCode::bug);
    }
}

}  // namespace perfplan
