#include <perfplan/evaluate/terms.hpp>

#include "agreement.hpp"

#include <algorithm>
#include <array>

namespace perfplan {

namespace {

constexpr std::array<std::string_view, 5> state_names{"unsigned", "partly-signed", "signed",
                                                      "amendment-waiting", "changed"};

TermsState state_of(const TermsStatus& status) {
    return !status.changed.empty()   ? TermsState::changed
           : status.newest_waits     ? TermsState::amendment_waiting
           : !status.missing.empty() ? TermsState::partly_signed
                                     : TermsState::signed_;
}

bool seals(const Record& record) {
    return (record.kind == RecordKind::signature || record.kind == RecordKind::amendment) &&
           record.terms.has_value();
}

std::optional<std::size_t> copy_of(const TermsFiles& files, std::string_view digest) {
    const auto found = std::find_if(files.sealed.begin(), files.sealed.end(),
                                    [&](const SealedTerms& copy) { return copy.digest == digest; });
    return found == files.sealed.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - files.sealed.begin()));
}

}  // namespace

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::in_force: return "in-force";
        case Standing::waiting: return "waiting";
        case Standing::set_aside: return "set-aside";
    }
    return "";
}

std::string_view to_string(TermsState state) {
    return state_names[static_cast<std::size_t>(state)];
}

TermsStatus terms_status(const Settings& settings, const TermsFiles& files, const Journal& journal,
                         Date as_of) {
    TermsStatus status;
    const auto first = std::find_if(journal.begin(), journal.end(),
                                    [](const JournalEntry& entry) { return seals(entry.record); });
    const Lineage found = first == journal.end()
                              ? Lineage()
                              : lineage(settings.policy.require_signatures, files, journal, as_of);
    if (found.seals.empty()) {
        status.missing = settings.policy.require_signatures;
        if (first != journal.end()) {
            status.in_force = copy_of(files, *first->record.terms);
            status.goes_on_later = true;
        }
        return status;
    }
    const Agreement agreed(settings, files, journal, found);
    status.in_force = found.seals[agreed.in_force()].copy;
    status.newest = found.seals[agreed.newest()].copy;
    status.newest_since = journal[found.seals[agreed.newest()].made].record.date;
    status.newest_waits = !builds_on(found, agreed.in_force(), agreed.newest());
    status.signatures = agreed.signatures_of(agreed.in_force());
    status.missing = agreed.missing_of(agreed.in_force());
    status.newest_signatures = agreed.signatures_of(agreed.newest());
    status.newest_missing = agreed.missing_of(agreed.newest());
    status.amendments = agreed.amendments();
    status.heads = agreed.heads();
    status.goes_on_later = std::any_of(first, journal.end(), [&](const JournalEntry& entry) {
        return seals(entry.record) && !is_known_on(entry.record, as_of) &&
               entry.record.terms != status.heads.front();
    });
    status.is_unfinished = !status.goes_on_later && agreed.is_unfinished();
    if (!status.goes_on_later && !status.is_unfinished) {
        status.changed = agreed.changed();
    }
    status.state = state_of(status);
    return status;
}

const Plan& terms_in_force(const TermsStatus& status, const TermsFiles& files) {
    return status.in_force ? files.sealed[*status.in_force].terms : files.plan;
}

}  // namespace perfplan
