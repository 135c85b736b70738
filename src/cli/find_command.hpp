// From the words of a command line to the command that they name.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::cli {

/// An error about a name that is none, with the nearest of those that are known.
Diagnostic unknown_name(std::string_view what, std::string_view name,
                        const std::vector<std::string>& known);

/// The names of all commands, "help" included.
std::vector<std::string> command_names();

/// "record" of "goal record"
std::string_view last_word(std::string_view name);

/// The command that the words start with, and what comes behind its name. Of a group without one
/// of its commands, the group.
struct FoundCommand {
    Command command;
    std::vector<std::string> rest;
    std::string renamed{};  ///< the command's former name, if it was called by that
};
Result<FoundCommand> find_command(const std::vector<std::string>& words);

}  // namespace perfplan::cli
