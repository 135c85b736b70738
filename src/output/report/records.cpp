#include "output/report/records.hpp"

#include "base/text/text.hpp"
#include "output/log/describe.hpp"
#include "output/report/describe.hpp"
#include "output/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::output {

namespace {

std::vector<std::string> figures_of(const ReportedRecord& reported) {
    const PastRecord& past = reported.past;
    std::vector<std::string> figures;
    for (const PastReading& reading : past.readings) {
        figures.push_back(describe(reading, reported.as_of));
    }
    for (const PastLevel& level : past.levels) {
        figures.push_back(describe(level));
    }
    for (const PastTick& tick : past.ticks) {
        figures.push_back(describe(tick));
    }
    return figures;
}

std::string marks_of(const PastRecord& past) {
    std::vector<std::string> marks;
    switch (past.entry.origin) {
        case JournalEntry::Origin::written: break;
        case JournalEntry::Origin::by_hand: marks.emplace_back("written by hand"); break;
        case JournalEntry::Origin::edited_by_hand: marks.emplace_back("edited by hand"); break;
    }
    if (past.written_on) {
        marks.push_back("written " + date_text(*past.written_on));
    }
    return fmt::format("{}", fmt::join(marks, ", "));
}

std::string kind_in_words(RecordKind kind) {
    return kind == RecordKind::general ? "Note" : capitalized(to_string(kind));
}

/// "Extend until Jan 31, 2027"
std::string decision_of(const Record& review) {
    if (!review.decision) {
        return {};
    }
    std::string words = capitalized(to_string(*review.decision));
    words += review.from ? " from " + date_text(*review.from) : "";
    words += review.until ? " until " + date_text(*review.until) : "";
    return words;
}

std::string rating_of(const PastRecord& past) {
    const auto& rating = past.entry.record.rating;
    return !rating               ? ""
           : past.rating_meaning ? fmt::format("{}, {}", *rating, *past.rating_meaning)
                                 : std::to_string(*rating);
}

bool has_details(const ReportedRecord& reported) {
    const Record& record = reported.past.entry.record;
    const auto is_there = [](const auto* field) { return !field->empty(); };
    const std::array lists{&record.strengths, &record.improve,    &record.opportunities,
                           &record.blockers,  &record.next_steps, &record.evidence};
    return record.rating || record.decision || !record.reason.value_or("").empty() ||
           !record.override_reason.value_or("").empty() ||
           std::any_of(lists.begin(), lists.end(), is_there) || !figures_of(reported).empty();
}

/// The records that are wanted, in the order of the journal.
template <class Wanted>
std::vector<ReportedRecord> records_of(const std::vector<PastRecord>& records, Date as_of,
                                       const Wanted& is_wanted) {
    std::vector<ReportedRecord> reported;
    for (const PastRecord& past : records) {
        if (is_wanted(past)) {
            reported.push_back({past, as_of});
        }
    }
    return reported;
}

std::vector<ReportedRecord> newest_first(std::vector<ReportedRecord> records) {
    return {records.rbegin(), records.rend()};
}

}  // namespace

std::vector<ReportedRecord> reviews_in(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(records_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::review;
    }));
}

std::vector<ReportedRecord> recognition_in(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(records_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::recognition;
    }));
}

std::vector<ReportedRecord> notes_in(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(records_of(records, as_of, [](const PastRecord& past) {
        const RecordKind kind = past.entry.record.kind;
        return is_note(kind) && kind != RecordKind::recognition && kind != RecordKind::response;
    }));
}

std::vector<ReportedRecord> responses_in(const std::vector<PastRecord>& records, Date as_of) {
    return records_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::response;
    });
}

std::vector<ReportedRecord> overrides_in(const std::vector<PastRecord>& records, Date as_of) {
    return records_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.override_reason.has_value();
    });
}

