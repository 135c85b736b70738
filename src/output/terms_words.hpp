// What is agreed of a plan, in the words of its page.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include <string>
#include <vector>

namespace perfplan {

/// Who answered the terms in force, what was amended, and what is missing or was changed by hand;
/// one entry for each thing that is to be said.
std::vector<std::string> agreed_in_words(const TermsStatus& agreed, Date as_of);

/// "dana-reyes/2026-q2: met on Jun 30, relapsed on Aug 5"
std::string earlier_in_words(const EarlierPlan& earlier, Date as_of);

/// The role that is to sign next: the terms in force first, else an amendment that waits.
std::optional<Role> next_to_sign(const TermsStatus& agreed);

}  // namespace perfplan
