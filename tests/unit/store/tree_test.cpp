#include "store/tree.hpp"

#include "samples.hpp"
#include "store/commit.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include <sys/stat.h>

using namespace perfplan;
using namespace perfplan::store;
using namespace perfplan::samples;
namespace fs = std::filesystem;

namespace {

void write_file(const fs::path& path, std::string_view text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

fs::path fresh_tree() {
    static int counter = 0;
    const fs::path path = fs::current_path() / ("found-" + std::to_string(counter++));
    write_file(path / "perfplan.yaml", "format: 1\n");
    write_file(path / "plans/dana-reyes/2026-q4/plan.yaml",
               "rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n");
    return path;
}

const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

LoadedPlan load(const fs::path& path) {
    return value_of(load_plan(value_of(Tree::open({path.string()})), ref));
}

constexpr std::string_view coaching =
    "kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Two calls\n";

}  // namespace

TEST_SUITE_BEGIN("tree");

TEST_CASE("a tree is found from any directory below it") {
    const fs::path path = fresh_tree();
    const auto tree = Tree::open({(path / "plans/dana-reyes").string()});
    REQUIRE(tree.has_value());
    CHECK(value_of(tree->list()).plans == std::vector<PlanRef>{ref});
}

TEST_CASE("a place without a tree is an error with a way out") {
    const auto tree = Tree::open({"/"});
    REQUIRE_FALSE(tree.has_value());
    CHECK(tree.error().front().hint.find("perfplan init") != std::string::npos);
}

TEST_CASE("records come from the journal and from private") {
    const fs::path path = fresh_tree();
    const fs::path plan = path / "plans/dana-reyes/2026-q4";
    write_file(plan / "journal/2026-10-05-coaching.yaml", coaching);
    write_file(plan / "private/2026-10-06-concern.yaml",
               "kind: concern\ndate: 2026-10-06\nby: Mia Chen\ntext: Late\n");
    const LoadedPlan loaded = load(path);
    REQUIRE(loaded.journal.size() == 2);
    CHECK(loaded.journal[0].privacy == Privacy::shared);
    CHECK(loaded.journal[1].privacy == Privacy::private_);
    CHECK(loaded.diagnostics.empty());
}

TEST_CASE("a damaged record is told and the others are read") {
    const fs::path path = fresh_tree();
    const fs::path journal_path = path / "plans/dana-reyes/2026-q4/journal";
    write_file(journal_path / "2026-10-05-coaching.yaml", coaching);
    write_file(journal_path / "2026-10-06-coaching.yaml",
               "kind: coaching\ndate: 2026-10-06\nby: 'Mia");
    const LoadedPlan loaded = load(path);
    CHECK(loaded.journal.size() == 1);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(worst(loaded.diagnostics) == ExitCode::unreadable);
    CHECK(loaded.diagnostics.front().file.ends_with("journal/2026-10-06-coaching.yaml"));
}

TEST_CASE("a file that is no record is told, not silently passed over") {
    const fs::path path = fresh_tree();
    write_file(path / "plans/dana-reyes/2026-q4/journal/todo.txt", "call her\n");
    const LoadedPlan loaded = load(path);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.front().severity == Severity::warning);
}

TEST_CASE("a note edited by hand counts as it stands and is known") {
    const fs::path path = fresh_tree();
    Record note = record(coaching).record;
    const Tree tree = value_of(Tree::open({path.string()}));
    const Saved saved = value_of(add_record(tree, ref, note, Privacy::shared, DryRun::no));
    CHECK(load(path).journal.front().origin == JournalEntry::Origin::written);
    write_file(saved.path, "kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Three calls\n");
    const LoadedPlan loaded = load(path);
    REQUIRE(loaded.journal.size() == 1);
    CHECK(loaded.journal.front().origin == JournalEntry::Origin::edited_by_hand);
    CHECK(loaded.journal.front().record.text == "Three calls");
}

