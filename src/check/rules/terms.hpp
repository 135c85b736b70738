// Rules for signatures, amendments and decisions.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

namespace perfplan::check::look {

Findings is_unsigned(const Subject& subject);
Findings wrong_signer(const Subject& subject);
Findings changed_terms(const Subject& subject);
Findings waiting_amendment(const Subject& subject);
Findings lost_amendment(const Subject& subject);
Findings false_amendment(const Subject& subject);
Findings early_signature(const Subject& subject);
Findings other_first_terms(const Subject& subject);
Findings unfinished_amendment(const Subject& subject);
Findings late_change(const Subject& subject);
Findings against_policy(const Subject& subject);
Findings bad_pause(const Subject& subject);
Findings against_figures(const Subject& subject);
Findings bare_outcome(const Subject& subject);

}  // namespace perfplan::check::look
