// Which plans a command is about: those that were named, those in a list, those that pass filters.
#pragma once

#include "commands/common/session.hpp"
#include "evaluate/portfolio/priority.hpp"

#include <functional>
#include <string>
#include <vector>

namespace perfplan::commands {

/// --team, --manager, --rep, --state, --verdict, --period
std::vector<Option> filter_options();
/// --plans-from, -0, and the filters.
std::vector<Option> selection_options();

/// PLAN…, of which `-` stands for a list on standard input.
Positional plans_positional(std::string_view help);

/// Whether a name is one of those wanted; with none wanted every one is. Names compare without
/// regard to case and to how accents are encoded.
bool is_one_of(const std::optional<std::string>& value, const std::vector<std::string>& wanted);

/// The positionals that name plans, or `-` a list of them.
using PlanNames = std::vector<std::string>;

/// True if plans are read from a list: `-` as a plan, or --plans-from.
bool reads_plans(const Arguments& arguments, const PlanNames& names);
/// True if that list is standard input.
bool reads_plans_from_input(const Arguments& arguments, const PlanNames& names);

/// The plans that the names and the lists name, or all of the tree; each once. What is wrong with a
/// line of a list is told with its place.
Result<std::vector<PlanRef>> selected(const Arguments& arguments, const PlanNames& names,
                                      const Tree& tree, Date today, Io& io);

/// The plans of the same reps that are not among these.
std::vector<PlanRef> other_plans_of_reps(const Tree& tree, const std::vector<PlanRef>& refs);

/// True for plans that pass all filters; several values of one filter are alternatives.
using Filter = std::function<bool(const PlanSummary&)>;
Result<Filter> filter_from(const Arguments& arguments, const Settings& settings);

/// True if any filter is given.
bool has_filters(const Arguments& arguments);

/// True if there may be no plan for another reason than that the tree has none.
bool is_filtered(const Arguments& arguments, const PlanNames& names);
/// Says that filters left none of so many plans, or that a list named none; `findings`.
ExitCode tell_of_no_match(std::size_t plans, Io& io);
/// Says why, of so many plans that were selected, there is none to show.
ExitCode tell_of_no_plans(const Arguments& arguments, std::size_t plans, Io& io);

}  // namespace perfplan::commands
