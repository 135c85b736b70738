#include <perfplan/store/commit.hpp>

#include "../samples.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::samples;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view terms_text =
    "# agreed on paper\nrep: Dana Reyes\nstarts: 2026-10-01   # a Thursday\nends: 2026-12-31\n"
    "goals:\n  pipeline: {title: Pipeline, target: 750000}\n";

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// A tree with one plan, in a directory of its own.
struct SampleTree {
    SampleTree() : path(fs::current_path() / ("tree-" + std::to_string(counter++))) {
        fs::create_directories(path / "plans/dana-reyes/2026-q4");
        write_file(path / "perfplan.yaml", "format: 1\n");
        write_file(path / "plans/dana-reyes/2026-q4/plan.yaml", terms_text);
    }
    [[nodiscard]] Tree open() const { return value_of(Tree::open({path.string()})); }
    [[nodiscard]] fs::path plan() const { return path / "plans/dana-reyes/2026-q4"; }

    fs::path path;
    static inline int counter = 0;
};

const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

Record coaching(std::string text = "Two calls", std::string recorded = "2026-10-05T09:00:00Z") {
    Record note;
    note.kind = RecordKind::coaching;
    note.date = date("2026-10-05");
    note.by = "Mia Chen";
    note.recorded = {std::move(recorded)};
    note.text = std::move(text);
    return note;
}

std::size_t files_in(const fs::path& directory) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(directory), fs::directory_iterator()));
}

Result<yaml::Document> read_again(const yaml::Document& document, std::string text) {
    return yaml::Document::read(document.name(), std::move(text));
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

TEST_CASE("an edit of the terms replaces the file in one step and keeps its permissions") {
    const SampleTree tree;
    const fs::path file = tree.plan() / "plan.yaml";
    fs::permissions(file, fs::perms(0640));
    const std::string wanted = std::string(terms_text) + "team: west\n";
    const EditedTerms edited = value_of(edit_terms(
        tree.open(), ref, [&](const yaml::Document& terms) { return read_again(terms, wanted); },
        DryRun::no));
    CHECK(edited.before == terms_text);
    CHECK(read_file(file) == wanted);
    CHECK(fs::status(file).permissions() == fs::perms(0640));
    CHECK(files_in(tree.plan()) == 1);
}

TEST_CASE("an edit that leaves no terms is refused") {
    const SampleTree tree;
    const auto edited = edit_terms(
        tree.open(), ref,
        [](const yaml::Document& terms) { return read_again(terms, "rep: Dana Reyes\n"); },
        DryRun::no);
    CHECK_FALSE(edited.has_value());
    CHECK(read_file(tree.plan() / "plan.yaml") == terms_text);
}

TEST_CASE("a file that an editor saved meanwhile is not overwritten") {
    const SampleTree tree;
    const auto edited = edit_terms(
        tree.open(), ref,
        [&](const yaml::Document& terms) {
            write_file(tree.plan() / "plan.yaml", std::string(terms_text) + "hr: Sam Ortiz\n");
            return read_again(terms, std::string(terms_text) + "team: west\n");
        },
        DryRun::no);
    REQUIRE_FALSE(edited.has_value());
    CHECK(worst(edited.error()) == ExitCode::refused);
    CHECK(edited.error().front().message == "was changed by somebody else just now");
    CHECK(read_file(tree.plan() / "plan.yaml").ends_with("hr: Sam Ortiz\n"));
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
