"""The commands of icc-data(7) are run as they stand there, and answer what icc answers.

PostgreSQL runs as a server of its own in a folder that is thrown away, never as root. What is not
installed is skipped by name; without PostgreSQL the exit code is 77, which ctest calls a skipped test.

usage: recipes_test.py ICC SOURCE_FOLDER
"""

import glob
import json
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager

SKIPPED = 77
ESCAPES = {"\\e": "\\", "\\-": "-", "\\(dq": '"', "\\&": ""}


def recipes(page):
    """The literal blocks of a manual page, as the reader sees them."""
    blocks = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [re.sub(r"\\e|\\-|\\\(dq|\\&", lambda found: ESCAPES[found[0]], block) for block in blocks]


class Workplace:
    def __init__(self, icc, folder):
        self.icc, self.folder = icc, folder
        self.environment = os.environ | {"PATH": f"{icc.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def run(self, script, **more):
        run = subprocess.run(["bash", "-euc", script], cwd=self.folder, env=self.environment | more,
                             capture_output=True, text=True, check=False)
        assert run.returncode == 0, (script, run.stdout, run.stderr)
        return run.stdout

    def values(self, field, query):
        """What a field says in the records that match."""
        records = [json.loads(line) for line in self.run(f"icc list --format jsonl --where '{query}'").splitlines()]
        return sorted(record[field] for record in records)


def only(blocks, *words):
    found = [block for block in blocks if all(word in block for word in words)]
    assert len(found) == 1, (words, len(found))
    return found[0]


def check_sqlite(place, blocks):
    place.run("icc export --sqlite -o practices.db")
    unused = place.run(only(blocks, "practices = 0")).splitlines()
    counts = place.run("icc count topics --all").splitlines()
    assert unused and unused == [line.split("\t")[0] for line in counts if line.endswith("\t0")], unused
    assert place.run(only(blocks, "MATCH")).split() == place.values("id", "text:neuchatel")
    assert sorted(place.run(only(blocks, "period_intervals")).split()) == place.values("id", "year:2020")


def check_bulk(place, blocks):
    command = only(blocks, "jq", "_bulk").split("\ncurl")[0]
    place.run(command)
    lines = [json.loads(line) for line in (place.folder / "bulk.jsonl").read_text("utf-8").splitlines()]
    ids = [line["index"]["_id"] for line in lines[::2]]
    assert ids and ids == [line["id"] for line in lines[1::2]]


def postgres_programs():
    """The folder with the programs of the newest PostgreSQL, or nothing."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    program = found[-1] if found else shutil.which("initdb")
    return program and pathlib.Path(os.path.realpath(program)).parent


def server_user():
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def postgres(programs):
    """A server that listens at a socket only; answers the environment of its clients."""
    with tempfile.TemporaryDirectory() as name:
        folder, user = pathlib.Path(name), server_user()
        if user:
            os.chown(folder, user["user"], user["group"])
        common = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, **user}
        data, control = str(folder / "data"), programs / "pg_ctl"
        subprocess.run([programs / "initdb", "-D", data, "-U", "icc", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], **common)
        options = f"-c listen_addresses= -c fsync=off -k {folder}"
        subprocess.run([control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start"], **common)
        try:
            yield {"PGHOST": name, "PGUSER": "icc", "PGDATABASE": "postgres"}
        finally:
            subprocess.run([control, "-D", data, "-w", "-m", "immediate", "stop"], **common)


def check_postgres(place, blocks, environment):
    script = only(blocks, "psql").replace("psql <<", "psql -qAtX -v ON_ERROR_STOP=1 <<")
    titles = place.run(script, **environment).splitlines()
    assert sorted(titles) == place.values("title", "country:Sweden"), titles
    stored = place.run("psql -qAtXc 'SELECT record FROM practices'", **environment).splitlines()
    exported = (place.folder / "practices.jsonl").read_text("utf-8").splitlines()
    key = "id"
    assert sorted(map(json.loads, stored), key=lambda record: record[key]) == \
        sorted(map(json.loads, exported), key=lambda record: record[key])
    return len(stored)


def main():
    icc, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    blocks = recipes(source / "man" / "icc-data.7")
    skipped = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, "-B", source / "tests/bench/generate.py", folder, "--count", "6", "--messy", "50"],
                       check=True, capture_output=True)
        shutil.copytree(source / "practices", folder / "practices", dirs_exist_ok=True)
        hostile = {"title": "back\\slash \"quote\" \x01 tab\t'", "country": "Sweden", "summary": "a\\nb \\. \x02 é 😀\n"}
        (folder / "practices" / "hostile.yaml").write_text(json.dumps(hostile, ensure_ascii=False), "utf-8")
        place = Workplace(icc, folder)
        place.run("icc export --jsonl -o practices.jsonl")
        for program, check in (("sqlite3", check_sqlite), ("jq", check_bulk)):
            check(place, blocks) if shutil.which(program) else skipped.append(program)
        programs = postgres_programs()
        if programs is None or shutil.which("psql") is None:
            skipped.append("postgresql")
        else:
            with postgres(programs) as environment:
                print(f"{check_postgres(place, blocks, environment)} records are the same in PostgreSQL")
    print(f"skipped: {', '.join(skipped)} missing" if skipped else "all recipes were run")
    return SKIPPED if "postgresql" in skipped else 0


if __name__ == "__main__":
    sys.exit(main())
