#include "model/record.hpp"

#include "base/digest.hpp"
#include "base/text/text.hpp"
#include "model/fields/codec.hpp"
#include "model/fields/role.hpp"
#include "model/sealed_terms.hpp"
#include "yaml/canonical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace perfplan::model {

namespace {

constexpr std::size_t date_length = 10;

}  // namespace

// ---- names

template <>
struct Names<RecordKind> {
    static constexpr std::array<std::pair<std::string_view, RecordKind>, 14> table{
        {{"coaching", RecordKind::coaching},
         {"feedback", RecordKind::feedback},
         {"recognition", RecordKind::recognition},
         {"concern", RecordKind::concern},
         {"training", RecordKind::training},
         {"evidence", RecordKind::evidence},
         {"general", RecordKind::general},
         {"response", RecordKind::response},
         {"reading", RecordKind::reading},
         {"assessment", RecordKind::assessment},
         {"review", RecordKind::review},
         {"signature", RecordKind::signature},
         {"amendment", RecordKind::amendment},
         {"terms", RecordKind::terms}}};
    static constexpr std::array<std::string_view, 14> meanings{
        "what was worked on together",
        "what was said of the rep's work",
        "praise",
        "a worry",
        "a training that took place",
        "something that shows how things stand",
        "anything else",
        "the rep's own words",
        "figures of goals",
        "levels of skills",
        "a review",
        "an answer to the terms",
        "a change of signed terms",
        "a copy of the terms"};
};

template <>
struct Names<Decision> {
    static constexpr std::array<std::pair<std::string_view, Decision>, 8> table{
        {{"continue", Decision::go_on},
         {"adjust", Decision::adjust},
         {"extend", Decision::extend},
         {"pause", Decision::pause},
         {"resume", Decision::resume},
         {"met", Decision::met},
         {"not-met", Decision::not_met},
         {"withdraw", Decision::withdraw}}};
    static constexpr std::array<std::string_view, 8> meanings{
        "the plan goes on as it is", "something in it is to change", "it ends later: until",
        "it rests: from, until",     "a pause ends: from",           "it succeeded",
        "it did not succeed",        "it is ended without a result"};
};

template <>
struct Names<Answer> {
    static constexpr std::array<std::pair<std::string_view, Answer>, 3> table{
        {{"signed", Answer::signed_},
         {"refused", Answer::refused},
         {"unavailable", Answer::unavailable}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "received; that is no consent", "received, and not signed", "could not be reached"};
};

template <>
struct Names<Effect> {
    static constexpr std::array<std::pair<std::string_view, Effect>, 3> table{
        {{"easier", Effect::easier}, {"harder", Effect::harder}, {"neutral", Effect::neutral}}};
    static constexpr std::array<std::string_view, 3> meanings{"easier for the rep",
                                                              "harder for the rep", "neither"};
};

std::optional<Polarity> polarity(RecordKind kind) {
    switch (kind) {
        case RecordKind::recognition: return Polarity::positive;
        case RecordKind::concern: return Polarity::negative;
        default:
            return is_note(kind) && kind != RecordKind::response ? std::optional(Polarity::neutral)
                                                                 : std::nullopt;
    }
}

std::string_view to_string(Polarity polarity) {
    switch (polarity) {
        case Polarity::positive: return "positive";
        case Polarity::neutral: return "neutral";
        case Polarity::negative: return "negative";
    }
    return "?";
}

std::string_view to_string(RecordKind kind) {
    return name_of(kind);
}

std::string_view to_string(Decision decision) {
    return name_of(decision);
}

std::string_view to_string(Answer answer) {
    return name_of(answer);
}

std::string_view to_string(Effect effect) {
    return name_of(effect);
}

Parsed<RecordKind> parse_record_kind(std::string_view text) {
    return parse_name<RecordKind>(text, "kind");
}

Parsed<Decision> parse_decision(std::string_view text) {
    return parse_name<Decision>(text, "decision");
}

bool is_note(RecordKind kind) {
    return kind <= RecordKind::response;
}

std::vector<std::string> record_kinds() {
    return names_of<RecordKind>();
}

std::vector<std::string> note_kinds() {
    std::vector<std::string> kinds;
    for (const auto& [name, kind] : Names<RecordKind>::table) {
        if (is_note(kind)) {
            kinds.emplace_back(name);
        }
    }
    return kinds;
}

std::vector<std::string> decisions() {
    return names_of<Decision>();
}

// ---- timestamps

std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b) {
    // 10:00:00Z is 10:00:00.000Z and before 10:00:00.5Z, which is 10:00:00.50Z
    const auto digits = [](std::string_view utc) {
        utc = utc.substr(0, utc.find('Z'));
        const std::size_t point = utc.find('.');
        const std::size_t last = utc.find_last_not_of('0');
        return point == std::string_view::npos ? utc
                                               : utc.substr(0, last == point ? point : last + 1);
    };
    return digits(a.utc) <=> digits(b.utc);
}

