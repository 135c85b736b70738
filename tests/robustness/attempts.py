"""Every writing command, with its ledger: what is to be there afterwards, written down by hand."""

import hashlib
import os
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
from ledger import Attempt, edited  # noqa: E402

DANA = "tree/plans/dana-reyes/2026-q4"
TERMS = f"{DANA}/plan.yaml"
JOURNAL = f"{DANA}/journal"
TODAY = {"date": "2026-10-14", "by": "Mia Chen"}
ONE = (TESTS / "trees/one/plans/dana-reyes/2026-q4/plan.yaml").read_bytes()
SIGNED = (TESTS / "trees/signed/plans/dana-reyes/2026-q4/plan.yaml").read_bytes()
TARGET = ("target: 750000", "target: 700000")


def digest(data):
    return hashlib.sha256(data).hexdigest()


def copy_of(data):
    return f"{JOURNAL}/2026-10-14-terms-{digest(data)[:8]}.yaml"


def record(kind, **fields):
    return {"kind": kind, **TODAY, **fields}


def on_one(name, command, **expected):
    return Attempt(name, "one", command, **expected)


def edit_one(name, command, old, new, **more):
    return on_one(name, command, edits={TERMS: [(old, new)]}, **more)


def amendment(name, command, prepare=None, before=SIGNED):
    after = edited(SIGNED, [TARGET])
    said = record("amendment", reason="A smaller patch", terms=f"sha256:{digest(after)}",
                  amends=[f"sha256:{digest(SIGNED)}"],
                  changes=[{"field": "goals.pipeline.target", "from": "750000", "to": "700000", "effect": "easier"}])
    return Attempt(name, "signed", command, records=[(JOURNAL, said)], files={copy_of(after): after},
                   alone={copy_of(after)}, edits={TERMS: after} if before == SIGNED else {}, prepare=prepare)


def change_by_hand(root):
    path = root / TERMS
    path.write_bytes(edited(path.read_bytes(), [TARGET]))


def restore():
    changed = edited(SIGNED, [TARGET])
    kept = f"{DANA}/.plan.yaml.{digest(changed)[:8]}"
    return Attempt("sign --restore", "signed", ["sign", "dana-reyes", "--restore"], edits={TERMS: SIGNED},
                   files={kept: changed}, alone={kept}, prepare=change_by_hand)


def signature():
    said = record("signature", role="witness", answer="signed", terms=f"sha256:{digest(ONE)}")
    return on_one("sign", ["sign", "dana-reyes", "--as", "witness"], records=[(JOURNAL, said)],
                  files={copy_of(ONE): ONE}, alone={copy_of(ONE)})


READINGS = "rep,date,pipeline\nDana Reyes,2026-10-14,280k\nKim Park,2026-10-14,120000\n"
REVIEWS = "rep,date,rating,strength\nDana Reyes,2026-10-14,3,Asks who decides\nKim Park,2026-10-14,4,Calls back\n"
RESULTS = "rep,period,quota,attained\n" + "".join(
    f"{rep},2026-Q{quarter},100k,{quarter}0k\n" for rep in ("Li Wei", "Eva Roth") for quarter in (2, 3))
SOME = 9  # files, each of which may be all there is
KIM = "tree/plans/kim-park/2026-q4/journal"


def things_to_fix(root):
    """A note with the name of another day, and a directory that others can enter."""
    (root / JOURNAL / "2026-10-14-coaching-bpr5bjp6.yaml").rename(root / JOURNAL / "2026-10-13-coaching-bpr5bjp6.yaml")
    for folder in ("tree", "tree/plans"):
        os.chmod(root / folder, 0o755)


def without(lacks, attempt):
    """The same on a file system that can't do everything."""
    attempt.name += " without " + " and ".join(call for call, _ in lacks)
    attempt.lacks = lacks
    return attempt


# on what a file system can do; the other commands write as these do
DEPENDING = {"create", "goal set", "note", "amendment", "check --fix"}


def attempts():
    """On all file systems, and on those that have no flags of rename(2) or no two names for a file."""
    rename, link = ("renameat2", "EINVAL"), ("linkat", "EPERM")
    yield from on_every_file_system()
    for lacks in ((rename,), (link,), (rename, link)):
        yield from (without(lacks, attempt) for attempt in on_every_file_system() if attempt.name in DEPENDING)


