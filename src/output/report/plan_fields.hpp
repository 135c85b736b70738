// One plan as a document: for the rep, the manager and HR, on a screen and on paper.
#pragma once

#include "evaluate/plan/history.hpp"
#include "evaluate/plan/status.hpp"
#include "format/mustache.hpp"
#include "output/chart/chart.hpp"
#include "output/report/page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// For whom a report is made: everyone: only what the rep may see, and no word of what else there
/// is.
enum class Audience { everyone, rep, manager, hr };

std::string_view to_string(Audience audience);
/// The names of those that --for takes.
std::vector<std::string> audiences();
Parsed<Audience> parse_audience(std::string_view text);

/// True if records that are not for the rep are for this audience.
bool may_see_private(Audience audience);

/// A person's words, whole and line by line.
struct WordsView {
    std::string text;
    std::vector<std::string> lines;
};

struct ShortfallView {
    std::string figures;  ///< "162,000 of 250,000 USD"
    std::string what;     ///< "bookings in 2026-Q3"
    std::string period;
    std::string metric;
    std::string quota;
    std::string ramp;
    std::string attained;
    std::string attainment;
    std::string cause;
    std::optional<WordsView> summary;
    std::vector<std::string> raised_before;
};

struct PointView {
    std::string on;
    std::string value;
    std::string by;
};

struct GoalView {
    std::string id;
    std::string title;
    std::string verdict;
    std::string tone;
    std::string metric;
    std::string now;
    std::string read_on;
    std::string target;
    std::string baseline;
    std::string due;
    std::string expected;
    std::string progress;
    std::string bar;
    std::string projected;
    std::string pace;
    std::string needed;
    std::string weight;
    std::string supports;
    std::string relevant;
    std::string achievable;
    std::vector<PointView> checkpoints;
    std::vector<PointView> readings;
    Markup chart;
};

struct LevelView {
    std::string on;
    std::string level;
    std::string by;
};

struct SkillView {
    std::string id;
    std::string title;
    std::string verdict;
    std::string tone;
    std::string start;
    std::string now;
    std::string required;
    std::string gap;
    std::string due;
    std::string evidence;
    Markup track;
    std::vector<std::string> activities;
    std::vector<std::string> goals;
    std::vector<LevelView> history;
};

struct ActivityView {
    std::string id;
    std::string title;
    std::string kind;
    std::string skill;
    std::string owner;
    std::string when;
    std::string verdict;
    std::string tone;
};

struct FollowUpView {
    std::string what;
    std::string owner;
    std::string due;
    std::string said;
    std::string verdict;
    std::string tone;
    bool is_private = false;
};

/// A review, or a note.
struct RecordView {
    std::string on;
    std::string by;
    std::string kind;
    std::string label;
    std::string rating;
    std::string decision;
    std::string reason;
    std::string override_reason;
    std::optional<WordsView> words;
    std::vector<std::string> strengths;
    std::vector<std::string> improve;
    std::vector<std::string> opportunities;
    std::vector<std::string> blockers;
    std::vector<std::string> next_steps;
    std::vector<std::string> figures;
    std::vector<std::string> evidence;
    std::string marks;
    bool has_details = false;  ///< anything but words
    bool is_private = false;
};

struct SignatureView {
    std::string role;
    std::string name;
    std::string answer;  ///< empty: a line to be signed on
    std::string on;
    std::string witness;
    std::string entered_by;
    std::optional<WordsView> words;
};

struct ChangeView {
    std::string field;
    std::string from;
    std::string to;
    std::string effect;
};

struct AmendmentView {
    std::string on;
    std::string by;
    std::string reason;
    std::string standing;
    std::vector<ChangeView> changes;
};

struct OutcomeView {
    std::string result;
    std::string tone;
    std::string on;
    std::string by;
    std::string reason;
    std::string override_reason;
    std::string since;  ///< whether a success lasts
};

struct ReportView {
    PageFrame page;
    std::string program;
    std::string plan;
    std::string as_of;
    std::string audience;
    std::string rep;
    std::string role;
    std::string team;
    std::string manager;
    std::string hr;
    std::string starts;
    std::string ends;
    std::string first_end;
    std::string days;
    std::vector<std::string> pauses;
    std::optional<ShortfallView> shortfall;
    std::string verdict;
    std::string tone;
    std::string state;
    std::string score;
    std::vector<std::string> reasons;
    std::string success;
    std::optional<WordsView> consequences;
    std::vector<GoalView> goals;
    std::vector<LegendEntry> legend;
    std::vector<SkillView> skills;
    std::vector<ActivityView> company_owes;
    std::vector<ActivityView> rep_owes;
    std::vector<FollowUpView> follow_ups;
    std::vector<std::string> late;
    std::string reviews_held;
    std::vector<RecordView> reviews;
    std::vector<RecordView> recognition;
    std::vector<RecordView> notes;
    std::vector<RecordView> responses;
    std::vector<SignatureView> signatures;
    std::string terms;
    std::vector<AmendmentView> amendments;
    std::vector<RecordView> overrides;
    std::vector<RecordView> irregular;
    std::optional<OutcomeView> outcome;
    std::string includes;
};

/// The plan as of its day, as its report shows it; `records`: its history on that day.
ReportView report_view(const Settings& settings, const PlanStatus& plan,
                       const std::vector<PastRecord>& records, Audience audience, Date as_of);

/// The fields that templates of reports may use.
const ViewShape<ReportView>& report_shape();
const ViewShape<LegendEntry>& legend_shape();

/// The report in full, by the program's own template.
std::string report_text(const ReportView& report, Language language);

}  // namespace perfplan::output
