// Signatures, amendments and the outcome in a report.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/template_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// An answer to the terms in force, or a line for one that is missing.
struct ReportedSignature {
    Role role = Role::rep;
    std::string name;
    std::optional<SignatureStatus> given;
};

std::vector<ReportedSignature> reported_signatures(const PlanStatus& plan);
const ViewShape<ReportedSignature>& signature_shape();

const ViewShape<AmendmentStatus>& amendment_shape();

/// Which terms count, and what does not.
std::string terms_in_words(const TermsStatus& agreed);

/// How a plan ended, as of a day.
struct ReportedOutcome {
    const PlanStatus& plan;
    const Outcome& outcome;
    Date as_of;
};

std::optional<ReportedOutcome> reported_outcome(const PlanStatus& plan, Date as_of);
const ViewShape<ReportedOutcome>& outcome_shape();

}  // namespace perfplan::output
