#include "cli/completion.hpp"

#include "base/text/text.hpp"
#include "cli/find_command.hpp"
#include "cli/topics.hpp"
#include "commands/completion/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::cli {

namespace {

using RecordText = std::vector<std::string>;

const Option* find_option(const std::vector<Option>& options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

const Option* find_option(const std::vector<Option>& options, char letter) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& option) { return option.letter == letter; });
    return found == options.end() ? nullptr : &*found;
}

/// The words before the one under the cursor, as far as they make sense. Unlike a command line that
/// is to be run, nothing in it is an error.
class Typed {
public:
    explicit Typed(const std::vector<Option>& options) : options_(&options) {}

    void add(const std::string& word) {
        if (waiting_ != nullptr) {
            arguments_.add_option(waiting_->name, word);
            waiting_ = nullptr;
        } else if (only_positionals_ || word.size() < 2 || word.front() != '-') {
            arguments_.add_positional(word);
        } else if (word == "--") {
            only_positionals_ = true;
        } else if (word.starts_with("--")) {
            long_option(word);
        } else {
            letters(word);
        }
    }

    [[nodiscard]] const Arguments& arguments() const { return arguments_; }
    /// The option whose value comes next, if one is waiting for it.
    [[nodiscard]] const Option* waiting() const { return waiting_; }
    [[nodiscard]] bool may_be_option() const { return !only_positionals_; }

private:
    void long_option(std::string_view word) {
        const std::size_t equals = word.find('=');
        const Option* option = find_option(*options_, word.substr(2, equals - 2));
        if (option == nullptr) {
            return;
        }
        if (equals != std::string_view::npos) {
            arguments_.add_option(option->name, std::string(word.substr(equals + 1)));
        } else {
            without_value(*option);
        }
    }

    void letters(std::string_view word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const Option* option = find_option(*options_, word[i]);
            if (option == nullptr) {
                return;
            }
            if (option->needs_value() && i + 1 < word.size()) {
                arguments_.add_option(option->name, std::string(word.substr(i + 1)));
                return;
            }
            without_value(*option);
        }
    }

    void without_value(const Option& option) {
        if (option.needs_value()) {
            waiting_ = &option;
        } else {
            arguments_.add_option(option.name, "");
        }
    }

    const std::vector<Option>* options_;
    Arguments arguments_;
    const Option* waiting_ = nullptr;
    bool only_positionals_ = false;
};

/// The word under the cursor: `prefix` stays as it was typed, `typed`, right behind it, is
/// completed.
struct Blank {
    std::string_view prefix;
    std::string_view typed;
};

std::string answer(const Blank& blank, const std::vector<Candidate>& candidates) {
    std::string lines = "words\n";
    const std::string typed = lower(blank.typed);
    for (const Candidate& candidate : candidates) {
        // a name in which a line ends would be two answers
        if (lower(candidate.word).starts_with(typed) && visible(candidate.word) == candidate.word) {
            lines +=
                fmt::format("{}{}\t{}\n", blank.prefix, candidate.word, visible(candidate.what));
        }
    }
    return lines;
}

/// The values of an option, or of an argument.
struct Wanted {
    Completes completes = Completes::nothing;
    const RecordText& choices;
};

std::string values(const Wanted& wanted, Blank blank, const Arguments& arguments, Io& io) {
    if (wanted.completes == Completes::file || wanted.completes == Completes::directory) {
        return fmt::format("{} {}\n", wanted.completes == Completes::file ? "files" : "directories",
                           blank.prefix);
    }
    if (const std::size_t comma = blank.typed.rfind(',');
        wanted.completes == Completes::choices && comma != std::string_view::npos) {
        // what stands before the last comma stays; the two are parts of one word
        blank.prefix = {blank.prefix.data(), blank.prefix.size() + comma + 1};
        blank.typed.remove_prefix(comma + 1);
    }
    if (wanted.completes == Completes::choice || wanted.completes == Completes::choices) {
        std::vector<Candidate> all;
        for (const std::string& choice : wanted.choices) {
            all.push_back({choice});
        }
        return answer(blank, all);
    }
    return answer(blank, candidates(wanted.completes, blank.typed, arguments, io));
}

std::string option_names(const std::vector<Option>& options, std::string_view typed,
                         const Arguments& arguments) {
    std::vector<Candidate> names;
    for (const Option& option : options) {
        if (option.times == Option::Times::many || !arguments.has(option.name)) {
            names.push_back({"--" + option.name, option.help});
        }
    }
    return answer({"", typed}, names);
}

/// --name=VALUE and -xVALUE: the option, and what stands before its value.
struct Attached {
    const Option* option = nullptr;
    std::size_t value_at = 0;
};

