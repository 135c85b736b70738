// Reviews, notes and responses in a report.
#include "base/text/text.hpp"
#include "output/log/describe.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::output {

std::optional<WordsView> words_view(const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    WordsView words{text->substr(0, text->find_last_not_of(" \t\n") + 1), {}};
    if (words.text.empty()) {
        return std::nullopt;
    }
    std::string_view rest = words.text;
    for (;;) {
        const std::size_t end = rest.find('\n');
        words.lines.emplace_back(rest.substr(0, end));
        if (end == std::string_view::npos) {
            return words;
        }
        rest.remove_prefix(end + 1);
    }
}

namespace {

std::vector<std::string> figures_of(const PastRecord& past, Date as_of) {
    std::vector<std::string> figures;
    for (const PastReading& reading : past.readings) {
        figures.push_back(describe(reading, as_of));
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

bool has_details(const RecordView& view) {
    const auto is_there = [](const auto* field) { return !field->empty(); };
    const std::array texts{&view.rating, &view.decision, &view.reason, &view.override_reason};
    const std::array lists{&view.strengths,  &view.improve, &view.opportunities, &view.blockers,
                           &view.next_steps, &view.figures, &view.evidence};
    return std::any_of(texts.begin(), texts.end(), is_there) ||
           std::any_of(lists.begin(), lists.end(), is_there);
}

RecordView record_view(const PastRecord& past, Date as_of) {
    const Record& record = past.entry.record;
    RecordView view;
    view.on = date_text(record.date);
    view.by = record.by;
    view.kind = kind_in_words(record.kind);
    view.label = record.label.value_or("");
    if (record.rating) {
        view.rating = past.rating_meaning
                          ? fmt::format("{}, {}", *record.rating, *past.rating_meaning)
                          : std::to_string(*record.rating);
    }
    view.decision = decision_of(record);
    view.reason = record.reason.value_or("");
    view.override_reason = record.override_reason.value_or("");
    view.words = words_view(record.text);
    view.strengths = record.strengths;
    view.improve = record.improve;
    view.opportunities = record.opportunities;
    view.blockers = record.blockers;
    view.next_steps = record.next_steps;
    view.figures = figures_of(past, as_of);
    view.evidence = record.evidence;
    view.marks = marks_of(past);
    view.has_details = has_details(view);
    view.is_private = past.entry.privacy == Privacy::private_;
    return view;
}

/// The records that are wanted, in the order of the journal.
template <class Wanted>
std::vector<RecordView> views_of(const std::vector<PastRecord>& records, Date as_of,
                                 const Wanted& is_wanted) {
    std::vector<RecordView> views;
    for (const PastRecord& past : records) {
        if (is_wanted(past)) {
            views.push_back(record_view(past, as_of));
        }
    }
    return views;
}

std::vector<RecordView> newest_first(std::vector<RecordView> views) {
    std::reverse(views.begin(), views.end());
    return views;
}

}  // namespace

std::vector<RecordView> review_views(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(views_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::review;
    }));
}

std::vector<RecordView> recognition_views(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(views_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::recognition;
    }));
}

std::vector<RecordView> note_views(const std::vector<PastRecord>& records, Date as_of) {
    return newest_first(views_of(records, as_of, [](const PastRecord& past) {
        const RecordKind kind = past.entry.record.kind;
        return is_note(kind) && kind != RecordKind::recognition && kind != RecordKind::response;
    }));
}

std::vector<RecordView> response_views(const std::vector<PastRecord>& records, Date as_of) {
    return views_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.kind == RecordKind::response;
    });
}

std::vector<RecordView> override_views(const std::vector<PastRecord>& records, Date as_of) {
    return views_of(records, as_of, [](const PastRecord& past) {
        return past.entry.record.override_reason.has_value();
    });
}

std::vector<RecordView> irregular_views(const std::vector<PastRecord>& records, Date as_of) {
    return views_of(records, as_of, [](const PastRecord& past) {
        return past.entry.origin == JournalEntry::Origin::edited_by_hand || past.written_on;
    });
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

std::vector<FollowUpView> follow_up_views(const std::vector<PastRecord>& records) {
    std::vector<FollowUpView> views;
    for (const PastRecord& past : records) {
        if (!past.follow_up) {
            continue;
        }
        const FollowUpStatus& follow_up = *past.follow_up;
        views.push_back({follow_up.what, follow_up.owner.value_or(""), date_text(follow_up.by),
                         fmt::format("{}, {}", follow_up.said_by, date_text(follow_up.said_on)),
                         verdict_in_words(follow_up), tone_name(tone_of(follow_up)),
                         follow_up.privacy == Privacy::private_});
    }
    return views;
}

}  // namespace perfplan::output
