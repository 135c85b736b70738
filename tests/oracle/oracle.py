#!/usr/bin/python3
"""What `perfplan status --format json` must say: a second implementation of every figure and verdict, which shares
nothing with the first but what the man pages say. Exact fractions, days counted one by one, files read by PyYAML.

    oracle.py TREE AS_OF [PLAN...]      prints its answer as JSON
"""

import collections
import datetime
import json
import pathlib
import sys
from fractions import Fraction

import yaml

from figures import Goal, fraction, number, percent_of
from timeline import DAY, Timeline, covered, to_date

NOTES = ("coaching", "feedback", "recognition", "concern", "training", "evidence", "general", "response")
OUTCOMES = ("met", "not-met", "withdraw")
SEVERITY = ("early", "on-track", "stale", "at-risk", "off-track")
SECONDS_A_DAY = 86400
NOON = SECONDS_A_DAY // 2
BEGINNING = -1  # sorts before every time

Record = collections.namedtuple("Record", "date recorded file kind fields")


# ---- what lies in a tree

def read_yaml(path):
    """Every scalar as the text that stands there: numbers must stay exact."""
    return yaml.load(path.read_text(), Loader=yaml.CBaseLoader) or {}


def seconds(timestamp):
    day, time = timestamp.rstrip("Z").split("T")
    hours, minutes, rest = time.split(":")
    return (to_date(day).toordinal() * SECONDS_A_DAY + int(hours) * 3600 + int(minutes) * 60 + Fraction(rest))


def read_record(path):
    fields = read_yaml(path)
    recorded = seconds(fields["recorded"]) if "recorded" in fields else BEGINNING
    return Record(to_date(fields["date"]), recorded, path.name, fields["kind"], fields)


def read_journal(plan):
    files = list((plan / "journal").glob("*.yaml"))  # no figure hangs on what the rep must not see
    sealed = [path for path in files if path.name[11:].startswith("terms-")]
    return sorted(map(read_record, set(files) - set(sealed)), key=lambda record: record[:3])


def is_known(record, as_of):
    """It happened by then, and was written before noon of the day after (UTC) if it says when."""
    return record.date <= as_of and record.recorded < (as_of.toordinal() + 1) * SECONDS_A_DAY + NOON


# ---- one plan

def interval(every):
    """An interval as it is printed: weekly and "every 2 weeks" as "week" and "2 weeks", dates with commas between."""
    if isinstance(every, list):
        return ", ".join(sorted(str(date) for date in every))
    return {"weekly": "week", "monthly": "month"}.get(every, every.removeprefix("every ")) if every else None


