#include "output/status/fields.hpp"

namespace perfplan::output {

namespace {

FieldValue verdict_or_null(const std::optional<Verdict>& verdict) {
    return verdict ? FieldValue(std::string(to_string(*verdict))) : FieldValue();
}

FieldValue expected_value(const GoalStatus& goal) {
    return goal.expected_value ? figure_of(goal.expected_value->value, goal.places())
                               : FieldValue();
}

FieldValue period_count(const GoalStatus& goal, int count) {
    return goal.kind == GoalKind::periodic ? FieldValue(count) : FieldValue();
}

}  // namespace

const std::vector<OutputField<PlanStatus>>& plan_fields() {
    using P = PlanStatus;
    static const std::vector<OutputField<P>> fields{
        {"plan", [](const P& p) { return FieldValue(to_string(p.ref)); }},
        {"rep", [](const P& p) { return FieldValue(p.terms.rep); }},
        {"role", [](const P& p) { return or_null(p.terms.role); }},
        {"team", [](const P& p) { return or_null(p.terms.team); }},
        {"manager", [](const P& p) { return or_null(p.terms.manager); }},
        {"state", [](const P& p) { return FieldValue(std::string(to_string(p.state))); }},
        {"verdict", [](const P& p) { return verdict_or_null(p.verdict); }},
        {"starts", [](const P& p) { return FieldValue(p.timeline.starts); }},
        {"ends", [](const P& p) { return FieldValue(p.timeline.ends); }},
        {"first_end", [](const P& p) { return FieldValue(p.timeline.first_end); }},
        {"score", [](const P& p) { return fraction(p.score, score_lines(p.terms)); }},
        {"expected", [](const P& p) { return fraction(p.expected); }},
        {"ratio", [](const P& p) { return fraction(p.ratio); }},
        {"last_reading", [](const P& p) { return or_null(p.last_reading); }},
        {"last_contact", [](const P& p) { return or_null(p.last_contact); }},
    };
    return fields;
}

const std::vector<OutputField<GoalStatus>>& goal_output_fields() {
    using G = GoalStatus;
    static const std::vector<OutputField<G>> fields{
        {"id", [](const G& g) { return FieldValue(g.id.str()); }},
        {"title", [](const G& g) { return FieldValue(g.terms.title); }},
        {"kind", [](const G& g) { return FieldValue(std::string(to_string(g.kind))); }},
        {"metric", [](const G& g) { return or_null(g.terms.metric); }},
        {"unit", [](const G& g) { return or_null(g.terms.unit); }},
        {"weight", [](const G& g) { return or_null(g.terms.weight); }},
        {"baseline",
         [](const G& g) {
             return g.kind == GoalKind::reach ? FieldValue(g.terms.baseline.value_or(0))
                                              : FieldValue();
         }},
        {"target", [](const G& g) { return or_null(g.terms.target); }},
        {"at_most", [](const G& g) { return or_null(g.terms.at_most.first()); }},
        {"at_least", [](const G& g) { return or_null(g.terms.at_least.first()); }},
        {"current", [](const G& g) { return figure_of(g.current, Decimal::max_scale); }},
        {"read_on", [](const G& g) { return or_null(g.read_on); }},
        {"progress", [](const G& g) { return fraction(g.progress); }},
        {"expected_value", expected_value},
        {"expected", [](const G& g) { return fraction(g.expected); }},
        {"ratio", [](const G& g) { return fraction(g.ratio); }},
        {"pace", [](const G& g) { return figure_of(g.pace, g.places()); }},
        {"needed", [](const G& g) { return figure_of(g.needed, g.places()); }},
        {"projected", [](const G& g) { return figure_of(g.projected, g.places()); }},
        {"holds", [](const G& g) { return or_null(g.holds); }},
        {"starts", [](const G& g) { return FieldValue(g.window.first); }},
        {"due", [](const G& g) { return FieldValue(g.due()); }},
        {"share", [](const G& g) { return fraction(g.share); }},
        {"done_on", [](const G& g) { return or_null(g.done_on); }},
        {"latest", [](const G& g) { return figure_of(g.latest, Decimal::max_scale); }},
        {"latest_on", [](const G& g) { return or_null(g.latest_on); }},
        {"reached_on", [](const G& g) { return or_null(g.reached_on); }},
        {"fell_back_on", [](const G& g) { return or_null(g.fell_back_on); }},
        {"late_days", [](const G& g) { return FieldValue(g.late_days()); }},
        {"verdict", [](const G& g) { return FieldValue(std::string(to_string(g.verdict))); }},
        {"every",
         [](const G& g) {
             return g.terms.every ? FieldValue(std::string(to_string(*g.terms.every)))
                                  : FieldValue();
         }},
        {"periods_required", [](const G& g) { return period_count(g, g.periods.required); }},
        {"periods_held", [](const G& g) { return period_count(g, g.periods.held); }},
    };
    return fields;
}

}  // namespace perfplan::output
