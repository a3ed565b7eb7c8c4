#!/usr/bin/python3
"""Runs the official JSON Schema test suite (draft 2020-12) against icc's schema checker.

Usage: official_suite.py PROGRAM [FOLDER]. PROGRAM is icc_verdicts. The suite is no part of this
project: it is read from where Debian's libtest-json-schema-acceptance-perl puts it, or from FOLDER,
its tests/draft2020-12. Without it the exit code is 77, which ctest calls a skipped test.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from checker import Batch

DEBIAN = Path("/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance/tests/draft2020-12")

# Files about keywords that icc refuses when a schema is loaded, and about schemas on a network.
LEFT_OUT = {
    "dynamicRef": "$dynamicRef is not supported",
    "refRemote": "nothing is fetched from a network",
    "unevaluatedItems": "unevaluatedItems is not supported",
    "unevaluatedProperties": "unevaluatedProperties is not supported",
    "vocabulary": "$vocabulary is not supported",
}

# Beside the required files: the formats that are asserted, and what else we do as the suite says.
OPTIONAL = ["bignum", "ecmascript-regex", "float-overflow", "no-schema", "non-bmp-regex",
            "format/date", "format/email", "format/uri"]

META_SCHEMA = "refers to the schema of schemas on a network, which needs $dynamicRef besides"
UNEVALUATED = "unevaluatedProperties is not supported"

# (file, group): why icc refuses the schema. A group that passes must not be listed.
EXCEPTIONS = {
    ("anchor", "invalid anchors"): META_SCHEMA,
    ("defs", "validate definition against metaschema"): META_SCHEMA,
    ("ecmascript-regex", "\\a is not an ECMA 262 control escape"): META_SCHEMA,
    ("id", "Invalid use of fragments in location-independent $id"): META_SCHEMA,
    ("id", "Unnormalized $ids are allowed but discouraged"): META_SCHEMA,
    ("id", "Valid use of empty fragments in location-independent $id"): META_SCHEMA,
    ("not", "collect annotations inside a 'not', even if collection is disabled"): UNEVALUATED,
    ("ref", "URN base URI with f-component"): META_SCHEMA,
    ("ref", "ref creates new scope when adjacent to keywords"): UNEVALUATED,
    ("ref", "remote ref, containing refs itself"): META_SCHEMA,
}


def cases(folder):
    """All (file, group, schema, test) of the suite that are to be run."""
    names = sorted(path.stem for path in folder.glob("*.json") if path.stem not in LEFT_OUT)
    for name in names + OPTIONAL:
        path = folder / f"{name}.json"
        if not path.exists():
            path = folder / "optional" / f"{name}.json"
        for group in json.loads(path.read_text(encoding="utf-8")):
            yield name, group


def questions(folder):
    """The batch, and (file, group, test, whether it is valid) of each of its questions."""
    batch, wanted = Batch(), []
    for name, group in cases(folder):
        batch.add(group["schema"], [test["data"] for test in group["tests"]])
        wanted += [(name, group["description"], test["description"], test["valid"])
                   for test in group["tests"]]
    return batch, wanted


def main():
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else DEBIAN
    if not folder.is_dir():
        print(f"{folder} is missing: install libtest-json-schema-acceptance-perl")
        return 77
    batch, wanted = questions(folder)
    answers = batch.answers(sys.argv[1])
    assert len(answers) == len(wanted), f"{len(wanted)} questions, {len(answers)} answers"
    counts, excused, faults = Counter(), 0, 0
    unneeded = set(EXCEPTIONS)
    for (name, group, test, valid), answer in zip(wanted, answers):
        counts[name] += 1
        if answer == ("valid" if valid else "invalid"):
            continue
        unneeded.discard((name, group))
        if (name, group) in EXCEPTIONS and answer.startswith("schema: "):
            excused += 1
            continue
        faults += 1
        print(f"{name}: {group}: {test}: wanted {'valid' if valid else 'invalid'}, got {answer}")
    for name, group in sorted(unneeded):
        faults += 1
        print(f"{name}: {group}: the exception is not needed")
    core = sum(count for name, count in counts.items() if name not in OPTIONAL)
    optional = ", ".join(f"{name} {counts[name]}" for name in OPTIONAL)
    print(f"{core} required cases; {optional}; {excused} excused, {faults} faults")
    return 1 if faults or not core else 0


if __name__ == "__main__":
    sys.exit(main())
