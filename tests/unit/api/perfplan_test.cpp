#include <doctest/doctest.h>
#include <perfplan/perfplan.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace {

constexpr perfplan::Date day = 2026y / std::chrono::November / 23;

perfplan::Tree example_tree() {
    return perfplan::Tree::open(PERFPLAN_SOURCE_DIR "/examples/acme-plans");
}

}  // namespace

TEST_CASE("names of the public enumerators are those of the program") {
    using perfplan::State;
    using perfplan::Verdict;
    CHECK(to_string(State::draft) == "draft");
    CHECK(to_string(State::scheduled) == "scheduled");
    CHECK(to_string(State::active) == "active");
    CHECK(to_string(State::paused) == "paused");
    CHECK(to_string(State::ended) == "ended");
    CHECK(to_string(State::closed) == "closed");
    CHECK(to_string(Verdict::early) == "early");
    CHECK(to_string(Verdict::on_track) == "on-track");
    CHECK(to_string(Verdict::stale) == "stale");
    CHECK(to_string(Verdict::at_risk) == "at-risk");
    CHECK(to_string(Verdict::off_track) == "off-track");
    CHECK(to_string(Verdict::no_data) == "no-data");
    CHECK(to_string(Verdict::breached) == "breached");
    CHECK(to_string(Verdict::missed) == "missed");
    CHECK(to_string(Verdict::held) == "held");
    CHECK(to_string(Verdict::met) == "met");
    CHECK(to_string(perfplan::GoalKind::reach) == "reach");
    CHECK(to_string(perfplan::GoalKind::guardrail) == "guardrail");
    CHECK(to_string(perfplan::GoalKind::deliverable) == "deliverable");
}

TEST_CASE("a diagnostic is printed with its severity and place") {
    perfplan::Diagnostic diagnostic{
        perfplan::Severity::warning, "too late", "", "plan.yaml", 3, 9, ""};
    CHECK(to_string(diagnostic) == "plan.yaml:3:9: warning: too late");
    diagnostic.line = 0;
    diagnostic.severity = perfplan::Severity::note;
    CHECK(to_string(diagnostic) == "plan.yaml: note: too late");
    diagnostic.file.clear();
    diagnostic.severity = perfplan::Severity::error;
    CHECK(to_string(diagnostic) == "error: too late");
}

TEST_CASE("a date is read and printed; one that does not exist is refused") {
    CHECK(perfplan::parse_date("2026-11-23") == day);
    CHECK(perfplan::to_string(day) == "2026-11-23");
    CHECK_FALSE(perfplan::parse_date("2026-02-30"));
    const auto plan = example_tree().load("dana-reyes/2026-q4");
    CHECK_THROWS_AS((void)plan.evaluate(2026y / std::chrono::February / 30), std::invalid_argument);
    CHECK_THROWS_AS((void)plan.evaluate(1899y / std::chrono::December / 31), std::invalid_argument);
}

TEST_CASE("a plan is evaluated with exact figures") {
    const auto plan = example_tree().load("dana-reyes/2026-q4").evaluate(day);
    CHECK(plan.name == "dana-reyes/2026-q4");
    CHECK(plan.rep == "Dana Reyes");
    CHECK(plan.state == perfplan::State::active);
    CHECK(plan.verdict == perfplan::Verdict::on_track);
    CHECK(plan.attention.empty());
    REQUIRE(plan.score);
    CHECK(plan.score->exact == "4/5");
    CHECK(plan.score->rounded == doctest::Approx(0.8));
    const auto pipeline = std::find_if(plan.goals.begin(), plan.goals.end(),
                                       [](const auto& goal) { return goal.id == "pipeline"; });
    REQUIRE(pipeline != plan.goals.end());
    CHECK(pipeline->kind == perfplan::GoalKind::reach);
    CHECK(pipeline->unit == "USD");
    CHECK(pipeline->target);
    CHECK_FALSE(plan.next.empty());
}

TEST_CASE("all plans are loaded by name and evaluated by priority") {
    const auto tree = example_tree();
    CHECK(tree.diagnostics().empty());
    const auto plans = tree.load_all();
    std::vector<std::string> names;
    for (const auto& plan : plans) {
        CHECK(plan.is_readable());
        names.push_back(plan.name());
    }
    CHECK(names == tree.plans());
    const auto evaluated = perfplan::evaluate_all(plans, day);
    REQUIRE(evaluated.size() == plans.size());
    CHECK(evaluated.front().verdict == perfplan::Verdict::off_track);
}

TEST_CASE("what can't be opened or read is an error with diagnostics") {
    CHECK_THROWS_AS((void)perfplan::Tree::open("/"), perfplan::Error);
    const auto tree = example_tree();
    CHECK_THROWS_AS((void)tree.load("no plan"), perfplan::Error);
    const auto missing = tree.load("dana-reyes/1999-q4");
    CHECK_FALSE(missing.is_readable());
    CHECK_FALSE(missing.diagnostics().empty());
    CHECK_THROWS_AS((void)missing.evaluate(day), perfplan::Error);
    CHECK(perfplan::evaluate_all({missing}, day).empty());
}
