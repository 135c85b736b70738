// What a plan is called: rep/plan.
#pragma once

#include "base/text/slug.hpp"

namespace perfplan::model {

/// The directory of a plan under plans/. Both parts are safe names; there is no other way to say
/// where a plan is.
struct PlanRef {
    Slug rep;
    Slug plan;

    friend auto operator<=>(const PlanRef&, const PlanRef&) = default;
};

/// "dana-reyes/2026-q4"
inline std::string to_string(const PlanRef& ref) {
    return ref.rep.str() + "/" + ref.plan.str();
}

/// A whole reference, rep/plan.
Parsed<PlanRef> parse_plan_ref(std::string_view text);

}  // namespace perfplan::model
