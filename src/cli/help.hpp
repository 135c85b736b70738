// Help, from the descriptors of the commands.
#pragma once

#include "cli/topics.hpp"
#include "commands/command.hpp"
#include "format/style.hpp"

#include <string>

namespace perfplan::cli {

/// All commands and topics, a line each.
std::string overview(const Style& style);
/// A topic.
std::string topic_help(const Topic& topic, const Style& style, std::size_t width);
/// One command: examples first, then usage, arguments and options.
std::string command_help(const Command& command, const Style& style, std::size_t width);

}  // namespace perfplan::cli
