// What the pages about many plans share: their heads, and how they call a plan.
#pragma once

#include "evaluate/portfolio/team.hpp"
#include "format/mustache.hpp"
#include "output/report/audience.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// Which plans a page is about, and for whom it is made.
struct ReportScope {
    std::string title;         ///< "Team west"
    std::string selection;     ///< "state active and period 2026-Q4"; empty: no other filters
    std::size_t left_out = 0;  ///< plans that could not be read
    Audience audience = Audience::manager;
};

/// How every list of a page refers to a plan.
struct PlanLink {
    std::string anchor;  ///< of its card on the page
    std::string rep;
    std::string plan;   ///< "dana-reyes/2026-q4"
    std::string about;  ///< "Mid-market account executive, west, Mia Chen"
};

const ViewShape<PlanLink>& plan_link_shape();

/// The plans of a page as of a day.
struct Portfolio {
    Portfolio(const Settings& of_tree, const std::vector<RecordedPlan>& shown, ReportScope which,
              Date day);

    const Settings& settings;
    const std::vector<RecordedPlan>& plans;
    ReportScope scope;
    Date as_of;
    std::vector<PlanLink> links;  ///< to each plan, in their order

    [[nodiscard]] const PlanStatus& plan(std::size_t place) const { return plans[place].status; }
    [[nodiscard]] std::string day(Date date) const;
};

/// The fields that all pages about many plans have.
const ViewShape<Portfolio>& portfolio_shape();

/// A figure at the top of a page.
struct Figure {
    std::string name;
    std::string value;  ///< "3 of 8 (38%)"
    std::string note;
};

const ViewShape<Figure>& figure_shape();

/// The proportion, or `none` if it is of nothing.
std::string or_none_yet(const Proportion& part, std::string_view none);
/// The same as a figure at the top of a page; the note is left out if it is of nothing.
Figure part_figure(std::string name, const Proportion& part, std::string_view none,
                   std::string note);

/// The name of a manager, or what stands in for it.
std::string manager_name(const std::optional<std::string>& manager);

}  // namespace perfplan::output
