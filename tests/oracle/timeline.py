"""From when to when a plan runs and which of its days count: counted day by day, so that it can be read as the rule.

The second opinion on src/evaluate, for the tests; see oracle.py.
"""

import calendar
import copy
import datetime
import re

DAY = datetime.timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEARCH = 731  # days in which the next workday is looked for


def to_date(text):
    return datetime.date.fromisoformat(text)


def every_day(first, last):
    """The dates from first to last, both included; none if last is before first."""
    return (first + n * DAY for n in range((last - first).days + 1))


def add_months(date, months):
    """The same day of another month, or that month's last day if it lacks it."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def interval_of(schedule):
    """(weeks, months) of 'weekly', 'every 2 weeks', 'monthly' …"""
    n, unit = re.fullmatch(r"(?:every )?(?:(\d+) )?(week|month)(?:s|ly)?", schedule).groups()
    return (int(n or 1), 0) if unit == "week" else (0, int(n or 1))


class Timeline:
    """A plan's window on a date, with the pauses and extensions that were decided by then."""

    def __init__(self, settings, terms, journal, as_of):
        known = settings.get("calendar", {})
        self.week = {WEEKDAYS.index(day) for day in known.get("workdays", WEEKDAYS[:5])}
        self.holidays = {to_date(day) for day in known.get("holidays", ())}
        self.basis = settings.get("policy", {}).get("pace", "workdays")
        self.extends = settings.get("policy", {}).get("pause_extends", "calendar")
        self.starts = to_date(terms["starts"])
        self.first_end = self.ends = to_date(terms["ends"])
        self.pauses = []
        for first, last in self.decided(journal, as_of):
            if first is None:
                self.ends = last
            else:
                self.pause(first, last)

    def decided(self, journal, as_of):
        """Pauses as (first, last), as they turned out, and extensions as (None, new end), in order."""
        decisions = []
        for record in journal:
            fields = record.fields if record.kind == "review" else {}
            day = to_date(fields["from"]) if "from" in fields else record.date
            until = to_date(fields["until"]) if "until" in fields else None
            match fields.get("decision"):
                case "pause":
                    # without an end: for as long as anybody can think of, until it is cut short
                    decisions.append([day, until or datetime.date.max])
                case "resume":
                    for pause in decisions:
                        if pause[0] is not None and pause[0] <= day <= pause[1]:
                            pause[1] = day - DAY
                case "extend" if until:
                    decisions.append([None, until])
        return [(first, max(first, as_of) if last == datetime.date.max else last) for first, last in decisions]

    def pause(self, first, last):
        """The days of it that were not paused already move the end, if it begins before that."""
        known = {day for pause in self.pauses for day in every_day(*pause)}
        new = [day for day in every_day(first, last) if day not in known]
        if first <= self.ends:
            self.ends = self.later(self.ends, new)
        self.pauses = []
        for day in sorted(known.union(new)):
            if self.pauses and self.pauses[-1][1] == day - DAY:
                self.pauses[-1] = (self.pauses[-1][0], day)
            else:
                self.pauses.append((day, day))

    def begun_on(self, starts):
        """The same for what counts from a later day: what was over by then does not move it."""
        line = copy.copy(self)
        line.starts = max(self.starts, starts)
        line.pauses = [pause for pause in self.pauses if pause[1] >= line.starts]
        return line

    # ---- which days count

    def is_workday(self, date):
        return date.weekday() in self.week and date not in self.holidays

    def is_paused(self, date):
        return any(first <= date <= last for first, last in self.pauses)

    def counts(self, date):
        return not self.is_paused(date) and (self.basis == "calendar" or self.is_workday(date))

    def days(self, first, last):
        return sum(map(self.counts, every_day(first, last)))

    def workday_on_or_after(self, date):
        return next((day for day in every_day(date, date + SEARCH * DAY) if self.is_workday(day)), date)

    # ---- what pauses move

    def later(self, date, paused):
        """A date moved by paused days."""
        if self.extends == "calendar":
            return date + len(paused) * DAY
        if self.extends == "workdays":
            for _ in filter(self.is_workday, paused):
                date = self.workday_on_or_after(date + DAY)
        return date

    def moved(self, date):
        for pause in self.pauses:
            if pause[0] <= date:
                date = self.later(date, list(every_day(*pause)))
        return date

    # ---- due dates

    def agreed_dates(self, schedule):
        """As agreed, in order, up to the plan's end."""
        if not isinstance(schedule, str):
            agreed = sorted(map(to_date, schedule))
        else:
            weeks, months = interval_of(schedule)
            length = (self.ends - self.starts).days
            agreed = [self.starts + n * weeks * 7 * DAY if weeks else add_months(self.starts, n * months)
                      for n in range(1, length + 2)]
        return [date for date in agreed if date <= self.ends]

    def due_dates(self, schedule):
        """Moved by pauses, then to a workday; those inside the window and outside of pauses, each once."""
        due = []
        for agreed in self.agreed_dates(schedule) if schedule else ():
            moved = self.workday_on_or_after(self.moved(agreed))
            inside = self.starts <= moved <= self.ends and not self.is_paused(moved)
            if inside and (not due or due[-1] < moved):
                due.append(moved)
        return due


def covered(due, held, starts):
    """Which due dates are covered by what was held: the latest on or before it that nothing covers yet, else the
    next one if it was held in that one's interval: after the due date before it, or from the plan's start on."""
    taken = set()
    for day in held:
        before = [date for date in due if date <= day and date not in taken]
        after = [date for date in due if date > day]
        if before:
            taken.add(before[-1])
        elif after and after[0] not in taken:
            previous = [date for date in due if date < after[0]]
            if (previous[-1] < day) if previous else (starts <= day):
                taken.add(after[0])
    return taken
