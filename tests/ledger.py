"""What a writing command attempts, kept outside the tree, and what became of it, as PyYAML reads it.

An Attempt says what is to be there afterwards; `judge` holds a directory against it: what was acknowledged is there
once and whole, what was refused is absent, and nothing else has changed.
"""

import collections
import dataclasses
import os
import re

import yaml

LEFT_OVER = re.compile(r"(^|/)\.perfplan-|\.perfplan-\d+-\d+$|(^|/)\.plan\.yaml\.staged$")
SAVED = (0, 1, 5)  # exit codes after which everything is saved
TOLD = ("all the same", "what was saved before that is there")  # a failure after the saving, that says so
DOCUMENTED = {0, 1, 2, 3, 4, 5, 6}


@dataclasses.dataclass
class Attempt:
    """Paths are relative to the directory that is looked at."""
    name: str
    tree: str  # of tests/trees; empty: none
    command: list
    input: str = ""
    records: list = dataclasses.field(default_factory=list)  # (folder, what PyYAML reads but for `recorded` and `after`)
    files: dict = dataclasses.field(default_factory=dict)  # path: bytes, or what PyYAML reads, or None for anything
    edits: dict = dataclasses.field(default_factory=dict)  # path: [(from, to), ...], each from once in it
    moves: dict = dataclasses.field(default_factory=dict)  # path: new path
    modes: dict = dataclasses.field(default_factory=dict)  # path: new mode
    alone: set = dataclasses.field(default_factory=set)  # of files: harmless without the rest
    steps: int = 1  # of which each may be all there is after a failure
    prepare: object = None  # function of the directory
    tells_rest: bool = False  # what it can't do it tells as a finding
    lacks: tuple = ()  # (system call, error) that it always gets, as on a file system that can't do that
    again: tuple = (0,)  # exit codes of the same command when it has been done

    @property
    def pieces(self):
        return len(self.records) + len(self.files) + len(self.edits) + len(self.moves) + len(self.modes)


@dataclasses.dataclass
class Outcome:
    code: int
    out: str
    err: str
    was_killed: bool = False


class Words(yaml.SafeLoader):
    """Every scalar as it is written: 2026-10-14 and 280000 are texts, so that nothing is rounded or guessed."""


Words.yaml_implicit_resolvers = {}


def read(data):
    """None if PyYAML can't."""
    try:
        return yaml.load(data, Loader=Words)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def record_of(data):
    """What a record says, without the moment of writing and the records before it."""
    document = read(data)
    if not isinstance(document, dict):
        return None
    return {key: value for key, value in document.items() if key not in ("recorded", "after")}


def edited(data, replacements):
    for old, new in replacements:
        if data.count(old.encode()) != 1:
            raise ValueError(f"'{old}' is not once in the file")
        data = data.replace(old.encode(), new.encode())
    return data


