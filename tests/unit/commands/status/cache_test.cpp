#include "commands/status/cache.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace perfplan;
using namespace perfplan::commands;

namespace {

const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

StatusRow sample() {
    StatusRow row;
    row.summary = {"Dana Reyes",
                   "west",
                   std::nullopt,
                   State::active,
                   Verdict::off_track,
                   {Date(2026, 10, 1), Date(2026, 12, 31)},
                   {3, *parse_fraction("-11/20"), ref}};
    row.cells = {"dana-reyes/2026-q4", "active", "█░ \x1b"};
    row.tones = {Tone::plain, Tone::dim, Tone::bad};
    row.fields = {"dana-reyes/2026-q4", "", "=1+1"};
    return row;
}

}  // namespace

TEST_SUITE_BEGIN("status cache");

TEST_CASE("a row comes back with the part that is wanted") {
    const StatusRow row = sample();
    const auto cells = row_from(to_bytes(row), ref, RowPart::cells);
    REQUIRE(cells != nullptr);
    CHECK(cells->summary.rep == row.summary.rep);
    CHECK(cells->summary.team == row.summary.team);
    CHECK(cells->summary.manager == row.summary.manager);
    CHECK(cells->summary.state == row.summary.state);
    CHECK(cells->summary.verdict == row.summary.verdict);
    CHECK(cells->summary.window.first == row.summary.window.first);
    CHECK(cells->summary.window.last == row.summary.window.last);
    CHECK(cells->summary.need.gravity == row.summary.need.gravity);
    CHECK(cells->summary.need.ratio == row.summary.need.ratio);
    CHECK(cells->summary.ref() == ref);
    CHECK(cells->cells == row.cells);
    CHECK(cells->tones == row.tones);
    CHECK(cells->fields.empty());
    const auto fields = row_from(to_bytes(row), ref, RowPart::fields);
    REQUIRE(fields != nullptr);
    CHECK(fields->fields == row.fields);
    CHECK(fields->cells.empty());
}

TEST_CASE("no verdict is not the first one") {
    StatusRow row = sample();
    row.summary.verdict.reset();
    const auto back = row_from(to_bytes(row), ref, RowPart::cells);
    REQUIRE(back != nullptr);
    CHECK_FALSE(back->summary.verdict.has_value());
}

TEST_CASE("a part of a row is none") {
    const std::string bytes = to_bytes(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK(row_from(std::string_view(bytes).substr(0, size), ref, RowPart::cells) == nullptr);
    }
    CHECK(row_from(bytes + "x", ref, RowPart::cells) == nullptr);
}

TEST_SUITE_END();
