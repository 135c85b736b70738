// Which directory each rep of a batch belongs to.
#pragma once

#include "commands/create/result_rows.hpp"
#include "commands/import/plan_index.hpp"

#include <map>
#include <optional>

namespace perfplan::commands {

/// The directories of reps: those of the tree, and those that this run gives away.
class RepDirectories {
public:
    explicit RepDirectories(const KnownPlans& known) : known_(&known) {}

    /// The rep's directory as `create` finds it. A name that is in the tree in another spelling, or
    /// under another directory, is an error: a second person is not made of a slip.
    Result<Slug> directory_of(const QuotaRows& rep);

private:
    [[nodiscard]] bool belongs_to_other(const Slug& directory, const std::string& name) const;
    [[nodiscard]] std::optional<Diagnostic> elsewhere(const QuotaRows& rep, const Slug& slug) const;

    const KnownPlans* known_;
    std::map<Slug, const QuotaRows*> given_;
};

}  // namespace perfplan::commands
