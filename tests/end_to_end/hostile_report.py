#!/usr/bin/python3
"""Whatever people write, a report shows it and stays the document that it is.

usage: hostile_report.py PERFPLAN
       hostile_report.py --write DIRECTORY PERFPLAN     the pages, for tests/end_to_end/browser/run

Makes a tree in which every text is one of a list of hostile ones, and one in which it is a plain word. Of both the
report has the same elements with the same attributes (HTML), and the same nodes (Markdown, as cmark reads it); every
hostile text stands in it, letter by letter.
"""

import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml

PLAIN = "word"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)> </style></title></svg>",
    "{{rep}} {{{page.style}}} {{#goals}}{{title}} {{> page-start}} {{=<% %>=}}",
    "x" * 10_000,
    "שלום עולם مرحبا بالعالم 👩‍👩‍👧‍👦 e\u0301 漢字",
    "[a](javascript:alert(1)) ![x](http://e.example/x.png) <http://e.example> `code` *b* _i_ ~~s~~ a|b|c",
    "# heading",
    "- list",
    "1. list",
    "&lt;b&gt; &#60; &copy; & <!-- --> ]]> <![CDATA[",
    "---",
    "    four spaces",
]
MANY_LINES = "\n".join(HOSTILE[:3] + HOSTILE[4:] + ["```", "<b>", "| a | b |", "|---|---|"])
TODAY = "2026-10-14"


def settings(text):
    return {
        "format": 1, "program": text, "policy": {"require_signatures": []},
        "ratings": {number: text for number in range(1, 6)},
        "objectives": {"growth": {"title": text, "owner": text}},
        "competencies": {"discovery": {"title": text, "levels": {number: text for number in range(1, 6)}}},
    }


def terms(text):
    return {
        "rep": text, "role": text, "team": text, "manager": text, "hr": text,
        "starts": "2026-10-01", "ends": "2026-12-31", "reviews": "weekly",
        "shortfall": {"cause": "quota", "metric": text, "unit": text, "quota": 100, "attained": 60, "summary": text},
        "goals": {
            "pipeline": {"title": text, "metric": text, "unit": text, "target": 100, "supports": "growth",
                         "relevant": text, "achievable": text, "checkpoints": {"2026-10-31": 30}},
            "limit": {"title": text, "metric": text, "unit": text, "at_most": 15},
            "deliverable": {"title": text, "deliver": "2026-10-30"},
        },
        "skills": {"discovery": {"current": 2, "required": 4, "evidence": text, "goals": ["pipeline"]},
                   "own": {"title": text, "current": 2, "required": 4}},
        "activities": {"training": {"title": text, "owner": text + " of another", "due": "2026-10-09",
                                    "skill": "discovery"},
                       "practice": {"title": text, "due": "2026-10-09"}},
        "consequences": text,
    }


def records(text):
    common = {"date": "2026-10-12", "by": text, "recorded": "2026-10-12T12:00:00Z"}
    yield "review", {**common, "label": text, "text": text, "rating": 2, "strengths": [text], "improve": [text],
                     "opportunities": [text], "blockers": [text], "next_steps": [text], "evidence": [text],
                     "values": {"pipeline": 20, "limit": 16}, "levels": {"discovery": 3}, "done": ["training"],
                     "decision": "extend", "until": "2027-01-31", "reason": text, "override": text}
    for kind in ("coaching", "feedback", "recognition", "concern", "training", "evidence", "general", "response"):
        yield kind, {**common, "text": text, "evidence": [text],
                     **({} if kind == "response" else {"follow_up": {"by": "2026-10-13", "what": text, "owner": text}})}


def write_tree(root, text):
    plan = root / "plans/dana-reyes/2026-q4"
    (plan / "journal").mkdir(parents=True)
    dump(root / "perfplan.yaml", settings(text))
    dump(plan / "plan.yaml", terms(text))
    for kind, record in records(text):
        dump(plan / "journal" / f"2026-10-12-{kind}-by-hand.yaml", {"kind": kind, **record})