std::vector<std::string> what_counts(const Record& record) {
    std::vector<std::string> counts;
    const auto add = [&](bool is_there, std::string_view what) {
        if (is_there) {
            counts.emplace_back(what);
        }
    };
    add(!is_note(record.kind) || record.kind == RecordKind::response,
        fmt::format("a record of kind {}", to_string(record.kind)));
    add(!record.values.empty(), "values");
    add(!record.levels.empty(), "levels");
    add(!record.done.empty(), "done");
    add(record.decision.has_value(), "decision");
    add(record.rating.has_value(), "rating");
    return counts;
}

std::optional<Record> words_of(Record record) {
    if (!is_note(record.kind) || record.kind == RecordKind::response) {
        return std::nullopt;
    }
    record.values.clear();
    record.corrects.clear();
    record.levels.clear();
    record.done.clear();
    record.decision = std::nullopt;
    record.rating = std::nullopt;
    return record;
}

Timestamp latest_moment(Date today) {
    return {to_string(today + 2) + "T12:00:00.000Z"};
}

Parsed<Timestamp> parse_timestamp(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
    const auto fits = [](char c, char shape) {
        return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
    };
    const bool has_form =
        text.size() > form.size() && std::equal(form.begin(), form.end(), text.begin(),
                                                [&](char s, char c) { return fits(c, s); });
    std::string_view rest = text.substr(std::min(text.size(), form.size()));
    const bool has_zone = rest.ends_with('Z');
    rest = rest.substr(0, rest.size() - (has_zone ? 1 : 0));
    const bool has_fraction =
        rest.empty() || (rest.size() > 1 && rest.front() == '.' &&
                         rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
    const bool is_time = has_form && text.substr(11, 2) < "24" && text[14] < '6' && text[17] < '7';
    if (!is_time || !has_zone || !has_fraction || !parse_date(text.substr(0, date_length))) {
        return misread(fmt::format("'{}' is no time in UTC", visible(text)),
                       "write it like 2026-10-14T09:30:00Z");
    }
    return Timestamp{std::string(text)};
}

template <>
struct OptionalTraits<Timestamp> {
    using Value = Timestamp;
    static bool is_absent(const Timestamp& time) { return time.utc.empty(); }
    static const Timestamp& get(const Timestamp& time) { return time; }
};

template <>
struct Codec<Timestamp> {
    static constexpr Holds holds = Holds::line;
    static std::optional<Timestamp> read(Decoder& decoder, yaml::Node node,
                                         std::string_view field) {
        const yaml::Node scalar = expect_scalar(decoder, node, field, "a time in UTC");
        if (!scalar) {
            return std::nullopt;
        }
        auto time = parse_timestamp(scalar.text());
        if (!time) {
            decoder.misread(node, field, time.error());
            return std::nullopt;
        }
        return *std::move(time);
    }
    static yaml::Value write(const Timestamp& time) { return yaml::Value::verbatim(time.utc); }
    static Shape shape() { return {Shape::Kind::time}; }
};

template <>
struct Codec<std::vector<ListedRecord>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<std::vector<ListedRecord>> read(Decoder& decoder, yaml::Node node,
                                                         std::string_view field) {
        std::vector<ListedRecord> records;
        if (!expect_mapping(decoder, node, field, "names of records, each with its SHA-256")) {
            return std::nullopt;
        }
        for (yaml::Node entry = node.first_child(); entry; entry = entry.next_sibling()) {
            const auto name = parse_record_name(entry.key().text());
            if (!name) {
                decoder.error_at_key(entry, name.error().message, name.error().hint);
            }
            const yaml::Node digest =
                expect_scalar(decoder, entry, entry.key().text(), "a SHA-256");
            if (digest && !is_terms_digest(digest.text())) {
                decoder.error_at_value(digest,
                                       fmt::format("'{}' is no SHA-256", visible(digest.text())),
                                       "write 'sha256:' and the 64 digits that sha256sum prints");
            } else if (name && digest) {
                records.push_back({std::string(entry.key().text()), std::string(digest.text())});
            }
        }
        return records;
    }
    static yaml::Value write(const std::vector<ListedRecord>& records) {
        std::vector<yaml::Value::Entry> entries;
        entries.reserve(records.size());
        for (const ListedRecord& record : records) {
            entries.emplace_back(record.file, Codec<std::string>::write(record.digest));
        }
        return yaml::Value::mapping(std::move(entries));
    }
    static Shape shape() { return {Shape::Kind::digests}; }
};

