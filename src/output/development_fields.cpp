#include "development_output.hpp"

namespace perfplan {

const std::vector<OutputField<SkillStatus>>& skill_output_fields() {
    using S = SkillStatus;
    static const std::vector<OutputField<S>> fields{
        {"id", [](const S& s) { return FieldValue(s.id.str()); }},
        {"title", [](const S& s) { return FieldValue(s.title); }},
        {"start", [](const S& s) { return FieldValue(s.start); }},
        {"level", [](const S& s) { return FieldValue(s.level); }},
        {"level_meaning", [](const S& s) { return or_null(meaning_of(s.levels, s.level)); }},
        {"required", [](const S& s) { return FieldValue(s.required); }},
        {"required_meaning", [](const S& s) { return or_null(meaning_of(s.levels, s.required)); }},
        {"gap", [](const S& s) { return FieldValue(s.gap()); }},
        {"by", [](const S& s) { return or_null(s.by); }},
        {"verdict", [](const S& s) { return FieldValue(std::string(to_string(s.verdict))); }},
    };
    return fields;
}

const std::vector<OutputField<ActivityStatus>>& activity_output_fields() {
    using A = ActivityStatus;
    static const std::vector<OutputField<A>> fields{
        {"id", [](const A& a) { return FieldValue(a.id.str()); }},
        {"title", [](const A& a) { return FieldValue(a.title); }},
        {"kind",
         [](const A& a) {
             return a.kind ? FieldValue(std::string(to_string(*a.kind))) : FieldValue();
         }},
        {"skill", [](const A& a) { return a.skill ? FieldValue(a.skill->str()) : FieldValue(); }},
        {"owner", [](const A& a) { return FieldValue(a.owner); }},
        {"owed_by", [](const A& a) { return FieldValue(std::string(to_string(a.owed_by))); }},
        {"every",
         [](const A& a) { return a.every ? FieldValue(interval(*a.every)) : FieldValue(); }},
        {"due", [](const A& a) { return or_null(a.due); }},
        {"done_on", [](const A& a) { return or_null(a.done_on); }},
        {"late_days", [](const A& a) { return FieldValue(a.late_days); }},
        {"due_so_far", [](const A& a) { return FieldValue(a.due_so_far); }},
        {"missed", [](const A& a) { return FieldValue(a.missed); }},
        {"verdict", [](const A& a) { return FieldValue(std::string(to_string(a.verdict))); }},
    };
    return fields;
}

}  // namespace perfplan
