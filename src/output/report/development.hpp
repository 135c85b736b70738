// Skills and activities in a report.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/template_view.hpp"

#include <vector>

namespace perfplan::output {

struct ReportedSkill {
    const PlanStatus& plan;
    const SkillStatus& skill;
};

std::vector<ReportedSkill> reported_skills(const PlanStatus& plan);
const ViewShape<ReportedSkill>& skill_shape();

struct ReportedActivity {
    const PlanStatus& plan;
    const ActivityStatus& activity;
};

/// The activities that one side owes.
std::vector<ReportedActivity> reported_activities(const PlanStatus& plan, OwedBy side);
const ViewShape<ReportedActivity>& activity_shape();

}  // namespace perfplan::output
