// The perfplan library: read a tree of performance plans and evaluate them on a day.
//
//     const perfplan::Tree tree = perfplan::Tree::open("acme-plans");
//     for (const perfplan::Evaluation& plan : perfplan::evaluate_all(tree.load_all(), day)) {
//         std::cout << plan.name << ": " << plan.attention.size() << " reasons\n";
//     }
//
// The library only reads. All figures are those of `perfplan status`; perfplan-status(1) explains
// them. Objects may be used from several threads at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan {

/// A day that exists, 1900-01-01 to 2999-12-31.
using Date = std::chrono::year_month_day;

/// Reads YYYY-MM-DD; nothing if it isn't such a day.
std::optional<Date> parse_date(std::string_view text);
/// "2026-10-01"
std::string to_string(Date date);

enum class Severity { error, warning, note };

/// Something wrong with a file, as `perfplan check` prints it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string message;
    std::string hint;        ///< what to do; may be empty
    std::string file;        ///< may be empty
    std::size_t line = 0;    ///< from 1; 0: the file as a whole
    std::size_t column = 0;  ///< from 1, in characters; 0: the file as a whole
    std::string rule;        ///< name of the rule in perfplan-check(7); may be empty
};
/// "plans/dana-reyes/2026-q4/plan.yaml:31:13: error: target must be a number, not '75ok'"
std::string to_string(const Diagnostic& diagnostic);

/// Thrown when there is nothing to return. `what()` is the first diagnostic.
class Error : public std::runtime_error {
public:
    explicit Error(std::vector<Diagnostic> diagnostics);
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return *diagnostics_; }

private:
    std::shared_ptr<const std::vector<Diagnostic>> diagnostics_;  ///< never empty
};

enum class State { draft, scheduled, active, paused, ended, closed };
/// "draft", "scheduled", …
std::string_view to_string(State state);

/// Of a goal. A plan has one of early, on_track, stale, at_risk, off_track and met.
enum class Verdict {
    early,
    on_track,
    stale,
    at_risk,
    off_track,
    no_data,
    breached,
    missed,
    held,
    met,
};
/// "early", "on-track", …
std::string_view to_string(Verdict verdict);

enum class GoalKind { reach, guardrail, deliverable, periodic };
/// "reach", "guardrail", "deliverable", "periodic"
std::string_view to_string(GoalKind kind);

/// A figure. Percentages are fractions: 80% is 0.8.
struct Figure {
    std::string exact;   ///< a fraction in lowest terms: "-11/20", or "3"
    double rounded = 0;  ///< the nearest double
};

/// A goal on a day.
struct Goal {
    std::string id;
    std::string title;
    GoalKind kind = GoalKind::reach;
    Verdict verdict = Verdict::early;
    Date starts;
    Date due;
    std::optional<std::string> unit;
    std::optional<Figure> baseline;   ///< reach goals only
    std::optional<Figure> target;     ///< reach goals only
    std::optional<Figure> at_least;   ///< guardrails only
    std::optional<Figure> at_most;    ///< guardrails only
    std::optional<Figure> current;    ///< latest reading, or sum or mean of the readings
    std::optional<Date> read_on;      ///< date of the newest reading
    std::optional<Date> done_on;      ///< deliverables only
    std::optional<Figure> progress;   ///< 0 at the baseline, 1 at the target; not of guardrails
    std::optional<Figure> expected;   ///< progress expected by this day
    std::optional<Figure> ratio;      ///< progress / expected
    std::optional<Figure> projected;  ///< value on the due date at the pace so far
};

/// A date of the plan that is ahead, or overdue.
struct NextStep {
    Date on;
    std::string kind;  ///< "review", "checkpoint", "goal", …
    std::string what;  ///< in words
    std::optional<std::string> owner;
    int days_late = 0;  ///< calendar days
};

/// A plan on a day.
struct Evaluation {
    std::string name;  ///< "dana-reyes/2026-q4"
    std::string rep;   ///< as the plan spells it: "Dana Reyes"
    std::optional<std::string> manager;
    std::optional<std::string> team;
    Date starts;
    Date ends;             ///< with extensions and pauses
    int days_elapsed = 0;  ///< workdays, or calendar days if the tree counts those
    int days_total = 0;
    State state = State::draft;
    std::optional<std::string> outcome;  ///< "met", "not-met" or "withdraw", once decided
    std::optional<Verdict> verdict;      ///< none for a plan that is scheduled or closed
    std::vector<std::string> reasons;    ///< for the verdict, most serious first
    std::vector<std::string> attention;  ///< why somebody must act now, most serious first
    std::optional<Figure> score;         ///< weighted progress of the goals
    std::optional<Figure> expected;      ///< score expected by this day
    std::optional<Figure> ratio;         ///< score / expected
    std::vector<Goal> goals;
    std::vector<NextStep> next;  ///< by date
};

/// A plan as it was read. Cheap to copy.
class Plan {
public:
    /// "dana-reyes/2026-q4"
    [[nodiscard]] const std::string& name() const;
    /// False if its terms can't be read; the diagnostics say why.
    [[nodiscard]] bool is_readable() const;
    /// Everything found wrong while the plan's files were read. Records that can't be read are
    /// left out.
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const;
    /// The plan at the end of a day. Throws Error if the plan is not readable,
    /// std::invalid_argument if there is no such day.
    [[nodiscard]] Evaluation evaluate(Date day) const;

    struct Data;
    explicit Plan(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

private:
    friend std::vector<Evaluation> evaluate_all(const std::vector<Plan>& plans, Date day);
    std::shared_ptr<const Data> data_;
};

/// Evaluates all readable plans, in parallel; those that need attention most come first. Throws
/// std::invalid_argument if there is no such day.
std::vector<Evaluation> evaluate_all(const std::vector<Plan>& plans, Date day);

/// A directory with perfplan.yaml and the plans below it. Cheap to copy.
class Tree {
public:
    /// Opens the tree at or above a directory. Throws Error if there is none, or if its settings
    /// can't be read.
    [[nodiscard]] static Tree open(const std::string& directory);

    /// Warnings about the settings.
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const;
    /// The names of all plans, sorted. Throws Error if the tree can't be read.
    [[nodiscard]] std::vector<std::string> plans() const;
    /// Reads one plan. Throws Error if `name` is not of the form REP/PLAN. A plan that doesn't
    /// exist is not readable.
    [[nodiscard]] Plan load(std::string_view name) const;
    /// Reads all plans, in parallel; in the order of plans(). Throws Error as plans() does.
    [[nodiscard]] std::vector<Plan> load_all() const;

    struct Data;

private:
    explicit Tree(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
    std::shared_ptr<const Data> data_;
};

}  // namespace perfplan
