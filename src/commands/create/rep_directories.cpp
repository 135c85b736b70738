#include "commands/create/rep_directories.hpp"

#include "base/text/text.hpp"
#include "commands/create/new_plan.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

Result<Slug> RepDirectories::directory_of(const QuotaRows& rep) {
    const NamedRow& row = rep.rows.front();
    if (!rep.id && !slug_from(rep.rep)) {
        return fail(row.at("rep",
                           fmt::format("no directory name can be made from '{}'", visible(rep.rep)),
                           "give one in a column 'id', such as r-1042"));
    }
    Arguments as_options;
    if (rep.id) {
        as_options.add_option("id", *rep.id);
    }
    auto slug = rep_slug(as_options, rep.rep, [&](const Slug& directory) -> Result<bool> {
        return belongs_to_other(directory, rep.rep);
    });
    if (!slug) {
        return fail(row.at(rep.id ? "id" : "rep", std::move(slug).error()));
    }
    if (!rep.id) {
        if (auto meant = elsewhere(rep, *slug)) {
            return fail(*std::move(meant));
        }
    }
    const auto [holder, is_new] = given_.emplace(*slug, &rep);
    if (!is_new) {
        return fail(
            row.at(rep.id ? "id" : "rep",
                   fmt::format("'{}' is the directory of {} in line {} already", slug->str(),
                               visible(holder->second->rep), holder->second->rows.front().line()),
                   "give each rep a directory of its own"));
    }
    return slug;
}

bool RepDirectories::belongs_to_other(const Slug& directory, const std::string& name) const {
    const auto given = given_.find(directory);
    if (given != given_.end()) {
        return plain_name(given->second->rep) != plain_name(name);
    }
    const auto plans = known_->in(directory);
    return !plans.empty() && plans.front()->plan &&
           plain_name(plans.front()->rep()) != plain_name(name);
}

/// The error of a rep whose name is that of plans in another directory.
std::optional<Diagnostic> RepDirectories::elsewhere(const QuotaRows& rep, const Slug& slug) const {
    if (!known_->in(slug).empty()) {
        return std::nullopt;
    }
    for (const KnownPlan* plan : known_->of(rep.rep)) {
        if (plan->plan) {
            const bool is_same = plain_name(plan->rep()) == plain_name(rep.rep);
            Diagnostic other = rep.rows.front().at(
                "rep",
                fmt::format("'{}' has plans in {}{}", visible(rep.rep), plan->ref.rep.str(),
                            is_same ? "" : fmt::format(", as '{}'", visible(plan->rep()))),
                fmt::format("say who is meant in a column 'id', such as {}{}", plan->ref.rep.str(),
                            is_same ? "" : ", or spell the name so"));
            other.code = ExitCode::refused;
            return other;
        }
    }
    return std::nullopt;
}

}  // namespace perfplan::commands
