#include "base/text/shell.hpp"

namespace perfplan::base {

std::string in_shell_quotes(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return quoted + "'";
}

std::string shell_word(std::string_view text) {
    constexpr std::string_view special = " \t\n|&;<>()$`\\\"'*?[]#~{}!^";
    const bool is_plain = !text.empty() && text.find_first_of(special) == std::string_view::npos;
    return is_plain ? std::string(text) : in_shell_quotes(text);
}

}  // namespace perfplan::base
