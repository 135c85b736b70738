#include "evaluate/portfolio/priority.hpp"
#include "output/chart/text_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/status/fields.hpp"
#include "output/status/output.hpp"

#include <algorithm>

namespace perfplan::output {

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

constexpr int bar_width = 10;
constexpr std::size_t trend_length = 8;

/// The verdict, or the outcome of a plan that is closed, as long as it lasts.
std::string verdict_or_outcome(const PlanStatus& plan) {
    if (has_relapsed(plan)) {
        return "relapsed";
    }
    if (plan.outcome) {
        return outcome_in_words(plan.outcome->result);
    }
    return plan.verdict ? std::string(to_string(*plan.verdict)) : "-";
}

std::vector<std::string> cells_of(const PlanStatus& plan, Date as_of) {
    return {to_string(plan.ref),
            std::string(to_string(plan.state)),
            verdict_or_outcome(plan),
            progress_bar(plan.score, plan.expected, bar_width),
            score_percent(plan),
            next_review(plan, as_of),
            days_left(plan),
            sparkline(score_trend(plan, trend_length)),
            day(plan.last_reading, as_of),
            day(plan.last_contact, as_of),
            plan.reasons.empty() ? "" : plan.reasons.front()};
}

std::vector<Tone> tones_of(const PlanStatus& plan) {
    const Tone tone = tone_of(plan.verdict);
    return {Tone::plain, Tone::plain, tone,
            tone,        Tone::plain, plan.reviews.overdue_since ? Tone::warning : Tone::plain,
            Tone::plain, Tone::dim,   Tone::plain,
            Tone::plain, Tone::plain};
}

std::vector<std::string> fields_of(const PlanStatus& plan) {
    std::vector<std::string> fields = sheet_row(plan_fields(), plan);
    fields.emplace_back(plan.days.basis == DayCount::workdays ? "workdays" : "calendar");
    fields.push_back(std::to_string(plan.days.elapsed));
    fields.push_back(std::to_string(plan.days.total));
    for (const auto& date : {plan.reviews.last, plan.reviews.next, plan.reviews.overdue_since}) {
        fields.push_back(to_cell(or_null(date)));
    }
    fields.push_back(plan.reasons.empty() ? "" : plan.reasons.front());
    return fields;
}

/// Sorts thousands of rows: exact fractions are compared only where approximate ones don't differ.
void put_in_order_of_need(StatusRows& rows) {
    struct Key {
        int gravity = 0;
        double ratio = 0;
        std::unique_ptr<StatusRow> row;
    };
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (auto& row : rows) {
        const PlanPriority& need = row->summary.need;
        keys.push_back({need.gravity, need.ratio.approximately(), std::move(row)});
    }
    std::ranges::sort(keys, [](const Key& a, const Key& b) {
        if (a.gravity != b.gravity || a.ratio != b.ratio) {
            return a.gravity != b.gravity ? a.gravity > b.gravity : a.ratio < b.ratio;
        }
        return a.row->summary.need < b.row->summary.need;
    });
    std::ranges::transform(keys, rows.begin(), [](Key& key) { return std::move(key.row); });
}

}  // namespace

Tone tone_of(const std::optional<Verdict>& verdict) {
    if (!verdict) {
        return Tone::dim;
    }
    switch (*verdict) {
        case Verdict::off_track:
        case Verdict::missed:
        case Verdict::breached: return Tone::bad;
        case Verdict::at_risk:
        case Verdict::stale:
        case Verdict::no_data: return Tone::warning;
        case Verdict::on_track:
        case Verdict::held:
        case Verdict::met: return Tone::good;
        case Verdict::early: return Tone::plain;
    }
    return Tone::plain;
}

StatusRow status_row(const PlanStatus& plan, Date as_of) {
    return {summary_of(plan), cells_of(plan, as_of), tones_of(plan), fields_of(plan)};
}

Table status_table(StatusRows rows) {
    put_in_order_of_need(rows);
    Table table;
    table.columns = {{"PLAN", Align::left, WhenNarrow::keep},
                     {"STATE", Align::left, WhenNarrow::keep},
                     {"VERDICT", Align::left, WhenNarrow::keep},
                     {"PROGRESS", Align::left, WhenNarrow::leave_out},
                     {"DONE", Align::right},
                     {"NEXT", Align::right},
                     {"LEFT", Align::right},
                     {"TREND", Align::left, WhenNarrow::leave_out},
                     {"READING", Align::right, WhenNarrow::leave_out},
                     {"CONTACT", Align::right, WhenNarrow::leave_out},
                     {"WHY", Align::left, WhenNarrow::leave_out}};
    for (const auto& row : rows) {
        table.rows.push_back(std::move(row->cells));
        table.tones.push_back(std::move(row->tones));
    }
    return table;
}

Table status_sheet(StatusRows rows, RowOrder order) {
    if (order == RowOrder::by_need) {
        put_in_order_of_need(rows);
    }
    Table table = sheet(plan_fields());
    for (const std::string_view extra : {"days_basis", "days_elapsed", "days_total", "last_review",
                                         "next_review", "overdue_since", "reason"}) {
        table.columns.push_back({std::string(extra), Align::left});
    }
    for (const auto& row : rows) {
        table.rows.push_back(std::move(row->fields));
    }
    return table;
}

Table goals_table(const PlanStatus& plan, Date as_of) {
    Table table;
    table.columns = {{"GOAL", Align::left, WhenNarrow::keep},
                     {"VERDICT", Align::left, WhenNarrow::keep},
                     {"PROGRESS", Align::left, WhenNarrow::leave_out},
                     {"DONE", Align::right},
                     {"NOW"},
                     {"TARGET"},
                     {"DUE", Align::right},
                     {"READ", Align::right, WhenNarrow::leave_out},
                     {"TREND", Align::left, WhenNarrow::leave_out}};
    for (const GoalStatus& goal : plan.goals) {
        const bool is_guardrail = goal.kind == GoalKind::guardrail;
        table.rows.push_back({goal.id.str(), std::string(to_string(goal.verdict)),
                              is_guardrail ? ""
                              : goal.kind == GoalKind::periodic
                                  ? period_strip(goal.periods, bar_width)
                                  : progress_bar(goal.progress, goal.expected, bar_width),
                              is_guardrail ? "" : percent(goal.progress),
                              goal_standing(goal, as_of), goal_target(goal),
                              is_guardrail ? "" : day(goal.due(), as_of), day(goal.read_on, as_of),
                              sparkline(goal_trend(goal, trend_length))});
        const Tone tone = tone_of(goal.verdict);
        table.tones.push_back({Tone::plain, tone, tone, Tone::plain, Tone::plain, Tone::plain,
                               Tone::plain, Tone::plain, Tone::dim});
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

}  // namespace perfplan::output
