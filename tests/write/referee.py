"""What export writes, as python's own json, csv and PyYAML read it, against the records' values.

usage: referee.py RANDOM_RECORDS [COUNT]
"""

import csv
import io
import json
import re
import subprocess
import sys
import unicodedata

import yaml

PERIODS = {"period"}
OBJECTS = {"references", "contact"}
LISTS = {"cities", "references"}


def output(*arguments):
    """The standard output of random_records, as text with its line ends."""
    return subprocess.run(arguments, capture_output=True, check=True).stdout.decode()


def typed(value):
    """The value with the type of each part, so that 1, 1.0 and true differ; maps without order."""
    if isinstance(value, dict):
        return {key: typed(member) for key, member in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return (type(value).__name__, value)


def own_name(name):
    """The record's key behind an exported name; none where the name is ours."""
    ours = {"id", "other_fields"} | {f"{period}_edtf" for period in PERIODS}
    if name in ours:
        return None
    return name[1:] if name.startswith("_") and name.lstrip("_") in ours else name


def own_fields(exported):
    """The record that an exported JSON object stands for."""
    names = {name: own_name(name) for name in exported}
    return {own: exported[name] for name, own in names.items() if own is not None}


def scalar(field, text):
    """What a cell that is not marked as text means."""
    word = text.strip(" \t\r\n")
    if field in {"staff", "cost"} and re.fullmatch(r"[-+]?(0|[1-9]\d*)", word):
        return int(word)
    if field in {"staff", "cost"} and re.fullmatch(r"0x[0-9A-Fa-f]+|0o[0-7]+", word):
        return int(word, 0)
    if field in {"staff", "cost"} and re.fullmatch(
            r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", word) and not re.fullmatch(r"[-+]?0\d+", word):
        return float(word)
    seen = "".join(c for c in text if unicodedata.category(c)[0] not in "ZC").lower()
    if field == "open" and seen in {"true", "yes", "y", "false", "no", "n"}:
        return seen in {"true", "yes", "y"}
    if field == "period" and re.fullmatch(r"[1-9]\d{3}", text):
        return int(text)
    return text


def item(field, text):
    """What an item, or a cell without items, means."""
    if field not in OBJECTS:
        return scalar(field, text)
    if text.startswith("{"):
        return json.loads(text)
    title, url = re.fullmatch(r"(.*?)(?: ?<([^<]*)>)?", text, re.DOTALL).groups()
    return ({"title": title} if title else {}) | ({"url": url} if url is not None else {})


def collection(text):
    """The list or map that a text is in JSON; none when it is none."""
    try:
        return json.loads(text) if text[:1] in {"[", "{"} else None
    except ValueError:
        return None


def single(field, text):
    """What an unmarked cell of a field that is no list means."""
    found = collection(text)
    return item(field, text) if found is None else found


def is_marked(field, cell):
    """Whether the apostrophe in front of a cell is no character of its text."""
    text = cell[1:]
    if not cell.startswith("'"):
        return False
    if text == "" or text[0] in "=+-@\t\r'":
        return True
    return field not in LISTS | OBJECTS and not isinstance(single(field, text), str)


def cell_value(field, cell):
    """What a cell means, by the rules above the code that writes it."""
    cell = cell.replace("\r\n", "\n")
    marked = is_marked(field, cell)
    text = cell[1:] if marked else cell
    if field not in LISTS:
        return text if marked else single(field, text)
    may_be_map = field not in OBJECTS and text.startswith("{")
    found = collection(text) if may_be_map or text.startswith("[") else None
    if found is not None:
        return found
    items = re.findall(r"(?:\\.|[^;])+", text, re.DOTALL)
    return [item(field, re.sub(r"\\([;\\])", r"\1", part.removeprefix(" "))) for part in items]


def from_json(text):
    return [own_fields(record) for record in json.loads(text)]


def from_lines(text):
    return [own_fields(json.loads(line)) for line in text.split("\n")[:-1]]


def from_yaml(text):
    return list(yaml.load(text, Loader=yaml.CSafeLoader).values())


def from_csv(text):
    assert text.endswith("\r\n")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    records = []
    for row in rows:
        assert None not in row and None not in row.values(), row
        cells = {name: cell for name, cell in row.items() if cell and own_name(name)}
        record = {own_name(name): cell_value(own_name(name), cell) for name, cell in cells.items()}
        records.append(record | json.loads(row["other_fields"] or "{}"))
    return records


READERS = {"json": from_json, "jsonl": from_lines, "yaml": from_yaml, "csv": from_csv}


def main():
    program, count = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "2000"
    values = [json.loads(line)["value"] for line in output(program, count).split("\n")[:-1]]
    failed = False
    for name, read in READERS.items():
        found = read(output(program, count, name))
        pairs = list(zip(values, found, strict=True))
        faults = [(value, other) for value, other in pairs if typed(value) != typed(other)]
        print(f"{name}: {len(pairs)} records, {len(faults)} differ")
        for value, other in faults[:3]:
            print(f"was  {value!r}\nread {other!r}\n")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
