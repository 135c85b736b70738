// For HR: whether all are treated alike, as a document.
#pragma once

#include "evaluate/portfolio/consistency.hpp"
#include "output/report/team_fields.hpp"

#include <string>
#include <vector>

namespace perfplan::output {

/// Somebody who met a trigger, and the plan there is for it.
struct TriggerView {
    PlanLinkView of;
    std::string why;
    std::string answer;  ///< "dana-reyes/2026-q4", or "no plan"
    std::string tone;
};

/// A plan against the triggers.
struct JudgedView {
    PlanLinkView of;
    std::string match;  ///< "met", "not met", "not known"
    std::string below;  ///< "below a limit", "below no limit"; nothing without results
    std::string tone;
    std::string why;
};

/// A target beside the others for the same metric.
struct TargetView {
    PlanLinkView of;
    std::string role;
    std::string manager;
    std::string baseline;
    std::string target;
    std::string a_day;
    std::string days;  ///< "Oct 1 to Dec 18"
};

/// The targets of one manager: how many, and their range.
struct RangeView {
    std::string name;
    std::string count;
    std::string least;
    std::string median;
    std::string greatest;
};

struct MetricView {
    std::string metric;
    std::string sense;  ///< "rise to"
    std::string range;  ///< "5 goals, from 99,000 to 180,000 USD, median 132,000 USD"
    std::vector<RangeView> managers;
    std::vector<TargetView> goals;
};

struct TimeView {
    std::string name;
    std::string plans;
    std::string least;
    std::string median;
    std::string greatest;
    std::string after_end;
};

struct ConductView {
    std::string manager;
    std::string plans;
    std::string met_trigger;
    std::string below_a_limit;
    std::string extended;
    std::string extensions;
    std::string overridden;
    std::string recovered;
    std::string days;
};

struct ExceptionView {
    PlanLinkView of;
    std::string on;
    std::string by;
    std::string decision;  ///< "extended until Dec 18", "met"
    std::string reason;
};

struct ConsistencyView {
    PageFrame page;
    std::string program;
    std::string title;
    std::string as_of;
    std::string selection;
    std::string left_out;
    std::string counted;
    std::vector<FigureView> figures;
    std::vector<std::string> rules;
    std::string trigger_count;
    bool has_triggers = false;
    std::vector<TriggerView> triggers;
    std::string judged_count;
    std::vector<JudgedView> judged;
    bool has_metrics = false;
    std::vector<MetricView> metrics;
    bool has_outcomes = false;
    std::vector<TimeView> times;
    std::vector<ConductView> managers;
    std::optional<ConductView> together;  ///< of several managers
    bool has_extensions = false;
    std::vector<ExceptionView> extensions;
    bool has_overrides = false;
    std::vector<ExceptionView> overrides;
};

/// `figures`: what `consistency` says of the plans.
ConsistencyView consistency_view(const Settings& settings, const std::vector<RecordedPlan>& plans,
                                 const Consistency& figures, const ReportScope& scope);

/// The fields that its template has.
const ViewShape<ConsistencyView>& consistency_shape();

/// The page as HTML or Markdown.
std::string consistency_text(const ConsistencyView& view, Language language);

}  // namespace perfplan::output
