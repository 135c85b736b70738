#include "model/record.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::model;
using namespace perfplan::samples;

namespace {

constexpr std::string_view coaching =
    "kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Two calls\n";

std::string suffix_of(std::string_view text) {
    return record_suffix(document(text).root());
}

std::string name_error(std::string_view name) {
    const auto parsed = parse_record_name(name);
    return parsed ? "no error" : parsed.error().message;
}

}  // namespace

TEST_SUITE_BEGIN("record");

TEST_CASE("what is written reads back as the same record") {
    Record review;
    review.kind = RecordKind::review;
    review.date = date("2026-10-12");
    review.by = "Jürgen Groß";
    review.recorded = {"2026-10-12T15:04:05.678Z"};
    review.text = "First line\n\n  indented: yes # no comment\nlast";
    review.values = {{*parse_slug("pipeline"), number("310000.5")}};
    review.levels = {{*parse_slug("discovery"), 3}};
    review.done = {*parse_slug("meddicc-workshop")};
    review.rating = 3;
    review.strengths = {"- not a list", "no", "0123"};
    review.decision = Decision::not_met;
    review.override_reason = "Reorganisation: territory split";
    review.follow_up = FollowUp{date("2026-10-20"), "Send the template", "Mia Chen"};
    const std::string text = yaml::write(to_value(review));
    const Record again = record(text).record;
    CHECK(yaml::write(to_value(again)) == text);
    CHECK(again.text == review.text);
    CHECK(again.strengths == review.strengths);
    CHECK(again.recorded == review.recorded);
    CHECK(again.follow_up->owner == "Mia Chen");
}

TEST_CASE("the suffix stands for what a record says, not for when it was written or how") {
    const std::string same = suffix_of(coaching);
    CHECK(suffix_of(std::string(coaching) + "recorded: 2026-10-05T09:00:00Z\n") == same);
    CHECK(
        suffix_of(
            "# a comment\nby: \"Mia Chen\"\ndate: 2026-10-05\nkind: coaching\ntext: 'Two calls'\n") ==
        same);
    CHECK(suffix_of("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Two call\n") != same);
    CHECK(suffix_of("kind: coaching\ndate: 2026-10-06\nby: Mia Chen\ntext: Two calls\n") != same);
    CHECK(suffix_of(std::string(coaching) + "goals: [pipeline]\n") != same);
}

TEST_CASE("a record's name has its date, its kind and perhaps a suffix") {
    const RecordName name = parse_record_name("2026-10-05-coaching-k3f9x2wd.yaml").value();
    CHECK(name.date == date("2026-10-05"));
    CHECK(name.kind == RecordKind::coaching);
    CHECK(name.suffix == "k3f9x2wd");
    CHECK(to_string(name) == "2026-10-05-coaching-k3f9x2wd.yaml");
    CHECK(parse_record_name("2026-10-05-coaching.yaml").value().suffix.empty());
    CHECK(parse_record_name("2026-10-05-coaching-second-call.yaml").value().suffix ==
          "second-call");
}

TEST_CASE("other names are refused") {
    for (const char* name :
         {"notes.yaml", "2026-10-05.yaml", "2026-10-05-coaching.yml", "2026-13-05-coaching.yaml",
          "2026-10-05-coaching-.yaml", "2026-10-05-coaching-A.yaml", "2026-10-05-gossip.yaml",
          "2026-10-05-coaching-k3f9x2wd (conflicted copy).yaml"}) {
        CHECK(name_error(name) == "'" + std::string(name) + "' is not the name of a record");
    }
}

TEST_CASE("a time is in UTC and nothing else") {
    CHECK(parse_timestamp("2026-10-14T09:30:00Z").has_value());
    CHECK_FALSE(parse_timestamp("2026-10-14T24:30:00Z").has_value());
    CHECK(parse_timestamp("2026-10-14T09:30:00.123456Z").has_value());
    for (const char* text :
         {"2026-10-14", "2026-10-14T09:30:00", "2026-10-14T09:30:00+02:00", "2026-02-30T09:30:00Z",
          "2026-10-14T09:30:00.Z", "2026-10-14 09:30:00Z", "Z"}) {
        CHECK_FALSE(parse_timestamp(text).has_value());
    }
}

TEST_CASE("records sort by date, then by time of writing, then by name") {
    const Journal sorted = journal({reading("2026-10-14", "p", "2", "2026-10-14T10:00:00Z"),
                                    reading("2026-10-14", "p", "1", "2026-10-14T09:00:00Z"),
                                    reading("2026-10-01", "p", "3", "2026-10-20T10:00:00Z")});
    CHECK(sorted[0].record.values.front().second == Decimal(3));
    CHECK(sorted[1].record.values.front().second == Decimal(1));
    CHECK(sorted[2].record.values.front().second == Decimal(2));
}

