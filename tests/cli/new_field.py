#!/usr/bin/python3
"""Adds a field and a topic to the schema, and looks for them in every command, without a compiler.

Usage: new_field.py PROGRAM FOLDER. PROGRAM is icc, FOLDER has schema/ and practices/.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FIELD = """  budget:
    title: Budget
    description: |
      What the practice costs in a year, in euros.
    examples: [25000]
    type: integer
    minimum: 1
    x-icc:
      flag: true
      column: true
      aliases: [price]

"""
TOPIC = """  - const: Sport and play
    description: |
      Practices that bring people together in motion.
    x-icc:
      aliases: [juggling]

"""
RECORD = "practices/sweden/dancing-in-the-square.yaml"
ADDED = """title: Dancing in the square

country: Sweden

topics:
  - Sport and play

summary: |
  All dance.

budget: 25000
"""


def put_before(path, mark, text):
    """Puts a text before the first line that begins with `mark`."""
    old = path.read_text(encoding="utf-8")
    assert f"\n{mark}" in old, f"{path} has no line '{mark}'"
    path.write_text(old.replace(f"\n{mark}", f"\n{text}{mark}", 1), encoding="utf-8")


# Words of a command line, its exit code, and what its output must hold.
CALLS = [
    (["fields"], 0, "budget"),
    (["fields", "budget"], 0, "What the practice costs in a year, in euros."),
    (["fields", "topics"], 0, "Sport and play"),
    (["add", "--title", "Dancing in the square", "--country", "Sweden", "--summary", "All dance.",
      "--topic", "juggling", "--budget", "25000"], 0, RECORD),
    (["add", "--title", "x", "--country", "Sweden", "--summary", "y", "--budget", "much"], 1,
     "'budget' must be a whole number"),
    (["list", "--country", "Sweden"], 0, "Dancing in the square\tSweden\t\t\t25000"),
    (["list", "--budget", "25000"], 0, "Dancing in the square"),
    (["list", "--topic", "juggling"], 0, "Dancing in the square"),
    (["list", "-h"], 0, "--budget"),
    (["filter", "budget>=20000", "topic:juggling"], 0, "Dancing in the square"),
    (["filter", "price:20000.."], 0, "Dancing in the square"),
    (["filter", "bugdet:1"], 2, "did you mean 'budget'?"),
    (["count", "budget"], 0, "25000\t1"),
    (["count", "topics"], 0, "Sport and play\t1"),
    (["show", "dancing-in-the-square"], 0, "25000"),
    (["export", "--csv"], 0, ",budget,"),
    (["export", "--json", "--where", "has:budget"], 0, '"budget":25000'),
    (["validate"], 0, "no faults"),
    (["completion", "words", "--", "list", "--bud"], 0, "--budget"),
    (["completion", "words", "--", "filter", "topic:spo"], 0, "Sport and play"),
]


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("schema", "practices"):
            shutil.copytree(source / part, folder / part)
        put_before(folder / "schema/practice.schema.yaml", "  evaluation:\n", FIELD)
        put_before(folder / "schema/vocabularies/topics.yaml", "  - const: Welcoming", TOPIC)
        for words, code, text in CALLS:
            run = subprocess.run([program, "-C", str(folder), *words], capture_output=True,
                                 encoding="utf-8", check=False, stdin=subprocess.DEVNULL)
            if run.returncode != code or text not in run.stdout + run.stderr:
                faults.append(f"icc {' '.join(words)}: exit {run.returncode}\n{run.stdout[-600:]}"
                              f"{run.stderr[-600:]}")
        record = folder / RECORD
        if not record.exists() or record.read_text(encoding="utf-8") != ADDED:
            faults.append(f"{RECORD} is not as expected")
            faults += [record.read_text(encoding="utf-8")] if record.exists() else []
    print("\n".join(faults))
    print(f"{len(CALLS)} calls, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
