#include "format/json.hpp"

#include "base/parallel.hpp"
#include "output/development/output.hpp"
#include "output/status/fields.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <utility>

namespace perfplan::output {

namespace {

using namespace json;

Json readings_json(const GoalStatus& goal) {
    std::vector<GoalReading> all = goal.readings;
    all.insert(all.end(), goal.later.begin(), goal.later.end());
    return list(all, [](const GoalReading& reading) {
        return Json(
            {{"on", to_string(reading.on)}, {"value", number(reading.value)}, {"by", reading.by}});
    });
}

Json periods_json(const GoalStatus& goal) {
    return list(goal.periods.each, [&](const GoalPeriod& period) {
        return Json({{"from", to_string(period.days.first)},
                     {"to", to_string(period.days.last)},
                     {"target", to_json(figure_of(period.target, Decimal::max_scale))},
                     {"value", to_json(figure_of(period.value, Decimal::max_scale))},
                     {"verdict", to_string(period.verdict)}});
    });
}

const std::vector<Member<GoalStatus>>& goal_members() {
    static const std::vector<Member<GoalStatus>> members{{"readings", readings_json},
                                                         {"periods", periods_json}};
    return members;
}

Json goal_json(const GoalStatus& goal) {
    return object(goal_output_fields(), goal_members(), goal);
}

Json outcome_json(const std::optional<Outcome>& outcome) {
    if (!outcome) {
        return nullptr;
    }
    return {{"result", to_string(outcome->result)},
            {"on", to_string(outcome->on)},
            {"by", outcome->by},
            {"reason", optional(outcome->reason)},
            {"override", optional(outcome->override_reason)}};
}

Json monitoring_json(const std::optional<Monitoring>& monitoring) {
    if (!monitoring) {
        return nullptr;
    }
    return {{"until", to_string(monitoring->days.last)},
            {"relapsed_on", optional(monitoring->relapsed_on)},
            {"why", monitoring->why.empty() ? Json(nullptr) : Json(monitoring->why)}};
}

Json earlier_json(const std::vector<EarlierPlan>& plans) {
    return list(plans, [](const EarlierPlan& plan) {
        return Json({{"plan", to_string(plan.ref)},
                     {"state", to_string(plan.state)},
                     {"outcome", outcome_json(plan.outcome)},
                     {"relapsed_on", optional(plan.relapsed_on)}});
    });
}

Json shortfall_json(const PlanStatus& plan) {
    if (!plan.terms.shortfall) {
        return nullptr;
    }
    const Shortfall& shortfall = *plan.terms.shortfall;
    Json ramp = nullptr;
    if (shortfall.ramp.size() == 1) {
        ramp = number(shortfall.ramp.front());
    } else if (!shortfall.ramp.empty()) {
        ramp = Json::array();
        for (const Decimal month : shortfall.ramp) {
            ramp.push_back(number(month));
        }
    }
    return {
        {"cause", shortfall.cause ? Json(to_string(*shortfall.cause)) : Json(nullptr)},
        {"period", optional(shortfall.period)},
        {"metric", optional(shortfall.metric)},
        {"unit", optional(shortfall.unit)},
        {"quota", optional(shortfall.quota)},
        {"ramp", std::move(ramp)},
        {"attained", optional(shortfall.attained)},
        {"attainment", to_json(fraction(plan.attainment ? std::optional<Fraction>(*plan.attainment)
                                                        : std::nullopt))}};
}

Json reviews_json(const ReviewStatus& reviews) {
    return {{"last", optional(reviews.last)}, {"next", optional(reviews.next)},
            {"held", reviews.held},           {"due", reviews.due},
            {"missed", reviews.missed},       {"overdue_since", optional(reviews.overdue_since)}};
}

Json notes_json(const std::map<RecordKind, int>& notes) {
    Json json = Json::object();
    for (const std::string& kind : note_kinds()) {
        const auto found = notes.find(*parse_record_kind(kind));
        json[kind] = found == notes.end() ? 0 : found->second;
    }
    return json;
}

Json follow_ups_json(const PlanStatus& plan) {
    return list(plan.follow_ups, [](const FollowUpStatus& follow_up) {
        return Json({{"id", follow_up.id.str()},
                     {"what", follow_up.what},
                     {"owner", optional(follow_up.owner)},
                     {"by", to_string(follow_up.by)},
                     {"said_on", to_string(follow_up.said_on)},
                     {"late_days", follow_up.late_days}});
    });
}

Json signatures_json(const std::vector<SignatureStatus>& signatures) {
    return list(signatures, [](const SignatureStatus& signature) {
        return Json({{"role", to_string(signature.role)},
                     {"by", signature.by},
                     {"on", to_string(signature.on)},
                     {"answer", to_string(signature.answer)},
                     {"entered_by", optional(signature.entered_by)},
                     {"on_behalf", optional(signature.on_behalf)},
                     {"witness", optional(signature.witness)},
                     {"text", optional(signature.text)}});
    });
}

Json roles_json(const std::vector<Role>& roles) {
    return list(roles, [](const Role role) { return Json(to_string(role)); });
}

Json amendments_json(const std::vector<AmendmentStatus>& amendments) {
    return list(amendments, [](const AmendmentStatus& amendment) {
        return Json({{"on", to_string(amendment.on)},
                     {"by", amendment.by},
                     {"reason", amendment.reason},
                     {"standing", to_string(amendment.standing)},
                     {"in_force_from", optional(amendment.in_force_from)},
                     {"waits_for", roles_json(amendment.waits_for)}});
    });
}

Json terms_json(const TermsStatus& terms) {
    Json changed = list(terms.changed, [](const Change& change) { return Json(change.field); });
    return {{"state", to_string(terms.state)},
            {"signatures", signatures_json(terms.signatures)},
            {"missing", roles_json(terms.missing)},
            {"amendments", amendments_json(terms.amendments)},
            {"changed", std::move(changed)},
            {"other_first", list(terms.other_first, [](const OtherFirstTerms& other) {
                 return signatures_json(other.signatures);
             })}};
}

Json goals_of(const PlanStatus& plan) {
    return list(plan.goals, [](const GoalStatus& goal) { return goal_json(goal); });
}

Json days_json(const DayStatus& days) {
    return {{"basis", days.basis == DayCount::workdays ? "workdays" : "calendar"},
            {"elapsed", days.elapsed},
            {"total", days.total}};
}

Json next_json(const std::vector<NextStep>& steps) {
    return list(steps, [](const NextStep& step) {
        return Json({{"on", to_string(step.on)},
                     {"what", describe(step)},
                     {"kind", to_string(step.kind)},
                     {"id", step.id.empty() ? Json(nullptr) : Json(step.id)},
                     {"owner", optional(step.owner)},
                     {"owed_by", to_string(step.owed_by)},
                     {"late_days", step.late_days}});
    });
}

/// What of a plan is no single value, behind its fields.
const std::vector<Member<PlanStatus>>& plan_members() {
    using P = PlanStatus;
    static const std::vector<Member<P>> members{
        {"reasons", [](const P& p) { return Json(p.reasons); }},
        {"outcome", [](const P& p) { return outcome_json(p.outcome); }},
        {"monitoring", [](const P& p) { return monitoring_json(p.monitoring); }},
        {"earlier", [](const P& p) { return earlier_json(p.earlier); }},
        {"days", [](const P& p) { return days_json(p.days); }},
        {"shortfall", [](const P& p) { return shortfall_json(p); }},
        {"goals", [](const P& p) { return goals_of(p); }},
        {"skills",
         [](const P& p) {
             return list(p.skills,
                         [](const SkillStatus& s) { return object(skill_output_fields(), s); });
         }},
        {"activities",
         [](const P& p) {
             return list(p.activities, [](const ActivityStatus& a) {
                 return object(activity_output_fields(), a);
             });
         }},
        {"reviews", [](const P& p) { return reviews_json(p.reviews); }},
        {"terms", [](const P& p) { return terms_json(p.agreed); }},
        {"notes", [](const P& p) { return notes_json(p.notes); }},
        {"follow_ups", [](const P& p) { return follow_ups_json(p); }},
        {"next", [](const P& p) { return next_json(p.next); }},
    };
    return members;
}

Json steps_json(const std::vector<Step>& steps) {
    return list(steps, [](const Step& step) {
        return Json({{"name", step.name},
                     {"formula", step.formula.empty() ? Json(nullptr) : Json(step.formula)},
                     {"result", step.result},
                     {"remark", step.remark.empty() ? Json(nullptr) : Json(step.remark)}});
    });
}

Json explanation_json(const PlanExplanation& explanation) {
    Json goals = list(explanation.goals, [](const Explanation& goal) {
        return Json({{"id", goal.id},
                     {"verdict", to_string(goal.verdict)},
                     {"steps", steps_json(goal.steps)}});
    });
    return {{"plan", steps_json(explanation.plan)},
            {"goals", std::move(goals)},
            {"rules", steps_json(explanation.rules)}};
}

/// The plan, with how its figures came about where that is wanted.
Json explained_json(const std::vector<PlanStatus>& plans,
                    const std::vector<PlanExplanation>& explanations, std::size_t i) {
    Json json = object(plan_fields(), plan_members(), plans[i]);
    if (i < explanations.size()) {
        json["explain"] = explanation_json(explanations[i]);
    }
    return json;
}

/// An object as it stands in the list of another one.
std::string as_item(const Json& object) {
    constexpr std::string_view depth = "    ";
    std::string item;
    for (const char c :
         json::text(object, pretty)) {  // no text holds a line break: JSON escapes it
        if (item.empty() || item.back() == '\n') {
            item += depth;
        }
        item += c;
    }
    item.pop_back();
    return item;
}

constexpr std::string_view end_of_frame = "]\n}\n";

}  // namespace

StatusJson::StatusJson(Date as_of)
    : text_(json::text(Json{{"schema", "perfplan/status"},
                            {"version", 1},
                            {"as_of", to_string(as_of)},
                            {"plans", Json::array()}},
                       pretty)) {
    text_.erase(text_.size() - end_of_frame.size());
}

void StatusJson::add(const std::vector<PlanStatus>& plans,
                     const std::vector<PlanExplanation>& explanations) {
    std::vector<std::string> items(plans.size());
    in_parallel(plans.size(),
                [&](std::size_t i) { items[i] = as_item(explained_json(plans, explanations, i)); });
    for (const std::string& item : items) {
        text_ += std::exchange(is_empty_, false) ? "\n" : ",\n";
        text_ += item;
    }
}

std::string StatusJson::whole() {
    text_ += is_empty_ ? "" : "\n  ";
    text_ += end_of_frame;
    return std::move(text_);
}

std::vector<std::string> plan_member_names() {
    std::vector<std::string> names = names_of(plan_fields(), plan_members());
    names.emplace_back("explain");
    return names;
}

std::string status_ndjson(const std::vector<PlanStatus>& plans,
                          const std::vector<PlanExplanation>& explanations,
                          const std::vector<std::string>& names) {
    std::vector<std::string> lines(plans.size());
    in_parallel(plans.size(), [&](std::size_t i) {
        lines[i] = json::text(picked(explained_json(plans, explanations, i), names), one_line);
    });
    return fmt::format("{}", fmt::join(lines, ""));
}

std::string goals_json(const PlanStatus& plan, Date as_of) {
    Json json{{"schema", "perfplan/goals"},
              {"version", 1},
              {"as_of", to_string(as_of)},
              {"plan", to_string(plan.ref)}};
    json["goals"] = goals_of(plan);
    return json::text(json, pretty);
}

std::vector<std::string> goal_member_names() {
    return names_of(goal_output_fields(), goal_members());
}

std::string goals_ndjson(const PlanStatus& plan, const std::vector<std::string>& names) {
    std::string lines;
    for (const GoalStatus& goal : plan.goals) {
        lines += json::text(picked(goal_json(goal), names), one_line);
    }
    return lines;
}

}  // namespace perfplan::output
