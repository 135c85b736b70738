// Help, from the descriptors of the commands.
#pragma once

#include "../commands/command.hpp"
#include "../output/style.hpp"

#include <string>

namespace perfplan {

/// All commands, a line each.
std::string overview(const Style& style);
/// One command: examples first, then usage, arguments and options.
std::string command_help(const Command& command, const Style& style, std::size_t width);

}  // namespace perfplan
