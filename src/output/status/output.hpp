// Where plans stand, in every format.
#pragma once

#include "evaluate/explain/plan.hpp"
#include "evaluate/plan/status.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "format/style.hpp"
#include "format/table.hpp"

#include <memory>
#include <string>
#include <vector>

namespace perfplan::output {

/// How a verdict is colored; none: dim.
Tone tone_of(const std::optional<Verdict>& verdict);

/// One plan in full, for a person.
std::string status_page(const PlanStatus& plan, Date as_of, const Style& style, std::size_t width);

/// How the figures of a plan came about, for a person.
std::string explain_page(const PlanExplanation& explanation, const Style& style, std::size_t width);
/// The same as Markdown.
std::string explain_markdown(const PlanStatus& plan, const PlanExplanation& explanation);

/// A plan in a list of many: what it is picked and put in order by, and its row.
struct StatusRow {
    PlanSummary summary;
    std::vector<std::string> cells;  ///< for a person
    std::vector<Tone> tones;
    std::vector<std::string> fields;  ///< for a program: the scalar fields of the JSON
};
StatusRow status_row(const PlanStatus& plan, Date as_of);

/// Rows of thousands of plans, which are never moved.
using StatusRows = std::vector<std::unique_ptr<StatusRow>>;

/// The rows for a person: who needs attention first comes first.
Table status_table(StatusRows rows);

enum class RowOrder { as_given, by_need };  ///< by_need: as in the table for a person

/// The rows for a program.
Table status_sheet(StatusRows rows, RowOrder order = RowOrder::as_given);

/// {"schema": "perfplan/status", …}, made of some plans at a time: thousands need little more room
/// than their text.
class StatusJson {
public:
    explicit StatusJson(Date as_of);
    /// `explanations`: of each plan, or none.
    void add(const std::vector<PlanStatus>& plans,
             const std::vector<PlanExplanation>& explanations);
    /// The whole; ends in a newline. To be called once.
    std::string whole();

private:
    std::string text_;
    bool is_empty_ = true;
};

/// The members that the JSON object of a plan may have.
std::vector<std::string> plan_member_names();

/// One plan object a line, with the members that are named, or all.
std::string status_ndjson(const std::vector<PlanStatus>& plans,
                          const std::vector<PlanExplanation>& explanations,
                          const std::vector<std::string>& names);

/// The goals of one plan, a row each, for a person and for a program.
Table goals_table(const PlanStatus& plan, Date as_of);
Table goals_sheet(const PlanStatus& plan);
std::string goals_json(const PlanStatus& plan, Date as_of);
std::vector<std::string> goal_member_names();
std::string goals_ndjson(const PlanStatus& plan, const std::vector<std::string>& names);

}  // namespace perfplan::output
