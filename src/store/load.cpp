#include "store/load.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/parallel.hpp"
#include "model/conflict_copy.hpp"
#include "store/internal/journal_reader.hpp"
#include "store/internal/sealed_copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace perfplan::store {

namespace {

Result<Directory> plan_directory(const Tree& tree, const PlanRef& ref) {
    PERFPLAN_TRY(auto directory,
                 tree.root().find(fmt::format("{}/{}", plans_directory, to_string(ref))));
    if (!directory) {
        return fail(refusal(fmt::format("there is no plan '{}'", to_string(ref))));
    }
    return *std::move(directory);
}

Result<std::string> terms_bytes(const Directory& directory) {
    PERFPLAN_TRY(auto bytes, directory.read(terms_file));
    if (!bytes) {
        Diagnostic missing;
        missing.file = directory.shown(terms_file);
        missing.message = "is missing: a plan's directory holds its terms in plan.yaml";
        missing.hint = "bring it back, or remove the directory if it was left over";
        missing.rule = rule::missing_file;
        return fail(std::move(missing));
    }
    return *std::move(bytes);
}

/// Bytes that were sealed were confirmed then, and the name of the copy proves that they are those
/// still.
yaml::CrossCheck opinion_on(std::string_view digest, const std::vector<CopyOfTerms>& copies) {
    const bool is_sealed = std::any_of(copies.begin(), copies.end(), [&](const CopyOfTerms& copy) {
        return copy.digest == digest;
    });
    return is_sealed ? yaml::CrossCheck::left_for_later : yaml::CrossCheck::asked;
}

Result<LoadedPlan> plan_from(const PlanRef& ref, const yaml::Document& document, Records records,
                             const Directory& directory) {
    PERFPLAN_TRY(auto terms, read_plan(document));
    LoadedPlan plan;
    plan.ref = ref;
    plan.terms = std::move(terms.value);
    plan.digest = terms_digest(document.text());
    plan.diagnostics = std::move(terms.warnings);
    plan.heads = std::move(records.heads);
    settle_seals(plan, std::move(records), directory);
    sort(plan.journal);
    return plan;
}

}  // namespace

Result<yaml::Document> read_terms_in(const Directory& directory) {
    return terms_bytes(directory).and_then([&](std::string bytes) {
        return yaml::Document::read(directory.shown(terms_file), std::move(bytes));
    });
}

Result<yaml::Document> read_terms(const Tree& tree, const PlanRef& ref) {
    PERFPLAN_TRY(const auto directory, plan_directory(tree, ref));
    return read_terms_in(directory);
}

Result<yaml::Document> read_sealed(const Tree& tree, const PlanRef& ref,
                                   const SealedTerms& sealed) {
    PERFPLAN_TRY(const auto directory, plan_directory(tree, ref));
    PERFPLAN_TRY(auto bytes, directory.read(sealed.file));
    if (!bytes || terms_digest(*bytes) != sealed.digest) {
        Diagnostic gone = refusal("is not there any more", "run the command again");
        gone.file = directory.shown(sealed.file);
        return fail(std::move(gone));
    }
    return yaml::Document::read(directory.shown(terms_file), *std::move(bytes));
}

Result<LoadedPlan> load_plan_in(const Directory& directory, const PlanRef& ref,
                                const yaml::Document& document) {
    return plan_from(ref, document, read_records(directory), directory);
}

LoadedTerms load_terms_in(const Directory& directory, const PlanRef& ref) {
    LoadedTerms loaded;
    Records records = read_records(directory);
    auto bytes = terms_bytes(directory);
    auto document = bytes.and_then([&](std::string& text) {
        const yaml::CrossCheck opinion = opinion_on(terms_digest(text), records.copies);
        return yaml::Document::read(directory.shown(terms_file), std::move(text), opinion);
    });
    if (!document) {
        loaded.diagnostics = std::move(document).error();
        append(loaded.diagnostics, std::move(records.diagnostics));
        return loaded;
    }
    loaded.document = *std::move(document);
    const Diagnostics of_records = records.diagnostics;
    auto plan = plan_from(ref, *loaded.document, std::move(records), directory);
    if (!plan) {
        loaded.diagnostics = std::move(plan).error();
        append(loaded.diagnostics, of_records);
        return loaded;
    }
    loaded.diagnostics = std::exchange(plan->diagnostics, {});
    loaded.plan = *std::move(plan);
    return loaded;
}

Result<LoadedPlan> load_plan(const Tree& tree, const PlanRef& ref) {
    PERFPLAN_TRY(const auto directory, plan_directory(tree, ref));
    PERFPLAN_TRY(auto bytes, terms_bytes(directory));
    PERFPLAN_TRY(const auto document,
                 yaml::Document::read(directory.shown(terms_file), std::move(bytes),
                                      yaml::CrossCheck::left_for_later));
    return plan_from(ref, document, read_records(directory), directory);
}

std::vector<Result<LoadedPlan>> load_plans(const Tree& tree, const std::vector<PlanRef>& refs,
                                           const Progress& progress) {
    std::vector<std::optional<Result<LoadedPlan>>> loaded(refs.size());
    in_parallel(
        refs.size(), [&](std::size_t i) { loaded[i] = load_plan(tree, refs[i]); }, progress);
    std::vector<Result<LoadedPlan>> results;
    results.reserve(refs.size());
    for (auto& result : loaded) {
        results.push_back(*std::move(result));
    }
    return results;
}

Result<Directory> existing(const Directory& parent, std::string_view name) {
    PERFPLAN_TRY(auto directory, parent.find(name));
    if (!directory) {
        return fail(io_error(parent.shown(name), "is not there any more"));
    }
    return *std::move(directory);
}

Result<Directory> existing_plan(const Tree& tree, const PlanRef& ref) {
    return existing(tree.root(), fmt::format("{}/{}", plans_directory, to_string(ref)));
}

}  // namespace perfplan::store
