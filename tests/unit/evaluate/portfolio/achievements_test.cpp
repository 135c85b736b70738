#include "evaluate/portfolio/achievements.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

constexpr std::string_view terms = R"(rep: Dana Reyes
starts: 2026-10-01
ends: 2026-12-31
goals:
  pipeline:
    title: Pipeline
    metric: pipeline
    unit: USD
    baseline: 200
    target: 500
    checkpoints: {2026-10-31: 300, 2026-11-30: 400}
  errors:
    title: Errors
    metric: errors
    baseline: 10
    target: 2
    checkpoints: {2026-11-15: 6}
  playbook:
    title: Playbook
    deliver: 2026-11-30
skills:
  discovery: {current: 2, required: 4, by: 2026-12-15}
)";

PlanStatus status_on(std::string_view day, const Journal& journal) {
    static const Settings free = settings("format: 1\npolicy:\n  require_signatures: []\n");
    static const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();
    return plan_status(free, ref, plan(terms), TermsStatus(), journal, date(day));
}

/// What was reached between two days, a line each.
std::string reached(std::string_view before, std::string_view now, const Journal& journal) {
    std::string lines;
    for (const Achievement& each :
         achievements(status_on(before, journal), status_on(now, journal))) {
        lines += std::string(to_string(each.kind)) + ": " + each.what + "\n";
    }
    return lines;
}

}  // namespace

TEST_SUITE_BEGIN("achievements");

TEST_CASE("a checkpoint that is reached between two days is one") {
    const Journal known =
        journal({reading("2026-10-20", "pipeline", "310", "2026-10-20T09:00:00Z")});
    CHECK(reached("2026-10-19", "2026-10-20", known) ==
          "checkpoint: pipeline reached 300 USD, the checkpoint of Oct 31\n");
    CHECK(reached("2026-10-20", "2026-10-21", known).empty());
}

TEST_CASE("of several checkpoints the last one is named, and the target before all") {
    CHECK(reached("2026-10-19", "2026-10-20",
                  journal({reading("2026-10-20", "pipeline", "450", "2026-10-20T09:00:00Z")})) ==
          "checkpoint: pipeline reached 400 USD, the checkpoint of Nov 30\n");
    CHECK(reached("2026-10-19", "2026-10-20",
                  journal({reading("2026-10-20", "pipeline", "500", "2026-10-20T09:00:00Z")})) ==
          "goal: pipeline reached 500 USD\n");
}

TEST_CASE("a goal that is to fall reaches its checkpoint from above") {
    CHECK(reached("2026-10-19", "2026-10-20",
                  journal({reading("2026-10-20", "errors", "7", "2026-10-20T09:00:00Z")}))
              .empty());
    CHECK(reached("2026-10-19", "2026-10-20",
                  journal({reading("2026-10-20", "errors", "6", "2026-10-20T09:00:00Z")})) ==
          "checkpoint: errors reached 6, the checkpoint of Nov 15\n");
}

TEST_CASE("a deliverable that is done and a skill that rose are achievements") {
    const Journal known = journal(
        {record("kind: general\ndate: 2026-10-20\nby: Mia Chen\ndone: [playbook]\n"),
         record("kind: assessment\ndate: 2026-10-20\nby: Mia Chen\nlevels: {discovery: 3}\n")});
    CHECK(reached("2026-10-19", "2026-10-20", known) ==
          "deliverable: playbook is done\n"
          "skill: discovery rose to level 3 of 4 required\n");
}
