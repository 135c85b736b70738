#include "commands/import/plan_index.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

Result<KnownPlans> KnownPlans::load(const Tree& tree, Date today, Io& io) {
    PERFPLAN_TRY(const auto listing, tree.list());
    io.report(listing.warnings);
    KnownPlans known;
    std::vector<Result<LoadedPlan>> loaded = load_plans(tree, listing.plans, io);
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        const State state = loaded[i] ? state_of(tree, *loaded[i], today) : State::active;
        known.plans_.push_back({listing.plans[i], std::move(loaded[i]), state});
        known.by_name_.emplace(folded(known.plans_.back().rep()), i);
    }
    return known;
}

const KnownPlan* KnownPlans::find(const PlanRef& ref) const {
    const auto found = std::lower_bound(
        plans_.begin(), plans_.end(), ref,
        [](const KnownPlan& plan, const PlanRef& wanted) { return plan.ref < wanted; });
    return found != plans_.end() && found->ref == ref ? &*found : nullptr;
}

std::vector<const KnownPlan*> KnownPlans::in(const Slug& directory) const {
    std::vector<const KnownPlan*> plans;
    auto next =
        std::lower_bound(plans_.begin(), plans_.end(), directory,
                         [](const KnownPlan& plan, const Slug& rep) { return plan.ref.rep < rep; });
    for (; next != plans_.end() && next->ref.rep == directory; ++next) {
        plans.push_back(&*next);
    }
    return plans;
}

std::vector<const KnownPlan*> KnownPlans::of(std::string_view rep) const {
    std::vector<const KnownPlan*> plans;
    const auto [first, last] = by_name_.equal_range(folded(rep));
    for (auto next = first; next != last; ++next) {
        plans.push_back(&plans_[next->second]);
    }
    return plans;
}

namespace {

using Plans = std::vector<const KnownPlan*>;

std::string names_of(const Plans& plans) {
    std::vector<std::string> names;
    for (const KnownPlan* plan : plans) {
        names.push_back(fmt::format("'{}' ({})", to_string(plan->ref), to_string(plan->state)));
    }
    return listing(names, "or");
}

Date start_of(const KnownPlan& plan) {
    return plan.plan ? plan.plan->terms.starts : Date();
}

Result<const KnownPlan*> only_one(const NamedRow& row, std::string_view column,
                                  const std::string& text, const Plans& plans) {
    Plans open;
    std::copy_if(plans.begin(), plans.end(), std::back_inserter(open),
                 [](const KnownPlan* plan) { return plan->is_open(); });
    if (open.size() > 1) {
        return fail(row.at(
            column, fmt::format("'{}' has {}", visible(text), count(open.size(), "open plan")),
            fmt::format("name one in a column 'plan': {}", names_of(open))));
    }
    return open.empty() ? *std::max_element(plans.begin(), plans.end(),
                                            [](const KnownPlan* a, const KnownPlan* b) {
                                                return start_of(*a) < start_of(*b);
                                            })
                        : open.front();
}

Diagnostic unknown(const NamedRow& row, std::string_view column, const std::string& text,
                   const KnownPlans& known) {
    std::vector<std::string> names;
    for (const KnownPlan& plan : known.all()) {
        names.push_back(column == "rep"                       ? plan.rep()
                        : text.find('/') == std::string::npos ? plan.ref.rep.str()
                                                              : to_string(plan.ref));
    }
    const auto near = nearest(text, names);
    return row.at(column,
                  column == "rep" ? fmt::format("there is no plan of a rep '{}'", visible(text))
                                  : fmt::format("there is no plan '{}'", visible(text)),
                  near ? fmt::format("did you mean '{}'?", visible(*near))
                       : "'perfplan status' lists the plans there are");
}

Plans plans_in(const std::string& directory, const KnownPlans& known) {
    const auto slug = parse_slug(directory);
    return slug ? known.in(*slug) : Plans();
}

Result<const KnownPlan*> merge_errors(const NamedRow& row, std::string text,
                                      const KnownPlans& known) {
    constexpr std::string_view prefix = "plans/";  // as perfplan prints it
    if (text.starts_with(prefix)) {
        text.erase(0, prefix.size());
    }
    if (const auto ref = parse_plan_ref(text)) {
        if (const KnownPlan* plan = known.find(*ref)) {
            return plan;
        }
    }
    const Plans plans = plans_in(text, known);
    return plans.empty() ? fail(unknown(row, "plan", text, known))
                         : only_one(row, "plan", text, plans);
}

Result<const KnownPlan*> by_rep(const NamedRow& row, const std::string& text,
                                const KnownPlans& known) {
    Plans plans = known.of(text);
    if (plans.empty()) {
        plans = plans_in(text, known);
    }
    return plans.empty() ? fail(unknown(row, "rep", text, known))
                         : only_one(row, "rep", text, plans);
}

}  // namespace

Result<const KnownPlan*> plan_of(const NamedRow& row, const KnownPlans& known) {
    const auto plan = row.value("plan");
    const auto rep = row.value("rep");
    if (!plan && !rep) {
        return fail(row.at("rep", "this row names no plan and no rep"));
    }
    if (!plan) {
        return by_rep(row, *rep, known);
    }
    auto found = merge_errors(row, *plan, known);
    if (found && rep && folded(*rep) != folded((*found)->rep()) &&
        *rep != (*found)->ref.rep.str()) {
        return fail(
            row.at("rep",
                   fmt::format("{} is the plan of {}, not of '{}'", to_string((*found)->ref),
                               visible((*found)->rep()), visible(*rep)),
                   "one of the two is wrong"));
    }
    return found;
}

}  // namespace perfplan::commands
