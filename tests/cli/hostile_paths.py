#!/usr/bin/env python3
"""Names of folders that a terminal, a log or a shell might obey: `hostile_paths.py ICC SCHEMA`.

Every command is called on such records; whatever it prints for people is plain text, and the
commands that it suggests do what they say.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ESCAPES = "e\x1b[31mred\x1b]0;title\x07"
FOLDERS = [ESCAPES, "a\n::error::b", "c1\x9b31m", "bell\x07 'quoted\" $(touch gone)", "plain blank"]
RECORD = "title:   {}\ncountry: Sweden\nsummary: Tenants cook together.\n"
LINK = "title: Links\n\ncountry: Sweden\n\nsummary: See [this](../{}/{}.yaml).\n"
TABLE = "id,title,tags\n{},Loose {},new\n"
BAD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|^\s*::", re.MULTILINE)
# An id stands for `ID`, a path for `PATH`.
CALLS = """\
list
list --columns id,title
filter Loose
show ID
show --yaml ID
count country
fmt --check
fmt --diff
fmt --check PATH
validate
validate --strict
validate --format short
validate --format human
validate --format json
validate --format jsonl
validate --format sarif
validate --format junit
validate --fix --dry-run
validate --strict --stats
validate PATH/none
fmt PATH/none
set ID tags+=x --dry-run
set ID tags+=x tags-=y
set ID country=
set ID nothing=PATH
set ID country=Atlantis
rename ID PATH
rename ID ID-new
show PATH
edit ID-new
remove PATH
remove --yes ID-new
export --json
export --yaml
export --md
export --bibtex
export --csl
export --geojson
import table.csv --update --dry-run
import table.csv --update
import PATH
export --json -o PATH/none
init PATH
-C PATH/none list
-C PATH list
fmt
"""
SUGGESTED = re.compile(r"(git (?:add|restore)[^&\n]*)")


class Database:
    """A database in a repository, all of whose records lie in hostile folders."""

    def __init__(self, icc, schema, top):
        self.icc = icc
        self.folder = top / "db"
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(top), "LC_ALL": "C.UTF-8",
                            "ICC_EDITOR": "sed -i s/cook/dine/"}
        shutil.copytree(schema, self.folder / "schema")
        for number, folder in enumerate(FOLDERS):
            place = self.folder / "practices" / folder
            place.mkdir(parents=True)
            (place / f"loose-{number}.yaml").write_text(RECORD.format(f"Loose {number}"))
            (place / f"bad-{number}.yaml").write_text("title: [\n")
            (place / f"links-{number}.yaml").write_text(LINK.format(folder, f"loose-{number}"))
        self.git("init", "-q")
        self.git("add", "-A")

    def git(self, *words):
        subprocess.run(["git", *words], cwd=self.folder, env=self.environment, check=True)

    def run(self, *words):
        done = subprocess.run([self.icc, *words], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        return done.stdout.decode("utf-8", "replace")


def faults_of(database, number, folder):
    path = f"practices/{folder}"
    (database.folder / "table.csv").write_text(TABLE.format(f"loose-{number}", number))
    for line in CALLS.splitlines():
        words = [word.replace("ID", f"loose-{number}").replace("PATH", path)
                 for word in line.split(" ")]
        out = database.run(*words)
        # JSON has no escapes but those that it must have.
        shown = out.replace("\x9b", "") if "json" in line or "sarif" in line else out
        if found := BAD.search(shown):
            yield f"icc {line}: {found[0]!r} in {out!r}"
        for command in SUGGESTED.findall(out):
            done = subprocess.run(["bash", "-c", command], cwd=database.folder,
                                  env=database.environment, capture_output=True, check=False)
            if done.returncode != 0:
                yield f"icc {line}: {command}: {done.stderr}"


def check_differences(icc, schema):
    """git applies the differences that icc shows."""
    with tempfile.TemporaryDirectory() as name:
        database = Database(icc, schema, Path(name))
        difference = Path(name) / "difference"
        with difference.open("wb") as file:
            subprocess.run([icc, "fmt", "--diff"], cwd=database.folder, env=database.environment,
                           stdout=file, stderr=subprocess.DEVNULL, check=False)
        database.git("apply", str(difference))
        assert database.run("fmt", "--diff").count("@@") == 0


def main():
    icc, schema = (Path(word).resolve() for word in sys.argv[1:3])
    faults = []
    with tempfile.TemporaryDirectory() as name:
        database = Database(icc, schema, Path(name))
        for number, folder in enumerate(FOLDERS):
            faults += faults_of(database, number, folder)
        if (database.folder / "gone").exists():
            faults.append("a shell has obeyed the name of a folder")
    print("\n".join(faults))
    check_differences(icc, schema)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