class Plan:
    def __init__(self, settings, ref, terms, journal, as_of):
        self.settings, self.ref, self.terms = settings, ref, terms
        self.policy = settings.get("policy", {})
        self.known = [record for record in journal if is_known(record, as_of)]
        self.outcome = next((record for record in self.known if record.kind == "review"
                             and record.fields.get("decision") in OUTCOMES), None)
        # a closed plan stays as it was on the day of its outcome: by what was known then, or when it was written
        self.as_of = min(as_of, self.outcome.date) if self.outcome else as_of
        self.journal = [record for record in self.known if record.date <= self.as_of and self.decided_on(record)]
        self.line = Timeline(settings, terms, self.journal, self.as_of)
        self.goals = [Goal(goal_id, goal, self) for goal_id, goal in terms.get("goals", {}).items()]
        self.activities = [self.activity(*entry) for entry in terms.get("activities", {}).items()]
        self.reviews = self.judge_reviews()
        self.state = self.judge_state()
        self.judge_score()
        self.verdict = None if self.state in ("scheduled", "closed") else self.judge()

    def decided_on(self, record):
        outcome = self.outcome
        return not outcome or is_known(record, outcome.date) or record.recorded <= outcome.recorded

    def judge_state(self):
        if self.outcome:
            return "closed"
        answered = {record.fields.get("role") for record in self.known if record.kind == "signature"}
        if set(self.policy.get("require_signatures", ("rep", "manager"))) - answered:
            return "draft"
        if self.as_of < self.line.starts:
            return "scheduled"
        if self.as_of > self.line.ends:
            return "ended"
        return "paused" if self.line.is_paused(self.as_of) else "active"

    # ---- the score

    def judge_score(self):
        self.score = self.expected = self.ratio = None
        scored = [goal for goal in self.goals if goal.kind != "guardrail"]
        given = [number(goal.terms, "weight") for goal in scored if "weight" in goal.terms]
        usual = sum(given) / len(given) if given else Fraction(1)
        weights = [number(goal.terms, "weight") if "weight" in goal.terms else usual for goal in scored]
        is_anything_known = any(goal.done_on or goal.current is not None for goal in scored)
        if not is_anything_known or sum(weights) == 0:
            return
        most = Fraction(1) if self.policy.get("over_attainment", "capped") == "capped" else None

        def mean(values):
            return sum(weight * value for weight, value in zip(weights, values)) / sum(weights)

        def clamped(value, upper):
            return max(Fraction(0), value if upper is None else min(value, upper))

        self.score = mean([clamped(goal.progress or Fraction(0), most) for goal in scored])
        self.expected = mean([Fraction(1 if goal.as_of > goal.due else 0) if goal.kind == "deliverable"
                              else clamped(goal.expected or Fraction(0), Fraction(1)) for goal in scored])
        if self.expected > 0:
            self.ratio = self.score / self.expected

    # ---- the verdict

    def by_thresholds(self, ratio):
        if ratio >= percent_of(self.policy, "on_track", 95):
            return "on-track"
        return "at-risk" if ratio >= percent_of(self.policy, "at_risk", 80) else "off-track"

    def is_met(self):
        guardrails = [goal for goal in self.goals if goal.kind == "guardrail"]
        if not self.goals or not all(goal.holds for goal in guardrails):
            return False
        success = self.terms.get("success", "all goals")
        if success != "all goals":
            return self.score is not None and self.score >= Fraction(success["score"]) / 100
        if len(guardrails) == len(self.goals):
            return self.as_of >= self.line.ends
        return all(goal.verdict in ("met", "held") for goal in self.goals)

    def is_early(self):
        total = self.line.days(self.line.starts, self.line.ends)
        elapsed = self.line.days(self.line.starts, min(self.as_of, self.line.ends))
        share = Fraction(elapsed, total) if total else Fraction(1 if self.as_of >= self.line.ends else 0)
        return (share <= percent_of(self.policy, "grace", 10) or
                all(goal.verdict in ("early", "met") for goal in self.goals if goal.kind != "guardrail"))

    def judge(self):
        if self.is_met():
            return "met"
        told = {"early"}
        if self.score is not None and not self.is_early():
            told.add("on-track" if self.ratio is None else self.by_thresholds(self.ratio))
        goals = {goal.verdict for goal in self.goals}
        if goals & {"breached", "missed"}:
            told.add("off-track")
        late_support = any(each["verdict"] == "late" and each["owed_by"] == "company" for each in self.activities)
        if "off-track" in goals or self.reviews["overdue_since"] or late_support:
            told.add("at-risk")
        if goals & {"stale", "no-data"}:
            told.add("stale")
        return max(told, key=SEVERITY.index)

    # ---- reviews, skills, activities

    def judge_reviews(self):
        held = [record.date for record in self.journal if record.kind == "review"]
        due = self.line.due_dates(self.terms.get("reviews"))
        taken = covered(due, held, self.line.starts)
        before = [date for date in due if date < self.as_of]
        coming = [date for date in due if date >= self.as_of and date not in taken]
        return {
            "last": max(held, default=None), "next": coming[0] if coming and not self.outcome else None,
            "held": len(held), "due": sum(date <= self.as_of for date in due),
            "missed": sum(date not in taken for date in before),
            "overdue_since": before[-1] if before and before[-1] not in taken else None,
        }

    def skill(self, skill_id, terms):
        # what is done late counts until the plan's last day
        assessed = {record.date: int(record.fields["levels"][skill_id]) for record in self.journal
                    if skill_id in record.fields.get("levels", {}) and record.date <= self.line.ends}
        levels = [assessed[on] for on in sorted(assessed)]
        start, required = int(terms["current"]), int(terms["required"])
        level = levels[-1] if levels else start
        by = self.line.moved(to_date(terms["by"])) if "by" in terms else None
        verdict = "closed" if level >= required else "late" if by and by < self.as_of else "on-schedule"
        reached = None
        for on in sorted(assessed):
            reached = None if assessed[on] < required else reached or on
        late = max(0, (reached - by).days) if reached and by and verdict == "closed" else 0
        competency = self.settings.get("competencies", {}).get(skill_id, {})
        meanings = {int(each): text for each, text in competency.get("levels", {}).items()}
        return {"id": skill_id, "title": terms.get("title", competency.get("title", skill_id)), "start": start,
                "level_meaning": meanings.get(level), "required_meaning": meanings.get(required),
                "level": level, "required": required, "gap": required - level, "by": by,
                "late_days": late, "verdict": verdict}

    def activity(self, activity_id, terms):
        done = [record.date for record in self.journal
                if activity_id in record.fields.get("done", ()) and record.date <= self.line.ends]
        owner = terms.get("owner", self.terms["rep"])
        is_rep = owner.casefold() == self.terms["rep"].casefold()
        line = self.line.begun_on(to_date(terms["starts"])) if "starts" in terms else self.line
        due = line.due_dates(terms.get("every"))
        when = self.recurring(due, done, line.starts) if "every" in terms else self.once(terms, done)
        return {"id": activity_id, "title": terms["title"], "kind": terms.get("kind"), "owner": owner,
                "skill": terms.get("skill"), "every": interval(terms.get("every")), "owed_by": "rep" if is_rep else "company", **when}

    def once(self, terms, done):
        due = self.line.moved(to_date(terms["due"])) if "due" in terms else None
        done_on = done[0] if done else None
        is_late = due is not None and (done_on or self.as_of) > due
        return {"due": due, "due_so_far": int(due is not None and due <= self.as_of),
                "missed": int(is_late and done_on is None), "done_on": done_on, "late_days": ((done_on or self.as_of) - due).days if is_late else 0,
                "verdict": "done" if done_on else "late" if is_late else "on-schedule"}

    def recurring(self, due, done, starts):
        """Late by its latest due date; a missed one before that is made up for by the next time."""
        if not due:
            return {"due": None, "due_so_far": 0, "missed": 0, "done_on": done[-1] if done else None, "late_days": 0,
                    "verdict": "on-schedule"}
        taken = covered(due, done, starts)
        before = [date for date in due if date < self.as_of]
        coming = [date for date in due if date >= self.as_of and date not in taken]
        late = before[-1] if before and before[-1] not in taken else None
        return {"due": late or (coming[0] if coming else due[-1]), "due_so_far": sum(date <= self.as_of for date in due),
                "missed": sum(date not in taken for date in before), "done_on": done[-1] if done else None,
                "late_days": (self.as_of - late).days if late else 0,
                "verdict": "late" if late else "on-schedule" if coming else "done"}

    # ---- as printed

    def shown(self):
        terms = self.terms
        readings = [goal.latest_on for goal in self.goals if goal.latest_on]
        contacts = [record.date for record in self.known if record.kind in (*NOTES, "review", "assessment")]
        return {
            "plan": self.ref, **{name: terms.get(name) for name in ("rep", "role", "team", "manager")},
            "follow_ups": [],  # no tree made here has any
            "state": self.state, "verdict": self.verdict, "outcome": self.shown_outcome(),
            "monitoring": self.shown_monitoring(),
            "starts": self.line.starts, "ends": self.line.ends, "first_end": self.line.first_end,
            "last_reading": max(readings, default=None), "last_contact": max(contacts, default=None),
            "days": {"basis": self.line.basis, "total": self.line.days(self.line.starts, self.line.ends),
                     "elapsed": self.line.days(self.line.starts, min(self.as_of, self.line.ends))},
            "shortfall": self.shown_shortfall(), "score": fraction(self.score, self.score_lines()),
            "expected": fraction(self.expected), "ratio": fraction(self.ratio),
            "goals": [goal.shown() for goal in self.goals],
            "skills": [self.skill(*entry) for entry in terms.get("skills", {}).items()],
            "activities": self.activities, "reviews": self.reviews,
            "notes": {kind: sum(record.kind == kind for record in self.known) for kind in NOTES},
        }

    def score_lines(self):
        success = self.terms.get("success", "all goals")
        return [] if success == "all goals" else [Fraction(success["score"]) / 100]

    def shown_outcome(self):
        if not self.outcome:
            return None
        fields = self.outcome.fields
        return {"result": fields["decision"], "on": self.outcome.date, "by": fields["by"],
                "reason": fields.get("reason"), "override": fields.get("override")}

    def shown_monitoring(self):
        """For a while after success: has a goal fallen under a trigger of the policy, each reading taken as a period?"""
        days = int(self.policy.get("monitor_days", 90))
        if not self.outcome or self.outcome.fields["decision"] != "met" or days < 1:
            return None
        first, last = self.outcome.date + DAY, self.outcome.date + days * DAY
        relapses = [relapse for goal in self.goals for rule in self.policy.get("trigger", ())
                    for relapse in self.relapses(goal, rule, first, last)]
        return {"until": last, "relapsed_on": min(relapses, default=None)}

    def relapses(self, goal, rule, first, last):
        if goal.kind != "reach" or goal.target <= 0 or goal.terms.get("readings") == "sum":
            return
        below = number(rule, "attainment_below") / 100
        values = {record.date: Fraction(record.fields["values"][goal.id]) for record in self.known
                  if goal.id in record.fields.get("values", {}) and first <= record.date <= last}
        dates = sorted(values)
        falls = goal.target < goal.baseline
        share = {date: values[date] / goal.target if not falls
                 else Fraction(1) if values[date] <= 0 else goal.target / values[date] for date in dates}
        n = int(rule.get("in_each_of_last", rule.get("over_last")))
        for end in range(n, len(dates) + 1):
            window = [share[date] for date in dates[end - n:end]]
            if max(window) < below if "in_each_of_last" in rule else sum(window) / n < below:
                yield dates[end - 1]

    def shown_shortfall(self):
        shortfall = self.terms.get("shortfall")
        if not shortfall:
            return None
        quota, attained = number(shortfall, "quota"), number(shortfall, "attained")
        ramp = shortfall.get("ramp")
        figures = [Fraction(figure) for figure in (ramp if isinstance(ramp, list) else [ramp or 100])]
        effective = (quota or 0) * sum(figures) / len(figures) / 100
        attainment = attained / effective if attained is not None and effective else None
        return {**{name: shortfall.get(name) for name in ("cause", "period", "metric", "unit")},
                "quota": quota, "attained": attained, "attainment": fraction(attainment),
                "ramp": None if ramp is None else figures if len(figures) > 1 else figures[0]}


