#!/usr/bin/python3
"""Lets icc write where there is no room, no leave or no reader: it says so and harms nothing.

Usage: refusing_disk.py PROGRAM SCHEMA. What needs the leave to mount a file system is left out, and
says so, where there is none.
"""

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from scenarios import SCENARIOS, TEMPORARY, contents, environment

PRINTING = [["list"], ["filter", "country:Sweden"], ["show", "dinners"], ["count", "country"],
            ["fields"], ["export", "--json"], ["export", "--csv"], ["validate", "--format", "json"],
            ["explain"], ["template"], ["help"], ["completion", "bash"], ["--version"],
            ["set", "dinners", "tags+=x", "--dry-run"], ["fmt", "--diff"],
            ["import", "../table.csv", "--dry-run"]]
NO_ROOM = ("no space left on device", "file too large")


def call(program, scenario, top, words, **options):
    options = {"stdout": subprocess.PIPE, **options}
    return subprocess.run([program, *words], cwd=top / scenario.folder, env=environment(top),
                          stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          check=False, timeout=60, **options)


def counted_refusals(program, schema, top):
    """What can't be written is not counted as done."""
    scenario = SCENARIOS["fmt"]
    scenario.prepare(top, schema)
    with small_files(top) as options:
        result = call(program, scenario, top, ["fmt"], **options)
    if "0 formatted, 1 could not be changed" not in result.stderr:
        yield f"fmt: {result.stderr}"


def refusals(program, schema, top, where, spoil, reasons):
    """Every command in a place that `spoil` (a context of the folder) makes refuse."""
    for name, scenario in SCENARIOS.items():
        if name == "remove" and reasons[0] in NO_ROOM:
            continue  # it needs none
        scenario.prepare(top, schema)
        before = contents(top)
        with spoil(top) as options:
            result = call(program, scenario, top, scenario.words, **options)
        if result.returncode in (0, -11, -6, -25):
            yield f"{where}: {name}: exit code {result.returncode}"
        if not any(reason in result.stderr.lower() for reason in reasons) or \
                "'" not in result.stderr:
            yield f"{where}: {name}: {reasons[0]} expected, not {result.stderr}"
        found = contents(top)
        if scenario.steps:  # whole steps may have been done
            found = {path: text for path, text in found.items() if path in before}
        if found != before:
            yield f"{where}: {name}: files have changed"
        if [path for path in contents(top) if TEMPORARY in path]:
            yield f"{where}: {name}: litter is left"


@contextlib.contextmanager
def small_files(_top):
    """No file may have more than ten bytes."""
    yield {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))}


@contextlib.contextmanager
def full_disk(top):
    """Nothing is left of the disk."""
    filler = top / "filler"
    with open(filler, "wb", buffering=0) as out, contextlib.suppress(OSError):
        while True:
            out.write(bytes(4096))
    try:
        yield {}
    finally:
        filler.unlink()


@contextlib.contextmanager
def read_only(top):
    """The disk can only be read."""
    subprocess.run(["mount", "-o", "remount,ro", top.parent], check=True)
    try:
        yield {}
    finally:
        subprocess.run(["mount", "-o", "remount,rw", top.parent], check=True)


@contextlib.contextmanager
def forbidden(top):
    """No folder of the person may be written to."""
    folders = [Path(folder) for folder, *_ in os.walk(top)]
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield {}
    finally:
        for folder in folders:
            folder.chmod(0o755)


@contextlib.contextmanager
def small_disk(folder):
    """A file system of a mebibyte in the folder; answers whether it may be mounted."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder],
                             capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=True)


def disk_faults(program, schema, folder):
    """On a file system of our own that is full, or can only be read."""
    with small_disk(folder) as mounted:
        if not mounted:
            print("no file system can be mounted: a full disk is left out")
            return
        yield from refusals(program, schema, folder / "top", "full disk", full_disk,
                            [NO_ROOM[0]])
        yield from refusals(program, schema, folder / "top", "read-only disk", read_only,
                            ["read-only file system"])


def stream_faults(program, schema, top):
    """Standard output that takes nothing, or is closed."""
    SCENARIOS["import"].prepare(top, schema)
    before = contents(top)
    for words in PRINTING:
        with open("/dev/full", "w", encoding="utf-8") as full:
            results = {"full": call(program, SCENARIOS["import"], top, words, stdout=full)}
        results["closed"] = call(program, SCENARIOS["import"], top, words,
                                 preexec_fn=lambda: os.close(1), stdout=None)
        for state, result in results.items():
            if result.returncode == 0 or "can't write to standard output" not in result.stderr:
                yield f"{state}: {words}: {result.returncode} {result.stderr}"
    if contents(top) != before:
        yield "files have changed"


def closed_stream_faults(program, schema, top):
    """Without any stream a command does its work, and no file gets what was meant for them."""
    for name, scenario in SCENARIOS.items():
        scenario.prepare(top, schema)
        call(program, scenario, top, scenario.words)
        after = contents(top)
        scenario.prepare(top, schema)
        result = call(program, scenario, top, scenario.words, stdout=None,
                      preexec_fn=lambda: os.closerange(0, 3))
        if contents(top) != after:
            yield f"without streams: {name}: the files are not as with them"
        if result.returncode == 0 and name != "merge-driver":  # which prints nothing
            yield f"without streams: {name}: exit code 0"


def main():
    program, schema = (Path(word).resolve() for word in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        top = folder / "top"
        faults = [*stream_faults(program, schema, top), *closed_stream_faults(program, schema, top),
                  *counted_refusals(program, schema, top),
                  *refusals(program, schema, top, "small files", small_files, [NO_ROOM[1]])]
        if os.geteuid() == 0:
            faults += disk_faults(program, schema, folder)
        else:
            faults += refusals(program, schema, top, "forbidden", forbidden, ["permission denied"])
    print("\n".join(faults))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
