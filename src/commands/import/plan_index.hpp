// All plans of a tree, loaded once for the many rows that name them.
// Which plan a row means.
#pragma once

#include "commands/common/session.hpp"
#include "commands/import/rows.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// A plan that rows may mean.
struct KnownPlan {
    PlanRef ref;
    Result<LoadedPlan> plan;  ///< or why it can't be read
    State state;              ///< of one that can't be read: active, until somebody looks

    [[nodiscard]] bool is_open() const { return evaluate::is_open(state); }
    /// The rep's name; of a plan that can't be read its directory.
    [[nodiscard]] const std::string& rep() const { return plan ? plan->terms.rep : ref.rep.str(); }
};

class KnownPlans {
public:
    static Result<KnownPlans> load(const Tree& tree, Date today, Io& io);

    /// By directory, then plan.
    [[nodiscard]] const std::vector<KnownPlan>& all() const { return plans_; }
    [[nodiscard]] const KnownPlan* find(const PlanRef& ref) const;
    /// Those in the directory of a rep.
    [[nodiscard]] std::vector<const KnownPlan*> in(const Slug& directory) const;
    /// Those of a rep by name, in any case and encoding of accents.
    [[nodiscard]] std::vector<const KnownPlan*> of(std::string_view rep) const;

private:
    std::vector<KnownPlan> plans_;
    std::multimap<std::string, std::size_t, std::less<>> by_name_;
};

/// The plan that the columns `plan` and `rep` of a row name: rep/plan, or a rep by directory or
/// name with one open plan; without an open one the plan that started last. An error points at the
/// cell, and lists what an ambiguous name could mean.
Result<const KnownPlan*> plan_of(const NamedRow& row, const KnownPlans& known);

}  // namespace perfplan::commands
