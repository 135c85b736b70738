#include "output/report/team_fields.hpp"

#include "output/report/plan_link.hpp"

namespace perfplan::output {

const ViewShape<FigureView>& figure_shape() {
    using V = FigureView;
    static const ViewShape<V> shape{
        view_field("name", &V::name, "what is counted"),
        view_field("value", &V::value, "the count, with what it is of"),
        view_field("note", &V::note, "of what it is"),
    };
    return shape;
}

namespace {

const ViewShape<CountView>& count_shape() {
    using V = CountView;
    static const ViewShape<V> shape{
        view_field("name", &V::name, "what is counted"),
        view_field("count", &V::count, "the count, with what it is of"),
        view_field("bar", &V::bar, "the same drawn"),
    };
    return shape;
}

const ViewShape<AttentionView>& attention_shape() {
    using V = AttentionView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("verdict", &V::verdict, "the verdict in words"),
        view_field("tone", &V::tone, "good, warning or bad, as the style sheet calls it"),
        view_field("why", &V::why, "the reasons, the gravest first"),
        view_field("next", &V::next, "what is to be done first"),
    };
    return shape;
}

const ViewShape<DueView>& due_shape() {
    using V = DueView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("when", &V::when, "day"),
        view_field("late", &V::late, "how late it is"),
        view_field("what", &V::what, "what is to be done"),
        view_field("who", &V::who, "who is to do it"),
    };
    return shape;
}

const ViewShape<CardView>& card_shape() {
    using V = CardView;
    static const ViewShape<V> shape{
        view_field("of", &V::of, plan_link_shape(), "whose plan it is"),
        view_field("verdict", &V::verdict, "the verdict in words"),
        view_field("tone", &V::tone, "good, warning or bad, as the style sheet calls it"),
        view_field("days", &V::days, "from when to when it runs, and what is left"),
        view_field("score", &V::score, "done and expected"),
        view_field("chart", &V::chart, "the course of the score"),
        view_field("bar", &V::bar, "the score drawn with characters"),
        view_field("trend", &V::trend, "its course drawn with characters"),
    };
    return shape;
}

const ViewShape<ManagerView>& manager_shape() {
    using V = ManagerView;
    static const ViewShape<V> shape{
        view_field("manager", &V::manager, "name"),
        view_field("plans", &V::plans, "how many"),
        view_field("reviews", &V::reviews, "held, of those that were due"),
        view_field("coaching", &V::coaching, "notes of coaching"),
        view_field("recognition", &V::recognition, "notes of recognition"),
        view_field("criticism", &V::criticism, "notes of concern"),
        view_field("other", &V::other, "notes that are neither"),
        view_field("recovered", &V::recovered, "plans met, of those met or not met"),
    };
    return shape;
}

}  // namespace

const ViewShape<TeamView>& team_shape() {
    using V = TeamView;
    static const ViewShape<V> shape{
        view_field("page", &V::page, page_frame_shape(), "what every page has"),
        view_field("program", &V::program, "what the company calls it"),
        view_field("title", &V::title, "whose plans these are"),
        view_field("as_of", &V::as_of, "day of all figures"),
        view_field("audience", &V::audience, "for whom it is made"),
        view_field("selection", &V::selection, "the filters"),
        view_field("left_out", &V::left_out, "how many plans could not be read"),
        view_field("counted", &V::counted, "how many plans, by state"),
        view_field("figures", &V::figures, figure_shape(), "the figures that come first"),
        view_field("attention_count", &V::attention_count, "how many plans need somebody"),
        view_field("needs_attention", &V::needs_attention, "there are such"),
        view_field("attention", &V::attention, attention_shape(), "these plans"),
        view_field("week", &V::week, "its first and last day"),
        view_field("has_reviews", &V::has_reviews, "there are such"),
        view_field("reviews", &V::reviews, due_shape(), "reviews that are to be held"),
        view_field("support_count", &V::support_count, "how much support was delivered"),
        view_field("has_support", &V::has_support, "there is such"),
        view_field("support", &V::support, due_shape(), "support that the company owes"),
        view_field("legend", &V::legend, legend_shape(), "what the marks of the charts mean"),
        view_field("plans", &V::plans, card_shape(), "every plan"),
        view_field("attainment_count", &V::attainment_count, "how many plans state it"),
        view_field("has_attainment", &V::has_attainment, "a plan states it"),
        view_field("attainment", &V::attainment, count_shape(), "by bands of ten percent"),
        view_field("outcome_count", &V::outcome_count, "how many recovered"),
        view_field("has_outcomes", &V::has_outcomes, "a plan has one"),
        view_field("outcomes", &V::outcomes, count_shape(), "by what was decided"),
        view_field("managers", &V::managers, manager_shape(), "each manager"),
        view_field("together", &V::together, manager_shape(), "all of several managers"),
    };
    return shape;
}

std::string team_text(const TeamView& team, Language language) {
    return fill_embedded(language == Language::html ? "team.html" : "team.md",
                         view_of(team_shape(), team), documented(team_shape()));
}

}  // namespace perfplan::output
