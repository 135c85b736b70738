// From the words of a command line to the options of a command. The only CLI11 code.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <vector>

namespace perfplan::cli {

/// Takes the words behind a command's name apart, by its options and the global ones. All errors
/// together: unknown options with the nearest known one, values that are missing or too many,
/// arguments that are missing or too many.
Result<Arguments> parse_command_line(const Command& command, const std::vector<std::string>& words);

/// The words with the global options in front of the command's name taken out, and those options.
struct Split {
    std::vector<std::string> global;   ///< words of global options
    std::vector<std::string> command;  ///< from the command's name on
};
Split split_global_options(const std::vector<std::string>& words);

/// "perfplan note PLAN [-] [options]"
std::string usage_line(const Command& command);

}  // namespace perfplan::cli
