#include "status_fields.hpp"
#include "status_output.hpp"
#include "words.hpp"

namespace perfplan {

namespace {

template <class S>
Table sheet(const std::vector<OutputField<S>>& fields) {
    Table table;
    for (const OutputField<S>& field : fields) {
        table.columns.push_back({std::string(field.name), Align::left});
    }
    return table;
}

template <class S>
std::vector<std::string> sheet_row(const std::vector<OutputField<S>>& fields, const S& from) {
    std::vector<std::string> row;
    for (const OutputField<S>& field : fields) {
        row.push_back(to_cell(field.value(from)));
    }
    return row;
}

/// "Oct 19", or how long one is overdue: "4d late"
std::string next_review(const PlanStatus& plan, Date as_of) {
    if (plan.state == State::closed) {
        return "-";
    }
    if (plan.reviews.overdue_since) {
        return std::to_string(as_of - *plan.reviews.overdue_since) + "d late";
    }
    return day(plan.reviews.next, as_of);
}

std::string days_left(const PlanStatus& plan) {
    return plan.state == State::closed ? "-" : std::to_string(plan.days.left());
}

}  // namespace

Table status_table(const std::vector<PlanStatus>& plans, Date as_of) {
    Table table;
    table.columns = {{"PLAN", Align::left, WhenNarrow::keep},
                     {"STATE", Align::left, WhenNarrow::keep},
                     {"DONE", Align::right},
                     {"READING", Align::right},
                     {"CONTACT", Align::right},
                     {"REVIEW", Align::right},
                     {"NEXT", Align::right},
                     {"LEFT", Align::right}};
    for (const PlanStatus& plan : plans) {
        table.rows.push_back({to_string(plan.ref), std::string(to_string(plan.state)),
                              percent(plan.score), day(plan.last_reading, as_of),
                              day(plan.last_contact, as_of), day(plan.reviews.last, as_of),
                              next_review(plan, as_of), days_left(plan)});
    }
    return table;
}

Table status_sheet(const std::vector<PlanStatus>& plans) {
    Table table = sheet(plan_fields());
    for (const std::string_view extra : {"days_basis", "days_elapsed", "days_total", "last_review",
                                         "next_review", "overdue_since"}) {
        table.columns.push_back({std::string(extra), Align::left});
    }
    for (const PlanStatus& plan : plans) {
        std::vector<std::string> row = sheet_row(plan_fields(), plan);
        row.emplace_back(plan.days.basis == DayCount::workdays ? "workdays" : "calendar");
        row.push_back(std::to_string(plan.days.elapsed));
        row.push_back(std::to_string(plan.days.total));
        for (const auto& date :
             {plan.reviews.last, plan.reviews.next, plan.reviews.overdue_since}) {
            row.push_back(to_cell(or_null(date)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table goals_table(const PlanStatus& plan, Date as_of) {
    Table table;
    table.columns = {{"GOAL", Align::left, WhenNarrow::keep},
                     {"DONE", Align::right},
                     {"NOW"},
                     {"AGREED"},
                     {"READ", Align::right}};
    for (const GoalStatus& goal : plan.goals) {
        const std::string done = goal.kind != GoalKind::guardrail ? percent(goal.progress)
                                 : !goal.holds                    ? "-"
                                 : *goal.holds                    ? "holds"
                                                                  : "broken";
        table.rows.push_back({goal.id.str(), done, goal_standing(goal, as_of),
                              goal_terms(goal, as_of), day(goal.read_on, as_of)});
    }
    return table;
}

Table goals_sheet(const PlanStatus& plan) {
    Table table = sheet(goal_output_fields());
    for (const GoalStatus& goal : plan.goals) {
        table.rows.push_back(sheet_row(goal_output_fields(), goal));
    }
    return table;
}

}  // namespace perfplan
