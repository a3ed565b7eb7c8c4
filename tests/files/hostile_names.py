#!/usr/bin/python3
"""Gives icc names and places that lead out of the database, or that no system can bear.

Usage: hostile_names.py PROGRAM SCHEMA. Each call is refused with its reason, or does what is
harmless; what lies outside stays as it was.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from scenarios import SCENARIOS, contents, environment

LONG = "a" * 81
ADD = ["add", "--country", "Iceland", "--summary", "x.", "--title"]
RECORD = {"title": "T", "country": "Iceland", "summary": "x."}
SAME = "can't be an id"


def linked_country(database):
    (database / "practices/iceland").symlink_to(database.parent / "outside")


def linked_practices(database):
    (database / "practices").rename(database / "real")
    (database / "practices").symlink_to("real")


def linked_record(database):
    (database / "practices/norway/linked.yaml").symlink_to(database.parent / "outside/secret.yaml")


def folder_as_record(database):
    (database / "practices/iceland/t.yaml").mkdir(parents=True)


def file_as_country(database):
    (database / "practices/iceland").write_text("x")


def upper_case(database):
    (database / "practices/norway/T.yaml").write_text("title: T\ncountry: Norway\nsummary: x\n")


def linked_output(database):
    (database / "out").symlink_to(database.parent / "outside/secret.yaml")


def folder_output(database):
    (database / "out").mkdir()


# What is prepared, the words, the exit code, and a part of what is said.
ROWS = [
    *[(None, ["rename", "dinners", name], 2, SAME)
      for name in ("../out", "/tmp/out", "a/b", ".", "..", ".hidden", "Dinners2", "con", "nul",
                   "com1", LONG, "a--b", "-", "é", "a b", "a.yaml", "a\n")],
    *[(None, [command, name, *more], 1, "no practice has the id")
      for command, more in (("set", ["title=x"]), ("remove", ["--yes"]), ("show", []),
                            ("rename", ["new-id"]), ("edit", []))
      for name in ("../../outside/secret", "/etc/passwd", "..", "practices/sweden/dinners.yaml",
                   "sweden/dinners")],
    *[(None, ["import", "-", json.dumps({**RECORD, "id": name})], 1, SAME)
      for name in ("../out", "/tmp/out", "con", LONG, "a/b", "Upper")],
    (None, ["import", "-", "".join(json.dumps({**RECORD, "id": name}) + "\n"
                                   for name in ("one", "ONE"))], 1, SAME),
    (None, ["rename", "dinners", "night"], 1, "is taken by 'practices/norway/night.yaml'"),
    (None, [*ADD, "con"], 0, "practices/iceland/con-practice.yaml"),
    (None, [*ADD, "é" * 200], 0, f"practices/iceland/{'e' * 80}.yaml"),
    (None, [*ADD, "../../../etc/passwd"], 0, "practices/iceland/etc-passwd.yaml"),
    (None, [*ADD, "/"], 0, "practices/iceland/practice.yaml"),
    (None, ["add", "--country", "../outside", "--summary", "x.", "--title", "T"], 2, "../outside"),
    (linked_country, [*ADD, "T"], 2, "a part of its path is a link"),
    (linked_country, ["import", "-", json.dumps(RECORD)], 2, "a part of its path is a link"),
    (linked_practices, [*ADD, "T"], 2, "a part of its path is a link"),
    (linked_practices, ["set", "dinners", "tags+=x"], 2, "a part of its path is a link"),
    *[(linked_record, words, 2, "is a link, and links are not followed")
      for words in (["set", "linked", "tags+=x"], ["remove", "--yes", "linked"],
                    ["fmt", "practices/norway/linked.yaml"], ["show", "linked"])],
    *[(linked_record, ["rename", name, "linked"], 1, "is taken by 'practices/norway/linked.yaml'")
      for name in ("dinners", "night")],
    (folder_as_record, [*ADD, "T"], 0, "practices/iceland/t-2.yaml"),
    (folder_as_record, ["import", "-", json.dumps({**RECORD, "id": "t"})], 1, "exists already"),
    (file_as_country, [*ADD, "T"], 2, "a part of its path is a link or no folder"),
    (upper_case, [*ADD, "T"], 0, "practices/iceland/t-2.yaml"),
    (upper_case, ["rename", "dinners", "t"], 1, "is taken by 'practices/norway/T.yaml'"),
    (linked_output, ["export", "--json", "-o", "out"], 1, "is a link, and links are not followed"),
    (folder_output, ["export", "--json", "-o", "out"], 2, "is a directory"),
    (None, ["export", "--json", "-o", "none/out"], 2, "no such file or directory"),
]


def faults_of(program, schema, top, row):
    prepare, words, code, sentence = row
    SCENARIOS["set"].prepare(top, schema)
    (top / "outside").mkdir()
    (top / "outside/secret.yaml").write_text("title: secret\n")
    if prepare:
        prepare(top / "db")
    before = contents(top)
    text = words.pop() if words[:2] == ["import", "-"] else ""
    result = subprocess.run([program, *words], cwd=top / "db", env=environment(top), input=text,
                            capture_output=True, text=True, check=False)
    name = f"{prepare.__name__ if prepare else ''} {words} {text}"
    if result.returncode != code or sentence not in result.stdout + result.stderr:
        yield f"{name}: {result.returncode} {result.stdout}{result.stderr}"
    after = contents(top)
    if code != 0 and after != before:
        yield f"{name}: something has changed"
    if any(after.get(path) != text for path, text in before.items() if path.startswith("outside")):
        yield f"{name}: what lies outside has changed"
    if any(path.startswith("outside") for path in set(after) - set(before)):
        yield f"{name}: a file outside is new"


def main():
    program, schema = (Path(word).resolve() for word in sys.argv[1:3])
    faults = []
    with tempfile.TemporaryDirectory() as name:
        for row in ROWS:
            faults += faults_of(program, schema, Path(name) / "top", row)
    print("\n".join(faults))
    print(f"{len(ROWS)} calls, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
