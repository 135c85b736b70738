"""Trees as data, written to disk and asked for their status.

A tree is {"settings": {…}, "plans": {"rep/plan": {"terms": {…}, "records": […]}}}, a record {"file": …,
"folder": …, "fields": {…}}. Every scalar in it is text as it stands in a file, numbers too: "14.50".
"""

import datetime
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from sandbox import environment  # noqa: E402  (tests/sandbox.py)

PLAIN = re.compile(r"-?[A-Za-z0-9](?:[A-Za-z0-9 .:_/-]*[A-Za-z0-9])?")
MISTAKE = re.compile(r"unknown key|the plan has no|is not read")  # what a tree of ours must not be told
MOST_SHOWN = 20  # lines of what a failing program said
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # of the suffixes of records' names
SEAL = "sha256: of the plan's terms"  # stands in a signature for the digest


def to_yaml(value, indent=""):
    """Mappings in block style, the rest on one line."""
    if isinstance(value, dict) and value:
        return "".join(f"\n{indent}{key}:{to_yaml(inner, indent + '  ')}" for key, inner in value.items())
    if isinstance(value, (dict, list)):
        return f" [{', '.join(map(scalar, value))}]" if isinstance(value, list) else " {}"
    return " " + scalar(value)


def scalar(text):
    if isinstance(text, dict):
        return "{" + ", ".join(f"{key}: {scalar(inner)}" for key, inner in text.items()) + "}"
    return text if PLAIN.fullmatch(text) and ": " not in text else json.dumps(text, ensure_ascii=False)


def to_file(fields):
    return to_yaml(fields).removeprefix("\n") + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def write_tree(directory, tree):
    write(directory / "perfplan.yaml", to_file(tree["settings"]))
    for ref, plan in tree["plans"].items():
        write_plan(directory / "plans" / ref, plan)


def write_plan(directory, plan):
    terms = to_file(plan["terms"])
    digest = hashlib.sha256(terms.encode()).hexdigest()
    write(directory / "plan.yaml", terms)
    for record in plan["records"]:
        fields = dict(record["fields"])
        if fields.get("terms") == SEAL:
            fields["terms"] = f"sha256:{digest}"
            write(directory / "journal" / f"{fields['date']}-terms-{digest[:8]}.yaml", terms)
        file = signature_name(fields) if fields["kind"] == "signature" else record["file"]
        write(directory / record["folder"] / file, to_file(fields))


def signature_name(fields):
    """As `perfplan sign` calls it: one of any other name does not count."""
    said = {key: value for key, value in fields.items() if key != "recorded"}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    bits = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5], "big")
    suffix = "".join(DIGITS[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{fields['date']}-signature-{suffix}.yaml"


class Failure(Exception):
    """What a test found; the tree it was found in is kept."""


class Program:
    """perfplan in a scratch directory of its own, which stays if something fails."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="perfplan-evaluate."))
        self.env = environment(self.scratch)
        self.written = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            shutil.rmtree(self.scratch)
        else:
            print(f"the trees are kept in {self.scratch}")

    def write(self, tree):
        self.written += 1
        directory = self.scratch / f"tree-{self.written}"
        write_tree(directory, tree)
        return directory

    def status(self, directory, as_of):
        """The JSON as bytes."""
        command = [self.path, "-C", directory, "status", "--format", "json", "--as-of", as_of.isoformat()]
        done = subprocess.run(command, env=self.env, capture_output=True, check=False)
        said = done.stderr.decode(errors="replace")
        if done.returncode != 0 or MISTAKE.search(said):
            lines = [" ".join(map(str, command)), f"exit code {done.returncode}", *said.splitlines()]
            raise Failure("\n".join(lines[:MOST_SHOWN]))
        return done.stdout


def once(pairs):
    """A JSON object, in which no key may stand twice."""
    if len(dict(pairs)) != len(pairs):
        raise Failure(f"a key stands twice: {[key for key, _ in pairs]}")
    return dict(pairs)


def parse(status):
    return json.loads(status, object_pairs_hook=once)


def to_date(text):
    return datetime.date.fromisoformat(text)
