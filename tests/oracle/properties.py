#!/usr/bin/python3
"""Properties of `perfplan status` over random trees, through the real program.

    properties.py PROPERTY PERFPLAN [--seed N] [--trees N] [--plans N] [--days N]
"""

import argparse
import json
import os
import sys
from fractions import Fraction

sys.dont_write_bytecode = True

import oracle
from differences import differences
from generate import MOST_DIGITS, Chance, days_to_ask, generate
from timeline import DAY
from trees import Failure, Program, parse, to_date

MOST_PLACES = 9
MOST_SHOWN = 20
WORSE = ("met", "held", "early", "on-track", "stale", "at-risk", "no-data", "off-track", "missed", "breached")


def refuse(sentences):
    sentences = list(sentences)
    if sentences:
        more = [f"… and {len(sentences) - MOST_SHOWN} more"] if len(sentences) > MOST_SHOWN else []
        raise Failure("\n".join(sentences[:MOST_SHOWN] + more))


def by_id(plan):
    return {goal["id"]: goal for goal in plan["goals"]}


def changed(tree, change):
    """A copy of the tree in which `change` was made to each plan; plans for which it gives nothing are left out."""
    plans = {ref: change(json.loads(json.dumps(plan))) for ref, plan in tree["plans"].items()}
    return {**tree, "plans": {ref: plan for ref, plan in plans.items() if plan}}


# ---- the properties

def equals_the_oracle(program, tree, days, _):
    """The program and the second implementation say the same."""
    directory = program.write(tree)
    for day in days:
        expected = oracle.status(directory, day)
        refuse(f"on {day}, {sentence}" for sentence in
               differences(expected, parse(program.status(directory, day)), "status"))


def knows_nothing_of_later(program, tree, days, _):
    """As of a day it is the status of the tree that has nothing of what was dated or written later."""
    directory = program.write(tree)
    for day in days:
        def up_to_the_day(plan):
            plan["records"] = [record for record in plan["records"] if is_known(record, day)]
            return plan
        before = program.write(changed(tree, up_to_the_day))
        same_bytes(program.status(directory, day), program.status(before, day), f"as of {day}")


def is_known(record, day):
    fields = record["fields"]
    noon = f"{day + DAY}T12:00:00"
    return to_date(fields["date"]) <= day and fields.get("recorded", "")[:len(noon)] < noon


def same_bytes(one, other, where):
    if one != other:
        refuse([f"{where}: the bytes differ",
                *differences(parse(one), parse(other), "status")])


def order_says_nothing(program, tree, days, chance):
    """Keys, list items, files and their names in another order: the same bytes."""
    other = {"settings": shuffled(chance, tree["settings"]), "plans": {}}
    refs = list(tree["plans"])
    chance.shuffle(refs)
    for ref in refs:
        plan = tree["plans"][ref]
        records = [{**record, "fields": shuffled(chance, record["fields"])}
                   for record in renamed(chance, plan["records"])]
        chance.shuffle(records)
        other["plans"][ref] = {"terms": shuffled_terms(chance, plan["terms"]), "records": records}
    directory, shuffled_directory = program.write(tree), program.write(other)
    for day in days:
        same_bytes(program.status(directory, day), program.status(shuffled_directory, day), f"as of {day}")


