// A tree on disk for tests of the store.
#pragma once

#include "samples.hpp"
#include "store/tree.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace perfplan::samples {

using namespace store;

namespace fs = std::filesystem;

inline constexpr std::string_view terms_text =
    "# agreed on paper\nrep: Dana Reyes\nstarts: 2026-10-01   # a Thursday\nends: 2026-12-31\n"
    "goals:\n  pipeline: {title: Pipeline, target: 750000}\n";

inline std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const fs::path& path, std::string_view text) {
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

inline const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

inline std::size_t files_in(const fs::path& directory) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(directory), fs::directory_iterator()));
}

}  // namespace perfplan::samples
