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

/// Tells of what was changed by hand in signed terms, and of what waits to be put right.
void tell_of_terms(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed, Io& io);

/// The plan as of a day, by what was agreed then.
PlanStatus status_of(const Tree& tree, const LoadedPlan& plan, Date as_of);
/// Its state alone.
State state_of(const Tree& tree, const LoadedPlan& plan, Date as_of);
State state_of(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed, Date as_of);

/// Loads plans and hands each to `take` with where it stands as of a day. What is wrong with one is
/// told and does not keep the others from being looked at; the gravest of it is given back.
ExitCode judge_each(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                    const std::function<void(LoadedPlan, PlanStatus)>& take);

/// What is agreed once there is this signature or amendment, of a copy of these terms.
TermsStatus agreed_with(const Tree& tree, LoadedPlan plan, const Record& record, Plan terms,
                        Date today);

/// True if the plan has a record of that date that says the same.
bool is_recorded(const LoadedPlan& plan, const Record& record);

/// The ways out of terms that were changed by hand.
std::string amend_or_restore(const PlanRef& ref);

}  // namespace perfplan
