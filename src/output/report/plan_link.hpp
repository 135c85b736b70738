// Whose plan it is, as the lists of a page about many plans say it.
#pragma once

#include "evaluate/portfolio/team.hpp"
#include "output/report/team_fields.hpp"

#include <string>
#include <vector>

namespace perfplan::output {

/// What the pages of many plans call one of them; `place`: where it stands among them.
PlanLinkView plan_link(const PlanStatus& plan, std::size_t place);

/// Of each plan, in their order.
std::vector<PlanLinkView> plan_links(const std::vector<RecordedPlan>& plans);

const ViewShape<PlanLinkView>& plan_link_shape();

const ViewShape<FigureView>& figure_shape();

/// "met", "not met", "withdrawn"
std::string outcome_in_words(Decision outcome);

/// What is said of plans that could not be read; nothing if there are none.
std::string left_out_in_words(std::size_t plans);

/// The same part, or what is said of none at all.
std::string or_none_yet(const Proportion& part, std::string_view none);
/// The same as a figure at the top of a page; of none at all nothing is noted.
FigureView part_figure(std::string name, const Proportion& part, std::string_view none,
                       std::string note);

/// "10 plans: 5 active, 1 paused, 1 ended, 3 closed"
std::string counted_by_state(const std::vector<RecordedPlan>& plans);

/// The name of a manager, or what is said where there is none.
std::string manager_name(const std::optional<std::string>& manager);

}  // namespace perfplan::output
