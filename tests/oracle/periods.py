"""The periods of a goal that is judged by period, counted day by day. The second opinion on src/evaluate; see oracle.py."""

import math
from fractions import Fraction

from timeline import DAY, add_months, every_day, interval_of


class Periods:
    """Which periods count, in how many the goal must hold, and the verdict of each."""

    def __init__(self, goal):
        self.goal, self.line, self.terms = goal, goal.line, goal.terms
        self.sense = "at_most" if "at_most" in goal.terms else "at_least"
        self.partial = goal.plan.policy.get("partial_periods", "pro_rata")
        now = self.counted(goal.start, goal.due, self.line.is_paused)
        agreed = self.counted(goal.start, goal.agreed_due, lambda day: False)
        self.required = min(self.required_of(len(agreed)), len(now))
        self.judged = [self.judge(*period) for period in now]

    def required_of(self, n):
        asked = str(self.terms.get("holds_in", "all"))
        if asked == "all":
            return n
        return math.ceil(Fraction(asked[:-1]) * n / 100) if asked.endswith("%") else int(asked)

    # ---- which periods there are

    def name(self, day, first):
        """Days of one period have one name."""
        match self.terms["every"]:
            case "week":
                return day - day.weekday() * DAY
            case "2 weeks":
                monday = first - first.weekday() * DAY
                return (day - monday).days // 14
            case "month":
                return day.year, day.month
            case "quarter":
                months = day.year * 12 + day.month - 1 - self.fiscal_start()
                return months // 3
            case "day":
                before = [one for one in every_day(first, day) if self.line.is_workday(one)]
                if before:
                    return before[-1]
                return next((one for one in every_day(day, day + 730 * DAY) if self.line.is_workday(one)), day)

    def fiscal_start(self):
        names = ("january february march april may june july august september october november december").split()
        return names.index(self.goal.plan.settings.get("calendar", {}).get("fiscal_year_starts", "january"))

    def counted(self, first, last, is_paused):
        """(days in the window, target) of every period that counts."""
        names = {}
        for day in every_day(first, last):
            names.setdefault(self.name(day, first), []).append(day)
        found = []
        for index, (name, days) in enumerate(names.items()):
            left = sum(self.line.is_workday(day) and not is_paused(day) for day in days)
            around = (every_day(first, last) if self.terms["every"] == "day"
                      else every_day(days[0] - 93 * DAY, days[-1] + 93 * DAY))
            whole = sum(self.line.is_workday(day) for day in around if self.name(day, first) == name)
            if left == 0 or (left < whole and self.partial == "skip"):
                continue
            figures = self.terms[self.sense]
            figures = figures if isinstance(figures, list) else [figures]
            target = Fraction(figures[min(index, len(figures) - 1)])
            if self.partial == "pro_rata" and self.goal.how() == "sum":
                target = target * left / whole
            found.append((days, target))
        return found

    # ---- what became of each

    def judge(self, days, target):
        goal = self.goal
        own = [(on, value) for on, value, _ in goal.readings if days[0] <= on <= days[-1] and on <= goal.due]
        values = [value for _, value in own]
        value = None if not values else {"latest": values[-1], "sum": sum(values),
                                         "mean": sum(values) / len(values)}[goal.how()]
        return {"from": days[0], "to": days[-1], "target": target, "value": value,
                "verdict": self.verdict(days, target, value)}

    def verdict(self, days, target, value):
        as_of = self.goal.as_of
        if as_of < days[0]:
            return "pending"
        holds = value is not None and (value <= target if self.sense == "at_most" else value >= target)
        if as_of <= days[-1]:
            is_sum = value is not None and self.goal.how() == "sum"
            if is_sum and self.sense == "at_most" and not holds:
                return "missed"
            return "held" if is_sum and self.sense == "at_least" and holds else "running"
        if value is not None:
            return "held" if holds else "missed"
        later = any(days[-1] < on <= self.goal.due for on, *_ in self.goal.readings)
        return "no-data" if later or self.is_given_up(days[-1]) else "pending"

    def is_given_up(self, ended):
        """As a reading of that day would be stale; in weeks, where no reviews say when."""
        age = sum(not self.line.is_paused(day) for day in every_day(ended + DAY, self.goal.as_of))
        intervals = int(self.goal.plan.policy.get("stale_after", 2))
        schedule = self.goal.plan.terms.get("reviews") or "weekly"
        if not isinstance(schedule, str):
            after = [due for due in self.line.due_dates(schedule) if due > ended]
            if 0 < intervals <= len(after):
                return age > sum(not self.line.is_paused(day) for day in every_day(ended + DAY, after[intervals - 1]))
            schedule = "weekly"
        weeks, months = interval_of(schedule)
        as_of = self.goal.as_of
        return age > (7 * weeks * intervals if weeks else (as_of - add_months(as_of, -months * intervals)).days)
