#include "evaluate/plan/development.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Settings acme = settings(
    "format: 1\ncompetencies:\n  discovery: {title: Discovery and qualification, levels: {}}\n");

Plan with(std::string_view fields) {
    return plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-10-31\n" + std::string(fields));
}

JournalEntry done(std::string_view date, std::string_view ids) {
    return record("kind: training\ndate: " + std::string(date) + "\nby: Mia Chen\ndone: [" +
                  std::string(ids) + "]\n");
}

JournalEntry level(std::string_view date, int level, std::string_view time = "09") {
    return record("kind: assessment\ndate: " + std::string(date) +
                  "\nby: Mia Chen\nrecorded: " + "2026-10-20T" + std::string(time) +
                  ":00:00Z\nlevels: {discovery: " + std::to_string(level) + "}\n");
}

ActivityStatus activity(std::string_view fields, std::string_view as_of,
                        const std::vector<JournalEntry>& records = {}) {
    const Plan terms =
        with("activities:\n  workshop: {title: A workshop, " + std::string(fields) + "}\n");
    const Journal all = journal(records);
    const Timeline line = timeline(acme, terms, all, date(as_of));
    return activity_statuses(acme, terms, line, all, date(as_of)).front();
}

SkillStatus skill(std::string_view as_of, const std::vector<JournalEntry>& records = {}) {
    const Plan terms = with("skills:\n  discovery: {current: 2, required: 4, by: 2026-10-20}\n");
    const Journal all = journal(records);
    const Timeline line = timeline(acme, terms, all, date(as_of));
    return skill_statuses(acme, terms, line, all, date(as_of)).front();
}

const JournalEntry leave =
    review("2026-10-09", "decision: pause\nfrom: 2026-10-12\nuntil: 2026-10-18\n");

}  // namespace

TEST_SUITE_BEGIN("development");

TEST_CASE("a skill is at the level it started from until somebody assesses it") {
    const SkillStatus status = skill("2026-10-10");
    CHECK(status.title == "Discovery and qualification");
    CHECK(status.level == 2);
    CHECK(status.gap() == 2);
    CHECK(status.history.empty());
    CHECK(status.verdict == SkillVerdict::on_schedule);
}

TEST_CASE("a skill is at the latest level recorded, its history by date") {
    const SkillStatus status =
        skill("2026-10-15", {level("2026-10-12", 3), level("2026-10-05", 2)});
    CHECK(status.level == 3);
    REQUIRE(status.history.size() == 2);
    CHECK(status.history.front().on == date("2026-10-05"));
    CHECK(status.history.back().by == "Mia Chen");
}

TEST_CASE("of two levels for one date the one recorded last is in force") {
    const SkillStatus status =
        skill("2026-10-15", {level("2026-10-12", 3, "11"), level("2026-10-12", 4, "10")});
    CHECK(status.level == 3);
    CHECK(status.history.size() == 1);
}

TEST_CASE("a level of a later day is not known yet") {
    CHECK(skill("2026-10-11", {level("2026-10-12", 3)}).level == 2);
}

TEST_CASE("a skill at the level required is closed, and open again when it falls") {
    CHECK(skill("2026-10-25", {level("2026-10-12", 4)}).verdict == SkillVerdict::closed);
    CHECK(skill("2026-10-25", {level("2026-10-12", 4), level("2026-10-13", 3)}).verdict ==
          SkillVerdict::late);
}

TEST_CASE("a skill is late only after its day") {
    CHECK(skill("2026-10-20").verdict == SkillVerdict::on_schedule);
    CHECK(skill("2026-10-21").verdict == SkillVerdict::late);
}

TEST_CASE("a pause moves the day of a skill") {
    const SkillStatus status = skill("2026-10-21", {leave});
    CHECK(status.by == date("2026-10-27"));
    CHECK(status.verdict == SkillVerdict::on_schedule);
}

TEST_CASE("an activity is owed by the rep unless somebody else is its owner") {
    CHECK(activity("due: 2026-10-20", "2026-10-10").owed_by == OwedBy::rep);
    CHECK(activity("due: 2026-10-20", "2026-10-10").owner == "Dana Reyes");
    CHECK(activity("owner: DANA REYES", "2026-10-10").owed_by == OwedBy::rep);
    CHECK(activity("owner: Enablement", "2026-10-10").owed_by == OwedBy::company);
}

TEST_CASE("an activity is late from the day after its due date") {
    CHECK(activity("due: 2026-10-20", "2026-10-20").verdict == ActivityVerdict::on_schedule);
    const ActivityStatus late = activity("due: 2026-10-20", "2026-10-23");
    CHECK(late.verdict == ActivityVerdict::late);
    CHECK(late.late_days == 3);
    CHECK(late.missed == 1);
}

