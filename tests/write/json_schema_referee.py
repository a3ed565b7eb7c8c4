"""The schema that `icc export --json-schema` writes, judged by Python's jsonschema: it is a schema by
the standard's own schema of schemas, nothing in it leads elsewhere, and of records that ship and of
damaged ones it says the same as `icc validate`.

usage: json_schema_referee.py ICC SOURCE_FOLDER [RECORDS]
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator, FormatChecker

# Rules that a schema can ask for have these numbers; other validators know of no others.
SCHEMA_RULES = range(100, 200)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
WORDS = ["", " ", "x", "Sweden", "Education", "fr", "https://a.org", "A" * 400, 7, -1, 2.5, True, None, [], {},
         ["a", "a"], [1], {"title": "x"}, [{"title": "x", "url": "ftp://a"}], "https://a b", "https://\\", [{"url": "https://a.org"}], "NO"]


def run(icc, folder, *arguments):
    run = subprocess.run([icc, *arguments], cwd=folder, capture_output=True, check=False)
    assert run.returncode in (0, 1), (arguments, run.stderr.decode())
    return run.stdout.decode()


def damaged(record, chance):
    """A record with some fields changed, taken out or put in."""
    record = json.loads(json.dumps(record))
    for _ in range(chance.randint(0, 2)):
        action = chance.randrange(4)
        key = chance.choice(sorted(record)) if record else "title"
        if action == 0:
            record.pop(key, None)
        elif action == 1:
            record[key] = chance.choice(WORDS)
        elif action == 2:
            record[chance.choice(["tags", "topics", "language", "period", "references", "contry"])] = chance.choice(WORDS)
        elif isinstance(record.get(key), list) and record[key]:
            record[key].append(chance.choice([record[key][0], chance.choice(WORDS)]))
    return record


def records(icc, source, count):
    """The records that ship, then damaged ones."""
    shipped = [json.loads(line) for line in run(icc, source, "export", "--jsonl").splitlines()]
    for record in shipped:
        del record["id"]
        record.pop("period_edtf", None)
    chance = random.Random(11)
    return shipped + [damaged(chance.choice(shipped), chance) for _ in range(count)]


def refused(icc, folder):
    """The ids of the records with a fault that a schema can tell."""
    lines = run(icc, folder, "validate", "--format", "jsonl").splitlines()
    faults = [json.loads(line) for line in lines]
    return {pathlib.Path(fault["path"]).stem for fault in faults if fault["severity"] == "error"
            and int(fault["rule"].removeprefix("ICC")) in SCHEMA_RULES}


def references(value):
    if isinstance(value, dict):
        yield from ([value["$ref"]] if isinstance(value.get("$ref"), str) else [])
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from references(child)


def main():
    icc, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 600
    schema = json.loads(run(icc, source, "export", "--json-schema"))
    Draft202012Validator.check_schema(schema)
    found = list(references(schema))
    assert found and all(reference.startswith("#/$defs/") for reference in found), found
    formats = FormatChecker(formats=())
    formats.checks("uri")(lambda value: not isinstance(value, str) or ADDRESS.fullmatch(value) is not None)
    validator = Draft202012Validator(schema, format_checker=formats)
    values = records(icc, source, count)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(source / "schema", folder / "schema")
        (folder / "practices").mkdir()
        for number, value in enumerate(values):
            (folder / "practices" / f"r{number}.yaml").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        ours = refused(icc, folder)
    theirs = {f"r{number}" for number, value in enumerate(values) if not validator.is_valid(value)}
    for name in sorted(ours ^ theirs):
        print(name, json.dumps(values[int(name[1:])]), "is refused by", "icc" if name in ours else "jsonschema")
    assert ours == theirs
    assert 0 < len(theirs) < len(values)
    print(f"{len(values)} records, {len(theirs)} refused by both")


if __name__ == "__main__":
    main()
