"""The figures and the verdict of one goal, in exact fractions. The second opinion on src/evaluate; see oracle.py."""

from fractions import Fraction

from periods import Periods
from timeline import DAY, add_months, every_day, interval_of, to_date

MOST_PLACES = 9


def rounded(value, places):
    """Half away from zero."""
    if value is None:
        return None
    size = int(abs(value) * 10**places + Fraction(1, 2))
    return Fraction(size if value > 0 else -size, 10**places)


def shown(value, places, lines=()):
    """For a program: to `places`, or to six significant digits if that is more, and not across one of the lines."""
    if not value:
        return value
    size = 0
    while abs(value) >= Fraction(10) ** (size + 1):
        size += 1
    while abs(value) < Fraction(10) ** size:
        size -= 1
    for more in range(max(places, min(5 - size, MOST_PLACES)), MOST_PLACES + 1):
        there = rounded(value, more)
        if all((there > line) - (there < line) == (value > line) - (value < line) for line in lines):
            return there
    return rounded(value, max(places, min(5 - size, MOST_PLACES)))


def fraction(value, lines=()):
    return shown(value, 4, [1, *lines])


def places_of(value):
    """How many digits a decimal has after its point, zeros at the end left out."""
    return next(places for places in range(20) if (value * 10**places).denominator == 1)


def percent_of(policy, name, default):
    return Fraction(policy.get(name, default)) / 100


def number(fields, name):
    return Fraction(fields[name]) if name in fields else None


