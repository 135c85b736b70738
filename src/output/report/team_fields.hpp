// Many plans as one document: who needs somebody first, every plan at a glance, and how the team is
// led.
#pragma once

#include "evaluate/portfolio/team.hpp"
#include "output/chart/chart.hpp"
#include "output/report/page.hpp"
#include "output/report/plan_report.hpp"

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

/// A figure that stands for itself.
struct FigureView {
    std::string name;
    std::string value;  ///< "3 of 8 (38%)"
    std::string note;
};

/// How many there are of something, and a bar of it.
struct CountView {
    std::string name;
    std::string count;
    Markup bar;
};

/// Whose plan it is, as every list of the page says it.
struct PlanLinkView {
    std::string anchor;  ///< of its card on the page
    std::string rep;
    std::string plan;   ///< "dana-reyes/2026-q4"
    std::string about;  ///< "Mid-market account executive, west, Mia Chen"
};

struct AttentionView {
    PlanLinkView of;
    std::string verdict;
    std::string tone;
    std::vector<std::string> why;
    std::string next;  ///< what comes first of all that is to be done
};

/// Something that is to be done, and by when.
struct DueView {
    PlanLinkView of;
    std::string when;
    std::string late;  ///< "6 days late"
    std::string what;
    std::string who;
};

struct CardView {
    PlanLinkView of;
    std::string verdict;
    std::string tone;
    std::string days;  ///< "Oct 1 to Dec 31, 38 of 64 workdays gone"
    std::string score;
    Markup chart;
    std::string bar;    ///< the score drawn with characters
    std::string trend;  ///< its course, likewise
};

struct ManagerView {
    std::string manager;
    std::string plans;
    std::string reviews;
    std::string coaching;
    std::string recognition;
    std::string criticism;
    std::string other;
    std::string recovered;
};

struct TeamView {
    PageFrame page;
    std::string program;
    std::string title;
    std::string as_of;
    std::string audience;
    std::string selection;
    std::string left_out;
    std::string counted;
    std::vector<FigureView> figures;
    std::string attention_count;
    bool needs_attention = false;
    std::vector<AttentionView> attention;
    std::string week;
    bool has_reviews = false;
    std::vector<DueView> reviews;
    std::string support_count;
    bool has_support = false;
    std::vector<DueView> support;
    std::vector<LegendEntry> legend;
    std::vector<CardView> plans;
    std::string attainment_count;
    bool has_attainment = false;
    std::vector<CountView> attainment;
    std::string outcome_count;
    bool has_outcomes = false;
    std::vector<CountView> outcomes;
    std::vector<ManagerView> managers;
    std::optional<ManagerView> together;  ///< of several managers
};

/// `figures`: what team_figures says of the plans.
TeamView team_view(const Settings& settings, const std::vector<RecordedPlan>& plans,
                   const TeamFigures& figures, const ReportScope& scope);

/// The fields that its template has.
const ViewShape<TeamView>& team_shape();

/// The page as HTML or Markdown.
std::string team_text(const TeamView& team, Language language);

}  // namespace perfplan::output
