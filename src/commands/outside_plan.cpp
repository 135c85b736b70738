#include "outside_plan.hpp"

#include <perfplan/evaluate/timeline.hpp>

#include <fmt/format.h>

namespace perfplan {

std::optional<Diagnostic> outside_plan(const OpenPlan& open, const Record& record) {
    const Window window =
        timeline(open.tree.settings(), open.plan.terms, open.plan.journal, open.today).window();
    const bool may_follow = record.kind == RecordKind::response ||
                            record.kind == RecordKind::review || !is_open(open.state);
    if (window.contains(record.date) || (may_follow && record.date > window.last)) {
        return std::nullopt;
    }
    return warning(fmt::format("{} is outside the plan, which runs from {} to {}",
                               to_string(record.date), to_string(window.first),
                               to_string(window.last)));
}

}  // namespace perfplan
