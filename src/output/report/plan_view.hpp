// The parts of a report, each made from what is known of a plan.
#pragma once

#include "output/report/plan_fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// Nothing for no words; without line breaks at the end.
std::optional<WordsView> words_view(const std::optional<std::string>& text);

std::optional<ShortfallView> shortfall_view(const PlanStatus& plan);
std::vector<GoalView> goal_views(const Settings& settings, const PlanStatus& plan);
std::vector<SkillView> skill_views(const PlanStatus& plan);
std::vector<ActivityView> activity_views(const PlanStatus& plan, OwedBy side);
/// What is late and whose it is, in words.
std::vector<std::string> late_in_words(const PlanStatus& plan, Audience audience);

/// Those that the audience may see, newest first.
std::vector<FollowUpView> follow_up_views(const std::vector<PastRecord>& records);
std::vector<RecordView> review_views(const std::vector<PastRecord>& records, Date as_of);
std::vector<RecordView> recognition_views(const std::vector<PastRecord>& records, Date as_of);
std::vector<RecordView> note_views(const std::vector<PastRecord>& records, Date as_of);
/// The oldest first, as a story is told.
std::vector<RecordView> response_views(const std::vector<PastRecord>& records, Date as_of);
std::vector<RecordView> override_views(const std::vector<PastRecord>& records, Date as_of);
std::vector<RecordView> irregular_views(const std::vector<PastRecord>& records, Date as_of);

std::vector<SignatureView> signature_views(const PlanStatus& plan);
std::vector<AmendmentView> amendment_views(const TermsStatus& agreed);
/// Which terms count, and what does not.
std::string terms_in_words(const TermsStatus& agreed);
std::optional<OutcomeView> outcome_view(const PlanStatus& plan, Date as_of);

}  // namespace perfplan::output
