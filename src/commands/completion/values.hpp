// What a value can be completed with, from the tree.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// What a word could become, and what that is, for shells that show it.
struct Candidate {
    std::string word;
    std::string what{};
};

/// The candidates for a value. `typed`: what there is of it already; what doesn't start so may be
/// among them. `arguments`: the rest of the command line, which names the tree and the plan. A tree
/// or a plan that can't be read has none.
std::vector<Candidate> candidates(Completes completes, std::string_view typed,
                                  const Arguments& arguments, Io& io);

}  // namespace perfplan::commands
