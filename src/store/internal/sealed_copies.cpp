#include "store/internal/sealed_copies.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace perfplan::store {

namespace {

bool seals(RecordKind kind) {
    return kind == RecordKind::signature || kind == RecordKind::amendment;
}

/// All terms that a signature or an amendment refers to.
std::vector<std::string> digests_in(const Record& record) {
    std::vector<std::string> digests = record.amends;
    if (record.terms) {
        digests.push_back(*record.terms);
    }
    return digests;
}

/// What a signature or an amendment has that every command gives it.
bool is_complete(const Record& record) {
    const std::vector<std::string> digests = digests_in(record);
    const bool has_terms =
        record.terms && std::all_of(digests.begin(), digests.end(), is_terms_digest);
    return has_terms && (record.kind == RecordKind::signature ? record.role && record.answer
                                                              : !record.amends.empty());
}

Diagnostic not_by_a_command(RecordKind kind) {
    Diagnostic diagnostic;
    diagnostic.message =
        fmt::format("this {} was not written by perfplan, or renamed since", to_string(kind));
    diagnostic.hint =
        kind == RecordKind::signature
            ? "'perfplan sign' records a signature, also one of an earlier day with --on DATE"
            : "'perfplan sign PLAN --amend --reason TEXT' records an amendment";
    diagnostic.rule = rule::altered_record;
    return diagnostic;
}

Diagnostic without_copy(const Record& record, std::string_view digest) {
    Diagnostic diagnostic;
    diagnostic.message = fmt::format("this {} is for terms of which there is no copy here: {}",
                                     to_string(record.kind), digest);
    diagnostic.hint = fmt::format(
        "either it belongs to another plan, or the copy, <date>-terms-{}.yaml, was removed: see "
        "'git log'",
        sealed_suffix(digest));
    diagnostic.rule = rule::missing_copy;
    return diagnostic;
}

/// What is wrong with a signature or an amendment as a seal.
std::optional<Diagnostic> fault_of(const JournalEntry& entry,
                                   const std::vector<CopyOfTerms>& copies) {
    const Record& record = entry.record;
    if (entry.origin != JournalEntry::Origin::written || !is_complete(record)) {
        return not_by_a_command(record.kind);
    }
    for (const std::string& digest : digests_in(record)) {
        const bool has_copy =
            std::any_of(copies.begin(), copies.end(),
                        [&](const CopyOfTerms& copy) { return copy.digest == digest; });
        if (!has_copy) {
            return without_copy(record, digest);
        }
    }
    return std::nullopt;
}

/// True if it refers to a copy that was altered: that has been told, and it fits nothing any more.
bool lost_its_copy(const Record& record, const std::vector<std::string>& altered) {
    const std::vector<std::string> digests = digests_in(record);
    return std::any_of(digests.begin(), digests.end(), [&](const std::string& digest) {
        return is_terms_digest(digest) &&
               std::find(altered.begin(), altered.end(), sealed_suffix(digest)) != altered.end();
    });
}

/// Reads a copy, unless its bytes were read already.
Result<Plan> terms_of(const LoadedPlan& plan, const CopyOfTerms& copy, const std::string& path) {
    if (copy.digest == plan.digest) {
        return plan.terms;
    }
    for (const SealedTerms& sealed : plan.sealed) {
        if (sealed.digest == copy.digest) {
            return sealed.terms;
        }
    }
    // yaml-cpp was asked when they were sealed, and the digest shows that they are the same bytes
    PERFPLAN_TRY(const auto document,
                 yaml::Document::read(path, copy.bytes, yaml::CrossCheck::left_for_later));
    return read_plan(document).map([](Decoded<Plan> read) { return std::move(read.value); });
}

}  // namespace

void settle_seals(LoadedPlan& plan, Records records, const Directory& directory) {
    plan.diagnostics.insert(plan.diagnostics.end(), records.diagnostics.begin(),
                            records.diagnostics.end());
    std::vector<std::string> referred;
    for (JournalEntry& entry : records.journal) {
        if (seals(entry.record.kind)) {
            if (lost_its_copy(entry.record, records.altered_copies)) {
                continue;
            }
            if (auto fault = fault_of(entry, records.copies)) {
                fault->file = directory.shown(path_in_plan(entry));
                plan.diagnostics.push_back(*std::move(fault));
                continue;
            }
            const std::vector<std::string> digests = digests_in(entry.record);
            referred.insert(referred.end(), digests.begin(), digests.end());
        }
        plan.journal.push_back(std::move(entry));
    }
    std::sort(records.copies.begin(), records.copies.end(),
              [](const CopyOfTerms& a, const CopyOfTerms& b) { return a.date < b.date; });
    for (CopyOfTerms& copy : records.copies) {
        if (std::find(referred.begin(), referred.end(), copy.digest) == referred.end()) {
            continue;
        }
        auto terms = terms_of(plan, copy, directory.shown(copy.file));
        if (terms) {
            plan.sealed.push_back(
                {copy.date, std::move(copy.file), std::move(copy.digest), *std::move(terms)});
        } else {
            plan.diagnostics.insert(plan.diagnostics.end(), terms.error().begin(),
                                    terms.error().end());
        }
    }
}

}  // namespace perfplan::store
