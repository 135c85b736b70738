#include "store/commit.hpp"

#include "model/sealed_terms.hpp"
#include "store/sample_tree.hpp"
#include "yaml/document.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::store;
using namespace perfplan::samples;

namespace {

Record coaching(std::string text = "Two calls", std::string recorded = "2026-10-05T09:00:00Z") {
    Record note;
    note.kind = RecordKind::coaching;
    note.date = date("2026-10-05");
    note.by = "Mia Chen";
    note.recorded = {std::move(recorded)};
    note.text = std::move(text);
    return note;
}

}  // namespace

TEST_SUITE_BEGIN("commit");

TEST_CASE("a record is written once, for nobody else to read") {
    const SampleTree tree;
    const Saved saved =
        value_of(add_record(tree.open(), ref, coaching(), Privacy::shared, DryRun::no));
    CHECK(saved.written == Written::now);
    CHECK(read_file(saved.path) == saved.bytes);
    CHECK(fs::status(saved.path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::status(tree.plan() / "journal").permissions() == fs::perms::owner_all);
    CHECK(files_in(tree.plan() / "journal") == 1);
}

TEST_CASE("the same record again changes nothing, whenever it is written") {
    const SampleTree tree;
    const Saved first =
        value_of(add_record(tree.open(), ref, coaching(), Privacy::shared, DryRun::no));
    const Saved again =
        value_of(add_record(tree.open(), ref, coaching("Two calls", "2026-11-11T11:11:11Z"),
                            Privacy::shared, DryRun::no));
    CHECK(again.written == Written::before);
    CHECK(again.path == first.path);
    CHECK(read_file(first.path) == first.bytes);
}

TEST_CASE(
    "a record lists what no other lists yet, and a repeated one is the same whatever it lists") {
    const SampleTree tree;
    const auto load = [&] { return value_of(load_plan(tree.open(), ref)); };
    const auto add = [&](std::string text, Privacy privacy) {
        return value_of(
            add_record(tree.open(), load(), coaching(std::move(text)), privacy, DryRun::no));
    };
    const Saved first = add("One", Privacy::shared);
    CHECK(first.bytes.find("after:") == std::string::npos);
    const Saved second = add("Two", Privacy::shared);
    CHECK(second.bytes.ends_with("\nafter:\n  " + first.path.substr(first.path.rfind('/') + 1) +
                                 ": " + terms_digest(first.bytes) + "\n"));
    CHECK(add("Three", Privacy::private_).bytes.find("after:") == std::string::npos);
    CHECK(add("One", Privacy::shared).written == Written::before);
    const std::vector<ListedRecord> heads = load().heads.shared;
    REQUIRE(heads.size() == 1);
    CHECK(second.path.ends_with(heads.front().file));
}

TEST_CASE("a note lists 64 records at most, the oldest first, and a signature all of them") {
    const SampleTree tree;
    for (int i = 0; i < 70; ++i) {
        value_of(add_record(
            tree.open(), ref,
            coaching(fmt::format("{}", i), fmt::format("2026-10-05T09:00:{:02}.{}Z", i % 60, i)),
            Privacy::shared, DryRun::no));
    }
    const LoadedPlan plan = value_of(load_plan(tree.open(), ref));
    REQUIRE(plan.heads.shared.size() == 70);
    const auto listed_by = [&](const Record& record) {
        const Saved saved =
            value_of(add_record(tree.open(), plan, record, Privacy::shared, DryRun::yes));
        return value_of(read_record(value_of(yaml::Document::read("a record", saved.bytes))))
            .value.after;
    };
    const std::vector<ListedRecord> by_note = listed_by(coaching("next"));
    REQUIRE(by_note.size() == most_listed);
    CHECK(by_note.front().file == plan.heads.shared.front().file);
    CHECK(by_note.back().file == plan.heads.shared[most_listed - 1].file);
    Record decision = coaching("");
    decision.kind = RecordKind::review;
    decision.text.reset();
    decision.decision = Decision::go_on;
    CHECK(listed_by(decision).size() == 70);
}

TEST_CASE("a record of that name that says something else is never replaced") {
    const SampleTree tree;
    const Saved saved =
        value_of(add_record(tree.open(), ref, coaching(), Privacy::shared, DryRun::no));
    write_file(saved.path, "kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Three calls\n");
    const auto again = add_record(tree.open(), ref, coaching(), Privacy::shared, DryRun::no);
    REQUIRE_FALSE(again.has_value());
    CHECK(worst(again.error()) == ExitCode::refused);
    CHECK(read_file(saved.path).find("Three calls") != std::string::npos);
}

TEST_CASE("a dry run writes nothing, not even a directory") {
    const SampleTree tree;
    const Saved saved =
        value_of(add_record(tree.open(), ref, coaching(), Privacy::private_, DryRun::yes));
    CHECK(saved.path.find("/private/") != std::string::npos);
    CHECK(files_in(tree.plan()) == 1);
}

TEST_CASE("a plan appears whole, and is never replaced") {
    const SampleTree tree;
    const PlanRef other = parse_plan_ref("kim-park/2026-q4").value();
    const Saved saved = value_of(create_plan(tree.open(), other, terms_text, DryRun::no));
    CHECK(read_file(saved.path) == terms_text);
    CHECK(files_in(tree.path / "plans/kim-park") == 1);
    CHECK(value_of(create_plan(tree.open(), other, terms_text, DryRun::no)).written ==
          Written::before);
    const auto changed = create_plan(tree.open(), other, "rep: Kim Park\n", DryRun::no);
    REQUIRE_FALSE(changed.has_value());
    CHECK(worst(changed.error()) == ExitCode::refused);
    CHECK(read_file(saved.path) == terms_text);
}

TEST_CASE("a plan that went away meanwhile is an error") {
    const SampleTree tree;
    const Tree open = tree.open();
    fs::remove_all(tree.plan());
    const auto added = add_record(open, ref, coaching(), Privacy::shared, DryRun::no);
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().front().message == "is not there any more");
    CHECK_FALSE(fs::exists(tree.plan()));
}

TEST_SUITE_END();
