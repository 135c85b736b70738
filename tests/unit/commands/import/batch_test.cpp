#include "commands/import/batch.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <ostream>

using namespace perfplan;
using namespace perfplan::commands;

namespace {

std::vector<WriteGroup> one_by_one(std::size_t count) {
    std::vector<WriteGroup> parts;
    for (std::size_t i = 0; i < count; ++i) {
        parts.push_back({i});
    }
    return parts;
}

Saved saved(std::size_t number) {
    return {fmt::format("file-{}", number), "", Written::now};
}

void nobody_waits(std::size_t /*done*/) {}

}  // namespace

TEST_CASE("everything is saved once and told in its place") {
    constexpr std::size_t count = 500;
    std::vector<std::atomic<int>> times(count);
    std::size_t told = 0;
    const SavedMany batch = save_many(
        one_by_one(count),
        [&](std::size_t number) {
            ++times[number];
            return Result<Saved>(saved(number));
        },
        [&](std::size_t done) { told = done; });
    CHECK(batch.errors.empty());
    CHECK(batch.count() == count);
    CHECK(told == count);
    for (std::size_t i = 0; i < count; ++i) {
        CHECK(times[i] == 1);
        CHECK(batch.saved[i]->path == fmt::format("file-{}", i));
    }
}

TEST_CASE("what has to be written in turn is written in turn") {
    constexpr std::size_t parts = 40;
    constexpr std::size_t each = 25;
    std::vector<WriteGroup> turns(parts);
    for (std::size_t i = 0; i < parts * each; ++i) {
        turns[i % parts].push_back(i);
    }
    std::vector<std::vector<std::size_t>> order(parts);
    const SavedMany batch = save_many(
        turns,
        [&](std::size_t number) {
            order[number % parts].push_back(number);  // nobody else is at this part
            return Result<Saved>(saved(number));
        },
        nobody_waits);
    CHECK(batch.count() == parts * each);
    CHECK(order == turns);
}

TEST_CASE("after a failure nothing more is begun, and what was saved is known") {
    constexpr std::size_t count = 2000;
    constexpr std::size_t full_from = 100;
    std::atomic<std::size_t> begun{0};
    const SavedMany batch = save_many(
        one_by_one(count),
        [&](std::size_t number) -> Result<Saved> {
            if (++begun > full_from) {
                return fail(Diagnostic{.code = ExitCode::io, .message = "the disk is full"});
            }
            return saved(number);
        },
        nobody_waits);
    CHECK(batch.count() == full_from);
    CHECK(batch.errors.size() == begun - full_from);
    CHECK(begun < full_from + 100);  // those that were under way, not the other 1,900

    const Diagnostics errors = stopped(batch, "note", "written");
    CHECK(errors.back().message == "100 of 2000 notes were written before that");
    CHECK(worst(errors) == ExitCode::io);
}

TEST_CASE("nothing to save is no work") {
    const SavedMany batch = save_many(
        {}, [](std::size_t number) { return Result<Saved>(saved(number)); }, nobody_waits);
    CHECK(batch.saved.empty());
    CHECK(batch.errors.empty());
}
