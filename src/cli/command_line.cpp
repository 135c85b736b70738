#include "cli/command_line.hpp"

#include "base/text/text.hpp"
#include "cli/tokens.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace perfplan::cli {

namespace {

std::vector<Option> options_of(const Command& command) {
    std::vector<Option> options = command.options;
    options.insert(options.end(), global_options().begin(), global_options().end());
    return options;
}

std::size_t fewest(const std::vector<Positional>& positionals, const Arguments& arguments) {
    std::size_t n = 0;
    for (const Positional& positional : positionals) {
        const bool is_needed = positional.arity == Positional::Arity::one ||
                               positional.arity == Positional::Arity::some;
        n += is_needed && !arguments.has(positional.unless) ? 1U : 0U;
    }
    return n;
}

std::optional<std::size_t> most(const std::vector<Positional>& positionals) {
    for (const Positional& positional : positionals) {
        if (positional.arity == Positional::Arity::some ||
            positional.arity == Positional::Arity::any) {
            return std::nullopt;
        }
    }
    return positionals.size();
}

Diagnostic unknown_option(const Command& command, const std::vector<Option>& options,
                          const std::string& word) {
    std::vector<std::string> names;
    for (const Option& option : options) {
        names.push_back("--" + option.name);
    }
    return usage_error(
        fmt::format("unknown option '{}'", visible(word)),
        did_you_mean(word, names,
                     fmt::format("'perfplan help {}' lists the options", command.name)));
}

void check_positionals(const Command& command, const Arguments& arguments, Diagnostics& errors) {
    const std::vector<std::string>& given = arguments.positionals();
    if (given.size() < fewest(command.positionals, arguments)) {
        const Positional& missing = command.positionals[given.size()];
        errors.push_back(usage_error(fmt::format("{} is missing: {}", missing.name, missing.help),
                                     fmt::format("usage: {}", usage_line(command))));
    }
    if (const auto limit = most(command.positionals); limit && given.size() > *limit) {
        errors.push_back(
            usage_error(fmt::format("'{}' is one argument too many", visible(given[*limit])),
                        fmt::format("usage: {}", usage_line(command))));
    }
}

/// True for a global option whose value is the word behind it.
bool takes_next_word(std::string_view word) {
    const std::vector<Option>& options = global_options();
    return std::any_of(options.begin(), options.end(), [&](const Option& option) {
        return option.needs_value() &&
               (word == "--" + option.name || word == fmt::format("-{}", option.letter));
    });
}

}  // namespace

Result<Arguments> parse_command_line(const Command& command,
                                     const std::vector<std::string>& words) {
    const std::vector<Option> options = options_of(command);
    const Tokens tokens = tokenize(options, words);

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, std::size_t> flags;
    for (const Option& option : options) {
        if (option.value.empty()) {
            app.add_flag("--" + option.name, flags[option.name]);
        } else {
            app.add_option("--" + option.name, values[option.name])->allow_extra_args(false);
        }
    }
    std::vector<std::string> reversed(tokens.words.rbegin(), tokens.words.rend());
    try {
        app.parse(reversed);  // CLI11 wants its words last first
    } catch (const CLI::ParseError& error) {
        return fail(usage_error(error.what()));
    }

    Diagnostics errors = tokens.errors;
    Arguments arguments;
    for (const std::string& word : app.remaining(true)) {
        if (is_reference(word)) {
            arguments.add_positional(tokens.text(word));
        } else {
            errors.push_back(unknown_option(command, options, word));
        }
    }
    for (const Option& option : options) {
        if (option.value.empty() && flags[option.name] > 0) {
            arguments.add_option(option.name, "");
        }
        if (option.times == Option::Times::once && values[option.name].size() > 1) {
            errors.push_back(usage_error(
                fmt::format("--{} is given {} times", option.name, values[option.name].size()),
                "keep one of them"));
        }
        for (const std::string& reference : values[option.name]) {
            if (option.needs_value() && trim(tokens.text(reference)).empty()) {
                errors.push_back(usage_error(fmt::format("--{} is empty", option.name),
                                             "give it a value, or leave it out"));
            }
            arguments.add_option(option.name, tokens.text(reference));
        }
    }
    if (errors.empty() && !arguments.has("help")) {
        check_positionals(command, arguments, errors);
    }
    return errors.empty() ? Result<Arguments>(std::move(arguments)) : fail(std::move(errors));
}

Split split_global_options(const std::vector<std::string>& words) {
    Split split;
    std::size_t i = 0;
    while (i < words.size() && words[i].size() > 1 && words[i].front() == '-') {
        const bool has_value_behind = takes_next_word(words[i]);
        split.global.push_back(words[i++]);
        if (has_value_behind && i < words.size()) {
            split.global.push_back(words[i++]);
        }
    }
    split.command.assign(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    return split;
}

namespace {

std::string usage_of(const Positional& positional) {
    switch (positional.arity) {
        case Positional::Arity::one: return positional.name;
        case Positional::Arity::optional: return "[" + positional.name + "]";
        case Positional::Arity::some: return positional.name + "…";
        case Positional::Arity::any: return "[" + positional.name + "…]";
    }
    return positional.name;
}

}  // namespace

std::string usage_line(const Command& command) {
    std::string words;
    std::string unless;
    for (const Positional& positional : command.positionals) {
        words += (words.empty() ? "" : " ") + usage_of(positional);
        unless = positional.unless.empty() ? unless : positional.unless;
    }
    for (const Option& option : command.options) {
        if (option.name == unless) {
            words = fmt::format("({} | --{} {})", words, option.name, option.value);
        }
    }
    return fmt::format("perfplan {}{}{}{}", command.name, words.empty() ? "" : " ", words,
                       command.options.empty() ? "" : " [options]");
}

}  // namespace perfplan::cli