TEST_CASE("a response altered after it was written is an error") {
    const fs::path path = fresh_tree();
    Record response =
        record("kind: response\ndate: 2026-10-05\nby: Dana Reyes\ntext: I disagree\n").record;
    const Saved saved = value_of(add_record(value_of(Tree::open({path.string()})), ref, response,
                                            Privacy::shared, DryRun::no));
    write_file(saved.path, "kind: response\ndate: 2026-10-05\nby: Dana Reyes\ntext: I agree\n");
    const LoadedPlan loaded = load(path);
    CHECK(loaded.journal.empty());
    CHECK(worst(loaded.diagnostics) == ExitCode::unreadable);
}

TEST_CASE("a symbolic link in a tree is not followed") {
    const fs::path path = fresh_tree();
    write_file(path / "outside.yaml", coaching);
    fs::create_directories(path / "plans/dana-reyes/2026-q4/journal");
    fs::create_symlink(path / "outside.yaml",
                       path / "plans/dana-reyes/2026-q4/journal/2026-10-05-coaching.yaml");
    const LoadedPlan loaded = load(path);
    CHECK(loaded.journal.empty());
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.front().message == "can't be read: a symbolic link");
}

TEST_CASE("a plan's directory that is a link out of the tree is not entered") {
    const fs::path path = fresh_tree();
    const fs::path other = fresh_tree();
    fs::create_directory_symlink(other / "plans/dana-reyes", path / "plans/eve");
    const Tree tree = value_of(Tree::open({path.string()}));
    CHECK(value_of(tree.list()).plans == std::vector<PlanRef>{ref});
    CHECK(value_of(tree.list()).warnings.size() == 1);
    CHECK_FALSE(load_plan(tree, parse_plan_ref("eve/2026-q4").value()).has_value());
}

TEST_CASE("a pipe where a record should be does not hang the program") {
    const fs::path path = fresh_tree();
    fs::create_directories(path / "plans/dana-reyes/2026-q4/journal");
    REQUIRE(mkfifo((path / "plans/dana-reyes/2026-q4/journal/2026-10-05-coaching.yaml").c_str(),
                   0600) == 0);
    CHECK(worst(load(path).diagnostics) != ExitCode::done);
}

TEST_CASE("many plans come back in the order in which they were named") {
    const fs::path path = fresh_tree();
    std::vector<PlanRef> refs;
    for (int i = 100; i < 160; ++i) {
        const std::string rep = "r-" + std::to_string(i);
        write_file(path / "plans" / rep / "p" / "plan.yaml",
                   "rep: " + rep + "\nstarts: 2026-10-01\nends: 2026-12-31\n");
        refs.push_back(parse_plan_ref(rep + "/p").value());
    }
    const auto loaded = load_plans(value_of(Tree::open({path.string()})), refs);
    REQUIRE(loaded.size() == refs.size());
    for (std::size_t i = 0; i < refs.size(); ++i) {
        REQUIRE(loaded[i].has_value());
        CHECK(loaded[i]->terms.rep == refs[i].rep.str());
    }
}

TEST_CASE("a file that is longer than it says is read to its end") {
    const auto machine = Directory::open_if_there("/proc", "/proc");
    REQUIRE((machine && *machine));
    const auto version = (*machine)->read("version");  // its size is told as zero
    REQUIRE((version && *version));
    CHECK((*version)->starts_with("Linux version"));
    CHECK((*version)->ends_with("\n"));
}

TEST_CASE("nothing outside a directory is read, and nothing by a link") {
    const fs::path root = fresh_tree();
    write_file(root.parent_path() / "outside.txt", "not for us\n");
    write_file(root / "inside/it.txt", "for us\n");
    fs::create_symlink(root.parent_path(), root / "inside/out");
    fs::create_symlink("it.txt", root / "inside/link.txt");
    const auto tree = Directory::open_if_there(root.string(), "");
    REQUIRE((tree && *tree));
    CHECK((*tree)->read("inside/it.txt").value() == "for us\n");
    for (const std::string path :
         {"inside/../../outside.txt", "inside/out/outside.txt", "inside/link.txt",
          "inside/../inside/it.txt/x", "/etc/hostname"}) {
        CAPTURE(path);
        CHECK_FALSE((*tree)->read(path).has_value());
    }
}

TEST_SUITE_END();
