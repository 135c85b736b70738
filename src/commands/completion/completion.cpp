// perfplan completion: the script that makes a shell complete command lines of perfplan.
#include "base/text/text.hpp"
#include "commands/completion/completion_scripts.hpp"
#include "commands/registry.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan::commands {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> scripts{
    {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

std::vector<std::string> shells() {
    std::vector<std::string> names;
    for (const auto& [shell, script] : scripts) {
        names.emplace_back(shell);
    }
    return names;
}

Result<ExitCode> run_completion(const Arguments& arguments, Io& io) {
    const std::string& wanted = arguments.positionals().front();
    for (const auto& [shell, script] : scripts) {
        if (shell == wanted) {
            io.print(script);
            return ExitCode::done;
        }
    }
    return fail(
        usage_error(fmt::format("there is no completion for '{}'", visible(wanted)),
                    did_you_mean(wanted, shells(), fmt::format("there is {}", listing(shells())))));
}

}  // namespace

Command completion_command() {
    Command command;
    command.name = "completion";
    command.summary = "Print the completion script of a shell";
    command.description =
        "The script completes commands, options and what is in the tree: plans, goals, skills, activities, names, "
        "teams and dates. An installed perfplan has it where the shells look for it.";
    command.positionals = {
        {"SHELL", listing(shells(), "or"), Positional::Arity::one, Completes::choice, shells()}};
    command.examples = {
        {"source <(perfplan completion bash)", "in ~/.bashrc"},
        {"source <(perfplan completion zsh)", "in ~/.zshrc, behind compinit"},
        {"perfplan completion fish | source", "in ~/.config/fish/config.fish"},
    };
    command.run = run_completion;
    return command;
}

}  // namespace perfplan::commands
