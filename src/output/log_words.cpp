#include "log_words.hpp"

#include "log_phrases.hpp"
#include "words.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// Collects the lines of one record.
class Lines {
public:
    void fact(std::string text) { lines_.push_back({LogLine::Kind::fact, std::move(text)}); }
    void fact(std::string_view label, const std::optional<std::string>& text) {
        if (text) {
            fact(fmt::format("{}: {}", label, *text));
        }
    }
    void facts(std::string_view label, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            fact(label, text);
        }
    }
    void words(const std::optional<std::string>& text) {
        if (text) {
            const std::size_t end = text->find_last_not_of('\n') + 1;  // a block's last line break
            lines_.push_back({LogLine::Kind::words, text->substr(0, end)});
        }
    }
    std::vector<LogLine> take() { return std::move(lines_); }

private:
    std::vector<LogLine> lines_;
};

void add_figures(Lines& lines, const PastRecord& past, Date as_of) {
    for (const PastReading& reading : past.readings) {
        lines.fact(in_words(reading, as_of));
    }
    for (const PastLevel& level : past.levels) {
        lines.fact(in_words(level));
    }
    for (const PastTick& tick : past.ticks) {
        lines.fact(in_words(tick));
    }
}

/// What only some kinds have.
void add_own(Lines& lines, const PastRecord& past, Date as_of) {
    const Record& record = past.entry.record;
    if (record.kind == RecordKind::terms) {
        const auto name = parse_record_name(past.entry.file);
        lines.fact(fmt::format("terms: {}, a copy of plan.yaml to the byte",
                               name ? name->suffix : past.entry.file));
    }
    if (record.kind == RecordKind::signature) {
        lines.fact(signature_in_words(record));
    }
    lines.fact("witness", record.witness);
    lines.fact("entered by", record.entered_by);
    if (record.rating) {
        lines.fact(fmt::format("rating: {}{}", *record.rating,
                               past.rating_meaning ? " " + *past.rating_meaning : ""));
    }
    if (record.decision) {
        lines.fact(decision_in_words(record, as_of));
    }
    lines.fact("reason", record.reason);
    lines.fact("decided all the same", record.override_reason);
    for (const Change& change : record.changes) {
        lines.fact(in_words(change));
    }
    if (record.terms) {
        lines.fact("terms", short_terms(*record.terms));
    }
    lines.facts("strength", record.strengths);
    lines.facts("to improve", record.improve);
    lines.facts("opportunity", record.opportunities);
    lines.facts("blocker", record.blockers);
    lines.facts("next step", record.next_steps);
}

std::vector<std::string> marks_of(const PastRecord& past, Date as_of) {
    std::vector<std::string> marks;
    if (past.entry.privacy == Privacy::private_) {
        marks.emplace_back("private");
    }
    switch (past.entry.origin) {
        case JournalEntry::Origin::written: break;
        case JournalEntry::Origin::by_hand: marks.emplace_back("by hand"); break;
        case JournalEntry::Origin::edited_by_hand: marks.emplace_back("edited by hand"); break;
    }
    if (past.written_on) {
        marks.push_back("written " + day(past.written_on, as_of));
    }
    return marks;
}

/// "coaching", "general note", "terms sealed"
std::string title_of(RecordKind kind) {
    const std::string name(to_string(kind));
    switch (kind) {
        case RecordKind::general: return name + " note";
        case RecordKind::terms: return name + " sealed";
        default: return name;
    }
}

std::string head_of(const Record& record) {
    std::string head = title_of(record.kind);
    if (!record.by.empty()) {
        head += " by " + record.by;
    }
    return record.label ? head + ": " + *record.label : head;
}

std::string concerns(const Record& record) {
    std::vector<std::string> ids;
    for (const Slug& id : record.goals) {
        ids.push_back(id.str());
    }
    for (const Slug& id : record.skills) {
        ids.push_back(id.str());
    }
    return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

LogEntry in_words(const PastRecord& past, Date as_of) {
    const Record& record = past.entry.record;
    const bool words_first = is_note(record.kind);
    Lines lines;
    if (words_first) {
        lines.words(record.text);
    }
    add_own(lines, past, as_of);
    add_figures(lines, past, as_of);
    if (!words_first) {
        lines.words(record.text);
    }
    if (const std::string ids = concerns(record); !ids.empty()) {
        lines.fact("concerns", ids);
    }
    lines.facts("evidence", record.evidence);
    if (past.follow_up) {
        lines.fact(in_words(*past.follow_up, as_of));
    }
    return {head_of(record), marks_of(past, as_of), lines.take()};
}

}  // namespace perfplan
