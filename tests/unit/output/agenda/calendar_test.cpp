#include "base/text/text.hpp"
#include "format/icalendar.hpp"
#include "output/agenda/agenda.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::output;
using namespace perfplan::samples;

namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

/// The lines of a folded content line, with the space of those that continue it.
std::vector<std::string> folded_lines(std::string text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find("\r\n");
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(0, end));
        text.erase(0, end + 2);
    }
    return lines;
}

Agenda agenda_with(const NextStep& step) {
    AgendaEntry entry;
    entry.plan = *parse_plan_ref("dana-reyes/2026-q4");
    entry.rep = "Dana Reyes";
    entry.step = step;
    return {date("2026-10-14"), date("2026-11-13"), "Performance Plan", {entry}};
}

/// The value of the first line of that name in a calendar with this one step.
std::string value_of(std::string_view name, const NextStep& step,
                     const std::optional<std::string>& alarm = {}) {
    const std::string text = agenda_calendar(agenda_with(step), alarm);
    const std::string start = "\r\n" + std::string(name) + ":";
    const std::size_t at = text.find(start);
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t from = at + start.size();
    return text.substr(from, text.find("\r\n", from) - from);
}

NextStep third_review(std::string_view on) {
    NextStep step{date(on), StepKind::review};
    step.number = 3;
    step.what = "review";
    return step;
}

}  // namespace

TEST_SUITE_BEGIN("icalendar");

TEST_CASE("a line of 75 octets is not folded, one of 76 is") {
    CHECK(icalendar::line("SUMMARY", repeated("a", 67)) == "SUMMARY:" + repeated("a", 67) + "\r\n");
    CHECK(icalendar::line("SUMMARY", repeated("a", 68)) ==
          "SUMMARY:" + repeated("a", 67) + "\r\n a\r\n");
}

TEST_CASE("the space of a continued line counts") {
    const auto lines = folded_lines(icalendar::line("SUMMARY", repeated("a", 67 + 74 + 1)));
    REQUIRE(lines.size() == 3);
    CHECK(lines[1] == " " + repeated("a", 74));
    CHECK(lines[2] == " a");
}

TEST_CASE("folding cuts no character, whatever stands before it") {
    for (const std::string_view character : {"ü", "田", "🙂"}) {
        for (int before = 0; before < 80; ++before) {
            const std::string value = repeated("a", before) + repeated(character, 60);
            std::string unfolded;
            for (const std::string& each : folded_lines(icalendar::line("SUMMARY", value))) {
                CHECK(each.size() <= 75);
                CHECK_FALSE(find_invalid_utf8(each));
                unfolded += unfolded.empty() ? each : each.substr(1);
            }
            CHECK(unfolded == "SUMMARY:" + value);
        }
    }
}

TEST_CASE("backslash, semicolon, comma and line breaks are escaped, a colon is not") {
    CHECK(icalendar::text("a\\b; c, d: \"e\"\nf") == "a\\\\b\\; c\\, d: \"e\"\\nf");
}

TEST_CASE("a text has no control characters and no carriage return") {
    CHECK(icalendar::text("a\r\nb\x07") == "a\\\\r\\nb\\\\x07");
}

TEST_CASE("an event lasts the whole of its day and ends before the next") {
    CHECK(value_of("DTSTART;VALUE=DATE", third_review("2026-10-31")) == "20261031");
    CHECK(value_of("DTEND;VALUE=DATE", third_review("2026-10-31")) == "20261101");
}

TEST_CASE("an event keeps its UID when its date moves") {
    CHECK(value_of("UID", third_review("2026-10-22")) == "dana-reyes/2026-q4/review/3@perfplan");
    CHECK(value_of("UID", third_review("2026-11-05")) == "dana-reyes/2026-q4/review/3@perfplan");
}

TEST_CASE("each of a row of dates has its own UID") {
    NextStep fourth = third_review("2026-10-22");
    fourth.number = 4;
    CHECK(value_of("UID", fourth) != value_of("UID", third_review("2026-10-22")));
}

TEST_CASE("the stamp is the day of the agenda") {
    CHECK(value_of("DTSTAMP", third_review("2026-10-22")) == "20261014T000000Z");
}

TEST_CASE("what is late says so and rings no more") {
    NextStep late = third_review("2026-10-08");
    late.late_days = 6;
    CHECK(value_of("SUMMARY", late, "P1D") == "Overdue: Dana Reyes: review");
    CHECK(value_of("TRIGGER", late, "P1D").empty());
    CHECK(value_of("TRIGGER", third_review("2026-10-22"), "P1D") == "-P1D");
}

TEST_CASE("without an alarm there is none") {
    CHECK(value_of("TRIGGER", third_review("2026-10-22")).empty());
}

TEST_SUITE_END();
