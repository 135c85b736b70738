#include "output/report/consistency_fields.hpp"

#include "output/report/plan_link.hpp"

namespace perfplan::output {

namespace {

const ViewShape<TriggerView>& trigger_shape() {
    using V = TriggerView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan states it"),
        view_field("why", &V::why, "the results, and the rule"),
        view_field("answer", &V::answer, "the plan there is for it"),
        view_field("tone", &V::tone, "bad where there is none"),
    };
    return shape;
}

const ViewShape<JudgedView>& judged_shape() {
    using V = JudgedView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("match", &V::match, "met, not met or not known"),
        view_field("below", &V::below, "whether the results are below a limit of the policy"),
        view_field("tone", &V::tone, "warning where none is met, or can be"),
        view_field("why", &V::why, "the results, and the rule"),
    };
    return shape;
}

const ViewShape<TargetView>& target_shape() {
    using V = TargetView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("role", &V::role, "of the rep"),
        view_field("manager", &V::manager, "name"),
        view_field("baseline", &V::baseline, "where it starts"),
        view_field("target", &V::target, "where it is to come"),
        view_field("a_day", &V::a_day, "what that is a day"),
        view_field("days", &V::days, "from when to when"),
    };
    return shape;
}

const ViewShape<RangeView>& range_shape() {
    using V = RangeView;
    static const ViewShape<V> shape{
        view_field("name", &V::name, "of the manager"),
        view_field("count", &V::count, "how many goals"),
        view_field("least", &V::least, "least target"),
        view_field("median", &V::median, "median of the targets"),
        view_field("greatest", &V::greatest, "greatest target"),
    };
    return shape;
}

const ViewShape<MetricView>& metric_shape() {
    using V = MetricView;
    static const ViewShape<V> shape{
        view_field("metric", &V::metric, "what is measured"),
        view_field("sense", &V::sense, "rise to, fall to, at most, at least"),
        view_field("range", &V::range, "how many goals, and from where to where"),
        view_field("managers", &V::managers, range_shape(), "the same by manager"),
        view_field("goals", &V::goals, target_shape(), "each goal"),
    };
    return shape;
}

const ViewShape<TimeView>& time_shape() {
    using V = TimeView;
    static const ViewShape<V> shape{
        view_field("name", &V::name, "which outcomes"),
        view_field("plans", &V::plans, "how many"),
        view_field("least", &V::least, "fewest days"),
        view_field("median", &V::median, "median of the days"),
        view_field("greatest", &V::greatest, "most days"),
        view_field("after_end", &V::after_end, "median against the last day"),
    };
    return shape;
}

const ViewShape<ConductView>& conduct_shape() {
    using V = ConductView;
    static const ViewShape<V> shape{
        view_field("manager", &V::manager, "name"),
        view_field("plans", &V::plans, "how many"),
        view_field("met_trigger", &V::met_trigger, "plans that meet a trigger"),
        view_field("below_a_limit", &V::below_a_limit, "plans with results below a limit"),
        view_field("extended", &V::extended, "plans that were extended"),
        view_field("extensions", &V::extensions, "how often"),
        view_field("overridden", &V::overridden, "outcomes decided against the figures"),
        view_field("recovered", &V::recovered, "plans met, of those met or not met"),
        view_field("days", &V::days, "median of the days to the outcome"),
    };
    return shape;
}

const ViewShape<ExceptionView>& exception_shape() {
    using V = ExceptionView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("on", &V::on, "day"),
        view_field("by", &V::by, "who decided"),
        view_field("decision", &V::decision, "what was decided"),
        view_field("reason", &V::reason, "why"),
    };
    return shape;
}

}  // namespace

const ViewShape<ConsistencyView>& consistency_shape() {
    using V = ConsistencyView;
    static const ViewShape<V> shape{
        view_field("page", &V::page, page_frame_shape(), "what every page has"),
        view_field("program", &V::program, "what the company calls it"),
        view_field("title", &V::title, "whose plans these are"),
        view_field("as_of", &V::as_of, "day of all figures"),
        view_field("selection", &V::selection, "the filters"),
        view_field("left_out", &V::left_out, "how many plans could not be read"),
        view_field("counted", &V::counted, "how many plans, by state"),
        view_field("figures", &V::figures, figure_shape(), "the figures that come first"),
        view_field("rules", &V::rules, "the triggers of the policy"),
        view_field("trigger_count", &V::trigger_count, "how many triggers have a plan"),
        view_field("has_triggers", &V::has_triggers, "a trigger was met"),
        view_field("triggers", &V::triggers, trigger_shape(), "triggers that were met"),
        view_field("judged_count", &V::judged_count, "how many plans meet a trigger"),
        view_field("judged", &V::judged, judged_shape(), "each plan against the triggers"),
        view_field("has_metrics", &V::has_metrics, "there are such"),
        view_field("metrics", &V::metrics, metric_shape(), "metrics of several plans"),
        view_field("has_outcomes", &V::has_outcomes, "a plan has one"),
        view_field("times", &V::times, time_shape(), "days to the outcome"),
        view_field("managers", &V::managers, conduct_shape(), "each manager"),
        view_field("together", &V::together, conduct_shape(), "all of several managers"),
        view_field("has_extensions", &V::has_extensions, "there are such"),
        view_field("extensions", &V::extensions, exception_shape(), "extensions by date"),
        view_field("has_overrides", &V::has_overrides, "there are such"),
        view_field("overrides", &V::overrides, exception_shape(), "overrides by date"),
    };
    return shape;
}

std::string consistency_text(const ConsistencyView& view, Language language) {
    return fill_embedded(language == Language::html ? "consistency.html" : "consistency.md",
                         view_of(consistency_shape(), view), documented(consistency_shape()));
}

}  // namespace perfplan::output