def dump(path, data):
    text = yaml.safe_dump(data, allow_unicode=True, width=100_000, sort_keys=False)
    path.write_text(re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", text))


def run(perfplan, root, *command):
    done = subprocess.run([perfplan, "-C", root, *command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env={"PERFPLAN_TODAY": TODAY, "PERFPLAN_AUTHOR": "Mia Chen", "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(command)[:200]}: exit code {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def reports(perfplan, text, audience="hr"):
    """HTML and Markdown of a tree in which every text is this one; signed and amended by the program."""
    directory = pathlib.Path(tempfile.mkdtemp())
    try:
        write_tree(directory, text)
        for role in ("rep", "manager"):
            run(perfplan, directory, "sign", "dana-reyes", "--as", role, "--by", "Mia Chen", "--on-behalf=the test",
                f"--message={text}")
        run(perfplan, directory, "goal", "set", "dana-reyes", "pipeline", "--relevant=" + text + " and more",
            "--reason=" + text)
        return [run(perfplan, directory, "report", "dana-reyes", "--format", form, "--for", audience)
                for form in ("html", "md")]
    finally:
        shutil.rmtree(directory)


class Elements(html.parser.HTMLParser):
    """Elements with the names of their attributes, and all text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.words = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        # how many labels a chart has is up to the room that they find, and a class says no more than a look
        if tag not in ("text", "polyline"):
            self.elements.append((tag, tuple(name for name, _ in attributes)))
        self.words += [value or "" for _, value in attributes]

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.elements.append(("comment", data))


def nodes(markdown):
    """The types of the nodes that cmark finds, without text and where it is broken."""
    read = subprocess.run(["cmark", "--to", "xml"], input=markdown, capture_output=True, check=True, text=True).stdout
    tree = xml.etree.ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", read))
    return [node.tag.split("}")[-1] for node in tree.iter() if not is_address(node)]


def is_address(node):
    """A link that a web address makes of itself."""
    address = node.get("destination", "")
    return address.startswith(("http://", "https://")) and "".join(node.itertext()).strip() == address


def rendered(markdown):
    """What a reader of the Markdown sees, without white space."""
    page = subprocess.run(["cmark", "--unsafe"], input=markdown, capture_output=True, check=True, text=True).stdout
    without_links = re.sub(r'<a href="([^"]*)">\1</a>', r"\1", page)  # an address that is its own text
    return squeezed("".join(Elements(without_links).words))


def squeezed(text):
    return re.sub(r"[\s\u00a0\\]", "", text)


def compare(perfplan):
    plain_page, plain_markdown = reports(perfplan, PLAIN)
    elements, types = Elements(plain_page).elements, nodes(plain_markdown)
    for text in HOSTILE:
        page, markdown = reports(perfplan, text)
        name = text[:40]
        found = Elements(page)
        if found.elements != elements:
            difference = next((pair for pair in zip(found.elements, elements) if pair[0] != pair[1]), "their number")
            yield f"HTML of {name!r} has other elements: {difference}"
        if squeezed("".join(found.words)).count(squeezed(text)) < 100:
            yield f"HTML of {name!r} does not show it everywhere"
        kinds = [kind for kind in nodes(markdown) if kind not in ("text", "softbreak")]
        wanted = [kind for kind in types if kind not in ("text", "softbreak")]
        if kinds != wanted:
            difference = next((pair for pair in zip(kinds, wanted) if pair[0] != pair[1]), "their number")
            yield f"Markdown of {name!r} has other nodes: {difference}"
        if rendered(markdown).count(squeezed(text)) < 100:
            yield f"Markdown of {name!r} does not show it everywhere: {rendered(markdown).count(squeezed(text))}"


def many_lines(perfplan):
    """Texts of several lines: no element and no node that no text should make."""
    page, markdown = reports(perfplan, MANY_LINES)
    for tag, _ in Elements(page).elements:
        if tag in ("script", "img", "iframe", "object", "b", "comment"):
            yield f"HTML of many lines has <{tag}>"
    for kind in sorted({"html_block", "html_inline", "image", "link", "code_block", "code"} & set(nodes(markdown))):
        yield f"Markdown of many lines has {kind}"


def write(directory, perfplan):
    for number, text in enumerate([*HOSTILE, MANY_LINES]):
        page, _ = reports(perfplan, text)
        pathlib.Path(directory, f"hostile-{number}.html").write_text(page)


def main():
    if sys.argv[1] == "--write":
        return write(*sys.argv[2:])
    found = [*compare(sys.argv[1]), *many_lines(sys.argv[1])]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
