#include "store/inspect.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/text/text.hpp"
#include "model/conflict_copy.hpp"
#include "store/internal/file_errors.hpp"
#include "store/internal/journal_reader.hpp"
#include "store/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace perfplan::store {

namespace {

bool is_yaml(std::string_view name) {
    return name.ends_with(".yaml") || name.ends_with(".yml");
}

Diagnostic misplaced(const Directory& directory, std::string_view name) {
    const bool is_record = parse_record_name(name).has_value();
    Diagnostic diagnostic =
        warning("is not read: nothing looks for it here",
                is_record ? "a record lies in its plan's journal/ or private/: move it there"
                          : "a plan's terms are plans/REP/PLAN/plan.yaml: move it, or remove it");
    diagnostic.file = directory.shown(name);
    diagnostic.rule = rule::misplaced_file;
    return diagnostic;
}

/// Files in a directory that has no place for them, but for those that are expected.
Diagnostics stray_files(const Directory& directory, std::string_view expected) {
    Diagnostics strays;
    auto entries = directory.list();
    if (!entries) {
        return std::move(entries).error();
    }
    for (const DirectoryEntry& entry : *entries) {
        if (entry.type == EntryType::directory || entry.name == expected ||
            entry.name.starts_with('.')) {
            continue;
        }
        if (is_conflict_copy(entry.name)) {
            strays.push_back(not_read(directory.shown(entry.name), {}));
        } else if (is_yaml(entry.name)) {
            strays.push_back(misplaced(directory, entry.name));
        }
    }
    return strays;
}

Diagnostics stray_files_at(const Directory& root, const std::string& relative,
                           std::string_view expected) {
    const auto directory = root.find(relative);
    if (!directory) {
        return directory.error();
    }
    return *directory ? stray_files(**directory, expected) : Diagnostics();
}

/// Beside the settings only copies of them are told: a repository may hold anything else.
Diagnostics copies_of_settings(const Directory& root) {
    Diagnostics strays;
    auto entries = root.list();
    if (!entries) {
        return std::move(entries).error();
    }
    for (const DirectoryEntry& entry : *entries) {
        if (entry.type == EntryType::file && entry.name.starts_with("perfplan") &&
            is_conflict_copy(entry.name)) {
            strays.push_back(not_read(root.shown(entry.name), {}));
        }
    }
    return strays;
}

/// A text that nothing proves and that ends within a line; nothing if it ends as texts do.
Diagnostics cut_short(std::string shown, std::string_view text) {
    if (text.empty() || text.ends_with('\n')) {
        return {};
    }
    constexpr std::size_t worth_showing = 40;
    const std::string_view last = text.substr(text.find_last_of('\n') + 1);
    Diagnostic diagnostic =
        warning(fmt::format("ends within a line, after '{}': it may have been cut short",
                            truncate(visible(last), worth_showing)),
                "see that it is whole, and end its last line");
    diagnostic.file = std::move(shown);
    diagnostic.rule = rule::cut_short;
    return {diagnostic};
}

/// The same of all files of a plan that are not known by a digest.
Diagnostics cut_short_in(const Directory& directory, const yaml::Document& terms,
                         const LoadedPlan& plan) {
    Diagnostics found;
    const bool is_sealed = std::ranges::any_of(
        plan.sealed, [&](const SealedTerms& sealed) { return sealed.digest == plan.digest; });
    if (!is_sealed) {
        append(found, cut_short(terms.name(), terms.text()));
    }
    for (const JournalEntry& entry : plan.journal) {
        if (entry.origin == JournalEntry::Origin::written) {
            continue;
        }
        const std::string path = path_in_plan(entry);
        if (const auto bytes = directory.read(path); bytes && *bytes) {
            append(found, cut_short(directory.shown(path), **bytes));
        }
    }
    return found;
}

}  // namespace

Result<TreeInspection> inspect_tree(const TreeLocation& location) {
    PERFPLAN_TRY(auto opened, Tree::open_anyway(location));
    TreeInspection inspection{std::move(opened.tree), opened.errors.empty(), {}, opened.errors};
    const Tree& tree = inspection.tree;
    append(inspection.diagnostics, tree.warnings());
    append(inspection.diagnostics,
           cut_short(tree.root().shown(settings_file), tree.settings_text()));
    append(inspection.diagnostics, copies_of_settings(tree.root()));
    append(inspection.diagnostics, stray_files_at(tree.root(), std::string(plans_directory), ""));
    auto listing = tree.list();
    if (!listing) {
        append(inspection.diagnostics, std::move(listing).error());
        return inspection;
    }
    append(inspection.diagnostics, std::move(listing->warnings));
    inspection.plans = std::move(listing->plans);
    const Slug* rep = nullptr;
    for (const PlanRef& ref : inspection.plans) {
        if (rep == nullptr || *rep != ref.rep) {
            append(inspection.diagnostics,
                   stray_files_at(tree.root(), fmt::format("{}/{}", plans_directory, ref.rep.str()),
                                  ""));
        }
        rep = &ref.rep;
    }
    return inspection;
}

PlanInspection inspect_plan(const Tree& tree, const PlanRef& ref) {
    PlanInspection inspection;
    inspection.ref = ref;
    const auto directory = existing_plan(tree, ref);
    if (!directory) {
        inspection.diagnostics = directory.error();
        return inspection;
    }
    inspection.diagnostics = stray_files(*directory, terms_file);
    LoadedTerms loaded = load_terms_in(*directory, ref);
    append(inspection.diagnostics, std::move(loaded.diagnostics));
    inspection.terms = std::move(loaded.document);
    inspection.plan = std::move(loaded.plan);
    if (inspection.terms && inspection.plan) {
        append(inspection.diagnostics,
               cut_short_in(*directory, *inspection.terms, *inspection.plan));
    }
    return inspection;
}

std::optional<yaml::Document> document_at(const Tree& tree, std::string_view relative) {
    auto bytes = tree.root().read(relative);
    if (!bytes || !*bytes) {
        return std::nullopt;
    }
    auto document = yaml::Document::read(tree.root().shown(relative), **std::move(bytes),
                                         yaml::CrossCheck::left_for_later);
    return document ? std::optional(*std::move(document)) : std::nullopt;
}

}  // namespace perfplan::store
