#include "store/commit.hpp"

#include "store/sample_tree.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

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