def shuffled(chance, value):
    if isinstance(value, dict):
        items = [(key, shuffled(chance, inner)) for key, inner in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        return chance.sample(value, len(value))
    return value


def shuffled_terms(chance, terms):
    """The order of goals, skills, activities, months of a ramp and figures of a limit is what people see: it stays."""
    result = shuffled(chance, terms)
    for name in {"goals", "skills", "activities"} & terms.keys():
        result[name] = {one: shuffled(chance, fields) for one, fields in terms[name].items()}
    for one, fields in result.get("goals", {}).items():
        fields.update({name: terms["goals"][one][name] for name in {"at_least", "at_most"} & fields.keys()})
    if "shortfall" in terms:
        result["shortfall"] = dict(sorted(terms["shortfall"].items()))
    return result


def renamed(chance, records):
    """New suffixes in the old order: of records of one day that don't say when they were written, the name decides."""
    records = sorted(records, key=lambda record: record["file"])
    suffixes = sorted(f"{chance.randrange(10**6):06}-{index}" for index in range(len(records)))
    return [{**record, "file": f"{record['fields']['date']}-{record['fields']['kind']}-{suffix}.yaml"}
            for record, suffix in zip(records, suffixes)]


UNITLESS = ("progress", "expected", "ratio", "verdict", "share", "holds")


def units_say_nothing(program, tree, days, chance):
    """A goal counted in another unit has the same progress, expected, ratio and verdict, and its plan too."""
    count = 0

    def in_other_units(plan):
        nonlocal count
        for goal_id in plan["terms"].get("goals", {}):
            factor = chance.choice([Fraction(n) for n in ("1000", "60", "7", "0.1", "0.01", "0.5", "100")])
            count += scale_goal(plan, goal_id, factor)
        return plan

    directory, other = program.write(tree), program.write(changed(tree, in_other_units))
    if not count:
        raise Failure("no goal could be counted in another unit")
    for day in days:
        for one, two in zip(parse(program.status(directory, day))["plans"], parse(program.status(other, day))["plans"]):
            refuse(f"on {day}, {sentence}" for sentence in differences(unitless(one), unitless(two), one["plan"]))


def unitless(plan):
    figures = {name: plan.get(name) for name in ("verdict", "score", "expected", "ratio")}
    return {**figures, "goals": [{"id": goal["id"], **{name: goal.get(name) for name in UNITLESS}}
                                 for goal in plan["goals"]]}


def scale_goal(plan, goal_id, factor):
    """All its figures times `factor`; 0 and nothing changed if a file could not hold them."""
    goal = plan["terms"]["goals"][goal_id]
    records = [record["fields"]["values"] for record in plan["records"]
               if goal_id in record["fields"].get("values", {})]
    limits = [name for name in ("baseline", "target", "at_most", "at_least") if name in goal]
    places = [(goal[name], n) if isinstance(goal[name], list) else (goal, name)
              for name in limits for n in range(len(goal[name]) if isinstance(goal[name], list) else 1)]
    places += [(values, goal_id) for values in records]
    places += [(goal["checkpoints"], on) for on in goal.get("checkpoints", ())]
    texts = [plain(Fraction(holder[name]) * factor) for holder, name in places]
    if None in texts:
        return 0
    for (holder, name), text in zip(places, texts):
        holder[name] = text
    return 1


def plain(value):
    """A decimal as text, if it keeps to the digits and places that a file may hold."""
    for places in range(MOST_PLACES + 1):
        coefficient = value * 10**places
        if coefficient.denominator == 1:
            digits = str(abs(coefficient)).rjust(places + 1, "0")
            text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return ("-" if value < 0 else "") + text if len(digits) <= MOST_DIGITS else None
    return None


def better_is_never_worse(program, tree, days, chance):
    """A better reading for the date of the latest one never worsens the verdict of a reach goal, nor of its plan."""
    directory = program.write(tree)
    for day in days:
        before = {plan["plan"]: plan for plan in parse(program.status(directory, day))["plans"]}
        improved = {}

        def with_a_better_reading(plan, ref):
            improved[ref] = improve(chance, plan, by_id(before[ref]), day)
            return plan

        better = {**tree, "plans": {ref: with_a_better_reading(json.loads(json.dumps(plan)), ref)
                                    for ref, plan in tree["plans"].items()}}
        after = parse(program.status(program.write(better), day))["plans"]
        refuse(sentence for plan in after for sentence in
               worsened(before[plan["plan"]], plan, improved[plan["plan"]], day))


def improve(chance, plan, goals, day):
    """Adds a better reading; the goal's id, or nothing if there is no goal that has one."""
    candidates = [goal_id for goal_id, goal in goals.items() if goal["kind"] == "reach" and goal["readings"]]
    if not candidates:
        return None
    goal_id = chance.choice(candidates)
    terms = plan["terms"]["goals"][goal_id]
    on = goals[goal_id]["readings"][-1]["on"]
    _, _, in_force = max((written(record), record["file"], record["fields"]) for record in plan["records"]
                         if record["fields"]["date"] == on and is_known(record, day)
                         and goal_id in record["fields"].get("values", {}))
    upwards = Fraction(terms["target"]) > Fraction(terms.get("baseline", "0"))
    step = abs(Fraction(terms["target"]) - Fraction(terms.get("baseline", "0"))) * chance.choice((1, 2, 10)) / 10
    value = plain(Fraction(in_force["values"][goal_id]) + (step if upwards else -step))
    if value is None:
        return None
    recorded = {name: text for name, text in in_force.items() if name == "recorded"}
    # the same time and a later name: in force after the one it improves on
    plan["records"].append({"file": f"{on}-training-zzz-{len(plan['records'])}.yaml", "folder": "journal", "fields": {
        "kind": "training", "date": on, "by": "Mia Chen", **recorded, "values": {goal_id: value}}})
    return goal_id


def written(record):
    recorded = record["fields"].get("recorded")
    return oracle.seconds(recorded) if recorded else oracle.BEGINNING


def worsened(before, after, goal_id, day):
    if goal_id is None:
        return
    pairs = [(before["verdict"], after["verdict"], after["plan"])]
    pairs.append((by_id(before)[goal_id]["verdict"], by_id(after)[goal_id]["verdict"], f"{after['plan']} {goal_id}"))
    for old, new, what in pairs:
        if old is not None and WORSE.index(new) > WORSE.index(old):
            yield f"on {day}, a better reading turned {what} from {old} to {new}"


def later_readings_say_nothing(program, tree, days, chance):
    """Where late results are missed, a reading after a goal's due date changes no verdict."""
    strict = {**tree, "settings": {**tree["settings"],
                                   "policy": {**tree["settings"].get("policy", {}), "late": "missed"}}}
    directory = program.write(strict)
    for day in days:
        before = parse(program.status(directory, day))["plans"]
        goals = {plan["plan"]: by_id(plan) for plan in before if plan["state"] != "closed"}

        def with_later_readings(plan, ref):
            for goal_id, goal in goals.get(ref, {}).items():
                on = to_date(goal["due"]) + chance.choice((1, 2, 9)) * DAY
                if goal["kind"] != "deliverable" and on <= day:
                    plan["records"].append({
                        "file": f"{on}-training-zzz-{len(plan['records'])}.yaml", "folder": "journal", "fields": {
                            "kind": "training", "date": str(on), "by": "Mia Chen",
                            "values": {goal_id: str(chance.choice((0, 7, 1000000)))}}})
            return plan

        late = {**strict, "plans": {ref: with_later_readings(json.loads(json.dumps(plan)), ref)
                                    for ref, plan in strict["plans"].items()}}
        after = parse(program.status(program.write(late), day))["plans"]
        refuse(f"{one['plan']}: {name} was {one[name]}, with later readings {other[name]}, as of {day}"
               for one, other in zip(before, after) for name in ("verdict", "score", "state")
               if one[name] != other[name])
        refuse(f"{one['plan']} {goal_id}: {goal['verdict']} became {by_id(other)[goal_id]['verdict']}, as of {day}"
               for one, other in zip(before, after) for goal_id, goal in by_id(one).items()
               if goal["verdict"] != by_id(other)[goal_id]["verdict"])


def private_says_nothing(program, tree, days, _):
    """Without its private records it is the same bytes."""
    def shared(plan):
        plan["records"] = [record for record in plan["records"] if record["folder"] != "private"]
        return plan
    directory, without = program.write(tree), program.write(changed(tree, shared))
    for day in days:
        same_bytes(program.status(directory, day), program.status(without, day), f"as of {day}")


# ---- running them

PROPERTIES = {
    "equals-the-oracle": equals_the_oracle,
    "knows-nothing-of-later": knows_nothing_of_later,
    "order-says-nothing": order_says_nothing,
    "units-say-nothing": units_say_nothing,
    "better-is-never-worse": better_is_never_worse,
    "later-readings-say-nothing": later_readings_say_nothing,
    "private-says-nothing": private_says_nothing,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("property", choices=PROPERTIES)
    parser.add_argument("perfplan")
    parser.add_argument("--seed", type=int, default=20261014)
    parser.add_argument("--trees", type=int, default=3)
    parser.add_argument("--plans", type=int, default=12, help="in each tree")
    parser.add_argument("--days", type=int, default=3, help="that are asked for, in each tree")
    arguments = parser.parse_args()
    os.umask(0o077)
    for seed in range(arguments.seed, arguments.seed + arguments.trees):
        chance = Chance(seed)
        tree = generate(seed, arguments.plans)
        days = days_to_ask(chance, tree, arguments.days)
        print(f"seed {seed}: {', '.join(map(str, days))}", flush=True)
        try:
            with Program(arguments.perfplan) as program:
                PROPERTIES[arguments.property](program, tree, days, chance)
        except Failure as failure:
            print(failure)
            print(f"again: {sys.argv[0]} {arguments.property} {arguments.perfplan} --trees 1 --seed {seed}"
                  f" --plans {arguments.plans} --days {arguments.days}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
