"""Random trees: the same seed gives the same tree. What they hold is meant to be awkward rather than likely."""

import random
import string

from trees import SEAL, to_date
from timeline import DAY, WEEKDAYS, every_day

WEEKS = (WEEKDAYS[:5], WEEKDAYS[:5], WEEKDAYS[:6], ("sun", *WEEKDAYS[:4]), WEEKDAYS, ("mon", "wed", "fri"), ("sat",))
SCHEDULES = ("weekly", "weekly", "every 2 weeks", "every 3 weeks", "monthly", "every 2 months")
# around New Year, a leap day, months of all lengths
ERAS = ("2023-11-20", "2024-02-01", "2025-12-10", "2026-08-31", "2026-10-01", "2028-01-31", "2027-02-01")
OWNERS = (None, "{rep}", "{REP}", "Enablement", "Mia Chen")
KINDS = ("coaching", "feedback", "recognition", "concern", "training", "evidence", "general", "response")
MOST_DIGITS = 15


class Chance(random.Random):
    def one_in(self, n):
        return self.randrange(n) == 0

    def maybe(self, share):
        return self.random() < share

    def day(self, first, last):
        return first + self.randint(0, max(0, (last - first).days)) * DAY

    def days(self, first, last, most):
        return sorted({self.day(first, last) for _ in range(self.randint(1, most))})

    def interval(self):
        return self.choice(SCHEDULES)


def decimal(coefficient, places):
    """coefficient / 10^places as text, with all its places."""
    sign = "-" if coefficient < 0 else ""
    digits = str(abs(coefficient)).rjust(places + 1, "0")
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


# ---- settings

def settings(chance, era):
    calendar = {"workdays": list(chance.choice(WEEKS))}
    holidays = {chance.day(era, era + 300 * DAY) for _ in range(chance.choice((0, 3, 15, 80)))}
    if chance.maybe(0.5):  # a company that closes for some time
        first = chance.day(era, era + 120 * DAY)
        holidays |= {first + n * DAY for n in range(chance.randint(5, 30))}
    calendar["holidays"] = [day.isoformat() for day in sorted(holidays)]
    if chance.maybe(0.3):
        calendar["fiscal_year_starts"] = chance.choice(("february", "july", "october"))
        calendar["fiscal_year_named_by"] = chance.choice(("start", "end"))
    result = {"format": "1", "calendar": calendar, "policy": policy(chance)}
    if chance.maybe(0.5):
        result["competencies"] = {"discovery": {"title": "Discovery and qualification"}}
    return result


def policy(chance):
    result = {"require_signatures": chance.choice(([], [], ["rep"], ["rep", "manager"]))}
    at_risk = chance.choice(("80", "75.5", "50", "0"))
    choices = {
        "pace": ("workdays", "calendar"), "grace": ("0", "0", "10", "12.5", "30"), "at_risk": (at_risk,),
        "on_track": ("95", "80", "100", "99.99"), "stale_after": ("1", "2", "3"),
        "over_attainment": ("capped", "counted"), "late": ("missed", "counts"),
        "partial_periods": ("pro_rata", "full", "skip"), "pause_extends": ("calendar", "workdays", "never"),
    }
    for name, values in choices.items():
        if chance.maybe(0.7):
            result[name] = chance.choice(values)
    if chance.maybe(0.7):
        result["monitor_days"] = chance.choice(("0", "1", "30", "90"))
        result["trigger"] = [{"attainment_below": str(chance.randint(30, 130)),
                              chance.choice(("in_each_of_last", "over_last")): str(chance.randint(1, 3))}
                             for _ in range(chance.randint(1, 2))]
    return result


# ---- terms