TEST_CASE("an activity that is done keeps the days it was late") {
    const ActivityStatus status =
        activity("due: 2026-10-20", "2026-10-30", {done("2026-10-22", "workshop")});
    CHECK(status.verdict == ActivityVerdict::done);
    CHECK(status.done_on == date("2026-10-22"));
    CHECK(status.late_days == 2);
    CHECK(activity("due: 2026-10-20", "2026-10-30", {done("2026-10-15", "workshop")}).late_days ==
          0);
}

TEST_CASE("the first time that an activity is done counts, from any record") {
    const ActivityStatus status =
        activity("due: 2026-10-20", "2026-10-30",
                 {done("2026-10-29", "workshop"), review("2026-10-16", "done: [workshop]\n")});
    CHECK(status.done_on == date("2026-10-16"));
}

TEST_CASE("what is done later is not known yet") {
    CHECK(activity("due: 2026-10-20", "2026-10-21", {done("2026-10-22", "workshop")}).verdict ==
          ActivityVerdict::late);
}

TEST_CASE("a pause moves the due date of an activity") {
    const ActivityStatus status = activity("due: 2026-10-20", "2026-10-22", {leave});
    CHECK(status.due == date("2026-10-27"));
    CHECK(status.verdict == ActivityVerdict::on_schedule);
}

TEST_CASE("an activity without a due date is on schedule until it is done") {
    CHECK(activity("kind: tool", "2026-12-31").verdict == ActivityVerdict::on_schedule);
    CHECK(activity("kind: tool", "2026-12-31").due == std::nullopt);
    CHECK(activity("kind: tool", "2026-12-31", {done("2026-10-22", "workshop")}).verdict ==
          ActivityVerdict::done);
}

// weekly from 2026-10-01: due on 10-08, 10-15, 10-22, 10-29

TEST_CASE("a recurring activity is due next on the first date that nothing covers") {
    CHECK(activity("every: week", "2026-10-08").due == date("2026-10-08"));
    CHECK(activity("every: week", "2026-10-10", {done("2026-10-07", "workshop")}).due ==
          date("2026-10-15"));
    CHECK(activity("every: week", "2026-10-10",
                   {done("2026-10-07", "workshop"), done("2026-10-09", "workshop")})
              .due == date("2026-10-22"));
}

TEST_CASE("a recurring activity that was agreed on later is due from its own start on") {
    CHECK(activity("every: week, starts: 2026-10-12", "2026-10-18").due == date("2026-10-19"));
    CHECK(activity("every: week, starts: 2026-10-12", "2026-10-18").missed == 0);
    CHECK(activity("every: week, starts: 2026-09-01", "2026-10-01").due == date("2026-10-08"));
}

TEST_CASE("a pause before its start does not move what a recurring activity is due on") {
    CHECK(activity("every: week, starts: 2026-10-20", "2026-10-22", {leave}).due ==
          date("2026-10-27"));
    CHECK(activity("every: week", "2026-10-22", {leave, done("2026-10-08", "workshop")}).due ==
          date("2026-10-22"));  // not 10-15, in the pause
}

TEST_CASE("a recurring activity is late for its latest due date") {
    const ActivityStatus status =
        activity("every: week", "2026-10-17", {done("2026-10-08", "workshop")});
    CHECK(status.verdict == ActivityVerdict::late);
    CHECK(status.due == date("2026-10-15"));
    CHECK(status.late_days == 2);
    CHECK(status.done_on == date("2026-10-08"));
    CHECK(status.due_so_far == 2);
    CHECK(status.missed == 1);
}

TEST_CASE("a recurring activity that was done again is on schedule, what was missed stays") {
    const ActivityStatus status =
        activity("every: week", "2026-10-17", {done("2026-10-16", "workshop")});
    CHECK(status.verdict == ActivityVerdict::on_schedule);
    CHECK(status.due == date("2026-10-22"));
    CHECK(status.missed == 1);  // 10-08
    CHECK(status.late_days == 0);
}

TEST_CASE("a recurring activity is done when its last due date is covered") {
    const std::vector<JournalEntry> last{done("2026-10-29", "workshop")};
    CHECK(activity("every: week", "2026-10-30", last).verdict == ActivityVerdict::done);
    CHECK(activity("every: week", "2026-11-15", last).due == date("2026-10-29"));
    CHECK(activity("every: week", "2026-11-15").verdict == ActivityVerdict::late);
}

TEST_CASE("a recurring activity has no due date in a plan that is shorter than its interval") {
    const ActivityStatus status = activity("every: 8 weeks", "2026-11-15");
    CHECK(status.due == std::nullopt);
    CHECK(status.verdict == ActivityVerdict::on_schedule);
}

TEST_SUITE_END();