class Goal:
    """One goal on a date. Dates as in the plan's timeline, everything else exact and not yet rounded."""

    def __init__(self, goal_id, terms, plan):
        self.id, self.terms, self.plan = goal_id, terms, plan
        self.as_of, self.line = plan.as_of, plan.line
        self.kind = "periodic" if "every" in terms else "reach" if "target" in terms else "deliverable" if "deliver" in terms else "guardrail"
        self.start = to_date(terms["starts"]) if "starts" in terms else self.line.starts
        agreed = terms.get("deliver", terms.get("due"))
        self.due = self.line.moved(to_date(agreed)) if agreed else self.line.ends
        self.agreed_due = to_date(terms.get("due", plan.terms["ends"]))
        self.target = number(terms, "target")
        self.baseline = (number(terms, "baseline") or Fraction(0)) if self.kind == "reach" else None
        self.counts_late = plan.policy.get("late", "missed") == "counts"
        self.reached_on = self.fell_back_on = None
        self.read(plan.journal)
        self.done_on = next((record.date for record in plan.journal if goal_id in record.fields.get("done", ())), None)
        if self.kind == "deliverable" and self.done_on and self.done_on > self.due:
            self.reached_on = self.done_on
        self.holds = None if self.kind != "guardrail" or self.current is None else (
            self.current <= number(terms, "at_most") if "at_most" in terms else True) and (
            self.current >= number(terms, "at_least") if "at_least" in terms else True)
        self.periods, self.required, self.held, self.decided = [], None, None, 0
        if self.kind == "periodic":
            self.judge_periods()
        self.progress = self.progress_now()
        self.share = self.share_now()
        self.judge_pace()
        self.verdict = self.judge()

    def read(self, journal):
        """Of several readings for one date the last one written is in force; those of a sum add up unless corrected."""
        in_force = {}
        for record in journal:
            if self.id not in record.fields.get("values", {}):
                continue
            is_added = self.how() == "sum" and self.id not in record.fields.get("corrects", ())
            reading = (Fraction(record.fields["values"][self.id]), record.fields["by"])
            in_force[record.date] = [*(in_force.get(record.date, []) if is_added else []), reading]
        self.readings = [(on, *reading) for on in sorted(in_force) for reading in in_force[on]]
        self.latest, self.latest_on = self.combined(None)
        # what was true on the due date decides, whatever is read later
        self.current, self.read_on = self.combined(self.due)
        if self.kind != "reach":
            return
        met = self.reaches(self.current)
        for place, (on, *_) in enumerate(self.readings):
            then = self.combined(None, place + 1)[0]
            if on <= self.due or self.reached_on or self.fell_back_on or self.reaches(then) == met:
                continue
            if met:
                self.fell_back_on = on
            else:
                self.reached_on = on
        if self.reached_on and self.counts_late:
            self.current, self.read_on = self.combined(self.reached_on)

    def how(self):
        return self.terms.get("readings", "sum" if self.kind == "periodic" else "latest")

    def judge_periods(self):
        made = Periods(self)
        self.periods, self.required = made.judged, made.required
        self.held = sum(period["verdict"] == "held" for period in self.periods)
        self.decided = sum(period["verdict"] in ("held", "missed", "no-data") for period in self.periods)
        self.current = next((period["value"] for period in reversed(self.periods) if period["value"] is not None), None)

    def combined(self, until, most=None):
        """The readings up to a day, or the first ones, and the day of the last of them."""
        known = [(on, value) for on, value, _ in self.readings[:most] if until is None or on <= until]
        values = [value for _, value in known]
        how = self.how()
        if not values:
            return None, None
        return (values[-1] if how == "latest" else sum(values) if how == "sum" else sum(values) / len(values),
                known[-1][0])

    def reaches(self, value):
        return value is not None and (value - self.baseline) / (self.target - self.baseline) >= 1

    def progress_now(self):
        if self.kind == "deliverable":
            return Fraction(1 if self.done_on and (self.counts_late or not self.reached_on) else 0)
        if self.kind == "periodic":
            return Fraction(self.held, self.required) if self.required else None
        if self.kind == "guardrail" or self.current is None:
            return None
        return (self.current - self.baseline) / (self.target - self.baseline)

    # ---- what is expected

    def share_now(self):
        total = self.line.days(self.start, self.due)
        if total == 0:
            return Fraction(1 if self.as_of >= self.due else 0)
        return Fraction(self.line.days(self.start, min(self.as_of, self.due)), total)

    def expected_value_now(self):
        """On the curve through the baseline (before the first day), the checkpoints and the target."""
        if self.as_of >= self.due:
            return self.target
        if self.as_of < self.start:
            return self.baseline
        checkpoints = [(self.line.moved(to_date(on)), Fraction(value))
                       for on, value in sorted(self.terms.get("checkpoints", {}).items())]
        points = [(self.start - DAY, self.baseline),
                  *(point for point in checkpoints if self.start <= point[0] < self.due),
                  (self.due, self.target)]
        reached = [point for point in points if point[0] <= self.as_of]
        if self.terms.get("curve") == "steps":
            return reached[-1][1]
        (first, start), (last, end) = reached[-1], points[len(reached)]
        total = self.line.days(first + DAY, last)
        elapsed = self.line.days(first + DAY, self.as_of)
        return start + (end - start) * Fraction(elapsed, total) if total else start

    def judge_pace(self):
        self.expected_value = self.expected = self.ratio = self.pace = self.needed = self.projected = None
        if self.kind == "periodic" and self.periods:
            self.expected = Fraction(self.decided, len(self.periods))
            if self.decided and self.required:
                self.ratio = self.progress / self.expected
        if self.kind != "reach":
            return
        way = self.target - self.baseline
        self.expected_value = self.expected_value_now()
        self.expected = (self.expected_value - self.baseline) / way
        if self.current is None:
            return
        if self.expected > 0:
            self.ratio = self.progress / self.expected
        elapsed = self.line.days(self.start, min(self.as_of, self.due))
        left = self.line.days(max(self.as_of + DAY, self.start), self.due)
        if elapsed:
            self.pace = (self.current - self.baseline) / elapsed
        if left:
            self.needed = (self.target - self.current) / left
        if not left:
            self.projected = self.current
        elif elapsed:
            self.projected = self.current + self.pace * left

    # ---- the verdict

    def age_on(self, day):
        """Of the last reading, in calendar days, without paused ones."""
        return sum(not self.line.is_paused(one) for one in every_day(self.read_on + DAY, day))

    def is_stale(self):
        """Older than so many review intervals; where reviews are listed, than so many of them."""
        schedule = self.plan.terms.get("reviews")
        if not schedule or self.read_on is None:
            return False
        intervals = int(self.plan.policy.get("stale_after", 2))
        if not isinstance(schedule, str):
            after = [due for due in self.line.due_dates(schedule) if due > self.read_on]
            return len(after) >= intervals and self.age_on(self.as_of) > self.age_on(after[intervals - 1])
        weeks, months = interval_of(schedule)
        limit = 7 * weeks * intervals if weeks else (self.as_of - add_months(self.as_of, -months * intervals)).days
        return self.age_on(self.as_of) > limit

    def is_early(self):
        return self.share <= percent_of(self.plan.policy, "grace", 10)

    def judge_of_periods(self):
        if not self.periods:
            return "early"
        is_over = self.as_of > self.periods[-1]["to"]
        if self.held >= self.required and (is_over or "at_least" in self.terms):
            return "met"
        if self.held + len(self.periods) - self.decided < self.required:
            return "missed"
        if self.decided == 0:
            return "early"
        if self.current is None:
            return "no-data"
        return "stale" if self.is_stale() else self.plan.by_thresholds(self.ratio)

    def judge(self):
        if self.kind == "periodic":
            return self.judge_of_periods()
        if self.kind == "guardrail" and self.holds is not None:
            return "held" if self.holds else "breached"
        if self.kind != "guardrail":
            if self.progress is not None and self.progress >= 1:
                return "met"
            if self.as_of > self.due:
                return "missed"
        if self.is_early():
            return "stale" if self.kind == "reach" and self.is_stale() else "early"
        if self.kind == "deliverable":
            return "on-track"
        if self.current is None:
            return "no-data"
        return "stale" if self.is_stale() else self.judge_ratio()

    def judge_ratio(self):
        if self.ratio is None:
            return "on-track" if self.progress >= self.expected else "off-track"
        return self.plan.by_thresholds(self.ratio)

    # ---- as printed

    def shown(self):
        places = self.places()
        terms = self.terms
        return {
            "id": self.id, "title": terms["title"], "kind": self.kind,
            "metric": terms.get("metric"), "unit": terms.get("unit"), "weight": number(terms, "weight"),
            "baseline": self.baseline, "target": self.target,
            "at_most": self.first_limit("at_most"), "at_least": self.first_limit("at_least"),
            "every": terms.get("every"), "periods_required": self.required, "periods_held": self.held,
            "periods": [{**period, "target": rounded(period["target"], MOST_PLACES),
                         "value": rounded(period["value"], MOST_PLACES)} for period in self.periods],
            "current": rounded(self.current, MOST_PLACES), "read_on": self.read_on,
            "progress": fraction(self.progress), "holds": self.holds, "share": fraction(self.share),
            "expected_value": shown(self.expected_value, places), "expected": fraction(self.expected),
            "ratio": fraction(self.ratio), "pace": shown(self.pace, places),
            "needed": shown(self.needed, places), "projected": shown(self.projected, places),
            "starts": self.start, "due": self.due, "done_on": self.done_on, "verdict": self.verdict,
            "latest": rounded(self.latest, MOST_PLACES), "latest_on": self.latest_on,
            "reached_on": self.reached_on, "fell_back_on": self.fell_back_on,
            "late_days": (self.reached_on - self.due).days if self.reached_on else 0,
            "readings": [{"on": on, "value": value, "by": by} for on, value, by in self.readings],
        }

    def first_limit(self, name):
        limit = self.terms.get(name)
        return None if limit is None else Fraction(limit[0] if isinstance(limit, list) else limit)

    def places(self):
        figures = [self.baseline or 0, self.target or 0, *(value for _, value, _ in self.readings)]
        return min(MOST_PLACES, 2 + max(places_of(Fraction(figure)) for figure in figures))