TEST_CASE("a record is known from the day on which it happened") {
    const Record call = record(coaching).record;
    CHECK_FALSE(is_known_on(call, date("2026-10-04")));
    CHECK(is_known_on(call, date("2026-10-05")));
    CHECK(is_known_on(call, date("2027-10-05")));
}

TEST_CASE("a record written later than its date is known from the day on which it was written") {
    const auto known = [](std::string_view recorded, std::string_view day) {
        return is_known_on(reading("2026-10-05", "p", "1", recorded).record, date(day));
    };
    CHECK(known("2026-10-05T09:00:00Z", "2026-10-05"));
    CHECK_FALSE(known("2026-11-02T09:00:00Z", "2026-10-05"));
    CHECK_FALSE(known("2026-11-02T09:00:00Z", "2026-10-31"));
    CHECK(
        known("2026-11-02T09:00:00Z", "2026-11-01"));  // it may have been the 1st west of Greenwich
    CHECK(known("2026-11-02T09:00:00Z", "2026-11-02"));
}

TEST_CASE("a day is over at noon UTC of the next one") {
    const auto known = [](std::string_view recorded) {
        return is_known_on(reading("2026-12-31", "p", "1", recorded).record, date("2026-12-31"));
    };
    CHECK(known("2027-01-01T11:59:59Z"));
    CHECK(known("2027-01-01T11:59:59.999999Z"));
    CHECK_FALSE(known("2027-01-01T12:00:00Z"));
    CHECK_FALSE(known("2027-01-01T12:00:00.000Z"));
    CHECK_FALSE(known("2027-01-01T12:00:00.001Z"));
}

TEST_CASE("the journal of a day keeps its order and leaves out what was not known") {
    const Journal all = journal({reading("2026-10-05", "p", "1", "2026-10-05T09:00:00Z"),
                                 reading("2026-10-05", "p", "2", "2026-10-20T09:00:00Z"),
                                 reading("2026-10-06", "p", "3", "2026-10-06T09:00:00Z"),
                                 reading("2026-10-08", "p", "4", "2026-10-08T09:00:00Z")});
    const Journal known = known_on(all, date("2026-10-07"));
    REQUIRE(known.size() == 2);
    CHECK(known[0].record.values.front().second == Decimal(1));
    CHECK(known[1].record.values.front().second == Decimal(3));
    CHECK(known_on(all, date("2026-10-20")).size() == all.size());
}

TEST_CASE("a level outside the scale is refused") {
    const auto read = read_record(
        document("kind: assessment\ndate: 2026-10-05\nby: Mia Chen\nlevels: {discovery: 6}\n"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().front().message == "level of 'discovery' is 6, levels are 1 to 5");
}

TEST_CASE("recognition is positive, a concern negative, other notes are neutral") {
    CHECK(polarity(RecordKind::recognition) == Polarity::positive);
    CHECK(polarity(RecordKind::concern) == Polarity::negative);
    for (const RecordKind kind : {RecordKind::coaching, RecordKind::feedback, RecordKind::training,
                                  RecordKind::evidence, RecordKind::general}) {
        CHECK(polarity(kind) == Polarity::neutral);
    }
}

TEST_CASE("the rep's own words and records that are no notes say nothing of the rep's work") {
    for (const RecordKind kind :
         {RecordKind::response, RecordKind::reading, RecordKind::assessment, RecordKind::review,
          RecordKind::signature, RecordKind::amendment, RecordKind::terms}) {
        CHECK_FALSE(polarity(kind).has_value());
    }
}

TEST_CASE("an unknown kind is refused with the nearest one") {
    const auto read = read_record(document("kind: coching\ndate: 2026-10-05\nby: Mia Chen\n"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().front().message == "kind can't be 'coching'");
    CHECK(read.error().front().hint.starts_with("did you mean 'coaching'?"));
}

TEST_CASE("times compare as times, however many digits of a second they have") {
    const auto at = [](std::string_view text) { return parse_timestamp(text).value(); };
    CHECK(at("2026-10-14T10:00:00Z") < at("2026-10-14T10:00:00.5Z"));
    CHECK(at("2026-10-14T10:00:00.5Z") == at("2026-10-14T10:00:00.500Z"));
    CHECK(at("2026-10-14T10:00:00.000Z") == at("2026-10-14T10:00:00Z"));
    CHECK(at("2026-10-14T10:00:00.45Z") < at("2026-10-14T10:00:00.5Z"));
    CHECK(Timestamp{} < at("2026-10-14T10:00:00Z"));
}

TEST_SUITE_END();