std::vector<ReportedRecord> irregular_records_in(const std::vector<PastRecord>& records,
                                                 Date as_of) {
    return records_of(records, as_of, [](const PastRecord& past) {
        return past.entry.origin == JournalEntry::Origin::edited_by_hand || past.written_on;
    });
}

const ViewShape<ReportedRecord>& record_shape() {
    using R = ReportedRecord;
    /// A field of the record itself.
    const auto field = [](auto Record::*member) {
        return [member](const R& r) { return r.past.entry.record.*member; };
    };
    static const ViewShape<R> shape{
        {"on", "day", [](const R& r) { return date_text(r.past.entry.record.date); }},
        {"by", "who wrote it", field(&Record::by)},
        {"kind", "its kind in words",
         [](const R& r) { return kind_in_words(r.past.entry.record.kind); }},
        {"label", "what the review is called", field(&Record::label)},
        {"rating", "rating and what it means", [](const R& r) { return rating_of(r.past); }},
        {"decision", "what was decided",
         [](const R& r) { return decision_of(r.past.entry.record); }},
        {"reason", "why", field(&Record::reason)},
        {"override_reason", "why it was decided against the rules of the plan",
         field(&Record::override_reason)},
        {"words", "its text", words_shape(),
         [](const R& r) { return trimmed_words(r.past.entry.record.text); }},
        {"strengths", "strengths", field(&Record::strengths)},
        {"improve", "areas for improvement", field(&Record::improve)},
        {"opportunities", "opportunities", field(&Record::opportunities)},
        {"blockers", "what is in the way", field(&Record::blockers)},
        {"next_steps", "next steps", field(&Record::next_steps)},
        {"figures", "readings, levels and what was done, in words", figures_of},
        {"evidence", "links and files", field(&Record::evidence)},
        {"marks", "'edited by hand', 'written Nov 3, 2026', …",
         [](const R& r) { return marks_of(r.past); }},
        {"has_details", "it has more than words", has_details},
        {"is_private", "it is not for the rep",
         [](const R& r) { return r.past.entry.privacy == Privacy::private_; }},
    };
    return shape;
}

namespace {

/// "Late, 5 days", "Done Oct 9, 2026", "Open"
std::string verdict_in_words(const FollowUpStatus& follow_up) {
    const std::string days =
        count(static_cast<std::size_t>(std::max(0, follow_up.late_days)), "day");
    const bool is_late = follow_up.late_days > 0;
    if (follow_up.is_open()) {
        return is_late ? "Late, " + days : "Open";
    }
    const std::string done = "Done " + date_text(*follow_up.done_on);
    return is_late ? fmt::format("{}, {} late", done, days) : done;
}

Tone tone_of(const FollowUpStatus& follow_up) {
    return !follow_up.is_open()      ? Tone::good
           : follow_up.late_days > 0 ? Tone::warning
                                     : Tone::plain;
}

}  // namespace

std::vector<FollowUpStatus> follow_ups_in(const std::vector<PastRecord>& records) {
    std::vector<FollowUpStatus> follow_ups;
    for (const PastRecord& past : records) {
        if (past.follow_up) {
            follow_ups.push_back(*past.follow_up);
        }
    }
    return follow_ups;
}

const ViewShape<FollowUpStatus>& follow_up_shape() {
    using F = FollowUpStatus;
    static const ViewShape<F> shape{
        {"what", "what is to be done", &F::what},
        {"owner", "who is to do it", &F::owner},
        {"due", "day by which", [](const F& f) { return date_text(f.by); }},
        {"said", "who said so, and when",
         [](const F& f) { return fmt::format("{}, {}", f.said_by, date_text(f.said_on)); }},
        {"verdict", "done, late or open, in words", [](const F& f) { return verdict_in_words(f); }},
        {"tone", "good or warning", [](const F& f) { return tone_name(tone_of(f)); }},
        {"is_private", "it is not for the rep",
         [](const F& f) { return f.privacy == Privacy::private_; }},
    };
    return shape;
}

}  // namespace perfplan::output
