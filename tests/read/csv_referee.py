"""Tables of python's csv module in every dialect and encoding, read by `icc import`: what comes in
must be what python wrote.

usage: csv_referee.py ICC [TABLES]
"""

import csv
import io
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

PIECES = ["a", "b c", "é", "東京", "😀", '"', '""', ",", ";", "\t", "'", "\n", "\r\n", "  ", "x" * 50,
          "Sentence. ", "=1", "-", "#", ": ", "- "]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


def text(chance):
    return "t" + "".join(chance.choice(PIECES) for _ in range(chance.randrange(6))) + "t"


def table(chance):
    """A table and its rows."""
    # A title of several lines is refused.
    rows = [{"id": f"r{i}", "title": " ".join(text(chance).splitlines()), "country": "Sweden", "summary": text(chance)}
            for i in range(chance.randrange(1, 12))]
    columns = ["id", "title", "country", "summary"]
    chance.shuffle(columns)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=chance.choice(",;\t"),
                            lineterminator=chance.choice(["\n", "\r\n"]),
                            quoting=chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(chance.choice(ENCODINGS)), rows


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "init", folder], check=True, capture_output=True)
        source = Path(folder) / "table.csv"
        for number in range(count):
            written, rows = table(chance)
            source.write_bytes(written)
            done = subprocess.run([program, "-C", folder, "import", str(source), "--dry-run"],
                                  capture_output=True)
            seen = list(yaml.safe_load_all(done.stdout.decode()))
            wanted = [{key: row[key].replace("\r\n", "\n")  # CR LF in a cell is a line end
                       for key in ("title", "country", "summary")} for row in rows]
            if seen != wanted:
                print(f"table {number}: {written!r}\n{seen}\nis not\n{wanted}\n{done.stderr.decode()}")
                return 1
    print(f"{count} tables came in as python wrote them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