Attached attached_value(const std::vector<Option>& options, std::string_view word) {
    if (const std::size_t equals = word.find('='); word.starts_with("--")) {
        return equals == std::string_view::npos
                   ? Attached{}
                   : Attached{find_option(options, word.substr(2, equals - 2)), equals + 1};
    }
    const Option* option = word.size() > 2 ? find_option(options, word[1]) : nullptr;
    return option != nullptr && option->needs_value() ? Attached{option, 2} : Attached{};
}

/// The argument that comes next; the last one, where it may be given many times.
const Positional* next_positional(const std::vector<Positional>& positionals, std::size_t given) {
    if (given < positionals.size()) {
        return &positionals[given];
    }
    const bool repeats =
        !positionals.empty() && (positionals.back().arity == Positional::Arity::some ||
                                 positionals.back().arity == Positional::Arity::any);
    return repeats ? &positionals.back() : nullptr;
}

std::string complete_word(const Command& command, const std::vector<Option>& options,
                          const Typed& typed, std::string_view current, Io& io) {
    if (const Option* option = typed.waiting()) {
        return values({option->completes, option->choices}, {current.substr(0, 0), current},
                      typed.arguments(), io);
    }
    if (typed.may_be_option() && current.starts_with('-')) {
        const auto [option, value_at] = attached_value(options, current);
        if (option == nullptr) {
            return option_names(options, current, typed.arguments());
        }
        return values({option->completes, option->choices},
                      {current.substr(0, value_at), current.substr(value_at)}, typed.arguments(),
                      io);
    }
    const Positional* positional =
        next_positional(command.positionals, typed.arguments().positionals().size());
    return positional == nullptr ? "words\n"
                                 : values({positional->completes, positional->choices},
                                          {current.substr(0, 0), current}, typed.arguments(), io);
}

std::vector<Candidate> subcommand_names(const Command& group) {
    std::vector<Candidate> names;
    for (const Command& subcommand : group.subcommands) {
        names.push_back({std::string(last_word(subcommand.name)), subcommand.summary});
    }
    return names;
}

std::vector<Candidate> all_commands() {
    std::vector<Candidate> names;
    for (const CommandEntry& entry : command_table()) {
        names.push_back({std::string(entry.name), entry.describe().summary});
    }
    names.push_back({"help", "Show the help of a command or a topic"});
    return names;
}

/// Behind 'help': commands and topics, and the commands of a group.
std::string complete_help(const RecordText& words, std::string_view current) {
    if (words.empty()) {
        std::vector<Candidate> names = all_commands();
        for (const Topic& topic : topics()) {
            names.push_back({std::string(topic.name), std::string(topic.summary)});
        }
        return answer({"", current}, names);
    }
    const auto found = find_command(words);
    return found && found->rest.empty() ? answer({"", current}, subcommand_names(found->command))
                                        : "words\n";
}

std::string complete_behind_name(const RecordText& words, const Typed& globals,
                                 std::string_view current, Io& io) {
    if (words.front() == "help") {
        return complete_help({words.begin() + 1, words.end()}, current);
    }
    const auto found = find_command(words);
    if (!found) {
        return "words\n";
    }
    const Command& command = found->command;
    if (!command.subcommands.empty() && !current.starts_with('-')) {
        return answer({"", current}, subcommand_names(command));
    }
    std::vector<Option> options = command.options;
    options.insert(options.end(), global_options().begin(), global_options().end());
    Typed typed(options);
    if (const auto directory = globals.arguments().value("directory")) {
        typed.add("--directory=" + *directory);
    }
    for (const std::string& word : found->rest) {
        typed.add(word);
    }
    return complete_word(command, options, typed, current, io);
}

/// A shell hands over words as they were typed: ~/ is not yet what it will be.
RecordText with_home(RecordText words, const Io& io) {
    const auto home = io.variable("HOME");
    for (auto word = words.begin(); home && word + 1 < words.end(); ++word) {
        if (word->starts_with("~/")) {
            word->replace(0, 1, *home);
        }
    }
    return words;
}

}  // namespace

std::string completion(const RecordText& typed, Io& io) {
    if (typed.empty()) {
        return "words\n";
    }
    const RecordText words = with_home(typed, io);
    const std::string& current = words.back();
    Typed globals(global_options());
    for (auto word = words.begin(); word != words.end() - 1; ++word) {
        globals.add(*word);
        if (!globals.arguments().positionals().empty()) {
            return complete_behind_name({word, words.end() - 1}, globals, current, io);
        }
    }
    if (globals.waiting() == nullptr && !current.starts_with('-')) {
        return answer({"", current}, all_commands());
    }
    return complete_word(Command{}, global_options(), globals, current, io);
}

}  // namespace perfplan::cli
