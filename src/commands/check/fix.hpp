// What `check --fix` puts right: only what is mechanical, and loses nothing.
#pragma once

#include "base/diagnostics/result.hpp"
#include "commands/check/scan.hpp"

#include <string>
#include <vector>

namespace perfplan::commands {

/// Something to be put right.
struct Fix {
    enum class What {
        rename,   ///< a record's file, to the name that goes with what it says
        close,    ///< plans/, to other users of the machine
        refresh,  ///< a schema, to what this version writes
    } what = What::rename;
    std::string rule;  ///< whose finding goes away with it
    std::string path;  ///< as messages call it

    PlanRef plan{};          // rename
    std::string folder{};    ///< journal or private; of a schema: schema
    std::string name{};      ///< of the file
    std::string new_name{};  // rename
    std::string before{};    // refresh; empty: it is not there
    std::string text{};      // refresh
    unsigned int mode = 0;   // close
};

/// Everything in a tree that can be put right.
std::vector<Fix> fixes_of(const CheckedTree& checked);

/// Does it.
Result<void> apply(const Tree& tree, const Fix& fix);

/// What it would change, as `git diff` shows such changes.
std::string diff_of(const Fix& fix);

/// What was done, on one line.
std::string told(const Fix& fix);

/// True for a finding that goes away with one of the fixes.
bool is_fixed(const Diagnostic& finding, const std::vector<Fix>& fixes);

}  // namespace perfplan::commands
