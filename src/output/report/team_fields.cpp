#include "output/report/team_fields.hpp"

#include "output/report/plan_link.hpp"

namespace perfplan::output {

const ViewShape<FigureView>& figure_shape() {
    using V = FigureView;
    static const ViewShape<V> shape{
        {"name", "what is counted", &V::name},
        {"value", "the count, with what it is of", &V::value},
        {"note", "of what it is", &V::note},
    };
    return shape;
}

namespace {

const ViewShape<CountView>& count_shape() {
    using V = CountView;
    static const ViewShape<V> shape{
        {"name", "what is counted", &V::name},
        {"count", "the count, with what it is of", &V::count},
        {"bar", "the same drawn", &V::bar},
    };
    return shape;
}

const ViewShape<AttentionView>& attention_shape() {
    using V = AttentionView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"verdict", "the verdict in words", &V::verdict},
        {"tone", "good, warning or bad, as the style sheet calls it", &V::tone},
        {"why", "the reasons, the gravest first", &V::why},
        {"next", "what is to be done first", &V::next},
    };
    return shape;
}

const ViewShape<DueView>& due_shape() {
    using V = DueView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"when", "day", &V::when},
        {"late", "how late it is", &V::late},
        {"what", "what is to be done", &V::what},
        {"who", "who is to do it", &V::who},
    };
    return shape;
}

const ViewShape<CardView>& card_shape() {
    using V = CardView;
    static const ViewShape<V> shape{
        {"of", "whose plan it is", plan_link_shape(), &V::of},
        {"verdict", "the verdict in words", &V::verdict},
        {"tone", "good, warning or bad, as the style sheet calls it", &V::tone},
        {"days", "from when to when it runs, and what is left", &V::days},
        {"score", "done and expected", &V::score},
        {"chart", "the course of the score", &V::chart},
        {"bar", "the score drawn with characters", &V::bar},
        {"trend", "its course drawn with characters", &V::trend},
    };
    return shape;
}

const ViewShape<ManagerView>& manager_shape() {
    using V = ManagerView;
    static const ViewShape<V> shape{
        {"manager", "name", &V::manager},
        {"plans", "how many", &V::plans},
        {"reviews", "held, of those that were due", &V::reviews},
        {"coaching", "notes of coaching", &V::coaching},
        {"recognition", "notes of recognition", &V::recognition},
        {"criticism", "notes of concern", &V::criticism},
        {"other", "notes that are neither", &V::other},
        {"recovered", "plans met, of those met or not met", &V::recovered},
    };
    return shape;
}

}  // namespace

const ViewShape<TeamView>& team_shape() {
    using V = TeamView;
    static const ViewShape<V> shape{
        {"page", "what every page has", page_frame_shape(), &V::page},
        {"program", "what the company calls it", &V::program},
        {"title", "whose plans these are", &V::title},
        {"as_of", "day of all figures", &V::as_of},
        {"audience", "for whom it is made", &V::audience},
        {"selection", "the filters", &V::selection},
        {"left_out", "how many plans could not be read", &V::left_out},
        {"counted", "how many plans, by state", &V::counted},
        {"figures", "the figures that come first", figure_shape(), &V::figures},
        {"attention_count", "how many plans need somebody", &V::attention_count},
        {"needs_attention", "there are such", &V::needs_attention},
        {"attention", "these plans", attention_shape(), &V::attention},
        {"week", "its first and last day", &V::week},
        {"has_reviews", "there are such", &V::has_reviews},
        {"reviews", "reviews that are to be held", due_shape(), &V::reviews},
        {"support_count", "how much support was delivered", &V::support_count},
        {"has_support", "there is such", &V::has_support},
        {"support", "support that the company owes", due_shape(), &V::support},
        {"legend", "what the marks of the charts mean", legend_shape(), &V::legend},
        {"plans", "every plan", card_shape(), &V::plans},
        {"attainment_count", "how many plans state it", &V::attainment_count},
        {"has_attainment", "a plan states it", &V::has_attainment},
        {"attainment", "by bands of ten percent", count_shape(), &V::attainment},
        {"outcome_count", "how many recovered", &V::outcome_count},
        {"has_outcomes", "a plan has one", &V::has_outcomes},
        {"outcomes", "by what was decided", count_shape(), &V::outcomes},
        {"managers", "each manager", manager_shape(), &V::managers},
        {"together", "all of several managers", manager_shape(), &V::together},
    };
    return shape;
}

std::string team_text(const TeamView& team, Language language) {
    return fill_embedded(language == Language::html ? "team.html" : "team.md",
                         view_of(team_shape(), team), documented(team_shape()));
}

}  // namespace perfplan::output
