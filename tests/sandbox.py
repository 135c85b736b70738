"""What a script under test is run with: a private copy of a tree, and an environment that is the same everywhere."""

import collections
import os
import shutil
import stat
import subprocess

Entry = collections.namedtuple("Entry", "kind mode data")  # of a file, directory or link


def environment(root, *programs, today="2026-10-14"):
    """`root` holds home and scratch directories; `programs` are directories that come first on PATH."""
    kept = {name: value for name, value in os.environ.items()
            if name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")}
    person = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
              (("NAME", "Mia Chen"), ("EMAIL", "mia@acme.example"), ("DATE", f"{today}T12:00:00Z"))}
    for name in ("home", "tmp"):
        (root / name).mkdir(mode=0o700, exist_ok=True)
    return {
        **kept, **person,
        "PATH": ":".join([*map(str, programs), "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"]),
        "HOME": str(root / "home"), "TMPDIR": str(root / "tmp"),
        "PERFPLAN_TODAY": today, "PERFPLAN_AUTHOR": "Mia Chen",
        "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "TERM": "dumb",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    }


def copy_private(source, target):
    """As if the program itself had made it: 0600 and 0700, whatever the checkout's modes are."""
    shutil.copytree(source, target, symlinks=True)
    for folder, _, files in os.walk(target):
        os.chmod(folder, 0o700)
        for name in files:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                os.chmod(path, 0o700 if os.access(path, os.X_OK) else 0o600)


def commit_all(directory, env):
    """Makes it a git repository, as trees normally are."""
    for arguments in (["init", "--quiet", "--initial-branch=main"], ["add", "."],
                      ["commit", "--quiet", "--message=Our plans"]):
        subprocess.run(["git", *arguments], cwd=directory, env=env, check=True)


def snapshot(directory):
    """Everything below it by relative path, but for git's own files."""
    entries = {}
    for folder, names, files in os.walk(directory):
        if ".git" in names:
            names.remove(".git")
        for name in names + files:
            path = os.path.join(folder, name)
            entries[os.path.relpath(path, directory)] = entry(path)
    return entries


def entry(path):
    status = os.lstat(path)
    mode = stat.S_IMODE(status.st_mode)
    if stat.S_ISREG(status.st_mode):
        with open(path, "rb") as file:
            return Entry("file", mode, file.read())
    if stat.S_ISLNK(status.st_mode):
        return Entry("link", mode, os.readlink(path))
    return Entry("directory" if stat.S_ISDIR(status.st_mode) else "special", mode, None)
