"""Imports the table of 200 messy practices and holds what comes in against what was meant.

usage: practices_200_test.py ICC
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "data"))
import practices_200  # noqa: E402

FIELDS = {"Title": "title", "Country": "country", "City": "cities", "Period": "period",
          "Topic": "topics", "Tags": "tags", "Summary": "summary", "Purpose": "purpose",
          "Stimulus/Rationale": "rationale", "Process": "process", "Impact": "impact",
          "Contact": "contact", "Source": "source"}
LISTS = {"cities", "topics", "tags"}


def icc(program, folder, *arguments):
    """What a command prints on both streams, and its exit code."""
    done = subprocess.run([program, "-C", folder, *arguments], capture_output=True, text=True)
    return done.stdout, done.stderr, done.returncode


def rows_with_errors(messages, lines):
    """The lines on which the rows with an error begin; `lines` are those of all rows."""
    found = re.findall(r"^[^:]+:(\d+):\d+: error", messages, re.MULTILINE)
    return {max(line for line in lines if line <= int(place)) for place in found}


def words(text):
    """Text without its line ends, which may stand elsewhere."""
    return " ".join(str(text).split())


def meant(row):
    """The record that a row means, by the notes on it."""
    cells, notes = practices_200.spoilt(row)
    by_column = {column: (kind, text) for column, kind, text in notes}
    record = {}
    for column, cell in cells.items():
        kind, text = by_column.get(column, ("", ""))
        if kind in ("alias", "list-joined-otherwise", "repeated"):
            cell = text
        if kind == "not-applicable" or not cell.strip():
            continue
        field = FIELDS[column]
        record[field] = sorted(words(item) for item in cell.split("; ")) if field in LISTS else (
            words(cell))
    return record


def stored(text):
    record = yaml.safe_load(text)
    return {field: sorted(map(words, value)) if isinstance(value, list) else words(value)
            for field, value in record.items()}


def rows_of(table):
    """The rows of a table as python's csv reads it, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(table, newline=""))
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def main():
    program = sys.argv[1]
    table, notes = practices_200.files()
    refused = {int(note.split("\t")[0]) for note in notes.splitlines()[1:]
               if note.split("\t")[2].startswith(("fault-", "period-reversed", "entered-again"))}
    lines = [line for line, _ in rows_of(table)][1:]
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        icc(program, ".", "init", folder)
        source = Path(folder) / "practices-200.csv"
        source.write_text(table, encoding="utf-8", newline="")
        out, messages, code = icc(program, folder, "import", str(source))
        if code != 1 or out or list(Path(folder).glob("practices/*/*.yaml")):
            failures.append("something came in although rows are refused")
        seen = rows_with_errors(messages, lines)
        if seen != refused:
            failures.append(f"refused are the rows {sorted(seen)}, not {sorted(refused)}")
        rejects = Path(folder) / "mend.csv"
        out, messages, code = icc(program, folder, "import", str(source), "--keep-going",
                                  "--rejects", str(rejects))
        paths = re.findall(r"^added (.*)$", out, re.MULTILINE)
        good = [row for row, line in enumerate(lines, 1) if line not in refused]
        if len(paths) != len(good):
            failures.append(f"{len(paths)} came in, not {len(good)}")
        for row, path in zip(good, paths):
            seen = stored((Path(folder) / path).read_text(encoding="utf-8"))
            if seen != meant(row):
                failures.append(f"row {row} ({path}):\n  {seen}\n  not\n  {meant(row)}")
        for row, (first, _) in practices_200.TWINS.items():
            row_line, first_line = lines[row - 1], lines[first - 1]
            pair = rf":({row_line}|{first_line}): warning: .* has nearly the title"
            if row_line in refused:
                pair = rf":{row_line}:1: error: this is the practice of line {first_line} again"
            if row != 133 and not re.search(pair, messages):
                failures.append(f"row {row} is the practice of row {first} again: not said")
        kept = [cells[1:] for _, cells in rows_of(rejects.read_bytes().decode())]
        wanted = [cells for line, cells in rows_of(table) if line == 1 or line in refused]
        if kept != wanted:
            failures.append("the refused rows are not those of the table")
    print("\n".join(failures) or f"{len(paths)} practices came in as they were meant")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
