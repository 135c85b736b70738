#include "output/report/portfolio.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"
#include "output/report/page.hpp"

#include <fmt/format.h>

#include <map>

namespace perfplan::output {

namespace {

PlanLink plan_link(const PlanStatus& plan, std::size_t place) {
    std::vector<std::string> about;
    for (const auto& part : {plan.terms.role, plan.terms.team, plan.terms.manager}) {
        if (part) {
            about.push_back(*part);
        }
    }
    return {fmt::format("plan-{}", place + 1), plan.terms.rep, to_string(plan.ref),
            fmt::format("{}", fmt::join(about, ", "))};
}

std::string left_out_in_words(std::size_t plans) {
    return plans == 0 ? ""
                      : fmt::format("{} could not be read and {} left out.", count(plans, "plan"),
                                    plans == 1 ? "is" : "are");
}

std::string counted_by_state(const std::vector<RecordedPlan>& plans) {
    std::map<State, std::size_t> states;
    for (const RecordedPlan& plan : plans) {
        ++states[plan.status.state];
    }
    std::vector<std::string> parts;
    for (const auto& [state, plans_in] : states) {
        parts.push_back(
            fmt::format("{} {}", grouped(static_cast<int>(plans_in)), to_string(state)));
    }
    const std::string of_all =
        plans.size() == 1 ? "1 plan"
                          : fmt::format("{} plans", grouped(static_cast<int>(plans.size())));
    return parts.empty() ? of_all : fmt::format("{}: {}", of_all, fmt::join(parts, ", "));
}

PageFrame frame_of(const Portfolio& portfolio) {
    const std::string& program = portfolio.settings.program;
    const std::string& title = portfolio.scope.title;
    return page_frame(fmt::format("{}: {}", program, title),
                      fmt::format("{}, {}, as of {}", program, title, date_text(portfolio.as_of)),
                      embedded_template("many.css"));
}

}  // namespace

Portfolio::Portfolio(const Settings& of_tree, const std::vector<RecordedPlan>& shown,
                     ReportScope which, Date day)
    : settings(of_tree), plans(shown), scope(std::move(which)), as_of(day) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        links.push_back(plan_link(plan(i), i));
    }
}

std::string Portfolio::day(Date date) const {
    return evaluate::day(date, as_of);
}

const ViewShape<PlanLink>& plan_link_shape() {
    static const ViewShape<PlanLink> shape{
        {"anchor", "of its card on the page", &PlanLink::anchor},
        {"rep", "whose plan it is", &PlanLink::rep},
        {"plan", "what the plan is called", &PlanLink::plan},
        {"about", "role, team and manager", &PlanLink::about},
    };
    return shape;
}

const ViewShape<Portfolio>& portfolio_shape() {
    using P = Portfolio;
    static const ViewShape<P> shape{
        {"page", "what every page has", page_frame_shape(), frame_of},
        {"program", "what the company calls it", [](const P& p) { return p.settings.program; }},
        {"title", "whose plans these are", [](const P& p) { return p.scope.title; }},
        {"as_of", "day of all figures", [](const P& p) { return date_text(p.as_of); }},
        {"audience", "for whom it is made",
         [](const P& p) { return audience_in_words(p.scope.audience); }},
        {"selection", "the filters", [](const P& p) { return p.scope.selection; }},
        {"left_out", "how many plans could not be read",
         [](const P& p) { return left_out_in_words(p.scope.left_out); }},
        {"counted", "how many plans, by state",
         [](const P& p) { return counted_by_state(p.plans); }},
    };
    return shape;
}

const ViewShape<Figure>& figure_shape() {
    static const ViewShape<Figure> shape{
        {"name", "what is counted", &Figure::name},
        {"value", "the count, with what it is of", &Figure::value},
        {"note", "of what it is", &Figure::note},
    };
    return shape;
}

std::string or_none_yet(const Proportion& part, std::string_view none) {
    return part.of == 0 ? std::string(none) : describe(part);
}

Figure part_figure(std::string name, const Proportion& part, std::string_view none,
                   std::string note) {
    return {std::move(name), or_none_yet(part, none), part.of == 0 ? "" : std::move(note)};
}

std::string manager_name(const std::optional<std::string>& manager) {
    return manager.value_or("no manager named");
}

}  // namespace perfplan::output
