#include "evaluate/plan/follow_ups.hpp"

#include "base/digest.hpp"

#include <algorithm>
#include <tuple>

namespace perfplan::evaluate {

namespace {

/// The first record known on `as_of` that ticks it off, or null.
const Record* tick_of(const Slug& id, const Journal& journal, Date as_of) {
    const auto found = std::find_if(journal.begin(), journal.end(), [&](const JournalEntry& entry) {
        const std::vector<Slug>& done = entry.record.done;
        return std::find(done.begin(), done.end(), id) != done.end() &&
               is_known_on(entry.record, as_of);
    });
    return found == journal.end() ? nullptr : &found->record;
}

}  // namespace

Slug follow_up_id(std::string_view file) {
    const auto name = parse_record_name(file);
    if (!name) {
        return {};
    }
    const std::string_view stem = file.substr(0, file.rfind('.'));
    return parse_slug(may_be_short_digest(name->suffix) ? name->suffix : stem).value_or(Slug());
}

std::vector<std::string> follow_up_ids(const Journal& journal) {
    std::vector<std::string> ids;
    for (const JournalEntry& entry : journal) {
        const Slug id = entry.record.follow_up ? follow_up_id(entry.file) : Slug();
        if (!id.empty()) {
            ids.push_back(id.str());
        }
    }
    return ids;
}

std::optional<FollowUpStatus> follow_up_of(const JournalEntry& entry, const Journal& journal,
                                           Date as_of) {
    const Record& record = entry.record;
    if (!record.follow_up) {
        return std::nullopt;
    }
    FollowUpStatus status;
    status.id = follow_up_id(entry.file);
    status.what = record.follow_up->what;
    status.owner = record.follow_up->owner;
    status.by = record.follow_up->by;
    status.said_on = record.date;
    status.said_by = record.by;
    status.file = entry.file;
    status.privacy = entry.privacy;
    if (const Record* tick = status.id.empty() ? nullptr : tick_of(status.id, journal, as_of)) {
        status.done_on = tick->date;
        status.done_by = tick->by;
    }
    status.late_days = std::max(0, status.done_on.value_or(as_of) - status.by);
    return status;
}

std::vector<FollowUpStatus> follow_ups(const Journal& journal, Date as_of) {
    std::vector<FollowUpStatus> all;
    for (const JournalEntry& entry : journal) {
        if (is_known_on(entry.record, as_of)) {
            if (auto status = follow_up_of(entry, journal, as_of)) {
                all.push_back(*std::move(status));
            }
        }
    }
    const auto order = [](const FollowUpStatus& status) {
        return std::tuple(!status.is_open(), status.by);
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const auto& a, const auto& b) { return order(a) < order(b); });
    return all;
}

}  // namespace perfplan::evaluate
