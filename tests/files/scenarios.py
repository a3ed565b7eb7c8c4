"""The commands that write, each with a small database on which faults are tried."""

import os
import shutil
import subprocess
from pathlib import Path

DINNERS = """title: Neighbourhood dinners

# as on the web page
country: Sweden

cities:
  - Botkyrka

summary: |
  Tenants cook together.
"""
NIGHT = """title: Night of languages

country: Norway

summary: |
  As in [Botkyrka](../sweden/dinners.yaml).
"""
LOOSE = NIGHT.replace("country: Norway\n\n", "country:   Norway\n").replace("Night", "Evening")
TABLE = "title,country,summary\nReading circles,Sweden,Read.\nMothers at school,Norway,Learn.\n"
CORRECTIONS = "id,period,cities\ndinners,2018-2020,\nnight,2019,Bergen\n"
RECORDS = {"practices/sweden/dinners.yaml": DINNERS, "practices/norway/night.yaml": NIGHT,
           "practices/norway/loose.yaml": LOOSE}
TEMPORARY = ".icc-tmp-"


class Scenario:
    """One command: its words, and what may be said of the database after it."""

    def __init__(self, words, files=(), *, repeats=True, steps=False, alternatives=(),
                 folder="db"):
        self.words = words
        self.files = dict(files)          # next to the database
        self.repeats = repeats            # whether a second call completes an interrupted one
        self.steps = steps                # whether it changes several files, one after the other
        self.alternatives = alternatives  # pairs of paths of which one must always be there
        self.folder = folder              # in which it runs

    def prepare(self, top, schema):
        """A fresh database in `top`."""
        shutil.rmtree(top, ignore_errors=True)
        database = top / "db"
        database.mkdir(parents=True)
        shutil.copytree(schema, database / "schema")
        for path, text in RECORDS.items():
            (database / path).parent.mkdir(parents=True, exist_ok=True)
            (database / path).write_text(text)
        for path, text in self.files.items():
            (top / path).write_text(text)
        editor = top / "editor"
        editor.write_text("#!/bin/sh\nsed -i s/cook/dine/ \"$1\"\n")
        editor.chmod(0o755)


SCENARIOS = {
    "add": Scenario(["add", "--title", "Reading circles", "--country", "Iceland", "--summary",
                     "People read."], repeats=False),
    "set": Scenario(["set", "dinners", "topics+=Education", "cities="]),
    "edit": Scenario(["edit", "dinners"]),
    "fmt": Scenario(["fmt"], steps=True),
    "rename": Scenario(["rename", "dinners", "meals"], steps=True,
                       alternatives=[("db/practices/sweden/dinners.yaml",
                                      "db/practices/sweden/meals.yaml")]),
    "remove": Scenario(["remove", "--yes", "loose"]),
    "import": Scenario(["import", "../table.csv"], files={"table.csv": TABLE}),
    "import --update": Scenario(["import", "../table.csv", "--update"],
                                files={"table.csv": CORRECTIONS}),
    "merge-driver": Scenario(
        ["merge-driver", "../base", "../ours", "../theirs", "practices/sweden/dinners.yaml"],
        files={"base": DINNERS, "ours": DINNERS.replace("cook", "dine"),
               "theirs": DINNERS.replace("Botkyrka", "Umeå")}),
    "init": Scenario(["init", "new"], steps=True, folder="."),
}


def environment(top):
    """What a command sees; no setting of the machine's user plays a part."""
    return {"PATH": os.environ["PATH"], "HOME": str(top), "XDG_STATE_HOME": str(top / "state"),
            "ICC_EDITOR": str(top / "editor"), "LC_ALL": "C.UTF-8",
            "ASAN_OPTIONS": "detect_leaks=0"}  # which can't be looked for under ptrace


def call(command, scenario, top):
    """Runs a command line in the scenario's folder."""
    return subprocess.run([str(word) for word in command], cwd=top / scenario.folder, timeout=20,
                          env=environment(top), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, errors="replace", check=False)


def contents(top):
    """The bytes of every file that a command may have written, by path."""
    files = {}
    for folder, folders, names in os.walk(top):
        if Path(folder) == Path(top, "db"):
            folders.remove("schema")
        for name in names:
            path = Path(folder, name)
            files[str(path.relative_to(top))] = path.read_bytes()
    return files
