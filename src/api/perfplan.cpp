// The public library on top of the layers. Internal headers come first: the public names in
// namespace perfplan would hide theirs.
#include "base/parallel.hpp"
#include "evaluate/plan/status.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "store/tree.hpp"

#include <fmt/format.h>
#include <perfplan/perfplan.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace perfplan {

namespace {

Diagnostic to_public(const base::Diagnostic& diagnostic) {
    return {static_cast<Severity>(diagnostic.severity),
            diagnostic.message,
            diagnostic.hint,
            diagnostic.file,
            diagnostic.at ? diagnostic.at->line : 0,
            diagnostic.at ? diagnostic.at->column : 0,
            diagnostic.rule};
}

std::vector<Diagnostic> to_public(const base::Diagnostics& diagnostics) {
    std::vector<Diagnostic> all;
    for (const base::Diagnostic& diagnostic : diagnostics) {
        all.push_back(to_public(diagnostic));
    }
    return all;
}

/// The value of a Result, or an exception.
template <class T>
T value_or_throw(base::Result<T> result) {
    if (!result) {
        throw Error(to_public(result.error()));
    }
    return *std::move(result);
}

base::Date to_internal(Date date) {
    if (!date.ok() || date.year() < std::chrono::year{1900} ||
        date.year() > std::chrono::year{2999}) {
        throw std::invalid_argument("perfplan: not a day from 1900-01-01 to 2999-12-31");
    }
    return base::Date{std::chrono::sys_days{date}};
}

std::optional<Date> to_public(const std::optional<base::Date>& date) {
    return date ? std::optional(date->civil()) : std::nullopt;
}

Figure figure(const base::Fraction& value) {
    return {base::to_string(value), value.approximately()};
}

template <class Number>
std::optional<Figure> figure(const std::optional<Number>& value) {
    return value ? std::optional(figure(base::Fraction(*value))) : std::nullopt;
}

Goal to_public(const evaluate::GoalStatus& status) {
    Goal goal;
    goal.id = status.id.str();
    goal.title = status.terms.title;
    goal.kind = static_cast<GoalKind>(status.kind);
    goal.verdict = static_cast<Verdict>(status.verdict);
    goal.starts = status.window.first.civil();
    goal.due = status.due().civil();
    goal.unit = status.terms.unit;
    if (status.kind == model::GoalKind::reach) {
        goal.baseline = figure(base::Fraction(status.terms.baseline.value_or(0)));
    }
    goal.target = figure(status.terms.target);
    goal.at_least = figure(status.terms.at_least.first());
    goal.at_most = figure(status.terms.at_most.first());
    goal.current = figure(status.current);
    goal.read_on = to_public(status.read_on);
    goal.done_on = to_public(status.done_on);
    goal.progress = figure(status.progress);
    goal.expected = figure(status.expected);
    goal.ratio = figure(status.ratio);
    goal.projected = figure(status.projected);
    return goal;
}

Evaluation to_public(const evaluate::PlanStatus& status) {
    Evaluation plan;
    plan.name = model::to_string(status.ref);
    plan.rep = status.terms.rep;
    plan.manager = status.terms.manager;
    plan.team = status.terms.team;
    plan.starts = status.timeline.starts.civil();
    plan.ends = status.timeline.ends.civil();
    plan.days_elapsed = status.days.elapsed;
    plan.days_total = status.days.total;
    plan.state = static_cast<State>(status.state);
    if (status.outcome) {
        plan.outcome = std::string(model::to_string(status.outcome->result));
    }
    if (status.verdict) {
        plan.verdict = static_cast<Verdict>(*status.verdict);
    }
    plan.reasons = status.reasons;
    plan.attention = evaluate::needs(status);
    plan.score = figure(status.score);
    plan.expected = figure(status.expected);
    plan.ratio = figure(status.ratio);
    for (const evaluate::GoalStatus& goal : status.goals) {
        plan.goals.push_back(to_public(goal));
    }
    for (const evaluate::NextStep& step : status.next) {
        plan.next.push_back({step.on.civil(), std::string(evaluate::to_string(step.kind)),
                             evaluate::describe(step), step.owner, step.late_days});
    }
    return plan;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    const auto date = base::parse_date(text);
    return date ? std::optional(date->civil()) : std::nullopt;
}

std::string to_string(Date date) {
    return base::to_string(to_internal(date));
}

std::string to_string(const Diagnostic& diagnostic) {
    const std::string place =
        diagnostic.line == 0
            ? diagnostic.file
            : fmt::format("{}:{}:{}", diagnostic.file, diagnostic.line, diagnostic.column);
    return fmt::format("{}{}{}: {}", place, place.empty() ? "" : ": ",
                       base::to_string(static_cast<base::Severity>(diagnostic.severity)),
                       diagnostic.message);
}

std::string_view to_string(State state) {
    return evaluate::to_string(static_cast<evaluate::State>(state));
}

std::string_view to_string(Verdict verdict) {
    return evaluate::to_string(static_cast<evaluate::Verdict>(verdict));
}

std::string_view to_string(GoalKind kind) {
    return model::to_string(static_cast<model::GoalKind>(kind));
}

Error::Error(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(to_string(diagnostics.at(0))),
      diagnostics_(std::make_shared<const std::vector<Diagnostic>>(std::move(diagnostics))) {}

struct Tree::Data {
    store::Tree tree;
    std::vector<Diagnostic> diagnostics;
};

struct Plan::Data {
    store::Tree tree;
    std::string name;
    std::optional<store::LoadedPlan> plan;
    std::vector<Diagnostic> diagnostics;
};

namespace {

Plan loaded(const store::Tree& tree, const model::PlanRef& ref,
            base::Result<store::LoadedPlan> result) {
    Plan::Data data{tree, model::to_string(ref), {}, {}};
    if (result) {
        data.diagnostics = to_public(result->diagnostics);
        data.plan = *std::move(result);
    } else {
        data.diagnostics = to_public(result.error());
    }
    return Plan(std::make_shared<const Plan::Data>(std::move(data)));
}

evaluate::PlanStatus status_of(const Plan::Data& data, base::Date day) {
    if (!data.plan) {
        throw Error(data.diagnostics);
    }
    const store::LoadedPlan& plan = *data.plan;
    const evaluate::TermsFiles files{plan.terms, plan.digest, plan.sealed};
    const auto terms = evaluate::terms_status(data.tree.settings(), files, plan.journal, day);
    return evaluate::plan_status(data.tree.settings(), plan.ref,
                                 evaluate::terms_in_force(terms, files), terms, plan.journal, day);
}

}  // namespace

const std::string& Plan::name() const {
    return data_->name;
}

bool Plan::is_readable() const {
    return data_->plan.has_value();
}

const std::vector<Diagnostic>& Plan::diagnostics() const {
    return data_->diagnostics;
}

Evaluation Plan::evaluate(Date day) const {
    return to_public(status_of(*data_, to_internal(day)));
}

std::vector<Evaluation> evaluate_all(const std::vector<Plan>& plans, Date day) {
    const base::Date as_of = to_internal(day);
    std::vector<std::optional<std::pair<evaluate::PlanPriority, Evaluation>>> evaluated(
        plans.size());
    base::in_parallel(plans.size(), [&](std::size_t i) {
        if (plans[i].is_readable()) {
            const evaluate::PlanStatus status = status_of(*plans[i].data_, as_of);
            evaluated[i].emplace(evaluate::need_of(status), to_public(status));
        }
    });
    std::erase(evaluated, std::nullopt);
    std::sort(evaluated.begin(), evaluated.end(),
              [](const auto& a, const auto& b) { return a->first < b->first; });
    std::vector<Evaluation> all;
    for (auto& plan : evaluated) {
        all.push_back(std::move(plan->second));
    }
    return all;
}

Tree Tree::open(const std::string& directory) {
    auto tree = value_or_throw(store::Tree::open({directory}));
    auto warnings = to_public(tree.warnings());
    return Tree(std::make_shared<const Data>(Data{std::move(tree), std::move(warnings)}));
}

const std::vector<Diagnostic>& Tree::diagnostics() const {
    return data_->diagnostics;
}

std::vector<std::string> Tree::plans() const {
    std::vector<std::string> names;
    for (const model::PlanRef& ref : value_or_throw(data_->tree.list()).plans) {
        names.push_back(model::to_string(ref));
    }
    return names;
}

Plan Tree::load(std::string_view name) const {
    const auto ref = model::parse_plan_ref(name);
    if (!ref) {
        throw Error({{Severity::error, ref.error().message, ref.error().hint, {}, 0, 0, {}}});
    }
    return loaded(data_->tree, *ref, store::load_plan(data_->tree, *ref));
}

std::vector<Plan> Tree::load_all() const {
    const auto refs = value_or_throw(data_->tree.list()).plans;
    auto results = store::load_plans(data_->tree, refs);
    std::vector<Plan> plans;
    for (std::size_t i = 0; i < refs.size(); ++i) {
        plans.push_back(loaded(data_->tree, refs[i], std::move(results[i])));
    }
    return plans;
}

}  // namespace perfplan
