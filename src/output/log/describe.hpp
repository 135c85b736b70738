// Records in the words people use.
// What stands in a record, part by part, in words.
#pragma once

#include "evaluate/plan/history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

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

LogEntry describe(const PastRecord& past, Date as_of);

/// "pipeline: 298,000 USD instead of 310,000 (was 251,000 on Oct 8)"
std::string describe(const PastReading& reading, Date as_of);
/// "discovery: level 3, Qualifies (was 2, required 4)"
std::string describe(const PastLevel& level);
/// "done: MEDDICC workshop, two days (meddicc-workshop)"
std::string describe(const PastTick& tick);
/// "follow-up k3f9x2wd: Send the template (Mia Chen, by Oct 20): open, 3 days late"
std::string describe(const FollowUpStatus& follow_up, Date as_of);
/// "goals.pipeline.target: 750000 -> 700000 (easier)"
std::string describe(const Change& change);
/// "decision: pause from Nov 2 until Nov 13"; for a review that decided something.
std::string decision_in_words(const Record& review, Date as_of);
/// What the signature says: that it confirms receipt is said wherever one is shown.
std::string signature_in_words(const Record& signature);
/// The first characters of a digest, as the names of sealed copies have them.
std::string short_terms(std::string_view terms);

}  // namespace perfplan::output
