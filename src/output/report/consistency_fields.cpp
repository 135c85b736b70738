#include "output/report/consistency_fields.hpp"

#include "output/report/plan_link.hpp"

namespace perfplan::output {

namespace {

const ViewShape<TriggerView>& trigger_shape() {
    using V = TriggerView;
    static const ViewShape<V> shape{
        {"of", "whose plan states it", plan_link_shape(), &V::of},
        {"why", "the results, and the rule", &V::why},
        {"answer", "the plan there is for it", &V::answer},
        {"tone", "bad where there is none", &V::tone},
    };
    return shape;
}

const ViewShape<JudgedView>& judged_shape() {
    using V = JudgedView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"match", "met, not met or not known", &V::match},
        {"below", "whether the results are below a limit of the policy", &V::below},
        {"tone", "warning where none is met, or can be", &V::tone},
        {"why", "the results, and the rule", &V::why},
    };
    return shape;
}

const ViewShape<TargetView>& target_shape() {
    using V = TargetView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"role", "of the rep", &V::role},
        {"manager", "name", &V::manager},
        {"baseline", "where it starts", &V::baseline},
        {"target", "where it is to come", &V::target},
        {"a_day", "what that is a day", &V::a_day},
        {"days", "from when to when", &V::days},
    };
    return shape;
}

const ViewShape<RangeView>& range_shape() {
    using V = RangeView;
    static const ViewShape<V> shape{
        {"name", "of the manager", &V::name},
        {"count", "how many goals", &V::count},
        {"least", "least target", &V::least},
        {"median", "median of the targets", &V::median},
        {"greatest", "greatest target", &V::greatest},
    };
    return shape;
}

const ViewShape<MetricView>& metric_shape() {
    using V = MetricView;
    static const ViewShape<V> shape{
        {"metric", "what is measured", &V::metric},
        {"sense", "rise to, fall to, at most, at least", &V::sense},
        {"range", "how many goals, and from where to where", &V::range},
        {"managers", "the same by manager", range_shape(), &V::managers},
        {"goals", "each goal", target_shape(), &V::goals},
    };
    return shape;
}

const ViewShape<TimeView>& time_shape() {
    using V = TimeView;
    static const ViewShape<V> shape{
        {"name", "which outcomes", &V::name},
        {"plans", "how many", &V::plans},
        {"least", "fewest days", &V::least},
        {"median", "median of the days", &V::median},
        {"greatest", "most days", &V::greatest},
        {"after_end", "median against the last day", &V::after_end},
    };
    return shape;
}

const ViewShape<ConductView>& conduct_shape() {
    using V = ConductView;
    static const ViewShape<V> shape{
        {"manager", "name", &V::manager},
        {"plans", "how many", &V::plans},
        {"met_trigger", "plans that meet a trigger", &V::met_trigger},
        {"below_a_limit", "plans with results below a limit", &V::below_a_limit},
        {"extended", "plans that were extended", &V::extended},
        {"extensions", "how often", &V::extensions},
        {"overridden", "outcomes decided against the figures", &V::overridden},
        {"recovered", "plans met, of those met or not met", &V::recovered},
        {"days", "median of the days to the outcome", &V::days},
    };
    return shape;
}

const ViewShape<ExceptionView>& exception_shape() {
    using V = ExceptionView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"on", "day", &V::on},
        {"by", "who decided", &V::by},
        {"decision", "what was decided", &V::decision},
        {"reason", "why", &V::reason},
    };
    return shape;
}

}  // namespace

const ViewShape<ConsistencyView>& consistency_shape() {
    using V = ConsistencyView;
    static const ViewShape<V> shape{
        {"page", "what every page has", page_frame_shape(), &V::page},
        {"program", "what the company calls it", &V::program},
        {"title", "whose plans these are", &V::title},
        {"as_of", "day of all figures", &V::as_of},
        {"selection", "the filters", &V::selection},
        {"left_out", "how many plans could not be read", &V::left_out},
        {"counted", "how many plans, by state", &V::counted},
        {"figures", "the figures that come first", figure_shape(), &V::figures},
        {"rules", "the triggers of the policy", &V::rules},
        {"trigger_count", "how many triggers have a plan", &V::trigger_count},
        {"has_triggers", "a trigger was met", &V::has_triggers},
        {"triggers", "triggers that were met", trigger_shape(), &V::triggers},
        {"judged_count", "how many plans meet a trigger", &V::judged_count},
        {"judged", "each plan against the triggers", judged_shape(), &V::judged},
        {"has_metrics", "there are such", &V::has_metrics},
        {"metrics", "metrics of several plans", metric_shape(), &V::metrics},
        {"has_outcomes", "a plan has one", &V::has_outcomes},
        {"times", "days to the outcome", time_shape(), &V::times},
        {"managers", "each manager", conduct_shape(), &V::managers},
        {"together", "all of several managers", conduct_shape(), &V::together},
        {"has_extensions", "there are such", &V::has_extensions},
        {"extensions", "extensions by date", exception_shape(), &V::extensions},
        {"has_overrides", "there are such", &V::has_overrides},
        {"overrides", "overrides by date", exception_shape(), &V::overrides},
    };
    return shape;
}

std::string consistency_text(const ConsistencyView& view, Language language) {
    return fill_embedded(language == Language::html ? "consistency.html" : "consistency.md",
                         view_of(consistency_shape(), view), documented(consistency_shape()));
}

}  // namespace perfplan::output