// ---- tables of fields

template <>
struct Fields<FollowUp> {
    static constexpr std::string_view noun = "follow-up";
    static const std::vector<Field<FollowUp>>& table() {
        static const std::vector<Field<FollowUp>> fields{
            field<&FollowUp::by>("by", "when it is to be done", Presence::required),
            line<&FollowUp::what>("what", "what is to be done", Presence::required),
            line<&FollowUp::owner>("owner", "who does it"),
        };
        return fields;
    }
};

template <>
struct Fields<Change> {
    static constexpr std::string_view noun = "change";
    static const std::vector<Field<Change>>& table() {
        static const std::vector<Field<Change>> fields{
            line<&Change::field>("field", "path of the field, such as goals.pipeline.target",
                                 Presence::required),
            field<&Change::from>("from", "what it was"),
            field<&Change::to>("to", "what it became"),
            field<&Change::effect>("effect", "whether that is easier or harder for the rep"),
        };
        return fields;
    }
};

template <>
struct Fields<Record> {
    static constexpr std::string_view noun = "record";
    static const std::vector<Field<Record>>& table() {
        using R = Record;
        static const std::vector<Field<R>> fields{
            field<&R::kind>("kind", "what sort of record it is", Presence::required),
            field<&R::date>("date", "when it happened", Presence::required),
            line<&R::by>("by", "who wrote it", Presence::required),
            field<&R::recorded>("recorded", "when it was written, in UTC"),
            line<&R::label>("label", "what the review is called"),
            field<&R::rating>("rating", "the rating, see ratings in perfplan.yaml"),
            field<&R::role>("role", "in which role it was signed"),
            field<&R::answer>("answer", "what the signer answered"),
            line<&R::witness>("witness", "who saw a refusal"),
            line<&R::entered_by>("entered_by", "who typed the signature in for the signer"),
            line<&R::on_behalf>("on_behalf", "why somebody signs for the person the terms name"),
            field<&R::decision>("decision", "what the review decided"),
            field<&R::from>("from", "first day of a pause; of a resumption the first day after it"),
            field<&R::until>("until", "new last day of an extension, last day of a pause"),
            field<&R::reason>("reason", "why"),
            field<&R::override_reason>("override", "why the decision stands against the figures"),
            field<&R::terms>("terms", "digest of the terms it is about"),
            field<&R::amends>("amends", "digests of the terms that an amendment builds on"),
            field<&R::changes>("changes", "the fields an amendment changed"),
            field<&R::values>("values", "readings: a number for each goal"),
            field<&R::again>("again", "which of several equal records of a day it is, from 2 on"),
            field<&R::corrects>("corrects",
                                "goals whose earlier readings of that date it replaces"),
            level<&R::levels>("levels", "assessments: a level for each skill"),
            field<&R::done>("done", "activities and deliverables that are done"),
            field<&R::goals>("goals", "goals that it concerns"),
            field<&R::skills>("skills", "skills that it concerns"),
            field<&R::strengths>("strengths", "what went well"),
            field<&R::improve>("improve", "what must get better"),
            field<&R::opportunities>("opportunities", "what could be done"),
            field<&R::blockers>("blockers", "what stands in the way"),
            field<&R::next_steps>("next_steps", "what happens next"),
            field<&R::evidence>("evidence", "links and file names that show it"),
            field<&R::follow_up>("follow_up", "what is to be done, by when"),
            field<&R::text>("text", "in words"),
            field<&R::after>("after", "the records that it follows, each with its SHA-256"),
        };
        return fields;
    }
    static void validate(Decoder& decoder, yaml::Node node, const Record& record) {
        for (const auto& [skill, level] : record.levels) {
            if (level < lowest_level || level > highest_level) {
                decoder.error_at_value(
                    node.find("levels").find(skill.str()),
                    fmt::format("level of '{}' is {}, levels are 1 to 5", skill.str(), level));
            }
        }
        for (const Slug& goal : record.corrects) {
            if (find(record.values, goal.str()) == nullptr) {
                decoder.error_at_value(
                    node.find("corrects"),
                    fmt::format("corrects '{}', but has no value for it", goal.str()));
            }
        }
        if (record.from && record.until && *record.until < *record.from) {
            decoder.error_at_value(node.find("until"), "until is before from");
        }
    }
};

