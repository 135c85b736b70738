"""How an answer of the program differs from what was expected of it."""

import datetime
import math
from fractions import Fraction

# What is said in words, or is not computed from figures: other tests judge it.
UNJUDGED = {"reasons", "terms", "next", "why"}


def differences(expected, actual, where=""):
    """Sentences; none if `actual` is what `expected` says. Fractions are compared as the double nearest to them."""
    if isinstance(expected, dict):
        yield from object_differences(expected, actual, where)
    elif isinstance(expected, list):
        yield from list_differences(expected, actual, where)
    elif not is_same(expected, actual):
        yield f"{where} is {actual!r}, expected {shown(expected)}"


def object_differences(expected, actual, where):
    if not isinstance(actual, dict):
        yield f"{where} is {actual!r}, expected an object"
        return
    for name in sorted(expected.keys() - actual.keys()):
        yield f"{where}.{name} is missing"
    for name in sorted(actual.keys() - expected.keys() - UNJUDGED):
        yield f"{where}.{name} is printed, and nothing here computes it"
    for name in (name for name in expected if name in actual):
        yield from differences(expected[name], actual[name], f"{where}.{name}")


def list_differences(expected, actual, where):
    if not isinstance(actual, list) or len(actual) != len(expected):
        yield f"{where} is {actual!r}, expected {len(expected)} entries"
        return
    for index, (one, other) in enumerate(zip(expected, actual)):
        name = one.get("plan", one.get("id", index)) if isinstance(one, dict) else index
        yield from differences(one, other, f"{where}[{name}]")


def is_same(expected, actual):
    if isinstance(expected, Fraction):
        is_number = isinstance(actual, (int, float)) and not isinstance(actual, bool)
        return is_number and float(expected) == float(actual) and not (actual == 0 and math.copysign(1, actual) < 0)
    if isinstance(expected, datetime.date):
        return actual == expected.isoformat()
    return type(expected) is type(actual) and expected == actual


def shown(value):
    if isinstance(value, Fraction):
        return str(int(value)) if value.denominator == 1 else repr(float(value))
    return repr(value.isoformat()) if isinstance(value, datetime.date) else repr(value)
