// What is agreed of a plan, in the words of its page.
// Changes of terms, and who is to answer them, in words.
#pragma once

#include "evaluate/plan/status.hpp"
#include "evaluate/terms/terms.hpp"

#include <string>
#include <vector>

namespace perfplan::output {

using evaluate::describe;  // overloads of both layers are one set

/// Who answered the terms in force, what was amended, and what is missing or was changed by hand;
/// one entry for each thing that is to be said.
std::vector<std::string> agreed_in_words(const TermsStatus& agreed, Date as_of);

/// "dana-reyes/2026-q2: met on Jun 30, relapsed on Aug 5"
std::string earlier_in_words(const EarlierPlan& earlier, Date as_of);

/// The role that is to sign next: the terms in force first, else an amendment that waits.
std::optional<Role> next_to_sign(const TermsStatus& agreed);

/// The two values of a change, on one line of moderate length each, cut to where they differ; texts
/// of several words in quotes. An absent value is empty.
struct ShownValues {
    std::string from;
    std::string to;
};
ShownValues shown_values(const Change& change);

/// "goals.pipeline.target: 750000 -> 800000 (harder)", on one line of moderate length.
std::string short_words(const Change& change);

/// "rep and manager"
std::string roles_in_words(const std::vector<Role>& roles);

/// "Dana Reyes (rep) signed", "Dana Reyes (rep) refused to sign, Sam Ortiz was witness"
std::string describe(const SignatureStatus& signature);

}  // namespace perfplan::output
