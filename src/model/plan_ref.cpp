#include "model/plan_ref.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::model {

Parsed<PlanRef> parse_plan_ref(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos) {
        return misread(fmt::format("'{}' does not name a plan", visible(text)),
                       "a plan is called rep/plan, such as dana-reyes/2026-q4");
    }
    PERFPLAN_TRY(auto rep, parse_slug(text.substr(0, slash)));
    auto plan = parse_slug(text.substr(slash + 1));
    if (!plan) {
        plan.error().offset += slash + 1;
        return tl::unexpected(std::move(plan).error());
    }
    return PlanRef{std::move(rep), *std::move(plan)};
}

}  // namespace perfplan::model
