#include "output/log/fields.hpp"

#include "output/log/describe.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

using P = PastRecord;

FieldValue text_or_null(std::string_view text) {
    return text.empty() ? FieldValue() : FieldValue(std::string(text));
}

template <class E>
FieldValue name_or_null(const std::optional<E>& value) {
    return value ? FieldValue(std::string(to_string(*value))) : FieldValue();
}

std::string_view origin_of(const JournalEntry& entry) {
    switch (entry.origin) {
        case JournalEntry::Origin::written: return "written";
        case JournalEntry::Origin::by_hand: return "by-hand";
        case JournalEntry::Origin::edited_by_hand: return "edited-by-hand";
    }
    return "?";
}

bool is_private(const P& past) {
    return past.entry.privacy == Privacy::private_;
}

std::string file_of(const P& past) {
    return fmt::format("plans/{}/{}/{}", to_string(past.plan),
                       is_private(past) ? "private" : "journal", past.entry.file);
}

/// "pipeline=280000 discount=14", as the command line takes it.
template <class Items, class Write>
FieldValue cell(const Items& items, std::string_view separator, const Write& write) {
    std::string text;
    for (const auto& item : items) {
        text += (text.empty() ? "" : std::string(separator)) + write(item);
    }
    return text_or_null(text);
}

std::vector<std::string> strings(const std::vector<Slug>& ids) {
    std::vector<std::string> texts;
    for (const Slug& id : ids) {
        texts.push_back(id.str());
    }
    return texts;
}

template <class Value>
FieldValue of_follow_up(const P& past, const Value& value) {
    return past.follow_up ? value(*past.follow_up) : FieldValue();
}

}  // namespace

const std::vector<OutputField<PastRecord>>& past_fields() {
    static const std::vector<OutputField<P>> fields{
        {"plan", [](const P& p) { return FieldValue(to_string(p.plan)); }},
        {"rep", [](const P& p) { return FieldValue(p.rep); }},
        {"date", [](const P& p) { return FieldValue(p.entry.record.date); }},
        {"kind",
         [](const P& p) { return FieldValue(std::string(to_string(p.entry.record.kind))); }},
        {"by", [](const P& p) { return text_or_null(p.entry.record.by); }},
        {"recorded", [](const P& p) { return text_or_null(p.entry.record.recorded.utc); }},
        {"written_on", [](const P& p) { return or_null(p.written_on); }},
        {"file", [](const P& p) { return FieldValue(file_of(p)); }},
        {"private", [](const P& p) { return FieldValue(is_private(p)); }},
        {"origin", [](const P& p) { return FieldValue(std::string(origin_of(p.entry))); }},
        {"polarity", [](const P& p) { return name_or_null(polarity(p.entry.record.kind)); }},
        {"text", [](const P& p) { return or_null(p.entry.record.text); }},
        {"label", [](const P& p) { return or_null(p.entry.record.label); }},
        {"rating", [](const P& p) { return or_null(p.entry.record.rating); }},
        {"rating_meaning", [](const P& p) { return or_null(p.rating_meaning); }},
        {"decision", [](const P& p) { return name_or_null(p.entry.record.decision); }},
        {"from", [](const P& p) { return or_null(p.entry.record.from); }},
        {"until", [](const P& p) { return or_null(p.entry.record.until); }},
        {"reason", [](const P& p) { return or_null(p.entry.record.reason); }},
        {"override", [](const P& p) { return or_null(p.entry.record.override_reason); }},
        {"role", [](const P& p) { return name_or_null(p.entry.record.role); }},
        {"answer", [](const P& p) { return name_or_null(p.entry.record.answer); }},
        {"witness", [](const P& p) { return or_null(p.entry.record.witness); }},
        {"entered_by", [](const P& p) { return or_null(p.entry.record.entered_by); }},
        {"on_behalf", [](const P& p) { return or_null(p.entry.record.on_behalf); }},
        {"terms", [](const P& p) { return or_null(p.entry.record.terms); }},
    };
    return fields;
}

const std::vector<OutputList>& past_lists() {
    static const std::vector<OutputList> lists{
        {"goals", [](const P& p) { return strings(p.entry.record.goals); }},
        {"skills", [](const P& p) { return strings(p.entry.record.skills); }},
        {"done", [](const P& p) { return strings(p.entry.record.done); }},
        {"strengths", [](const P& p) { return p.entry.record.strengths; }},
        {"improve", [](const P& p) { return p.entry.record.improve; }},
        {"opportunities", [](const P& p) { return p.entry.record.opportunities; }},
        {"blockers", [](const P& p) { return p.entry.record.blockers; }},
        {"next_steps", [](const P& p) { return p.entry.record.next_steps; }},
        {"evidence", [](const P& p) { return p.entry.record.evidence; }},
    };
    return lists;
}

const std::vector<OutputField<PastRecord>>& past_cells() {
    using F = FollowUpStatus;
    static const std::vector<OutputField<P>> cells{
        {"values",
         [](const P& p) {
             return cell(p.readings, " ", [](const PastReading& r) {
                 return fmt::format("{}={}", r.goal.str(), to_string(r.value));
             });
         }},
        {"levels",
         [](const P& p) {
             return cell(p.levels, " ", [](const PastLevel& l) {
                 return fmt::format("{}={}", l.skill.str(), l.level);
             });
         }},
        {"changes",
         [](const P& p) {
             return cell(p.entry.record.changes, "\n", [](const Change& c) { return describe(c); });
         }},
        {"follow_up",
         [](const P& p) { return of_follow_up(p, [](const F& f) { return FieldValue(f.what); }); }},
        {"follow_up_id",
         [](const P& p) {
             return of_follow_up(p, [](const F& f) { return text_or_null(f.id.str()); });
         }},
        {"follow_up_owner",
         [](const P& p) { return of_follow_up(p, [](const F& f) { return or_null(f.owner); }); }},
        {"follow_up_by",
         [](const P& p) { return of_follow_up(p, [](const F& f) { return FieldValue(f.by); }); }},
        {"follow_up_done_on",
         [](const P& p) { return of_follow_up(p, [](const F& f) { return or_null(f.done_on); }); }},
        {"follow_up_late_days",
         [](const P& p) {
             return of_follow_up(p, [](const F& f) { return FieldValue(f.late_days); });
         }},
    };
    return cells;
}

}  // namespace perfplan::output
