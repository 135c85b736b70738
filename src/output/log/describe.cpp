#include "output/log/describe.hpp"

#include "base/text/text.hpp"
#include "output/describe/goal.hpp"

#include <fmt/format.h>

namespace perfplan::output {

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
        lines.fact(describe(reading, as_of));
    }
    for (const PastLevel& level : past.levels) {
        lines.fact(describe(level));
    }
    for (const PastTick& tick : past.ticks) {
        lines.fact(describe(tick));
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
    lines.fact("on behalf", record.on_behalf);
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
        lines.fact(describe(change));
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

LogEntry describe(const PastRecord& past, Date as_of) {
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
        lines.fact("about", ids);
    }
    lines.facts("evidence", record.evidence);
    if (past.follow_up) {
        lines.fact(describe(*past.follow_up, as_of));
    }
    return {head_of(record), marks_of(past, as_of), lines.take()};
}

namespace {

std::string describe(Transition turn) {
    switch (turn) {
        case Transition::met: return "the goal is met";
        case Transition::unmet: return "the goal is no longer met";
        case Transition::held: return "within its limits again";
        case Transition::breached: return "beyond its limits";
    }
    return {};
}

}  // namespace

std::string describe(const PastReading& reading, Date as_of) {
    std::string line =
        fmt::format("{}: {}", reading.goal.str(), amount(reading.value, reading.unit));
    if (reading.corrects) {
        line += fmt::format(" instead of {}", grouped(*reading.corrects));
    }
    if (reading.before) {
        line += fmt::format(" (was {} on {})", grouped(reading.before->value),
                            day(reading.before->on, as_of));
    }
    if (reading.turn) {
        line += "; " + describe(*reading.turn);
    }
    if (reading.corrected_to) {
        line += fmt::format("; superseded: {} corrected it to {}", reading.corrected_to->by,
                            grouped(reading.corrected_to->value));
    }
    return line;
}

std::string describe(const PastLevel& level) {
    std::string line = fmt::format("{}: level {}", level.skill.str(), level.level);
    if (level.meaning) {
        line += ", " + *level.meaning;
    }
    std::vector<std::string> beside;
    if (level.before) {
        beside.push_back(fmt::format("was {}", *level.before));
    }
    if (level.required) {
        beside.push_back(fmt::format("required {}", *level.required));
    }
    if (!beside.empty()) {
        line += fmt::format(" ({})", fmt::join(beside, ", "));
    }
    return line;
}

std::string describe(const PastTick& tick) {
    return tick.what.empty() ? "done: " + tick.id.str()
                             : fmt::format("done: {} ({})", tick.what, tick.id.str());
}

std::string describe(const FollowUpStatus& follow_up, Date as_of) {
    std::string line =
        follow_up.id.empty() ? "follow-up: " : fmt::format("follow-up {}: ", follow_up.id.str());
    line += fmt::format("{} ({}by {}): ", follow_up.what,
                        follow_up.owner ? *follow_up.owner + ", " : "", day(follow_up.by, as_of));
    line += follow_up.done_on
                ? fmt::format("done {} by {}", day(follow_up.done_on, as_of), follow_up.done_by)
                : "open";
    if (follow_up.late_days > 0) {
        line +=
            fmt::format(", {} late", count(static_cast<std::size_t>(follow_up.late_days), "day"));
    }
    return line;
}

std::string describe(const Change& change) {
    std::string line = change.field + ": ";
    if (change.from && change.to) {
        line += fmt::format("{} -> {}", *change.from, *change.to);
    } else if (change.to) {
        line += fmt::format("new, {}", *change.to);
    } else {
        line += change.from ? fmt::format("dropped, was {}", *change.from) : "changed";
    }
    return change.effect ? fmt::format("{} ({})", line, to_string(*change.effect)) : line;
}

std::string decision_in_words(const Record& review, Date as_of) {
    std::string line = fmt::format("decision: {}", to_string(*review.decision));
    if (review.from) {
        line += " from " + day(review.from, as_of);
    }
    if (review.until) {
        line += " until " + day(review.until, as_of);
    }
    return line;
}

std::string signature_in_words(const Record& signature) {
    const std::string role(signature.role ? to_string(*signature.role) : "?");
    switch (signature.answer.value_or(Answer::signed_)) {
        case Answer::signed_:
            return fmt::format("signed as {}: confirms receipt of the terms, not agreement", role);
        case Answer::refused: return fmt::format("refused to sign as {}", role);
        case Answer::unavailable: return fmt::format("not available to sign as {}", role);
    }
    return {};
}

std::string short_terms(std::string_view terms) {
    constexpr std::string_view algorithm = "sha256:";
    constexpr std::size_t length = 8;
    terms.remove_prefix(terms.starts_with(algorithm) ? algorithm.size() : 0);
    return std::string(terms.substr(0, length));
}

}  // namespace perfplan::output
