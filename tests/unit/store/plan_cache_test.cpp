#include "store/plan_cache.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>

using namespace perfplan;
using namespace perfplan::store;
using namespace perfplan::samples;
namespace fs = std::filesystem;

namespace {

const PlanRef dana = parse_plan_ref("dana-reyes/2026-q4").value();
const PlanRef alex = parse_plan_ref("alex-kim/2026-q4").value();

fs::path fresh_tree() {
    static int counter = 0;
    fs::path path = fs::current_path() / ("cached-" + std::to_string(counter++));
    for (const PlanRef& ref : {dana, alex}) {
        fs::create_directories(path / "plans" / to_string(ref) / "journal");
        std::ofstream(path / "plans" / to_string(ref) / "plan.yaml") << "rep: Somebody\n";
    }
    std::ofstream(path / "perfplan.yaml") << "format: 1\n";
    return path;
}

Tree tree_at(const fs::path& path) {
    return value_of(Tree::open({path.string()}));
}

FilesState state_at(const fs::path& path, const PlanRef& ref) {
    const auto state = state_of_files(tree_at(path), ref);
    REQUIRE(state.has_value());
    return *state;
}

PlanCache cache_at(const fs::path& path, std::string_view basis = "basis") {
    return PlanCache::open(tree_at(path), "status", basis, "");
}

void keep(const fs::path& path, const FilesState& state) {
    cache_at(path).replace({{dana, state, "a value"}});
}

}  // namespace

TEST_SUITE_BEGIN("plan cache");

TEST_CASE("a value comes back for files as they were") {
    const fs::path path = fresh_tree();
    const FilesState state = state_at(path, dana);
    keep(path, state);
    const PlanCache cache = cache_at(path);
    CHECK(cache.size() == 1);
    CHECK(cache.find(dana, state) == "a value");
    CHECK_FALSE(cache.find(alex, state).has_value());
    CHECK_FALSE(cache.find(dana, state_at(path, alex)).has_value());
}

TEST_CASE("the cache is the owner's alone, and git ignores it") {
    const fs::path path = fresh_tree();
    keep(path, state_at(path, dana));
    const fs::path file = path / ".perfplan/status";
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    std::string ignored;
    std::getline(std::ifstream(path / ".perfplan/.gitignore"), ignored);
    CHECK(ignored == "*");
    fs::permissions(file, fs::perms::group_write, fs::perm_options::add);
    CHECK(cache_at(path).size() == 0);
}

TEST_CASE("the state is another one after every change that could change what is read") {
    const fs::path path = fresh_tree();
    const fs::path plan = path / "plans" / to_string(dana);
    const FilesState before = state_at(path, dana);
    SUBCASE("nothing") {
        CHECK(state_at(path, dana) == before);
        return;
    }
    SUBCASE("a hidden file, which nobody reads") {
        std::ofstream(plan / "journal/.perfplan-1-0") << "x";
        CHECK(state_at(path, dana) == before);
        return;
    }
    SUBCASE("a record more") {
        std::ofstream(plan / "journal/2026-10-05-note.yaml") << "x";
    }
    SUBCASE("a private one") {
        fs::create_directory(plan / "private");
        std::ofstream(plan / "private/2026-10-05-note.yaml") << "x";
    }
    SUBCASE("other bytes of the same length and time") {
        const auto time = fs::last_write_time(plan / "plan.yaml");
        fs::remove(plan / "plan.yaml");
        std::ofstream(plan / "plan.yaml") << "rep: Everybody";
        fs::last_write_time(plan / "plan.yaml", time);
    }
    SUBCASE("other permissions") {
        fs::permissions(plan / "plan.yaml", fs::perms::others_read, fs::perm_options::remove);
    }
    CHECK_FALSE(state_at(path, dana) == before);
}

TEST_CASE("of a plan without terms no state can be told") {
    const fs::path path = fresh_tree();
    fs::remove(path / "plans" / to_string(dana) / "plan.yaml");
    CHECK_FALSE(state_of_files(tree_at(path), dana).has_value());
}

TEST_CASE("files that changed just now may change again unseen") {
    const fs::path path = fresh_tree();
    FilesState state = state_at(path, dana);
    const PlanCache cache = cache_at(path);
    CHECK_FALSE(cache.can_tell_changes(state));
    state.newest -= 10'000'000'000;  // ten seconds ago
    CHECK(cache.can_tell_changes(state));
}

TEST_CASE("a file may claim to be from any time") {
    const fs::path path = fresh_tree();
    const fs::path terms = path / "plans" / to_string(dana) / "plan.yaml";
    const FilesState now = state_at(path, dana);
    constexpr std::time_t in_2400 = 13'569'465'600;  // more nanoseconds than a number holds
    for (const std::time_t second : {in_2400, std::time_t{-2'000'000'000}}) {
        const std::array<timespec, 2> times{{{second, 0}, {second, 0}}};
        REQUIRE(::utimensat(AT_FDCWD, terms.c_str(), times.data(), 0) == 0);
        CHECK_FALSE(state_at(path, dana) == now);
        CHECK_FALSE(cache_at(path).can_tell_changes(state_at(path, dana)));
    }
}

TEST_CASE("values of another basis are not found") {
    const fs::path path = fresh_tree();
    keep(path, state_at(path, dana));
    CHECK(cache_at(path, "another").size() == 0);
}

TEST_CASE("no byte can be changed, added or taken away so that another value is found") {
    const fs::path path = fresh_tree();
    const FilesState state = state_at(path, dana);
    keep(path, state);
    const fs::path file = path / ".perfplan/status";
    std::ifstream whole(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(whole)), {});
    const auto check = [&](const std::string& damaged) {
        std::ofstream(file, std::ios::binary) << damaged;
        const PlanCache cache = cache_at(path);
        const auto found = cache.find(dana, state);
        CHECK((!found || *found == "a value"));
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] + 1);
        check(damaged);
        check(bytes.substr(0, i));
        check(bytes.substr(0, i) + '\0' + bytes.substr(i));
    }
}

TEST_CASE("where the tree can't have a cache, the user's directory has it") {
    const fs::path path = fresh_tree();
    std::ofstream(path / ".perfplan") << "mine\n";
    const fs::path home = path.string() + "-home";
    const FilesState state = state_at(path, dana);
    PlanCache::open(tree_at(path), "status", "", home.string()).replace({{dana, state, "a value"}});
    CHECK(PlanCache::open(tree_at(path), "status", "", home.string()).find(dana, state) ==
          "a value");
    CHECK(fs::is_regular_file(path / ".perfplan"));
    SUBCASE("and where there is none of that either, nothing") {
        keep(path, state);
        CHECK(cache_at(path).size() == 0);
    }
}

TEST_SUITE_END();
