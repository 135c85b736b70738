#include "output/results/results.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/trigger.hpp"
#include "format/json.hpp"
#include "output/status/fields.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

using namespace json;

FieldValue rule_of(const PlanCandidate& candidate) {
    return candidate.judged.triggered()
               ? FieldValue(evaluate::describe(candidate.judged.fired.front().rule))
               : FieldValue();
}

const std::vector<OutputField<PlanCandidate>>& fields_before() {
    using C = PlanCandidate;
    static const std::vector<OutputField<C>> fields{
        {"rep", [](const C& c) { return FieldValue(c.rep); }},
        {"triggered", [](const C& c) { return FieldValue(c.judged.triggered()); }},
        {"rule", rule_of},
    };
    return fields;
}

const std::vector<OutputField<PlanCandidate>>& fields_behind() {
    using C = PlanCandidate;
    static const std::vector<OutputField<C>> fields{
        {"plan", [](const C& c) { return c.plan ? FieldValue(to_string(*c.plan)) : FieldValue(); }},
        {"plan_is",
         [](const C& c) {
             return c.plan_is == PlanIs::none ? FieldValue()
                                              : FieldValue(std::string(to_string(c.plan_is)));
         }},
        {"why", [](const C& c) { return FieldValue(c.why); }},
    };
    return fields;
}

const std::vector<OutputField<JudgedPeriod>>& period_fields() {
    using P = JudgedPeriod;
    static const std::vector<OutputField<P>> fields{
        {"period", [](const P& p) { return FieldValue(p.result.period.label()); }},
        {"quota", [](const P& p) { return or_null(p.result.quota); }},
        {"ramp", [](const P& p) { return FieldValue(p.result.ramp); }},
        {"attained", [](const P& p) { return or_null(p.result.attained); }},
        {"attainment", [](const P& p) { return fraction(p.attainment); }},
        {"left_out",
         [](const P& p) {
             return p.left_out ? FieldValue(std::string(to_string(*p.left_out))) : FieldValue();
         }},
    };
    return fields;
}

Json candidate_json(const PlanCandidate& candidate) {
    Json json = object(fields_before(), candidate);
    json["attainment"] = Json::array();
    for (const JudgedPeriod& period : candidate.judged.periods) {
        json["attainment"].push_back(object(period_fields(), period));
    }
    json.update(object(fields_behind(), candidate));
    return json;
}

/// "2026-Q3 0.648", a line each; of a period that is left out why it is.
std::string attainment_cell(const PlanCandidate& candidate) {
    std::vector<std::string> lines;
    for (const JudgedPeriod& period : candidate.judged.periods) {
        lines.push_back(fmt::format("{} {}", period.result.period.label(),
                                    period.left_out ? std::string(to_string(*period.left_out))
                                                    : to_cell(fraction(period.attainment))));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

/// "each of last 2 < 50%", "last 3 < 70%": as much as a column holds.
std::string in_short(const Trigger& rule) {
    const std::string below = grouped(rule.attainment_below);
    return rule.over_last
               ? fmt::format("last {} < {}%", *rule.over_last, below)
               : fmt::format("each of last {} < {}%", rule.in_each_of_last.value_or(0), below);
}

/// The attainment of the newest period that counts.
std::string latest(const PlanCandidate& candidate) {
    std::optional<Fraction> attainment;
    for (const JudgedPeriod& period : candidate.judged.periods) {
        attainment = period.attainment ? period.attainment : attainment;
    }
    std::vector<Fraction> lines;
    for (const FiredTrigger& fired : candidate.judged.fired) {
        lines.push_back(line_of(fired.rule));
    }
    return percent(attainment, lines);
}

}  // namespace

std::string_view to_string(PlanIs plan_is) {
    switch (plan_is) {
        case PlanIs::none: return "none";
        case PlanIs::created: return "created";
        case PlanIs::existing: return "existing";
        case PlanIs::planned: return "planned";
    }
    return "";
}

Table candidates_table(const std::vector<PlanCandidate>& candidates) {
    Table table;
    table.columns = {{"REP"},
                     {"TRIGGER", Align::left, WhenNarrow::keep},
                     {"LATEST", Align::right},
                     {"PLAN", Align::left, WhenNarrow::keep},
                     {"", Align::left, WhenNarrow::keep},
                     {"WHY", Align::left, WhenNarrow::leave_out}};
    for (const PlanCandidate& candidate : candidates) {
        const bool triggered = candidate.judged.triggered();
        const bool is_at_odds = triggered != (candidate.plan_is != PlanIs::none);
        table.rows.push_back(
            {candidate.rep, triggered ? in_short(candidate.judged.fired.front().rule) : "-",
             latest(candidate), candidate.plan ? to_string(*candidate.plan) : "-",
             candidate.plan ? std::string(to_string(candidate.plan_is)) : "", candidate.why});
        const Tone tone = is_at_odds ? Tone::warning : Tone::plain;
        table.tones.push_back({Tone::plain, triggered ? Tone::bad : Tone::plain, Tone::plain, tone,
                               tone, Tone::plain});
    }
    return table;
}

Table candidates_sheet(const std::vector<PlanCandidate>& candidates) {
    Table table;
    for (const auto& field : fields_before()) {
        table.columns.push_back({std::string(field.name)});
    }
    table.columns.push_back({"attainment"});
    for (const auto& field : fields_behind()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const PlanCandidate& candidate : candidates) {
        std::vector<std::string>& row = table.rows.emplace_back();
        for (const auto& field : fields_before()) {
            row.push_back(to_cell(field.value(candidate)));
        }
        row.push_back(attainment_cell(candidate));
        for (const auto& field : fields_behind()) {
            row.push_back(to_cell(field.value(candidate)));
        }
    }
    return table;
}

std::string candidates_json(const std::vector<PlanCandidate>& candidates, Date as_of) {
    Json all = Json::array();
    for (const PlanCandidate& candidate : candidates) {
        all.push_back(candidate_json(candidate));
    }
    return text(Json{{"schema", "perfplan/candidates"},
                     {"version", 1},
                     {"as_of", to_string(as_of)},
                     {"candidates", std::move(all)}},
                pretty);
}

std::string candidates_ndjson(const std::vector<PlanCandidate>& candidates,
                              const std::vector<std::string>& names) {
    std::string lines;
    for (const PlanCandidate& candidate : candidates) {
        lines += text(picked(candidate_json(candidate), names), one_line);
    }
    return lines;
}

std::vector<std::string> candidate_member_names() {
    return titles(candidates_sheet({}));  // a row has the same as an object
}

}  // namespace perfplan::output