# ---- a whole tree

def status(tree, as_of, only=()):
    """The answer as data: figures as fractions, dates as dates."""
    settings = read_yaml(tree / "perfplan.yaml")
    plans = []
    for directory in sorted(path for path in (tree / "plans").glob("*/*") if path.is_dir()):
        ref = f"{directory.parent.name}/{directory.name}"
        plans.append(Plan(settings, ref, read_yaml(directory / "plan.yaml"), read_journal(directory), as_of))
    return {"schema": "perfplan/status", "version": 1, "as_of": as_of,
            "plans": [{**plan.shown(), "earlier": earlier(plan, plans)} for plan in plans
                      if not only or plan.ref in only]}


def earlier(plan, plans):
    """The other plans of the rep that began before, by their start."""
    def began(other):
        return to_date(other.terms["starts"]), other.ref

    rep = plan.ref.split("/")[0] + "/"
    return [{"plan": other.ref, "state": other.state, "outcome": other.shown_outcome(),
             "relapsed_on": (other.shown_monitoring() or {}).get("relapsed_on")}
            for other in sorted(plans, key=began) if other.ref.startswith(rep) and began(other)[0] < began(plan)[0]]


def as_json(value):
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in JSON")


def main():
    tree, as_of, *only = sys.argv[1:]
    print(json.dumps(status(pathlib.Path(tree), to_date(as_of), only), indent=2, default=as_json))


if __name__ == "__main__":
    main()