Shape record_shape() {
    return shape_of<Record>();
}

Result<Decoded<Record>> read_record(const yaml::Document& document) {
    return read_document<Record>(document);
}

yaml::Value to_value(const Record& record) {
    return write_fields(record);
}

bool lists_all(const Record& record) {
    return record.decision || record.kind == RecordKind::signature ||
           record.kind == RecordKind::amendment;
}

std::string record_content(const yaml::Node& root) {
    return yaml::canonical(root, {"recorded", "after"});
}

std::string record_suffix(const yaml::Node& root) {
    return short_digest(record_content(root));
}

Journal with_record(Journal journal, Record record) {
    constexpr std::string_view no_file = "~";  // behind those of the same moment
    journal.push_back(
        {std::move(record), std::string(no_file), Privacy::shared, JournalEntry::Origin::written});
    sort(journal);
    return journal;
}

void sort(Journal& journal) {
    std::sort(journal.begin(), journal.end(), [](const JournalEntry& a, const JournalEntry& b) {
        return std::tie(a.record.date, a.record.recorded, a.file) <
               std::tie(b.record.date, b.record.recorded, b.file);
    });
}

bool is_known_on(const Record& record, Date day) {
    return record.date <= day &&
           (record.recorded.utc.empty() || record.recorded.utc < to_string(day + 1) + "T12:00:00");
}

Journal known_on(const Journal& journal, Date day) {
    Journal known;
    std::copy_if(journal.begin(), journal.end(), std::back_inserter(known),
                 [&](const JournalEntry& entry) { return is_known_on(entry.record, day); });
    return known;
}

// ---- file names

namespace {

constexpr std::string_view extension = ".yaml";

ParseError no_record_name(std::string_view name, std::string hint) {
    return {fmt::format("'{}' is not the name of a record", visible(name)), std::move(hint), 0, 0};
}

bool is_suffix_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

Parsed<RecordName> parse_record_name(std::string_view name) {
    const std::string form = "call it <date>-<kind>.yaml, such as 2026-10-05-coaching.yaml";
    if (!name.ends_with(extension) || name.size() < date_length + extension.size() + 2) {
        return tl::unexpected(no_record_name(name, form));
    }
    const auto date = parse_date(name.substr(0, date_length));
    if (!date || name[date_length] != '-') {
        return tl::unexpected(no_record_name(name, form));
    }
    std::string_view rest = name.substr(date_length + 1);
    rest.remove_suffix(extension.size());
    const std::size_t dash = rest.find('-');
    const auto kind = parse_record_kind(rest.substr(0, dash));
    if (!kind) {
        return tl::unexpected(no_record_name(name, kind.error().hint));
    }
    const std::string suffix(dash == std::string_view::npos ? "" : rest.substr(dash + 1));
    if ((dash != std::string_view::npos && suffix.empty()) ||
        !std::all_of(suffix.begin(), suffix.end(), is_suffix_character)) {
        return tl::unexpected(
            no_record_name(name, "a suffix has small letters, digits and dashes"));
    }
    return RecordName{*date, *kind, suffix};
}

std::string to_string(const RecordName& name) {
    return fmt::format("{}-{}{}{}{}", to_string(name.date), to_string(name.kind),
                       name.suffix.empty() ? "" : "-", name.suffix, extension);
}

}  // namespace perfplan::model