class Terms:
    """One plan's terms, within `first` … `last`."""

    def __init__(self, chance, name, era):
        self.chance = chance
        self.first = chance.day(era, era + 40 * DAY)
        length = chance.choice((0, 1, 5, 13, 29, 60, 91, 91, 120, 200))
        self.last = self.first + (length + (chance.randint(0, 9) if length else 0)) * DAY
        self.rep = name
        self.goals = {}
        for index in range(chance.choice((0, 1, 2, 3, 3, 4, 5))):
            self.goals[f"goal-{index}"] = self.goal()

    def fields(self):
        chance = self.chance
        result = {"rep": self.rep, "starts": self.first.isoformat(), "ends": self.last.isoformat()}
        if chance.maybe(0.8):
            result["reviews"] = chance.interval() if chance.maybe(0.75) else self.listed()
        if chance.maybe(0.5):
            result["shortfall"] = self.shortfall()
        result["goals"] = self.goals
        result["skills"] = {skill: self.skill(skill) for skill in ("discovery", "closing") if chance.maybe(0.4)}
        result["activities"] = {f"activity-{n}": self.activity() for n in range(chance.choice((0, 0, 1, 2, 3)))}
        if chance.maybe(0.4):
            result["success"] = chance.choice(("all goals", {"score": "90"}, {"score": "62.5"}))
        return {name: value for name, value in result.items() if value != {}}

    def listed(self):
        return [day.isoformat() for day in self.chance.days(self.first - 3 * DAY, self.last + 3 * DAY, 6)]

    def near(self):
        """Mostly inside the window, sometimes just outside."""
        if self.chance.one_in(12):
            return self.chance.choice((self.first, self.last)) + self.chance.randint(-4, 4) * DAY
        return self.chance.day(self.first, self.last)

    def goal(self):
        chance = self.chance
        kind = chance.choice((self.reach, self.reach, self.reach, self.guardrail, self.deliverable, self.periodic))
        result = {"title": "Something to reach", **kind()}
        if chance.maybe(0.5):
            result["weight"] = chance.choice(("1", "60", "33.333333333", "0.5", "0", "12.50", "100"))
        if chance.maybe(0.25):
            latest = to_date(result.get("deliver", result.get("due", self.last.isoformat())))
            result["starts"] = min(self.near(), latest).isoformat()
        return result

    def figures(self):
        """Digits before and after the point, and a number of about that size."""
        places = self.chance.choice((0, 0, 1, 2, 2, 3, 4, 9))
        return places, 10 ** self.chance.randint(1, min(7, MOST_DIGITS - 1 - places) + places)

    def reach(self):
        chance = self.chance
        places, size = self.figures()
        target = chance.randint(-size // 4, size) or 1
        baseline = chance.choice([value for value in (0, chance.randint(-size // 4, size), target + 1, target - 1)
                                  if value != target])
        result = {"target": decimal(target, places), "metric": "something counted"}
        if baseline or chance.maybe(0.5):
            result["baseline"] = decimal(baseline, places)
        if chance.maybe(0.4):
            result["due"] = self.near().isoformat()
        if chance.maybe(0.5):
            result["readings"] = chance.choice(("latest", "sum", "mean"))
        if chance.maybe(0.45):
            result["checkpoints"] = {
                day.isoformat(): decimal(baseline + round((target - baseline) * chance.uniform(-0.1, 1.2)), places)
                for day in sorted({self.near() for _ in range(chance.randint(1, 4))})}
        if chance.maybe(0.3):
            result["curve"] = chance.choice(("linear", "steps"))
        return result

    def guardrail(self):
        chance = self.chance
        places, size = self.figures()
        low, high = sorted(chance.randint(-size // 4, size) for _ in range(2))
        result = {}
        if chance.maybe(0.6):
            result["at_most"] = decimal(high, places)
        if not result or chance.maybe(0.3):
            result["at_least"] = decimal(low, places)
        if chance.maybe(0.3):
            result["due"] = self.near().isoformat()
        if chance.maybe(0.5):
            result["readings"] = chance.choice(("latest", "sum", "mean"))
        return result

    def periodic(self):
        chance = self.chance
        places, size = self.figures()
        figures = [decimal(chance.randint(0, size), places) for _ in range(chance.choice((1, 1, 2, 4)))]
        result = {"every": chance.choice(("day", "week", "week", "2 weeks", "month", "quarter")),
                  chance.choice(("at_least", "at_least", "at_most")): figures if figures[1:] else figures[0]}
        if chance.maybe(0.5):
            result["holds_in"] = chance.choice(("1", "2", "5", "80%", "33.3%", "all"))
        if chance.maybe(0.3):
            result["due"] = self.near().isoformat()
        if chance.maybe(0.5):
            result["readings"] = chance.choice(("latest", "sum", "mean"))
        return result

    def deliverable(self):
        return {"deliver": self.near().isoformat()}

    def shortfall(self):
        chance = self.chance
        ramp = {"ramp": chance.choice(("100", "62.5", ["25", "50", "75"], ["100", "0", "33.3"]))}
        return {"cause": "quota", "unit": "USD", "quota": chance.choice(("250000", "0", "99999.99")),
                "attained": chance.choice(("162000", "0", "-12.5", "300000")), **(ramp if chance.maybe(0.6) else {})}

    def skill(self, skill):
        chance = self.chance
        result = {"current": str(chance.randint(1, 4)), "required": str(chance.randint(2, 5))}
        if skill == "closing" or chance.maybe(0.3):
            result["title"] = "Closing"
        if chance.maybe(0.6):
            result["by"] = self.near().isoformat()
        return result

    def activity(self):
        chance = self.chance
        result = {"title": "Something to learn"}
        owner = chance.choice(OWNERS)
        if owner:
            result["owner"] = owner.format(rep=self.rep, REP=self.rep.upper())
        if chance.maybe(0.5):
            result["kind"] = chance.choice(("training", "coaching", "tool"))
        when = chance.random()
        if when < 0.5:
            result["due"] = self.near().isoformat()
        elif when < 0.9:
            result["every"] = chance.choice((chance.interval(), "week", "2 weeks", self.listed()))
            if chance.maybe(0.3):
                result["starts"] = self.near().isoformat()
        return result


# ---- records

class Journal:
    """What happened under some terms, written in time or late, corrected, or by hand. Every third plan is kept as it
    should be, else hardly one would be on track."""

    def __init__(self, chance, terms, fields):
        self.chance, self.terms, self.fields = chance, terms, fields
        self.records = []
        self.is_orderly = chance.one_in(3)
        if self.is_orderly:
            self.keep_in_order()
        else:
            self.let_happen()
        for _ in range(chance.choice((0, 0, 0, 1, 2))):
            self.decide()

    def keep_in_order(self):
        """Weekly reviews with readings that are about on pace, and everything ticked off when it is due."""
        deliverables = [goal_id for goal_id, goal in self.terms.goals.items() if "deliver" in goal]
        tickable = [*self.fields.get("activities", {}), *deliverables]
        for day in every_day(self.terms.first, self.terms.last):
            if (day - self.terms.first).days % 7 == 4:
                values = {goal_id: self.value(goal, day, max(1, (self.terms.last - self.terms.first).days // 7))
                          for goal_id, goal in self.terms.goals.items() if "deliver" not in goal}
                self.add("review", day, values=values, **({"done": tickable} if tickable else {}))

    def let_happen(self):
        chance, terms, fields = self.chance, self.terms, self.fields
        for goal_id, goal in terms.goals.items():
            if "deliver" in goal:
                self.tick(goal_id, 1)
            elif chance.maybe(0.85):
                self.read(goal_id, goal)
        for activity in fields.get("activities", {}):
            self.tick(activity, 5)
        for _ in range(chance.choice((0, 1, 4, 12))):
            self.add("review", self.day())
        for _ in range(chance.choice((0, 0, 2))):
            self.add(chance.choice(KINDS), self.day(), text="What was said")
        for skill in fields.get("skills", {}):
            if chance.maybe(0.6):
                self.add(chance.choice(("assessment", "review")), self.day(), levels={skill: str(chance.randint(1, 5))})

    def day(self):
        return self.chance.day(self.terms.first - 5 * DAY, self.terms.last + 20 * DAY)

    def add(self, kind, day, **fields):
        serial = "".join(self.chance.choices(string.ascii_lowercase, k=3)) + f"-{len(self.records):02}"
        recorded = self.recorded(day)
        is_words = not {"values", "levels", "done", "decision", "rating"} & set(fields) and kind in KINDS[:-1]
        self.records.append({
            "file": f"{day.isoformat()}-{kind}-{serial}.yaml",
            "folder": "private" if is_words and self.chance.one_in(10) else "journal",
            "fields": {"kind": kind, "date": day.isoformat(), "by": self.chance.choice(("Mia Chen", "Dana Reyes")),
                       **({"recorded": recorded} if recorded else {}), **fields},
        })

    def recorded(self, day):
        """On the day, the morning after, at the noon that is too late, or days later."""
        chance = self.chance
        if chance.maybe(0.25):
            return None
        late = chance.choice((0, 0, 0, 1, 1, chance.randint(0, 12)))
        hour = chance.randint(0, 11) if late == 1 else chance.randint(0, 23)
        clock = f"{hour:02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}"
        if late == 1 and chance.one_in(4):
            clock = chance.choice(("12:00:00", "11:59:59"))
        fraction = chance.choice((f".{chance.randint(0, 999):03}", f".{chance.randint(0, 999):03}", ""))
        return f"{(day + late * DAY).isoformat()}T{clock}{fraction}Z"

    def tick(self, what, most):
        for _ in range(self.chance.randint(0, most)):
            self.add("general", self.day(), done=[what])

    # ---- readings

    def read(self, goal_id, goal):
        chance = self.chance
        count = chance.choice((1, 1, 2, 4, 8))
        for day in chance.days(self.terms.first - 2 * DAY, self.terms.last + 5 * DAY, count):
            self.take(goal_id, goal, day, count)
            while chance.one_in(6):  # corrected, upwards or downwards
                self.take(goal_id, goal, day, count)

    def take(self, goal_id, goal, day, count):
        kind = self.chance.choice(("reading", "reading", "reading", "review", "coaching"))
        self.add(kind, day, values={goal_id: self.value(goal, day, count)},
                 **({"corrects": [goal_id]} if self.chance.one_in(5) else {}))

    def value(self, goal, day, count):
        """About where it should be that day, or anywhere between and beyond baseline and target, or exactly there."""
        chance = self.chance
        texts = [goal.get("baseline", "0"), goal["target"]] if "target" in goal else \
            [goal.get("at_least", "0"), goal.get("at_most", goal.get("at_least"))]
        if "every" in goal:
            figures = goal.get("at_least", goal.get("at_most"))
            texts = ["0", chance.choice(figures) if isinstance(figures, list) else figures]
        if not self.is_orderly and chance.one_in(8):
            return chance.choice(texts)
        places = max(len(text.partition(".")[2]) for text in texts)
        low, high = (int(text.replace(".", "") + "0" * (places - len(text.partition(".")[2]))) for text in texts)
        window = (self.terms.last - self.terms.first).days + 1
        share = ((day - self.terms.first).days + 1) / window * chance.uniform(0.8, 1.15)
        if not self.is_orderly and chance.one_in(3):
            share = chance.uniform(-0.4, 1.5)
        if goal.get("readings") == "sum":
            share = chance.uniform(0.8, 1.15)
            low, high = low // count, high // count
        return decimal(round(low + (high - low) * share), places)

    # ---- decisions and signatures

    def decide(self):
        chance = self.chance
        decision = chance.choice(("pause", "pause", "pause", "resume", "extend", "extend", "met", "met", "not-met", "withdraw"))
        day = self.day()
        fields = {"decision": decision}
        if decision == "pause":
            first = day + chance.randint(-3, 10) * DAY
            if chance.maybe(0.7):
                fields["from"] = first.isoformat()
            if chance.maybe(0.6):
                fields["until"] = (max(first, day) + chance.randint(0, 25) * DAY).isoformat()
        elif decision == "resume":
            if chance.maybe(0.5):
                fields["from"] = (day + chance.randint(-3, 10) * DAY).isoformat()
        elif decision == "extend":
            fields["until"] = (max(day, self.terms.last) + chance.randint(0, 40) * DAY).isoformat()
        elif chance.maybe(0.5):
            fields["reason"] = "As agreed"
            fields["override"] = "The workshop came too late"
        self.add("review", day, **fields)

    def sign(self, roles):
        for role in roles:
            if self.chance.maybe(0.85):
                day = self.terms.first + self.chance.randint(-3, 6) * DAY
                self.add("signature", day, role=role, answer="signed", terms=SEAL)


def generate(seed, plans):
    """A tree with so many plans."""
    chance = Chance(seed)
    era = to_date(chance.choice(ERAS))
    rules = settings(chance, era)
    made = {}
    for index in range(plans):
        terms = Terms(chance, f"Rep Number {index}", era)
        fields = terms.fields()
        journal = Journal(chance, terms, fields)
        journal.sign(rules["policy"]["require_signatures"])
        made[f"rep-{index:02}/plan"] = {"terms": fields, "records": journal.records}
    return {"settings": rules, "plans": made}


def dates_of(value):
    """Every date that stands in a tree."""
    if isinstance(value, dict):
        return set().union(*map(dates_of, value.keys()), *map(dates_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(dates_of, value))
    try:
        return {to_date(value[:10])}
    except ValueError:
        return set()


def days_to_ask(chance, tree, count):
    """On or beside a day on which something happens, in the middle of some plan, or anywhere."""
    known = sorted(dates_of(tree["plans"]))
    terms = [plan["terms"] for plan in tree["plans"].values()]
    days = set()
    while len(days) < count:
        one = chance.choice(terms)
        days.add(chance.choice((
            chance.choice(known) + chance.randint(-1, 1) * DAY,
            chance.day(to_date(one["starts"]), to_date(one["ends"])),
            chance.day(to_date(one["starts"]), to_date(one["ends"])),
            chance.day(known[0], known[-1]))))
    return sorted(days)
