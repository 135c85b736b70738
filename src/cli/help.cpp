#include "cli/help.hpp"

#include "base/text/text.hpp"
#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace perfplan::cli {

namespace {

constexpr std::size_t widest_name = 28;  ///< a longer option has its help on the next line

/// Two columns; the right one is wrapped below itself.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows,
                        std::size_t width) {
    std::size_t left = 0;
    for (const auto& [name, help] : rows) {
        left = std::max(left, std::min(display_width(name), widest_name));
    }
    const std::size_t indent = left + 4;
    std::string text;
    for (const auto& [name, help] : rows) {
        const bool stands_alone = display_width(name) > left;
        text += "  " + (stands_alone ? name + "\n" : pad(name, left) + "  ");
        bool is_first = !stands_alone;
        for (const std::string& line : wrap(help, width > indent + 20 ? width - indent : 20)) {
            text += (is_first ? "" : std::string(indent, ' ')) + line + "\n";
            is_first = false;
        }
    }
    return text;
}

std::string option_name(const Option& option) {
    const std::string letter = option.letter != 0 ? fmt::format("-{}, ", option.letter) : "    ";
    const std::string value = option.value.empty()   ? ""
                              : option.needs_value() ? " " + option.value
                                                     : "[=" + option.value + "]";
    return fmt::format("{}--{}{}", letter, option.name, value);
}

std::vector<std::pair<std::string, std::string>> option_rows(const std::vector<Option>& options) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : options) {
        rows.emplace_back(option_name(option), option.times == Option::Times::many
                                                   ? option.help + " (repeatable)"
                                                   : option.help);
    }
    return rows;
}

std::string paragraph(std::string_view text, std::size_t width) {
    std::string result;
    for (const std::string& line : wrap(text, width)) {
        result += line + "\n";
    }
    return result;
}

constexpr std::array<std::pair<CommandGroup, std::string_view>, 5> group_headings{
    {{CommandGroup::every_day, "Every day"},
     {CommandGroup::plan, "A plan"},
     {CommandGroup::record, "The record"},
     {CommandGroup::team, "The team"},
     {CommandGroup::tools, "Tools"}}};

/// The commands of a group with their summaries, all with a left column of one width.
std::vector<std::pair<std::string, std::string>> command_rows(CommandGroup group) {
    constexpr std::size_t name_width = 10;
    std::vector<std::pair<std::string, std::string>> rows;
    for (const CommandEntry& entry : command_table()) {
        if (entry.group == group) {
            rows.emplace_back(pad(entry.name, name_width), entry.describe().summary);
        }
    }
    if (group == CommandGroup::tools) {
        rows.emplace_back(pad("help", name_width), "Show the help of a command or a topic");
    }
    return rows;
}

}  // namespace

std::string overview(const Style& style) {
    std::string text =
        "perfplan keeps performance plans for sales reps as YAML in a git repository.\n\n";
    text += "  perfplan init acme-plans && cd acme-plans\n";
    text += "  perfplan create 'Dana Reyes' --period 2026-Q4 --quota 250k --attained 162k\n";
    text += "  perfplan goal add dana-reyes pipeline=240k..750k --unit USD\n";
    text += "  perfplan note dana-reyes -m 'Listened to two calls together'\n";
    text += "  perfplan status\n\n";
    for (const auto& [group, heading] : group_headings) {
        text += style.bold(heading) + "\n" + two_columns(command_rows(group), 80);
    }
    text += "\n";
    std::vector<std::pair<std::string, std::string>> rows;
    text += style.bold("Topics") + "\n";
    for (const Topic& topic : topics()) {
        rows.emplace_back(std::string(topic.name), std::string(topic.summary));
    }
    text += two_columns(rows, 80) + "\n" + style.bold("Options of every command") + "\n";
    text += two_columns(option_rows(global_options()), 80);
    return text + "\n'perfplan help COMMAND' and 'perfplan help TOPIC' say more.\n";
}

std::string topic_help(const Topic& topic, const Style& style, std::size_t width) {
    std::string text = fmt::format("{}: {}\n", style.bold(topic.name), topic.summary);
    for (const TopicSection& section : topic.sections()) {
        text += section.heading.empty() ? "\n" : "\n" + style.bold(section.heading) + "\n";
        text += section.words.empty() ? "" : paragraph(section.words, width);
        text += section.words.empty() || section.rows.empty() ? "" : "\n";
        text += two_columns(section.rows, width);
    }
    return text;
}

std::string command_help(const Command& command, const Style& style, std::size_t width) {
    std::string text =
        fmt::format("{}: {}\n\n", style.bold("perfplan " + command.name), command.summary);
    for (const Example& example : command.examples) {
        text += fmt::format("  {}\n      {}\n", example.command, example.does);
    }
    if (!command.subcommands.empty()) {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const Command& subcommand : command.subcommands) {
            rows.emplace_back(subcommand.name, subcommand.summary);
        }
        return text + "\n" + paragraph(command.description, width) + "\n" + style.bold("Commands") +
               "\n" + two_columns(rows, width);
    }
    text += fmt::format("\nusage: {}\n", usage_line(command));
    if (!command.description.empty()) {
        text += "\n" + paragraph(command.description, width);
    }
    if (!command.positionals.empty()) {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const Positional& positional : command.positionals) {
            rows.emplace_back(positional.name, positional.help);
        }
        text += "\n" + style.bold("Arguments") + "\n" + two_columns(rows, width);
    }
    if (!command.options.empty()) {
        text +=
            "\n" + style.bold("Options") + "\n" + two_columns(option_rows(command.options), width);
    }
    return text + "\n" +
           paragraph(
               "Options of every command: -C DIR, --color WHEN, --diagnostics FORM, -h, -V; see 'perfplan help'.",
               width);
}

}  // namespace perfplan::cli
