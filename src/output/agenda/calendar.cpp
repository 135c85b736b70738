#include "base/digest.hpp"
#include "format/icalendar.hpp"
#include "output/agenda/agenda.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

using icalendar::line;

/// By what a thing is, not by when: an export after a pause moves the events of the one before.
std::string uid(const AgendaEntry& entry) {
    const NextStep& step = entry.step;
    std::string uid = fmt::format("{}/{}", to_string(entry.plan), to_string(step.kind));
    if (!step.id.empty()) {
        uid += "/" + step.id;
    } else if (step.kind == StepKind::follow_up) {
        uid += "/" + short_digest(step.what);
    }
    if (step.number > 0) {
        uid += fmt::format("/{}", step.number);
    }
    return uid + "@perfplan";
}

std::string summary(const AgendaEntry& entry) {
    return fmt::format("{}{}: {}", entry.step.late_days > 0 ? "Overdue: " : "", entry.rep,
                       entry.step.what);
}

std::string description(const AgendaEntry& entry) {
    std::string text = fmt::format("Plan: {}", to_string(entry.plan));
    if (entry.step.owner) {
        text += "\nWho: " + *entry.step.owner;
    }
    if (entry.step.kind == StepKind::follow_up && !entry.step.id.empty()) {
        text += "\nFollow-up: " + entry.step.id;
    }
    return text;
}

std::string alarm_of(const AgendaEntry& entry, const std::string& duration) {
    return line("BEGIN", "VALARM") + line("ACTION", "DISPLAY") +
           line("DESCRIPTION", icalendar::text(summary(entry))) + line("TRIGGER", "-" + duration) +
           line("END", "VALARM");
}

std::string event(const AgendaEntry& entry, Date as_of, const std::optional<std::string>& alarm) {
    const NextStep& step = entry.step;
    std::string text = line("BEGIN", "VEVENT") + line("UID", icalendar::text(uid(entry)));
    text += line("DTSTAMP", icalendar::date(as_of) + "T000000Z");
    // a later export is the newer revision of every event in it
    text += line("SEQUENCE", std::to_string(std::max(0, as_of - Date())));
    text += line("DTSTART;VALUE=DATE", icalendar::date(step.on));
    text += line("DTEND;VALUE=DATE", icalendar::date(step.on + 1));
    text += line("SUMMARY", icalendar::text(summary(entry)));
    text += line("DESCRIPTION", icalendar::text(description(entry)));
    text += line("CATEGORIES", icalendar::text(to_string(step.kind)));
    text += line("STATUS", "CONFIRMED") + line("TRANSP", "TRANSPARENT") + line("CLASS", "PRIVATE");
    if (alarm && step.late_days == 0) {
        text += alarm_of(entry, *alarm);
    }
    return text + line("END", "VEVENT");
}

}  // namespace

std::string agenda_calendar(const Agenda& agenda, const std::optional<std::string>& alarm) {
    std::string text = line("BEGIN", "VCALENDAR") + line("VERSION", "2.0") +
                       line("PRODID", "-//perfplan//agenda//EN") + line("CALSCALE", "GREGORIAN") +
                       line("X-WR-CALNAME", icalendar::text(agenda.program));
    for (const AgendaEntry& entry : agenda.entries) {
        text += event(entry, agenda.as_of, alarm);
    }
    return text + line("END", "VCALENDAR");
}

}  // namespace perfplan::output
