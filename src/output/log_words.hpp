// Records in the words people use.
#pragma once

#include <perfplan/evaluate/history.hpp>

#include <string>
#include <vector>

namespace perfplan {

/// A line of what a record says: a person's own words, or a fact.
struct LogLine {
    enum class Kind { words, fact } kind = Kind::fact;
    std::string text;
};

struct LogEntry {
    std::string head;                ///< "review by Mia Chen: Day 30"
    std::vector<std::string> marks;  ///< "private", "edited by hand", "written Nov 2"
    std::vector<LogLine> lines;
};

LogEntry in_words(const PastRecord& past, Date as_of);

}  // namespace perfplan
