// What commands that list the parts of one plan have in common.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include "listing.hpp"

#include <functional>

namespace perfplan {

/// The list as text; what else is to be said goes to standard error.
using PlanText =
    std::function<std::string(const PlanStatus& plan, const Output& output, Date date, Io& io)>;

/// The plan named, as of --as-of, listed.
Result<ExitCode> list_plan(const Arguments& arguments, Io& io, const Listed& listed,
                           const PlanText& text_of);

/// --as-of, --format, -o, --fields
std::vector<Option> plan_list_options(const Listed& listed);

}  // namespace perfplan
