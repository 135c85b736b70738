// Skills and activities of one plan, in every format.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/table.hpp"
#include "output/status/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// The scalar fields of a skill and of an activity.
const std::vector<OutputField<SkillStatus>>& skill_output_fields();
const std::vector<OutputField<ActivityStatus>>& activity_output_fields();

/// Where a skill stands with the level that was recorded for a day: "discovery 3 of 4: Qualifies;
/// was 2, Asks; 1 to go by Nov 30; to move pipeline"
std::string skill_standing(const SkillStatus& skill, Date on, Date today);

/// What each level of the skills means, with the one it is at and the one it is to reach.
std::string levels_described(const std::vector<SkillStatus>& skills, Date today);

/// "meddicc done Oct 14" and how, a line.
std::string tick(const Slug& id, Date on, Date today, std::string_view how = {});
/// ", 2 days late", ", in time"; nothing without a due date.
std::string in_time(int late_days, const std::optional<Date>& due);
/// An activity that was done on a day: "meddicc done Oct 14, 5 days late", "call-review done Oct
/// 14, next by Oct 22"
std::string activity_standing(const ActivityStatus& activity, Date on, Date today);

/// A row each, for a person.
Table skills_table(const PlanStatus& plan, Date as_of);
Table activities_table(const PlanStatus& plan, Date as_of);

/// A row each, skills before activities, for a program: `entry` says which of the two a row is, a
/// field that it does not have is empty.
Table development_sheet(const PlanStatus& plan);

/// {"schema": "perfplan/skills", …}; ends in a newline.
std::string development_json(const PlanStatus& plan, Date as_of);

/// The members that the JSON object of a skill or an activity may have.
std::vector<std::string> development_member_names();
/// One skill or activity a line, its `entry` first; or the members that are named.
std::string development_ndjson(const PlanStatus& plan, const std::vector<std::string>& names);

}  // namespace perfplan::output
