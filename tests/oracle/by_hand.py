#!/usr/bin/python3
"""Cases that somebody computed by hand, in by_hand/*.yaml: `perfplan status` must print what is expected there.

    by_hand.py PERFPLAN [CASE…]      CASE: words of its name

A case has: case (what it shows), settings (what of perfplan.yaml differs from a tree with nothing in it in which nobody
has to sign), plan (of plan.yaml, without what no figure depends on), records (in the order in which they were
written; the kind follows from what they say), as_of, expect (figures of the plan, with its goals, skills and
activities by their ids; only what is named is compared), how (the computation). oracle.py must agree as well.
"""

import json
import os
import pathlib
import sys
from fractions import Fraction

import yaml

sys.dont_write_bytecode = True

import oracle
from differences import differences
from trees import Failure, Program, parse, to_date

CASES = pathlib.Path(__file__).resolve().parent / "by_hand"
FIELDS = {"case", "settings", "plan", "records", "as_of", "expect", "how"}


def load():
    cases = [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.load(path.read_text(), yaml.BaseLoader)]
    for case in cases:
        if case.keys() - FIELDS or not {"case", "plan", "as_of", "expect", "how"} <= case.keys():
            raise Failure(f"a case has {', '.join(sorted(case.keys() ^ FIELDS))} too much or too little: {case}")
    names = [case["case"] for case in cases]
    if len(set(names)) != len(names):
        raise Failure("two cases have the same name")
    return cases


# ---- what stands in the tree

def tree_of(cases):
    """A tree with a plan for each; their settings are the same."""
    settings = cases[0].get("settings", {})
    policy = {"require_signatures": [], **settings.get("policy", {})}
    return {"settings": {"format": "1", **settings, "policy": policy},
            "plans": {f"dana-reyes/case-{n:03}": plan_of(case) for n, case in enumerate(cases)}}


def plan_of(case):
    terms = {"rep": "Dana Reyes", **case["plan"]}
    for kind in ("goals", "activities"):
        for thing, fields in terms.get(kind, {}).items():
            fields.setdefault("title", f"The {thing}")
    return {"terms": terms, "records": [record_of(record, n) for n, record in enumerate(case.get("records", ()))]}


def record_of(fields, n):
    kind = fields.get("kind", "review" if "decision" in fields else "reading" if "values" in fields else
                      "assessment" if "levels" in fields else "general")
    return {"folder": "journal", "file": f"{fields['date']}-{kind}-n-{n:02}.yaml",
            "fields": {"kind": kind, "by": "Mia Chen", **fields}}


# ---- what is expected, and what of the answer it is about

def value_of(text):
    """A figure, a truth, nothing, or a word."""
    if isinstance(text, list):
        return [value_of(inner) for inner in text]
    if isinstance(text, dict):
        return {name: value_of(inner) for name, inner in text.items()}
    if text in ("null", "true", "false"):
        return {"null": None, "true": True, "false": False}[text]
    try:
        return Fraction(text)
    except ValueError:
        return text


def named(expected, actual):
    """What of the answer the case names; lists of things with ids as mappings."""
    if isinstance(actual, list) and isinstance(expected, dict):
        actual = {thing["id"]: thing for thing in actual}
    if not isinstance(expected, dict) or not isinstance(actual, dict):
        return actual
    return {name: named(expected[name], actual[name]) for name in expected if name in actual}


def differences_of(case, printed, second):
    expected = value_of(case["expect"])
    second_printed = json.loads(json.dumps(second, default=oracle.as_json))
    yield from (f"perfplan: {each}" for each in differences(expected, named(expected, printed), "plan"))
    yield from (f"oracle: {each}" for each in differences(expected, named(expected, second_printed), "plan"))
    yield from (f"perfplan against oracle: {each}" for each in differences(second, printed, "plan"))


def check(program, cases):
    """Prints what is wrong with cases that have settings and day in common; how many are wrong."""
    directory, as_of = program.write(tree_of(cases)), to_date(cases[0]["as_of"])
    wrong = 0
    for case, printed, second in zip(cases, parse(program.status(directory, as_of))["plans"],
                                     oracle.status(directory, as_of)["plans"]):
        sentences = list(differences_of(case, printed, second))
        wrong += bool(sentences)
        if sentences:
            print(f"\n{case['case']}, {printed['plan']} in {directory}\n  " + "\n  ".join(sentences))
            print("  by hand: " + case["how"].strip().replace("\n", "\n    "))
    return wrong


def in_groups(cases):
    groups = {}
    for case in cases:
        groups.setdefault(json.dumps([case.get("settings"), case["as_of"]]), []).append(case)
    return groups.values()


def main():
    os.umask(0o077)
    words = sys.argv[2:]
    cases = [case for case in load() if not words or any(word in case["case"] for word in words)]
    try:
        with Program(sys.argv[1]) as program:
            wrong = sum(check(program, group) for group in in_groups(cases))
            if wrong or not cases:
                raise Failure(f"{len(cases)} cases computed by hand, {wrong} of them wrong")
    except Failure as failure:
        print(failure)
        return 1
    print(f"{len(cases)} cases computed by hand are right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
