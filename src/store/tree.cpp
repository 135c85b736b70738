#include "store/tree.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/parallel.hpp"
#include "base/text/text.hpp"
#include "store/internal/file_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

Diagnostic no_tree(const TreeLocation& location) {
    if (location.search == TreeLocation::Search::here) {
        Diagnostic diagnostic =
            refusal("is no tree of plans: it has no perfplan.yaml",
                    fmt::format("'perfplan init {}' makes one", location.directory));
        diagnostic.file = location.directory;
        return diagnostic;
    }
    return refusal(
        "there is no tree of plans here: no perfplan.yaml in this directory or above it",
        "go to one, name it with -C DIR or PERFPLAN_TREE, or make one with 'perfplan init'");
}

bool has_settings(const std::string& directory) {
    struct stat status {};
    return ::stat((directory + "/" + std::string(settings_file)).c_str(), &status) == 0;
}

bool same_directory(const std::string& a, const std::string& b) {
    struct stat first {};
    struct stat second {};
    return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/// The directory at or above the start that has the settings, as a path from where the command
/// runs.
std::optional<std::string> find_root(const TreeLocation& location) {
    std::string directory = location.directory;
    if (location.search == TreeLocation::Search::here) {
        return has_settings(directory) ? std::optional(directory) : std::nullopt;
    }
    for (int depth = 0; depth < 256; ++depth) {
        if (has_settings(directory)) {
            return directory;
        }
        const std::string parent = directory == "." ? ".." : directory + "/..";
        if (same_directory(directory, parent)) {
            break;
        }
        directory = parent;
    }
    return std::nullopt;
}

/// The names of ids in a directory of the tree; what else is there is told.
Result<std::vector<Slug>> slugs_in(const Directory& root, std::string_view relative,
                                   Diagnostics& warnings) {
    PERFPLAN_TRY(auto entries, root.list(relative));
    std::vector<Slug> slugs;
    for (const DirectoryEntry& entry : entries) {
        if (entry.name.starts_with('.') || entry.type == EntryType::file) {
            continue;
        }
        auto slug = parse_slug(entry.name);
        if (slug && entry.type == EntryType::directory) {
            slugs.push_back(*std::move(slug));
            continue;
        }
        std::string shown = root.shown(fmt::format("{}/{}", relative, entry.name));
        if (!slug) {
            warnings.push_back(not_read(std::move(shown), slug.error()));
            continue;
        }
        Diagnostic ignored = warning("is no directory and was not read");
        ignored.file = std::move(shown);
        ignored.rule = rule::misplaced_file;
        warnings.push_back(std::move(ignored));
    }
    return slugs;
}

}  // namespace

Result<Tree::Opened> Tree::open_anyway(const TreeLocation& location) {
    const auto path = find_root(location);
    if (!path) {
        return fail(no_tree(location));
    }
    PERFPLAN_TRY(auto root, Directory::open(*path, *path == "." ? "" : *path));
    PERFPLAN_TRY(auto bytes, root.read(settings_file));
    if (!bytes) {
        return fail(no_tree(location));
    }
    std::string text = *bytes;
    auto settings =
        yaml::Document::read(root.shown(settings_file), *std::move(bytes)).and_then(read_settings);
    if (!settings) {
        return Opened{Tree(std::move(root), std::move(text), {}, {}), std::move(settings).error()};
    }
    return Opened{Tree(std::move(root), std::move(text), std::move(settings->value),
                       std::move(settings->warnings)),
                  {}};
}

Result<Tree> Tree::open(const TreeLocation& location) {
    PERFPLAN_TRY(auto opened, open_anyway(location));
    return opened.errors.empty() ? Result<Tree>(std::move(opened.tree))
                                 : fail(std::move(opened.errors));
}

Result<Tree::Listing> Tree::list(const Slug& rep) const {
    Listing listing;
    PERFPLAN_TRY(auto plans, slugs_in(*root_, fmt::format("{}/{}", plans_directory, rep.str()),
                                      listing.warnings));
    for (Slug& plan : plans) {
        listing.plans.push_back({rep, std::move(plan)});
    }
    return listing;
}

Result<Tree::Listing> Tree::list() const {
    Listing listing;
    PERFPLAN_TRY(auto reps, slugs_in(*root_, plans_directory, listing.warnings));
    std::vector<Result<Listing>> of_reps(reps.size());
    in_parallel(reps.size(), [&](std::size_t i) { of_reps[i] = list(reps[i]); });
    for (Result<Listing>& of_rep : of_reps) {
        if (!of_rep) {
            return of_rep;
        }
        std::ranges::move(of_rep->plans, std::back_inserter(listing.plans));
        append(listing.warnings, std::move(of_rep->warnings));
    }
    return listing;
}

std::string Tree::shown(const PlanRef& ref) const {
    return root_->shown(fmt::format("{}/{}", plans_directory, to_string(ref)));
}

}  // namespace perfplan::store
