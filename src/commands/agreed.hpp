// What is agreed of a plan that was loaded, and what people should be told about it.
#pragma once

#include <perfplan/evaluate/status.hpp>
#include <perfplan/evaluate/terms.hpp>
#include <perfplan/store/tree.hpp>

#include "io.hpp"

#include <functional>
#include <string>
#include <vector>

namespace perfplan {

/// The terms of a plan as it was loaded.
TermsFiles files_of(const LoadedPlan& plan);

/// What is agreed as of a day.
TermsStatus agreed_terms(const Tree& tree, const LoadedPlan& plan, Date as_of);

/// What was changed by hand in signed terms, and what waits to be put right.
Diagnostics warnings_of_terms(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed);

/// The plan as of a day, by what was agreed then.
PlanStatus status_of(const Tree& tree, const LoadedPlan& plan, Date as_of);
/// Its state alone.
State state_of(const Tree& tree, const LoadedPlan& plan, Date as_of);
State state_of(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed, Date as_of);

/// What is agreed once there is this signature or amendment, of a copy of these terms.
TermsStatus agreed_with(const Tree& tree, LoadedPlan plan, const Record& record, Plan terms,
                        Date today);

/// True if the plan has a record of that date that says the same.
bool is_recorded(const LoadedPlan& plan, const Record& record);

/// The ways out of terms that were changed by hand.
std::string amend_or_restore(const PlanRef& ref);

}  // namespace perfplan
