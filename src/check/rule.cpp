#include "check/rule.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "check/rules/conduct.hpp"
#include "check/rules/plan.hpp"
#include "check/rules/records.hpp"
#include "check/rules/smart.hpp"
#include "check/rules/terms.hpp"

#include <algorithm>
#include <array>

namespace perfplan::check {

namespace {

constexpr auto files = RuleGroup::files;
constexpr auto terms = RuleGroup::terms;
constexpr auto smart = RuleGroup::smart;
constexpr auto conduct = RuleGroup::conduct;
constexpr auto error = Severity::error;
constexpr auto warn = Severity::warning;
constexpr auto fixed = Grade::fixed;
constexpr auto settable = Grade::settable;

}  // namespace

const std::vector<Rule>& rules() {
    static const std::vector<Rule> list{
        {rule::syntax, files, error, fixed, "a file that can be read in two ways proves nothing"},
        {rule::wrong_value, files, error, fixed,
         "a value that is not understood counts for nothing"},
        {rule::missing_field, files, error, fixed, "without it the file does not say what it must"},
        {rule::missing_file, files, error, fixed, "a plan without its terms is no plan"},
        {rule::unreadable, files, error, fixed, "what can't be read can't be checked"},
        {rule::unknown_key, files, warn, settable, "a misspelled key is a field that is not there"},
        {rule::unknown_id, files, error, settable, "what names nothing counts nowhere",
         look::unknown_id},
        {rule::altered_record, files, error, fixed,
         "what was signed or said must stay as it was written"},
        {rule::missing_record, files, error, fixed,
         "figures are worth nothing where a record is gone"},
        {rule::private_figures, files, error, fixed,
         "a figure or a decision that the rep must not see can't count against the rep"},
        {rule::missing_copy, files, error, fixed,
         "a signature is worth something only beside the terms that were signed"},
        {rule::cut_short, files, warn, settable,
         "a file that was cut short may read as a whole one"},
        {"edited-record", files, warn, settable,
         "a note that was changed later should be known to be", look::edited_record},
        {rule::misnamed_file, files, warn, settable,
         "the listing of journal/ alone should tell what happened when"},
        {rule::misplaced_file, files, warn, settable,
         "a file where nothing looks for it is not read"},
        {rule::conflict_copy, files, error, settable,
         "a copy left by a sync tool may hold what the file beside it lacks", look::conflict_copy},
        {"outside-plan", files, warn, settable,
         "a figure from before or after the plan is not its result", look::outside_plan},
        {"future-record", files, warn, settable, "a record says what happened, not what will",
         look::future_record},
        {"contradictory-readings", files, error, settable,
         "two figures of one day can't both be right", look::contradictory_readings},
        {"clock-ahead", files, warn, settable,
         "a record that was written tomorrow comes from a wrong clock", look::clock_ahead},
        {"two-open-plans", files, warn, settable, "one rep can follow one plan",
         look::two_open_plans},
        {"permissions", files, warn, settable,
         "a plan is the rep's and the manager's business only"},
        {"outdated-schema", files, warn, settable, "an editor that checks by old rules misleads"},
        {"unknown-rule", files, warn, settable, "a misspelled rule stays as it is"},

        {"unsigned", terms, warn, settable, "nobody is held to terms they never received",
         look::is_unsigned},
        {"wrong-signer", terms, error, settable,
         "a signature is the named person's, or says on whose behalf it is given",
         look::wrong_signer},
        {"changed-terms", terms, error, settable, "what was signed counts, whatever plan.yaml says",
         look::changed_terms},
        {"waiting-amendment", terms, warn, settable, "harder terms count only once they are signed",
         look::waiting_amendment},
        {"lost-amendment", terms, error, settable,
         "what was agreed on two branches is agreed only once they are joined",
         look::lost_amendment},
        {"false-amendment", terms, error, fixed,
         "what was signed is what the sealed copies say, in the order in which they were made",
         look::false_amendment},
        {"early-signature", terms, error, settable, "nobody can receive terms before they exist",
         look::early_signature},
        {"other-first-terms", terms, error, settable,
         "what two people signed must be the same terms", look::other_first_terms},
        {"unfinished-amendment", terms, warn, settable, "plan.yaml should say what was agreed",
         look::unfinished_amendment},
        {"late-change", terms, warn, settable,
         "nobody can act on terms that change in the last days", look::late_change},
        {"against-policy", terms, error, settable, "every rep is measured by the same rules",
         look::against_policy},
        {"bad-pause", terms, error, settable,
         "a day can be paused once, and only while the plan runs", look::bad_pause},
        {"against-figures", terms, error, settable,
         "an outcome that the figures do not bear needs a reason that everybody can read",
         look::against_figures},
        {"bare-outcome", terms, warn, settable,
         "an outcome without a reason or evidence can't be defended", look::bare_outcome},

        {"no-goals", smart, error, settable, "without goals nobody knows what is asked",
         look::no_goals},
        {"vague-title", smart, warn, settable,
         "specific: a title should name the result, not the effort", look::vague_title},
        {"measurable", smart, warn, settable, "measurable: two people must come to the same figure",
         look::measurable},
        {"no-reading", smart, warn, settable, "measurable: a goal that nobody measures is no goal",
         look::no_reading},
        {"achievable", smart, warn, settable,
         "achievable: a pace that nobody ever made sets the rep up to fail", look::achievable},
        {"relevant", smart, warn, settable, "relevant: the rep should know why the goal matters",
         look::relevant},
        {"time-bound", smart, error, settable,
         "time-bound: what is due outside the plan is not part of it", look::time_bound},
        {"day-off", smart, warn, settable, "time-bound: nobody delivers on a day off",
         look::day_off},
        {rule::checkpoints, smart, warn, settable,
         "time-bound: checkpoints should lead from the baseline to the target", look::checkpoints},
        {"periods", smart, error, settable,
         "time-bound: a goal must have the periods that it asks for", look::periods},
        {"too-many-goals", smart, warn, settable, "who follows many goals reaches few",
         look::too_many_goals},
        {"weights", smart, warn, settable, "a goal that weighs nothing is decoration",
         look::weights},
        {"gap-without-activity", smart, warn, settable, "a skill does not grow by being demanded",
         look::gap_without_activity},
        {"no-company-support", smart, warn, settable, "a plan is fair if the company does its part",
         look::no_company_support},
        {"no-success-rule", smart, warn, settable, "the rep must know when the plan is met",
         look::no_success_rule},
        {"no-consequences", smart, warn, settable, "the rep must know what is at stake",
         look::no_consequences},
        {"no-reviews", smart, warn, settable, "a plan that nobody reviews ends in a surprise",
         look::no_reviews},

        {"overdue-review", conduct, warn, settable,
         "a review that is not held is help that is not given", look::overdue_review},
        {"stale-figure", conduct, warn, settable, "an old figure says nothing of today",
         look::stale_figure},
        {"late-support", conduct, warn, settable,
         "what the company promised and did not do weighs against it", look::late_support},
        {"no-recognition", conduct, warn, settable,
         "progress that nobody names looks like progress that nobody sees", look::no_recognition},
        {"open-follow-up", conduct, warn, settable, "what was agreed in a talk was agreed",
         look::open_follow_up},
        {"no-outcome", conduct, warn, settable, "the rep should not wait to hear how it ended",
         look::no_outcome},
    };
    return list;
}

std::string_view to_string(RuleGroup group) {
    switch (group) {
        case RuleGroup::files: return "files";
        case RuleGroup::terms: return "terms";
        case RuleGroup::smart: return "smart";
        case RuleGroup::conduct: return "conduct";
    }
    return "?";
}

const Rule* find_rule(std::string_view name) {
    const auto found = std::find_if(rules().begin(), rules().end(),
                                    [&](const Rule& rule) { return rule.name == name; });
    return found == rules().end() ? nullptr : &*found;
}

std::optional<Severity> severity_of(const Rule& rule, const Settings& settings) {
    const RuleLevel* level = rule.grade == Grade::fixed ? nullptr : find(settings.check, rule.name);
    if (level == nullptr) {
        return rule.severity;
    }
    switch (*level) {
        case RuleLevel::error: return Severity::error;
        case RuleLevel::warning: return Severity::warning;
        case RuleLevel::off: break;
    }
    return std::nullopt;
}

std::vector<RuleFinding> run_rules(const Subject& subject) {
    std::vector<RuleFinding> all;
    for (const Rule& rule : rules()) {
        if (rule.look == nullptr || !severity_of(rule, subject.settings)) {
            continue;
        }
        for (Finding& finding : rule.look(subject)) {
            all.push_back({&rule, std::move(finding)});
        }
    }
    return all;
}

}  // namespace perfplan::check