def on_every_file_system():
    """Files that a whole run alone can tell, None here, are compared with that run's."""
    return [
        Attempt("init", "", ["init", "tree"], steps=SOME),
        on_one("create", ["create", "Ben Osei", "--period", "2026-Q4", "--quota", "100k", "--attained", "50k",
                          "--template", "recovery"], files={"tree/plans/ben-osei/2026-q4/plan.yaml": None}),
        Attempt("create --from", "batch", ["create", "--from", "-", "--template", "recovery"], RESULTS, steps=2,
                files={f"tree/plans/{rep}/2026-10-14/plan.yaml": None for rep in ("li-wei", "eva-roth")}),
        on_one("goal add", ["goal", "add", "dana-reyes", "calls=0..40"], edits={TERMS: None}, again=(4,)),
        edit_one("goal set", ["goal", "set", "dana-reyes", "pipeline", "--target", "700k"], *TARGET),
        edit_one("goal drop", ["goal", "drop", "dana-reyes", "discount"],
                 '  discount:\n    title: Hold the average discount\n    unit: "%"\n    at_most: 15\n', "",
                 again=(2, 4)),
        on_one("goal record", ["goal", "record", "dana-reyes", "pipeline=310k", "discount=14%"],
               records=[(JOURNAL, record("reading", values={"pipeline": "310000", "discount": "14"}))]),
        Attempt("goal record --from", "batch", ["goal", "record", "--from", "-"], READINGS, steps=2,
                records=[(JOURNAL, record("reading", values={"pipeline": "280000"})),
                         (KIM, record("reading", values={"pipeline": "120000"}))]),
        on_one("skill add", ["skill", "add", "dana-reyes", "crm", "--title", "Keeping the CRM", "--current", "1",
                             "--required", "3"], edits={TERMS: None}, again=(4,)),
        edit_one("skill set", ["skill", "set", "dana-reyes", "discovery", "--required", "3"],
                 "required: 4", "required: 3"),
        edit_one("skill drop", ["skill", "drop", "dana-reyes", "discovery"],
                 "skills:\n  discovery:\n    current: 2\n    required: 4\n    by: 2026-11-30\n", "", again=(2, 4)),
        on_one("skill assess", ["skill", "assess", "dana-reyes", "discovery=3"],
               records=[(JOURNAL, record("assessment", levels={"discovery": "3"}))]),
        on_one("activity add", ["activity", "add", "dana-reyes", "meddicc", "--title", "MEDDICC", "--owner", "Enablement",
                              "--due", "2026-10-20"], edits={TERMS: None}, again=(4,)),
        on_one("activity done", ["activity", "done", "dana-reyes", "call-review"],
               records=[(JOURNAL, record("training", done=["call-review"]))]),
        on_one("note", ["note", "dana-reyes", "-m", "So it is: „schön“"],
               records=[(JOURNAL, record("coaching", text="So it is: „schön“"))]),
        on_one("note --private", ["note", "dana-reyes", "--private", "-"], input="First.\n\n" + "More. " * 4000,
               records=[(f"{DANA}/private", record("coaching", text="First.\n\n" + ("More. " * 4000).strip()))]),
        Attempt("note to many", "batch", ["note", "dana-reyes", "kim-park", "-m", "So"], steps=2,
                records=[(JOURNAL, record("coaching", text="So")), (KIM, record("coaching", text="So"))]),
        on_one("review", ["review", "dana-reyes", "--rating", "3", "--strength", "Asks", "-m", "Good"],
               records=[(JOURNAL, record("review", rating="3", strengths=["Asks"], text="Good"))]),
        Attempt("review --from", "batch", ["review", "--from", "-"], REVIEWS, steps=2,
                records=[(JOURNAL, record("review", rating="3", strengths=["Asks who decides"])),
                         (KIM, record("review", rating="4", strengths=["Calls back"]))]),
        signature(),
        amendment("amendment", ["goal", "set", "dana-reyes", "pipeline", "--target", "700k", "--reason",
                                "A smaller patch"]),
        amendment("sign --amend", ["sign", "dana-reyes", "--amend", "--reason", "A smaller patch"], change_by_hand,
                  before=b""),
        restore(),
        on_one("-o FILE", ["status", "-o", "status.csv"], steps=2, tells_rest=True, files={"status.csv": None}),
        Attempt("check --fix", "sound", ["check", "--fix"], steps=SOME, tells_rest=True, prepare=things_to_fix,
                moves={f"{JOURNAL}/2026-10-13-coaching-bpr5bjp6.yaml": None},
                modes={"tree/plans": 0o700}),
    ]


def whole(attempt, before, after):
    """Fills in what only a run without faults can tell: the words of templates, schemas and tables."""
    for path, wanted in attempt.edits.items():
        if wanted is None:
            attempt.edits[path] = after[path].data
    for path in sorted(after.keys() - before.keys()):
        if after[path].kind != "file" or attempt.records:
            continue
        if path.startswith(JOURNAL) and attempt.moves:
            attempt.moves = {old: path for old in attempt.moves}
        elif attempt.files.get(path) is None:
            attempt.files[path] = after[path].data
