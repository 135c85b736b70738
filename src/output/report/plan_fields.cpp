// The fields that templates of reports may use; perfplan-template(5) describes them.
#include "output/report/plan_fields.hpp"

namespace perfplan::output {

const ViewShape<LegendEntry>& legend_shape() {
    static const ViewShape<LegendEntry> shape{
        view_field("mark", &LegendEntry::mark, "a mark of the charts"),
        view_field("meaning", &LegendEntry::meaning, "what it means"),
    };
    return shape;
}

namespace {

const ViewShape<WordsView>& words_shape() {
    static const ViewShape<WordsView> shape{
        view_field("text", &WordsView::text, "the whole text"),
        view_field("lines", &WordsView::lines, "the same, line by line"),
    };
    return shape;
}

const ViewShape<ShortfallView>& shortfall_shape() {
    using V = ShortfallView;
    static const ViewShape<V> shape{
        view_field("what", &V::what, "'bookings in 2026-Q3'"),
        view_field("figures", &V::figures, "'162,000 of 250,000 USD'"),
        view_field("period", &V::period, "the period"),
        view_field("metric", &V::metric, "what was to be sold"),
        view_field("quota", &V::quota, "the quota, with its unit"),
        view_field("ramp", &V::ramp, "'75% ramp', where the quota did not apply in full"),
        view_field("attained", &V::attained, "what was attained, with its unit"),
        view_field("attainment", &V::attainment, "the same in percent of the quota that applied"),
        view_field("cause", &V::cause, "the cause"),
        view_field("summary", &V::summary, words_shape(), "the summary"),
        view_field("raised_before", &V::raised_before, "days on which it was raised before"),
    };
    return shape;
}

const ViewShape<PointView>& point_shape() {
    static const ViewShape<PointView> shape{
        view_field("on", &PointView::on, "day"),
        view_field("value", &PointView::value, "value, with its unit"),
        view_field("by", &PointView::by, "who recorded it"),
    };
    return shape;
}

const ViewShape<GoalView>& goal_shape() {
    using V = GoalView;
    static const ViewShape<V> shape{
        view_field("id", &V::id, "its id"),
        view_field("title", &V::title, "its title"),
        view_field("verdict", &V::verdict, "its verdict in words"),
        view_field("tone", &V::tone, "good, warning or bad, as the style sheet calls it"),
        view_field("metric", &V::metric, "what is measured"),
        view_field("now", &V::now, "where it is"),
        view_field("read_on", &V::read_on, "day of the newest reading"),
        view_field("target", &V::target, "where it is to come"),
        view_field("baseline", &V::baseline, "where it started"),
        view_field("due", &V::due, "last day, with the pauses before it"),
        view_field("expected", &V::expected, "what is expected by now"),
        view_field("progress", &V::progress, "progress in percent"),
        view_field("bar", &V::bar, "progress drawn with characters"),
        view_field("projected", &V::projected, "where it comes to at the pace so far"),
        view_field("pace", &V::pace, "what it made a day that counts"),
        view_field("needed", &V::needed, "what it needs a day from now on"),
        view_field("weight", &V::weight, "its weight in the score"),
        view_field("supports", &V::supports, "the objective that it supports"),
        view_field("relevant", &V::relevant, "why it matters"),
        view_field("achievable", &V::achievable, "why it can be reached"),
        view_field("checkpoints", &V::checkpoints, point_shape(), "where it is to be on the way"),
        view_field("readings", &V::readings, point_shape(), "what was read, by day"),
        view_field("chart", &V::chart, "its chart"),
    };
    return shape;
}

const ViewShape<LevelView>& level_shape() {
    static const ViewShape<LevelView> shape{
        view_field("on", &LevelView::on, "day"),
        view_field("level", &LevelView::level, "level and what it means"),
        view_field("by", &LevelView::by, "who assessed it"),
    };
    return shape;
}

const ViewShape<SkillView>& skill_shape() {
    using V = SkillView;
    static const ViewShape<V> shape{
        view_field("id", &V::id, "its id"),
        view_field("title", &V::title, "its title"),
        view_field("verdict", &V::verdict, "its verdict in words"),
        view_field("tone", &V::tone, "good or warning"),
        view_field("start", &V::start, "level at the start, and what it means"),
        view_field("now", &V::now, "level now, and what it means"),
        view_field("required", &V::required, "level agreed, and what it means"),
        view_field("gap", &V::gap, "levels to go; not there once it is closed"),
        view_field("due", &V::due, "day by which"),
        view_field("evidence", &V::evidence, "what showed the gap"),
        view_field("track", &V::track, "the levels, drawn"),
        view_field("activities", &V::activities, "titles of the activities that build it"),
        view_field("goals", &V::goals, "titles of the goals that it is to move"),
        view_field("history", &V::history, level_shape(), "levels that were assessed, by day"),
    };
    return shape;
}

const ViewShape<ActivityView>& activity_shape() {
    using V = ActivityView;
    static const ViewShape<V> shape{
        view_field("id", &V::id, "its id"),
        view_field("title", &V::title, "its title"),
        view_field("kind", &V::kind, "training, coaching, …"),
        view_field("skill", &V::skill, "title of the skill that it builds"),
        view_field("owner", &V::owner, "who owes it"),
        view_field("when", &V::when, "when it is due, or was done"),
        view_field("verdict", &V::verdict, "done, late or on schedule, in words"),
        view_field("tone", &V::tone, "good or warning"),
    };
    return shape;
}

const ViewShape<FollowUpView>& follow_up_shape() {
    using V = FollowUpView;
    static const ViewShape<V> shape{
        view_field("what", &V::what, "what is to be done"),
        view_field("owner", &V::owner, "who is to do it"),
        view_field("due", &V::due, "day by which"),
        view_field("said", &V::said, "who said so, and when"),
        view_field("verdict", &V::verdict, "done, late or open, in words"),
        view_field("tone", &V::tone, "good or warning"),
        view_field("is_private", &V::is_private, "it is not for the rep"),
    };
    return shape;
}

const ViewShape<RecordView>& record_shape() {
    using V = RecordView;
    static const ViewShape<V> shape{
        view_field("on", &V::on, "day"),
        view_field("by", &V::by, "who wrote it"),
        view_field("kind", &V::kind, "its kind in words"),
        view_field("label", &V::label, "what the review is called"),
        view_field("rating", &V::rating, "rating and what it means"),
        view_field("decision", &V::decision, "what was decided"),
        view_field("reason", &V::reason, "why"),
        view_field("override_reason", &V::override_reason,
                   "why it was decided against the rules of the plan"),
        view_field("words", &V::words, words_shape(), "its text"),
        view_field("strengths", &V::strengths, "strengths"),
        view_field("improve", &V::improve, "areas for improvement"),
        view_field("opportunities", &V::opportunities, "opportunities"),
        view_field("blockers", &V::blockers, "what is in the way"),
        view_field("next_steps", &V::next_steps, "next steps"),
        view_field("figures", &V::figures, "readings, levels and what was done, in words"),
        view_field("evidence", &V::evidence, "links and files"),
        view_field("marks", &V::marks, "'edited by hand', 'written Nov 3, 2026', …"),
        view_field("has_details", &V::has_details, "it has more than words"),
        view_field("is_private", &V::is_private, "it is not for the rep"),
    };
    return shape;
}

const ViewShape<SignatureView>& signature_shape() {
    using V = SignatureView;
    static const ViewShape<V> shape{
        view_field("role", &V::role, "role"),
        view_field("name", &V::name, "name"),
        view_field("answer", &V::answer,
                   "signed for receipt, refused to sign, …; not there: a line to sign on"),
        view_field("on", &V::on, "day"),
        view_field("witness", &V::witness, "witness of a refusal"),
        view_field("entered_by", &V::entered_by, "who entered it for somebody else"),
        view_field("words", &V::words, words_shape(), "what was said along with it"),
    };
    return shape;
}

const ViewShape<ChangeView>& change_shape() {
    using V = ChangeView;
    static const ViewShape<V> shape{
        view_field("field", &V::field, "field of plan.yaml"),
        view_field("from", &V::from, "what it was; not there: it is new"),
        view_field("to", &V::to, "what it became; not there: it was dropped"),
        view_field("effect", &V::effect, "easier, harder or neutral for the rep"),
    };
    return shape;
}

const ViewShape<AmendmentView>& amendment_shape() {
    using V = AmendmentView;
    static const ViewShape<V> shape{
        view_field("on", &V::on, "day"),
        view_field("by", &V::by, "who made it"),
        view_field("reason", &V::reason, "why"),
        view_field("standing", &V::standing, "since when it is in force, or whom it waits for"),
        view_field("changes", &V::changes, change_shape(), "what it changed"),
    };
    return shape;
}

const ViewShape<OutcomeView>& outcome_shape() {
    using V = OutcomeView;
    static const ViewShape<V> shape{
        view_field("result", &V::result, "met, not met or withdraw, in words"),
        view_field("tone", &V::tone, "good or bad"),
        view_field("on", &V::on, "day"),
        view_field("by", &V::by, "who decided it"),
        view_field("reason", &V::reason, "why"),
        view_field("override_reason", &V::override_reason,
                   "why it was decided against the rules of the plan"),
        view_field("since", &V::since, "whether the success lasts"),
    };
    return shape;
}

}  // namespace

const ViewShape<ReportView>& report_shape() {
    using V = ReportView;
    static const ViewShape<V> shape{
        view_field("page", &V::page, page_frame_shape(), "what the head of a page needs"),
        view_field("program", &V::program, "what the company calls its plans"),
        view_field("plan", &V::plan, "the plan: rep/plan"),
        view_field("as_of", &V::as_of, "the day of all figures"),
        view_field("audience", &V::audience, "for whom this copy is, unless for everyone"),
        view_field("rep", &V::rep, "name of the rep"),
        view_field("role", &V::role, "role of the rep"),
        view_field("team", &V::team, "team"),
        view_field("manager", &V::manager, "manager"),
        view_field("hr", &V::hr, "who is responsible at HR"),
        view_field("starts", &V::starts, "first day"),
        view_field("ends", &V::ends, "last day, with pauses and extensions"),
        view_field("first_end", &V::first_end, "last day as first agreed, where it was moved"),
        view_field("days", &V::days, "how much of it is gone"),
        view_field("pauses", &V::pauses, "pauses, from when to when"),
        view_field("shortfall", &V::shortfall, shortfall_shape(), "why there is a plan"),
        view_field("verdict", &V::verdict, "the verdict in words, else the outcome or the state"),
        view_field("tone", &V::tone, "good, warning or bad, as the style sheet calls it"),
        view_field("state", &V::state, "the state in words"),
        view_field("score", &V::score, "the score against what is expected"),
        view_field("reasons", &V::reasons, "why the verdict is what it is, the gravest first"),
        view_field("success", &V::success, "when the plan counts as met"),
        view_field("consequences", &V::consequences, words_shape(),
                   "what follows if it is not met"),
        view_field("goals", &V::goals, goal_shape(), "the goals"),
        view_field("legend", &V::legend, legend_shape(), "what the marks of the charts mean"),
        view_field("skills", &V::skills, skill_shape(), "the skills"),
        view_field("company_owes", &V::company_owes, activity_shape(),
                   "activities that the company owes"),
        view_field("rep_owes", &V::rep_owes, activity_shape(), "activities that the rep owes"),
        view_field("follow_ups", &V::follow_ups, follow_up_shape(),
                   "what was to be done after a talk"),
        view_field("late", &V::late, "what is late, by whom"),
        view_field("reviews_held", &V::reviews_held, "how many reviews were held and are due"),
        view_field("reviews", &V::reviews, record_shape(), "the reviews, newest first"),
        view_field("recognition", &V::recognition, record_shape(), "recognition, newest first"),
        view_field("notes", &V::notes, record_shape(), "all other notes, newest first"),
        view_field("responses", &V::responses, record_shape(),
                   "the rep's own words, the oldest first"),
        view_field("signatures", &V::signatures, signature_shape(),
                   "answers to the terms in force, and lines for those that are missing"),
        view_field("terms", &V::terms, "which terms count, and what was changed by hand"),
        view_field("amendments", &V::amendments, amendment_shape(), "amendments, by day"),
        view_field("overrides", &V::overrides, record_shape(),
                   "decisions that were taken against the rules of the plan"),
        view_field("irregular", &V::irregular, record_shape(),
                   "for HR: records that were edited by hand, or written after their day"),
        view_field("outcome", &V::outcome, outcome_shape(), "how the plan ended"),
        view_field("includes", &V::includes, "what this copy has that is not for the rep"),
    };
    return shape;
}

}  // namespace perfplan::output
