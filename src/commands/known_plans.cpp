#include "known_plans.hpp"

#include <perfplan/base/text.hpp>

#include "agreed.hpp"

#include <algorithm>

namespace perfplan {

Result<KnownPlans> KnownPlans::load(const Tree& tree, Date today, Io& io) {
    const auto listing = tree.list();
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    io.report(listing->warnings);
    KnownPlans known;
    std::vector<Result<LoadedPlan>> loaded = load_plans(tree, listing->plans, io);
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        const State state = loaded[i] ? state_of(tree, *loaded[i], today) : State::active;
        known.plans_.push_back({listing->plans[i], std::move(loaded[i]), state});
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

}  // namespace perfplan
