#include "model/conflict_copy.hpp"

#include "base/text/text.hpp"

#include <algorithm>
#include <array>

namespace perfplan::model {

namespace {

/// What the tools put into a name, in lower case; in the languages in which they do.
constexpr std::array<std::string_view, 13> marks{
    "conflicted copy", "conflict-",      "_conflict",    "(conflict", " conflict",
    " - copy",         " - kopie",       "- copia",      " - copie",  "-desktop-",
    "-laptop-",        "in konflikt st", "case conflict"};
constexpr std::array<std::string_view, 8> endings{".orig", ".bak", ".rej", ".old",
                                                  "~",     ".swp", ".tmp", ".mine"};

/// "plan (1).yaml", "plan 2.yaml": how browsers, Windows and the Finder number copies.
bool is_numbered(std::string_view name) {
    const std::string_view stem = name.substr(0, name.rfind('.'));
    const std::size_t space = stem.rfind(' ');
    if (space == std::string_view::npos || space == 0) {
        return false;
    }
    std::string_view number = stem.substr(space + 1);
    if (number.starts_with('(') && number.ends_with(')')) {
        number = number.substr(1, number.size() - 2);
    }
    return !number.empty() &&
           std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_conflict_copy(std::string_view name) {
    const std::string low = lower(name);
    return is_numbered(low) ||
           std::any_of(
               marks.begin(), marks.end(),
               [&](std::string_view mark) { return low.find(mark) != std::string::npos; }) ||
           std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return low.ends_with(ending); });
}

}  // namespace perfplan::model
