#!/usr/bin/python3
"""Lets many processes write at once: nothing is lost, and nothing is torn.

Usage: concurrency.py PROGRAM SCHEMA [PROCESSES CALLS]. Each of the processes adds a practice of one
title, and adds a tag to one record, as many times as there are calls.
"""

import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from scenarios import SCENARIOS, TEMPORARY, contents, environment


def at_once(processes, calls, command, top):
    """Runs `command(process, call)` from many threads; the messages of those that failed."""
    failures = []

    def work(process):
        for number in range(calls):
            result = subprocess.run(command(process, number), cwd=top / "db", capture_output=True,
                                    text=True, env=environment(top), check=False)
            if result.returncode != 0:
                failures.append(result.stderr)

    threads = [threading.Thread(target=work, args=(process,)) for process in range(processes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def adding(program, top, processes, calls):
    """What is wrong after `add` of one title from all sides."""
    failures = at_once(processes, calls, lambda process, number: [
        program, "add", "--title", "Night school", "--country", "Norway", "--summary",
        f"Process {process}, call {number}."], top)
    yield from (f"add: {failure}" for failure in failures)
    texts = [text for path, text in contents(top).items() if "/night-school" in path]
    print(f"{processes} x {calls} add: {len(set(texts))} records")
    if len(set(texts)) != processes * calls:
        yield f"{len(set(texts))} different records, not {processes * calls}"


def setting(program, top, processes, calls):
    """What is wrong after `set` of one record from all sides."""
    before = (top / "db/practices/sweden/dinners.yaml").read_text()
    failures = at_once(processes, calls, lambda process, number: [
        program, "set", "dinners", f"tags+=tag-{process}-{number}"], top)
    text = (top / "db/practices/sweden/dinners.yaml").read_text()
    tags = [line for line in text.splitlines() if line.startswith("  - tag-")]
    print(f"{processes} x {calls} set: {len(set(tags))} in, {len(failures)} refused")
    yield from (f"set: {failure}" for failure in failures)
    if len(set(tags)) != processes * calls:
        yield f"{len(set(tags))} tags, not {processes * calls}"
    rest = [line for line in text.splitlines() if line and "tag" not in line]
    if rest != [line for line in before.splitlines() if line]:
        yield f"other lines have changed: {text[:500]}"


def main():
    program, schema = (Path(word).resolve() for word in sys.argv[1:3])
    processes, calls = [int(word) for word in sys.argv[3:5]] or [8, 4]
    with tempfile.TemporaryDirectory() as name:
        top = Path(name) / "top"
        SCENARIOS["set"].prepare(top, schema)
        faults = [*adding(program, top, processes, calls), *setting(program, top, processes, calls)]
        faults += [f"{path} is left" for path in contents(top) if TEMPORARY in path]
        judged = subprocess.run([program, "-C", top / "db", "list"], capture_output=True, text=True,
                                check=False)
        if judged.returncode != 0:
            faults.append(judged.stderr)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
