// Reading the records of a plan.
#pragma once

#include "store/tree.hpp"

#include <string>
#include <vector>

namespace perfplan::store {

/// A copy of the terms whose bytes fit its name.
struct CopyOfTerms {
    Date date;
    std::string file;  ///< below the plan's directory
    std::string digest;
    std::string bytes;
};

/// What lies in journal/ and private/, in no order yet; what could not be read is left out and
/// told.
struct Records {
    Journal journal;
    std::vector<CopyOfTerms> copies;
    std::vector<std::string> altered_copies;  ///< their suffixes
    Heads heads;
    Diagnostics diagnostics;
};

Records read_records(const Directory& plan);

}  // namespace perfplan::store
