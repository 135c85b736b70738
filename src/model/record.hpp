// journal/ and private/: what happened, one dated record a file.
#pragma once

#include "model/plan.hpp"
#include "yaml/value.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

enum class RecordKind {
    coaching,
    feedback,
    recognition,
    concern,
    training,
    evidence,
    general,
    response,
    reading,
    assessment,
    review,
    signature,
    amendment,
    terms,
};

enum class Decision { go_on, adjust, extend, pause, resume, met, not_met, withdraw };
enum class Answer { signed_, refused, unavailable };
enum class Effect { easier, harder, neutral };

/// A moment in UTC to the millisecond, 2026-10-14T09:30:00.000Z; empty if it is not known. Compares
/// by time.
struct Timestamp {
    std::string utc;
    friend std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b);
    friend bool operator==(const Timestamp& a, const Timestamp& b) { return (a <=> b) == 0; }
};

/// Accepts a fraction of any length, or none.
Parsed<Timestamp> parse_timestamp(std::string_view text);

/// 36 hours after the start of the next day in UTC: nobody who writes today, wherever on earth, has
/// a clock that is right and later.
Timestamp latest_moment(Date today);

/// Something to be done after a note.
struct FollowUp {
    Date by;
    std::string what;
    std::optional<std::string> owner;
};

/// A field that an amendment changed.
struct Change {
    std::string field;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<Effect> effect;
};

/// A record that another one lists.
struct ListedRecord {
    std::string file;    ///< its name in the same directory
    std::string digest;  ///< of its bytes when it was listed, "sha256:…"
};

/// One record. `kind` says which of the fields below the first block can be there.
struct Record {
    RecordKind kind = RecordKind::general;
    Date date;           ///< when it happened
    std::string by;      ///< who wrote it; of a signature: who signs
    Timestamp recorded;  ///< when it was written; empty in records written by hand

    std::optional<std::string> text;
    Keyed<Decimal> values;       ///< readings: goal id, number
    std::optional<int> again;    ///< 2 …: which of several equal records of a day it is
    std::vector<Slug> corrects;  ///< goals whose earlier readings of this date `values` replace
    Keyed<int> levels;           ///< assessments: skill id, 1 … 5
    std::vector<Slug> done;
    std::vector<Slug> goals;
    std::vector<Slug> skills;
    std::vector<std::string> evidence;
    std::optional<FollowUp> follow_up;

    std::optional<std::string> label;  // review
    std::optional<int> rating;
    std::vector<std::string> strengths;
    std::vector<std::string> improve;
    std::vector<std::string> opportunities;
    std::vector<std::string> blockers;
    std::vector<std::string> next_steps;
    std::optional<Decision> decision;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> reason;  // review and amendment
    std::optional<std::string> override_reason;

    std::optional<Role> role;  // signature
    std::optional<Answer> answer;
    std::optional<std::string> witness;
    std::optional<std::string> entered_by;  ///< who typed the signature in, if somebody else did
    std::optional<std::string> on_behalf;   ///< why `by` signs for the person the terms name
    std::optional<std::string> terms;       // signature and amendment: "sha256:…"

    std::vector<std::string> amends;  ///< amendment: the terms it builds on, "sha256:…"; several
                                      ///< after branches were merged, the newest first
    std::vector<Change> changes;

    std::vector<ListedRecord> after;  ///< the records that it follows
};

/// The most records that a record lists that decides nothing and is no signature or amendment.
inline constexpr std::size_t most_listed = 64;

/// True if it lists every record that no other lists yet.
bool lists_all(const Record& record);

/// True for the kinds that `note` writes: coaching … general, and response.
bool is_note(RecordKind kind);

/// What of a record counts, so that it can't be private: "values", "a review"; empty for words,
/// follow-ups, and links to goals and skills.
std::vector<std::string> what_counts(const Record& record);
/// The record without that; nothing if it counts as a whole.
std::optional<Record> words_of(Record record);

/// What a note says of the rep's work.
enum class Polarity { positive, neutral, negative };

/// Recognition is positive, a concern negative, every other kind of note neutral; nothing for a
/// response and for kinds that are no notes.
std::optional<Polarity> polarity(RecordKind kind);

std::string_view to_string(Polarity polarity);
std::string_view to_string(RecordKind kind);
std::string_view to_string(Decision decision);
std::string_view to_string(Answer answer);
std::string_view to_string(Effect effect);
Parsed<RecordKind> parse_record_kind(std::string_view text);
Parsed<Decision> parse_decision(std::string_view text);
std::vector<std::string> record_kinds();
/// The names of the kinds that `note --kind` takes.
std::vector<std::string> note_kinds();
std::vector<std::string> decisions();

/// A record's file name in its parts: <date>-<kind>[-<suffix>].yaml
struct RecordName {
    Date date;
    RecordKind kind = RecordKind::general;
    std::string suffix;  ///< empty: none
};

/// The parts of a record's file name, or what is wrong with it.
Parsed<RecordName> parse_record_name(std::string_view name);
std::string to_string(const RecordName& name);

/// A record's file as a record. `terms` has no fields and is not read here.
Result<Decoded<Record>> read_record(const yaml::Document& document);

/// The record as data, fields in their fixed order, absent ones left out.
yaml::Value to_value(const Record& record);

enum class Privacy { shared, private_ };

/// A record as it lies in a plan's directory.
struct JournalEntry {
    Record record;
    std::string file;  ///< its name in journal/ or private/
    Privacy privacy = Privacy::shared;
    enum class Origin {
        written,         ///< by a command: the name's suffix stands for what it says
        by_hand,         ///< with a suffix of its own, or none
        edited_by_hand,  ///< by a command, and changed since
    } origin = Origin::written;
};

/// All records of a plan, by date, then time of writing, then file name.
using Journal = std::vector<JournalEntry>;

/// Brings a journal into its order.
void sort(Journal& journal);
/// The journal as it is with one more record, which has no file yet.
Journal with_record(Journal journal, Record record);

/// Whether a record existed at the end of a day: what it tells had happened by then, and it was
/// written before noon UTC of the day after, by which that day has ended nearly everywhere. One
/// without a time of writing counts as written on its date.
bool is_known_on(const Record& record, Date day);

/// The journal as it was at the end of a day.
Journal known_on(const Journal& journal, Date day);

/// What a record says, as canonical data: all of it but `recorded` and `after`.
std::string record_content(const yaml::Node& root);

/// The eight characters that stand for what a record says.
std::string record_suffix(const yaml::Node& root);

}  // namespace perfplan::model
