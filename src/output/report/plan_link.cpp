#include "output/report/plan_link.hpp"

#include "base/text/text.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <map>

namespace perfplan::output {

PlanLinkView plan_link(const PlanStatus& plan, std::size_t place) {
    std::vector<std::string> about;
    for (const auto& part : {plan.terms.role, plan.terms.team, plan.terms.manager}) {
        if (part) {
            about.push_back(*part);
        }
    }
    return {fmt::format("plan-{}", place + 1), plan.terms.rep, to_string(plan.ref),
            fmt::format("{}", fmt::join(about, ", "))};
}

std::vector<PlanLinkView> plan_links(const std::vector<RecordedPlan>& plans) {
    std::vector<PlanLinkView> links;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        links.push_back(plan_link(plans[i].status, i));
    }
    return links;
}

const ViewShape<PlanLinkView>& plan_link_shape() {
    using V = PlanLinkView;
    static const ViewShape<V> shape{
        {"anchor", "of its card on the page", &V::anchor},
        {"rep", "whose plan it is", &V::rep},
        {"plan", "what the plan is called", &V::plan},
        {"about", "role, team and manager", &V::about},
    };
    return shape;
}

std::string outcome_in_words(Decision outcome) {
    return outcome == Decision::withdraw ? "withdrawn" : spaced(to_string(outcome));
}

std::string left_out_in_words(std::size_t plans) {
    return plans == 0 ? ""
                      : fmt::format("{} could not be read and {} left out.", count(plans, "plan"),
                                    plans == 1 ? "is" : "are");
}

std::string or_none_yet(const Proportion& part, std::string_view none) {
    return part.of == 0 ? std::string(none) : describe(part);
}

FigureView part_figure(std::string name, const Proportion& part, std::string_view none,
                       std::string note) {
    return {std::move(name), or_none_yet(part, none), part.of == 0 ? "" : std::move(note)};
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

std::string manager_name(const std::optional<std::string>& manager) {
    return manager.value_or("no manager named");
}

}  // namespace perfplan::output
