#!/usr/bin/python3
"""What perfplan writes must be read back the same by PyYAML (YAML 1.1) and by libfyaml (YAML 1.2).

    readers_test.py YAML_CASES      YAML_CASES: the program built from cases.cpp
"""

import datetime
import json
import multiprocessing
import pathlib
import subprocess
import sys
import tempfile

import yaml


def text_of_key(key):
    """Keys that are dates or whole numbers stay plain, and PyYAML gives them a type."""
    typed = isinstance(key, (int, datetime.date)) and not isinstance(key, bool)
    return str(key) if typed else key


def with_texts_as_keys(data):
    if isinstance(data, dict):
        return {text_of_key(key): with_texts_as_keys(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_texts_as_keys(item) for item in data]
    return data


def by_pyyaml(loader):
    def read(path):
        return with_texts_as_keys(yaml.load(path.read_bytes().decode(), Loader=loader))
    return read


def by_fy_tool(path):
    command = ["fy-tool", "--dump", "--mode", "json", path]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise ValueError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout)


# PyYAML in Python is slow: the long lists of single characters are left to the reader in C, which
# has the same rules.
def readers_of(path):
    yield "libfyaml", by_fy_tool
    yield "PyYAML, C", by_pyyaml(yaml.CSafeLoader)
    if not path.name.startswith("characters-"):
        yield "PyYAML", by_pyyaml(yaml.SafeLoader)


def first_difference(expected, read, where=""):
    if type(expected) is not type(read):
        return f"{where}: {expected!r} became {read!r}"
    if isinstance(expected, dict):
        for key in expected.keys() | read.keys():
            if key not in expected or key not in read:
                return f"{where}: key {key!r} is {'missing' if key in expected else 'new'}"
            if found := first_difference(expected[key], read[key], f"{where}/{key!r}"):
                return found
    elif isinstance(expected, list):
        if len(expected) != len(read):
            return f"{where}: {len(expected)} items became {len(read)}"
        for index, (a, b) in enumerate(zip(expected, read)):
            if found := first_difference(a, b, f"{where}/{index}"):
                return found
    elif expected != read:
        return f"{where}: {expected!r} became {read!r}"
    return None


def check(path):
    expected = json.loads(path.with_suffix(".json").read_bytes())
    failures = []
    for name, read in readers_of(path):
        try:
            difference = first_difference(expected, read(path))
        except (yaml.YAMLError, ValueError) as error:
            difference = str(error)
        if difference:
            failures.append(f"{path.name}: {name}: {difference}")
    return failures


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        paths = sorted(pathlib.Path(folder).glob("*.yaml"))
        with multiprocessing.Pool() as pool:
            failures = [line for lines in pool.map(check, paths, chunksize=1) for line in lines]
    print("\n".join(failures) or f"{len(paths)} files are read back the same")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