class Judge:
    """One look at a directory. `problems` says what is wrong; `present` counts the pieces that are there."""

    def __init__(self, attempt, before, after):
        self.attempt = attempt
        self.before = before
        self.after = after
        self.problems = []
        self.left_over = []
        self.present = 0
        self.harmless = 0  # of those present
        self.missing = []
        self._old()
        self._new()

    def _old(self):
        attempt, after = self.attempt, self.after
        for path, was in self.before.items():
            now = after.get(path)
            mode = attempt.modes.get(path, was.mode)
            if path in attempt.moves:
                continue  # looked at with the new ones
            if now is None:
                self.problems.append(f"{path} is gone")
            elif path in attempt.edits:
                self._edited(path, was, now)
            elif (now.kind, now.data) != (was.kind, was.data):
                self.problems.append(f"{path} has changed")
            elif now.mode not in (was.mode, mode):
                self.problems.append(f"{path} has mode {now.mode:04o}, not {was.mode:04o}")
            elif path in attempt.modes:
                self._count(now.mode == mode, f"mode {mode:04o} of {path}")
        for old, new in attempt.moves.items():
            was = self.before[old]
            if (old in after) == (new in after):
                self.problems.append(f"{old} is {'there twice' if old in after else 'gone'}")
            elif after.get(new, after.get(old)) != was:
                self.problems.append(f"{old} has changed while it was moved")
            self._count(new in after, new)

    def _edited(self, path, was, now):
        replacements = self.attempt.edits[path]
        wanted = replacements if isinstance(replacements, bytes) else edited(was.data, replacements)
        if now.kind != was.kind or now.mode != was.mode:
            self.problems.append(f"{path} is now a {now.kind} of mode {now.mode:04o}")
        elif now.data not in (was.data, wanted):
            self.problems.append(f"{path} holds what nobody wrote: {now.data[:300]!r}")
        self._count(now.data == wanted, f"the edit of {path}")

    def _new(self):
        open_records = collections.Counter()
        for folder, record in self.attempt.records:
            open_records[folder, repr(sorted(record.items()))] += 1
        files = dict(self.attempt.files)
        for path in sorted(self.after.keys() - self.before.keys() - set(self.attempt.moves.values())):
            now = self.after[path]
            private = {"file": 0o600, "directory": 0o700}.get(now.kind)
            if now.mode != private and now.mode != self.attempt.modes.get(path):
                self.problems.append(f"{path} is a new {now.kind} of mode {now.mode:04o}")
            if LEFT_OVER.search(path):
                self.left_over.append(path)
            elif now.kind == "directory":
                if not any(other.startswith(path + "/") for other in self.after):
                    self.left_over.append(path)
            elif path in files:
                self._wanted(path, files.pop(path), now)
            else:
                said = record_of(now.data)
                key = os.path.dirname(path), repr(sorted(said.items())) if said else ""
                if open_records[key] > 0:
                    open_records[key] -= 1
                    self.present += 1
                else:
                    self.problems.append(f"{path} holds what nobody wrote: {now.data[:300]!r}")
        self.missing += sorted(files)
        self.missing += [f"{folder}: {record}" for (folder, record), n in open_records.items() for _ in range(n)]

    def _wanted(self, path, wanted, now):
        same = (wanted is None or now.data == wanted if not isinstance(wanted, dict) else read(now.data) == wanted)
        if not same:
            self.problems.append(f"{path} holds what nobody wrote: {now.data[:300]!r}")
        self.present += 1
        self.harmless += path in self.attempt.alone

    def _count(self, is_there, what):
        if is_there:
            self.present += 1
        else:
            self.missing.append(what)

    @property
    def is_whole(self):
        return not self.missing


def judge(attempt, before, after, outcome):
    """(problems, Judge) of a command that ended, one way or the other."""
    seen = Judge(attempt, before, after)
    problems = list(seen.problems)
    if outcome.was_killed:
        return problems, seen
    if attempt.tells_rest and outcome.code not in SAVED:  # a table without what could not be read
        problems = [problem for problem in problems if not problem.startswith(tuple(attempt.files))]
    if outcome.code not in DOCUMENTED:
        problems.append(f"exit code {outcome.code}")
    if seen.left_over:
        problems.append(f"exit code {outcome.code}, and left {', '.join(seen.left_over)}")
    if outcome.code in SAVED and not seen.is_whole and not attempt.tells_rest:
        problems.append(f"exit code {outcome.code}, but there is no {', no '.join(seen.missing)}")
    if outcome.code not in SAVED:
        is_told = seen.is_whole and any(words in outcome.err for words in TOLD)
        if attempt.steps == 1 and seen.present > 0 and not is_told:
            problems.append(f"exit code {outcome.code}, but saved is all of it but {seen.missing}")
        if seen.present > 0 and "nothing was" in outcome.err:
            problems.append("it says that nothing was saved, and something was")
        if not outcome.err:
            problems.append(f"exit code {outcome.code} without a word")
    return problems, seen
