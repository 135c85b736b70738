#!/usr/bin/python3
"""Every construct of the YAML 1.2 specification, written as part of a plan, is read as other readers read it, or
refused for what it is: chapter by chapter, with the word that the refusal must have.

    specification_test.py YAML_READ      YAML_READ: the program built from read.cpp
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

sys.dont_write_bytecode = True
from readers_test import by_fy_tool, first_difference  # noqa: E402

READ = None  # instead of a word of the refusal: it has to be read

CONSTRUCTS = [
    # chapter 2: collections
    ("2.1 list of scalars", "strengths:\n- Listens\n- Prepares\n- Follows up\n", READ),
    ("2.1 list at the root", "- Listens\n- Prepares\n", "key"),
    ("2.1 mapping of scalars", "baseline: 65\nrate: 0.278\nlost: 147    # since May\n", READ),
    ("2.1 mapping of lists", "west:\n  - Dana\n  - Kim\neast:\n  - Li\n", READ),
    ("2.1 list of mappings", "goals:\n-\n  id: a\n  target: 65\n-\n  id: b\n  target: 63\n", READ),
    ("2.1 list of lists", "table:\n- [name     , hr, avg  ]\n- [Dana, 65, 0.278]\n- [Kim   , 63, 0.288]\n", READ),
    ("2.1 mapping of mappings in braces", "Dana: {hr: 65, avg: 0.278}\nKim: {\n    hr: 63,\n    avg: 0.288\n  }\n", READ),
    # structures
    ("2.2 two documents", "a: 1\n---\nb: 2\n", "document"),
    ("2.2 end of a document", "---\ntime: 20:03:20\nplayer: Dana\n...\n", "'...'"),
    ("2.2 leading comments", "# Ranking of 2026\n---\na: 1\n", READ),
    ("2.2 comments within", "---\nhr: # most first\n  - Dana\n  - Kim\nrbi:\n  # their place\n  - Kim\n", READ),
    ("2.2 node referred to", "hr:\n  - Dana\n  - &SS Kim\nrbi:\n  - *SS\n  - Li\n", "anchor"),
    ("2.2 complex key", "? - Detroit\n  - Chicago\n: - 2026-07-23\n", "'?'"),
    ("2.2 complex key in brackets", "? [ New York, Atlanta ]\n: [ 2026-07-02 ]\n", "'?'"),
    ("2.2 compact nested mapping", "items:\n- item    : Talk\n  quantity: 1\n- item    : Call\n  quantity: 4\n", READ),
    # scalars
    ("2.3 literal block", "text: |\n  \\//||\\/||\n  // ||  ||__\n", READ),
    ("2.3 folded plain", "text: >\n  Mark McGwire's\n  year was crippled\n  by an injury.\n", READ),
    ("2.3 folded block with deeper lines",
     "text: >\n  A fine month:\n\n    63 calls\n    0.288 won\n\n  What a year!\n", READ),
    ("2.3 indentation decides", "name: Dana\nachieved: >\n  She set a record\n  of calls.\nstats: |\n  65 calls\n  0.278 won\n",
     READ),
    ("2.3 quoted scalars",
     "unicode: \"Sosa did fine.\\u263A\"\ncontrol: \"tab \\t here\"\nsingle: '\"Howdy!\" he cried.'\n"
     "quoted: ' # Not a ''comment''.'\ntie: '|\\-*-/|'\n", READ),
    ("2.3 several lines, plain", "plain:\n  This unquoted scalar\n  spans many lines.\n", READ),
    ("2.3 several lines, quoted", "quoted: \"So does this\n  quoted scalar.\\n\"\n", READ),
    # tags
    ("2.4 integers", "canonical: 12345\ndecimal: +12345\noctal: 0o14\nhexadecimal: 0xC\n", READ),
    ("2.4 floats", "canonical: 1.23015e+3\nfixed: 1230.15\nnegative infinity: -.inf\nnot a number: .nan\n", READ),
    ("2.4 others", "null:\nbooleans: [ true, false ]\nstring: '012345'\n", "null"),
    ("2.4 timestamps", "canonical: 2026-12-15T02:59:43.1Z\nspaced: 2026-12-14 21:59:43.10 -5\ndate: 2026-12-14\n", READ),
    ("2.4 explicit tags", "not-date: !!str 2026-04-28\n", "tag"),
    ("2.4 binary", "picture: !!binary |\n R0lGODlhDAAMAIQAAP\n", "tag"),
    ("2.4 local tag", "application: !something |\n the text\n", "tag"),
    ("2.4 global tag", "%TAG ! tag:example.com,2026:\n--- !shape\na: 1\n", "directive"),
    ("2.4 unordered set", "--- !!set\n? Dana\n? Kim\n", "'---'"),
    ("2.4 ordered map", "--- !!omap\n- Dana: 65\n", "'---'"),
    # chapter 5: characters
    ("5.2 byte order mark", "\ufeffa: 1\n", "byte order mark"),
    ("5.3 block indicators", "list:\n- one\n- two\nmapping:\n  sky: blue\n  sea: green\n", READ),
    ("5.3 explicit mapping", "mapping:\n  ? sky\n  : blue\n", "'?'"),
    ("5.3 flow indicators", "list: [ one, two, ]\nmapping: { sky: blue, sea: green }\n", READ),
    ("5.3 comment indicator", "# Only a comment\na: 1\n", READ),
    ("5.3 node property indicators", "anchored: !local &anchor value\n", "tag"),
    ("5.3 alias", "alias: *anchor\n", "alias"),
    ("5.3 block scalar indicators", "literal: |\n  some\n  text\nfolded: >\n  some\n  text\n", READ),
    ("5.3 quotes", "single: 'text'\ndouble: \"text\"\n", READ),
    ("5.3 directive", "%YAML 1.2\n--- text\n", "directive"),
    ("5.3 reserved at sign", "commercial-at: @text\n", "@"),
    ("5.3 reserved backtick", "grave-accent: `text\n", "`"),
    ("5.4 line breaks", "text: |\n  Line break (no glyph)\n  Line break (glyphed)\n", READ),
    ("5.4 line breaks of Windows", "text: |\r\n  One\r\n  Two\r\nb: 1\r\n", READ),
    ("5.4 line breaks of an old Mac", "a: 1\rb: 2\r", "carriage return"),
    ("5.5 tabs and spaces", "quoted: \"Quoted \t\"\nblock: |\n  void main() {\n  \tprintf(\"Hi\");\n  }\n", READ),
    ("5.7 escaped characters",
     "text: \"Fun with \\\\ \\\" \\t \\n \\/ \\x41 \\u0041 \\U00000041 \\\n  end\"\n", READ),
    ("5.7 escapes of blanks that can't be told from others", "text: \"\\_ \\N \\L \\P\"\n", "escape"),
    ("5.7 escapes of control characters", "text: \"\\a \\b \\e \\f\"\n", "escape"),
    ("5.7 escape of NUL", "text: \"\\0\"\n", "escape"),
    ("5.7 invalid escapes", "text: \"\\c\"\n", "escape"),
    # chapter 6: structure
    ("6.1 indentation", "  # Leading comment\nNot indented:\n By one space: |\n    By four\n      spaces\n Flow style: [\n"
     "   By two,\n   Also by two,\n   ]\n", READ),
    ("6.1 tab as indentation", "a:\n\tb: 1\n", "tab"),
    ("6.2 separation by spaces", "list:\n- foo:   bar\n- - baz\n  - baz\n", READ),
    ("6.2 separation by tabs", "a:\tb\n", "tab"),
    ("6.3 line prefixes", "plain: text\n  lines\nquoted: \"text\n  lines\"\nblock: |\n  text\n   lines\n", READ),
    ("6.4 empty lines", "folding: \"Empty line\n\n  as a line feed\"\nclipped: |\n  Clipped empty lines\n\nb: 1\n", READ),
    ("6.5 folded lines in quotes", "text: \"\n  foo\n\n    bar\n\n  baz\n  \"\n", READ),
    ("6.5 folding of a block", "text: >-\n  trimmed\n\n\n\n  as\n  space\n", READ),
    ("6.6 separated comment", "key:    # Comment\n  value\n", READ),
    ("6.6 several lines of comment", "key:    # Comment\n        # lines\n  value\n\n\n", READ),
    ("6.7 separation spaces", "{ first: Sammy, last: Sosa }:\n  hr: 65\n", "second ':'"),
    ("6.8 YAML directive", "%YAML 1.3 # Attempt parsing\n---\na: foo\n", "directive"),
    ("6.8 reserved directive", "%FOO  bar baz\n---\na: foo\n", "directive"),
    ("6.8 TAG directive", "%TAG !yaml! tag:yaml.org,2002:\n---\na: !yaml!str foo\n", "directive"),
    ("6.9 tag before a key", "!!str a: b\n", "tag"),
    ("6.9 anchor before a key", "&a1 a: b\n", "anchor"),
    ("6.9 verbatim tag", "a: !<tag:yaml.org,2002:str> foo\n", "tag"),
    ("6.9 non-specific tag", "a: ! 12\n", "tag"),
    # chapter 7: flow styles
    ("7.1 alias nodes", "First: &anchor Foo\nSecond: *anchor\n", "anchor"),
    ("7.2 empty content", "list: { foo : !!str, bar: 1 }\n", "tag"),
    ("7.2 empty nodes", "foo:\nbar: ~\n", READ),
    ("7.3 implicit double-quoted keys", "\"implicit block key\" : [\n  \"implicit flow key\", value,\n ]\n", READ),
    ("7.3 pair within a list", "list: [\n  \"implicit flow key\" : value,\n ]\n", "key"),
    ("7.3 double-quoted line breaks", "text: \"folded to a space,\n\n  to a line feed, or \\\n  \\ non-content\"\n", READ),
    ("7.3 double-quoted lines", "text: \" 1st non-empty\n\n  2nd non-empty\n  3rd non-empty \"\n", READ),
    ("7.3 single-quoted characters", "text: 'here''s to \"quotes\"'\n", READ),
    ("7.3 single-quoted keys", "'implicit block key' : [\n  'implicit flow key', value,\n ]\n", READ),
    ("7.3 single-quoted lines", "text: ' 1st non-empty\n\n  2nd non-empty\n  3rd non-empty '\n", READ),
    ("7.3 plain characters",
     "list:\n- ::vector\n- \": - ()\"\n- Up, up, and away!\n- -123\n- https://example.com/foo#bar\n"
     "- [ \"::vector\", \": - ()\", -123 ]\n", READ),
    ("7.3 plain lines", "text: 1st non-empty\n\n  2nd non-empty\n  3rd non-empty\n", READ),
    ("7.4 sequence in brackets", "a:\n- [ one, two, ]\n- [three ,four]\n", READ),
    ("7.4 entries in brackets", "a: [\n \"double\n quoted\", 'single\n           quoted',\n plain\n text, [ nested ],\n ]\n", READ),
    ("7.4 mappings in braces", "a:\n- { one : two , three: four , }\n- {five: six,seven : eight}\n", READ),
    ("7.4 explicit entry in braces", "a: {\n ? explicit: entry,\n implicit: entry,\n }\n", "'?'"),
    ("7.4 key without a value in braces", "a: {\n unquoted : \"separate\",\n http://foo.com,\n }\n", "':'"),
    ("7.4 value without a key", "a: { : omitted key }\n", "key"),
    ("7.4 adjacent values", "a: {\n \"adjacent\":value,\n \"readable\": value\n }\n", READ),
    ("7.4 single pair", "a: [\n foo: bar\n ]\n", "key"),
    ("7.5 flow content", "a:\n- [ a, b ]\n- { a: b }\n- \"a\"\n- 'b'\n- c\n", READ),
    # chapter 8: block styles
    ("8.1 header of a block", "a:\n- | # Empty header\n literal\n- >1 # Indentation\n  folded\n- |+ # Keep\n keep\n\n"
     "- >1- # Both\n  strip\n", READ),
    ("8.1 indentation indicator", "a:\n- |\n detected\n- >\n \n  \n  # detected\n- |1\n  explicit\n", READ),
    ("8.1 indentation too deep", "a: |\n   \n text\n", "empty line"),
    ("8.1 chomping of the last line break", "strip: |-\n  text\nclip: |\n  text\nkeep: |+\n  text\n", READ),
    ("8.1 chomping of trailing lines", "strip: |-\n  text\n\nclip: |\n  text\n\nkeep: |+\n  text\n\nend: 1\n", READ),
    ("8.1 comments behind a block", "strip: |-\n  text\n# Comments:\n\nclip: |\n  text\n # more\n", READ),
    ("8.1 empty block scalars", "strip: >-\n\nclip: >\n\nkeep: |+\n\n", READ),
    ("8.1 literal scalar", "text: |\n literal\n \ttext\n\n\n", READ),
    ("8.1 literal content", "text: |\n \n  \n  literal\n   \n  \n  text\n\n # Comment\n", READ),
    ("8.1 folded scalar", "text: >\n folded\n text\n\n\n", READ),
    ("8.1 folded lines", "text: >\n\n folded\n line\n\n next\n line\n   * bullet\n\n   * list\n   * lines\n\n last\n line\n", READ),
    ("8.1 folding that keeps", "text: >+\n folded\n text\n\n", "'>+'"),
    ("8.2 block sequence", "list:\n  - one\n  - two : three\n", READ),
    ("8.2 block sequence entry types", "list:\n- # Empty\n- |\n block node\n- - one # Compact\n  - two\n- one: two\n", READ),
    ("8.2 block mapping", "mapping:\n key: value\n", READ),
    ("8.2 explicit block mapping entries", "? explicit key\n: - one\n  - two\n", "'?'"),
    ("8.2 implicit block mapping entries", "plain key: in-line value\n\"quoted key\":\n- entry\n", READ),
    ("8.2 colon alone", "a: 1\n: # Both empty\n", "key"),
    ("8.2 compact block mappings", "list:\n- sun: yellow\n- earth: blue\n  moon: white\n", READ),
    ("8.2 complex compact mapping", "list:\n- ? earth: blue\n  : moon: white\n", "'?'"),
    ("8.2 block node types", "list:\n-\n  \"flow in block\"\n- >\n Block scalar\n- # Block collection\n  foo : bar\n", READ),
    ("8.2 tagged block nodes", "list: !!seq\n- entry\nmapping: !!map\n foo: bar\n", "tag"),
    ("8.2 properties of a block scalar", "folded:\n   !foo\n  >1\n value\n", "tag"),
    # chapter 9: documents
    ("9.1 document prefix", "# Comment\n# lines\na: Document\n", READ),
    ("9.1 document markers", "%YAML 1.2\n---\na: Document\n... # Suffix\n", "directive"),
    ("9.1 bare documents", "Bare: document\n...\n# No document\n", "'...'"),
    ("9.1 explicit documents", "---\n{ matches\n% : 20 }\n...\n---\n# Empty\n...\n", "'...'"),
    ("9.2 stream", "Document: 1\n---\n# Empty\n...\n%YAML 1.2\n---\nmatches %: 20\n", "document"),
    # chapter 10: schemas; a plain scalar is text here, and what it stands for is decided by its field
    ("10.1 failsafe mapping", "Block style: !!map\n  Clark : Evans\n", "tag"),
    ("10.2 booleans", "a: [ true, false, True, FALSE ]\n", READ),
    ("10.2 nulls", "a: [ null, ~, Null, NULL ]\n", READ),
    ("10.3 numbers", "a: [ 0, -0, 3, -19, 0., 12e03, -2E+05, 0o7, 0x3A ]\n", READ),
    ("10.4 merge key", "a:\n  <<: {b: 1}\n", "merge"),
]


def as_written(data):
    """Plain scalars are text to us, and values to others; what they are written as is compared elsewhere."""
    if isinstance(data, dict):
        return {str(key): as_written(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_written(item) for item in data]
    if data in (None, "", "~", "null", "Null", "NULL"):
        return None
    if isinstance(data, str) and not is_value(data):
        return data
    return ["a value"]


def is_value(text):
    try:
        float(text)
    except ValueError:
        return text.lower() in ("true", "false", ".inf", "-.inf", ".nan") or text[:2] in ("0x", "0o")
    return True


def by_others(path):
    """libfyaml's reading, or PyYAML's where that has none: it does not know every empty item of a list."""
    try:
        return by_fy_tool(path)
    except ValueError:
        return yaml.load(path.read_bytes().decode(), Loader=yaml.BaseLoader)


def failure(path, word):
    refused = path.with_suffix(".refused")
    if refused.exists():
        told = refused.read_text().strip()
        if word is READ:
            return f"is refused: {told}"
        return None if any(part in told for part in word.split("|")) else f"is refused without a word of {word}: {told}"
    ours = as_written(json.loads(path.with_suffix(".json").read_text()))
    if word is not READ:
        return f"is read, and should be refused with a word of {word}: {ours}"
    return first_difference(as_written(by_others(path)), ours)


def main():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for number, (name, text, _) in enumerate(CONSTRUCTS):
            paths[name] = pathlib.Path(folder) / f"{number:03}.yaml"
            paths[name].write_bytes(text.encode())
        subprocess.run([sys.argv[1], folder], check=True)
        for name, text, word in CONSTRUCTS:
            if told := failure(paths[name], word):
                failures.append(f"{name}: {told}\n{text}")
    print("\n".join(failures) or f"{len(CONSTRUCTS)} constructs are read or refused as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
