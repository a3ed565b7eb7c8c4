"""What `icc export --sqlite` writes, as Python's sqlite3 reads it, against icc itself: the records as
JSON, `icc count`, and random queries of `icc filter` with their translation into SQL.

usage: sqlite_referee.py ICC QUERY_ANSWERS SOURCE_FOLDER

ICC_REPETITIONS says how many queries are asked. QUERY_ANSWERS answers them from records that it reads
once; ICC itself is asked the first of them, since a process a query takes most of the time.
"""

import functools
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata

RECORDS = 400
QUERIES = 1000
PROCESSES = 30
LISTS = {"cities", "topics", "tags", "target-groups", "partners", "references"}
PROSE = {"summary", "purpose", "rationale", "process", "impact", "funding", "evaluation", "lessons"}
LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


@functools.lru_cache(maxsize=None, typed=True)
def folded(text):
    plain = unicodedata.normalize("NFKD", str(text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(plain.translate(LETTERS).split())


def speaks(text, words):
    """Whether a text has the words one after the other, from the start of a word."""
    return text is not None and re.search(r"(?<!\w)" + re.escape(words), folded(text)) is not None


class Collection:
    def __init__(self, icc, folder):
        self.icc, self.folder = icc, folder
        self.records = {record["id"]: record for record in json.loads(self.run("export", "--json"))}
        self.run("export", "--sqlite", "-o", "practices.db")
        self.database = sqlite3.connect(folder / "practices.db")
        self.database.create_function("folded", 1, folded, deterministic=True)
        self.database.create_function("speaks", 2, speaks, deterministic=True)

    def run(self, *arguments):
        run = subprocess.run([self.icc, *arguments], cwd=self.folder, capture_output=True, check=False)
        assert run.returncode in (0, 1), (arguments, run.stderr.decode())
        return run.stdout.decode()

    def rows(self, sql, *values):
        return self.database.execute(sql, values).fetchall()


def check_soundness(collection):
    assert collection.rows("PRAGMA integrity_check") == [("ok",)]
    assert collection.rows("PRAGMA foreign_key_check") == []
    assert collection.rows("PRAGMA user_version") == [(1,)]
    first = (collection.folder / "practices.db").read_bytes()
    collection.run("export", "--sqlite", "-o", "again.db")
    assert (collection.folder / "again.db").read_bytes() == first


def record_of(collection, number, names, values):
    """The record that the tables hold, as JSON has it."""
    row = dict(zip(names, values, strict=True))
    other = json.loads(row.pop("other_fields") or "{}")
    row.pop("record"), row.pop("period_ongoing")
    record = {name: value for name, value in row.items() if value is not None}
    if "period" in record:
        record.setdefault("period_edtf", None)
    for name in LISTS:
        cursor = collection.database.execute(f'SELECT * FROM "{name}" WHERE record = ? ORDER BY position', (number,))
        columns = [column[0] for column in cursor.description][2:]
        items = [{c: v for c, v in zip(columns, row[2:], strict=True) if v is not None} for row in cursor]
        if items:
            record[name] = [item["value"] for item in items] if columns == ["value"] else items
    return record | other


def check_records(collection):
    cursor = collection.database.execute("SELECT * FROM practices ORDER BY record")
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    assert len(rows) == len(collection.records)
    for row in rows:
        found = record_of(collection, row[0], names, row)
        assert found == collection.records[found["id"]], (found, collection.records[found["id"]])


def check_counts(collection):
    for field, view in [("topics", "topics_counts"), ("country", "country_counts")]:
        lines = collection.run("count", field, "--all").splitlines()
        counted = dict(line.rsplit("\t", 1) for line in lines)
        counted.pop("(none)", None)
        assert {value: str(count) for value, count in collection.rows(f'SELECT * FROM "{view}"')} == counted, field


def quoted(text):
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def disguised(text, chance):
    """Another spelling of the same name."""
    return chance.choice([text, text.upper(), text.lower(), folded(text)])


def value_term(collection, chance):
    field = chance.choice(["country", "topics", "cities", "tags", "title"])
    values = [v for r in collection.records.values() for v in (r[field] if field in LISTS else [r[field]])
              if field in r] if field in ("country", "title") else \
        [v for r in collection.records.values() for v in r.get(field, [])]
    if not values:
        return word_term(collection, chance)
    chosen = [str(chance.choice(values)) for _ in range(chance.choice([1, 1, 2]))]
    query = f"{field}:" + ",".join(quoted(disguised(value, chance)) for value in chosen)
    marks = ", ".join("?" for _ in chosen)
    parameters = [folded(value) for value in chosen]
    if field in LISTS:
        return query, f'EXISTS (SELECT 1 FROM "{field}" v WHERE v.record = p.record AND folded(v.value) IN ({marks}))', parameters
    return query, f'folded(p."{field}") IN ({marks})', parameters


INTERVAL = "EXISTS (SELECT 1 FROM period_intervals i WHERE i.record = p.record AND "


def year_term(_, chance):
    first = chance.randint(1995, 2026)
    last = first + chance.choice([0, 0, 3])
    spelt = str(first) if first == last else f"{first}..{last}"
    name = chance.choice(["year", "start", "end"])
    days = [f"{first}-01-01", f"{last}-12-31"]
    if name == "year":
        return f"year:{spelt}", INTERVAL + "coalesce(last, '9999') >= ? AND coalesce(first, '0000') <= ?)", days
    day = "first" if name == "start" else "last"
    return f"{name}:{spelt}", INTERVAL + f"{day} >= ? AND {day} <= ?)", days


def presence_term(_, chance):
    name = chance.choice(["subtitle", "impact", "tags", "references", "language"])
    has = f'EXISTS (SELECT 1 FROM "{name}" v WHERE v.record = p.record)' if name in LISTS else f'p."{name}" IS NOT NULL'
    return (f"has:{name}", has, []) if chance.random() < 0.5 else (f"no:{name}", f"NOT {has}", [])


def kind_term(_, chance):
    return chance.choice([("is:ongoing", "coalesce(p.period_ongoing, 0) = 1", []),
                          ("is:undated", f"NOT {INTERVAL}1)", [])])


def word_term(collection, chance):
    field = chance.choice(["summary", "purpose", "impact"])
    texts = [r[field] for r in collection.records.values() if field in r]
    words = re.findall(r"[^\W\d_]{4,}", chance.choice(texts)) or ["nothing"]
    word = folded(chance.choice(words))[: chance.randint(3, 9)]
    if word in {"and", "not"}:
        word = "nothing"
    return f"{field}:{quoted(word)}", f'speaks(p."{field}", ?)', [word]


def term(collection, chance, depth=0):
    if depth < 3 and chance.random() < 0.45:
        parts = [term(collection, chance, depth + 1) for _ in range(2)]
        word = chance.choice(["and", "or", ""])
        sql = f" {word or 'and'} ".join(part[1] for part in parts)
        return "(" + f" {word} ".join(part[0] for part in parts) + ")", f"({sql})", parts[0][2] + parts[1][2]
    make = chance.choice([value_term, value_term, year_term, presence_term, kind_term, word_term])
    query, sql, values = make(collection, chance)
    return (f"not {query}", f"NOT ({sql})", values) if chance.random() < 0.2 else (query, sql, values)


def check_queries(collection, program, count):
    chance = random.Random(7)
    terms = [term(collection, chance) for _ in range(count)]
    lines = "".join(f"{query}\n" for query, _, _ in terms)
    run = subprocess.run([program, collection.folder], input=lines, capture_output=True, encoding="utf-8", check=True)
    answers = [line.split() for line in run.stdout.split("\n")[:-1]]
    some = 0
    for (query, sql, values), found in zip(terms, answers, strict=True):
        expected = [row[0] for row in collection.rows(f"SELECT id FROM practices p WHERE {sql} ORDER BY record", *values)]
        assert found == expected, (query, sql, values, set(found) ^ set(expected))
        some += 0 < len(found) < len(collection.records)
    for (query, _, _), found in list(zip(terms, answers))[:PROCESSES]:
        assert collection.run("filter", "--columns", "id", "--", query).split() == found, query
    return some


def main():
    icc, program, source = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3])
    queries = int(os.environ.get("ICC_REPETITIONS") or QUERIES)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, "-B", source / "tests/bench/generate.py", folder, "--count", str(RECORDS),
                        "--messy", "30"], check=True, capture_output=True)
        if not (folder / "schema").exists():
            shutil.copytree(source / "schema", folder / "schema")
        collection = Collection(icc, folder)
        check_soundness(collection)
        check_records(collection)
        check_counts(collection)
        some = check_queries(collection, program, queries)
        print(f"{len(collection.records)} records and {queries} queries agree; {some} find some and not all")


if __name__ == "__main__":
    main()
