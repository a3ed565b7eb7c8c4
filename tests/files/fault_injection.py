#!/usr/bin/python3
"""Kills icc before its system calls and lets them fail: the files are the old ones or the new ones.

Usage: fault_injection.py PROGRAM SCHEMA [--full] [--only COMMAND]... SCHEMA is a folder. Without
--full, a sample of the calls that change something is taken. Where strace is missing or may not
trace, the answer is 77.
"""

import argparse
import collections
import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scenarios import SCENARIOS, TEMPORARY, call, contents, environment

CALL = re.compile(r"^(\w+)\((.*)")
NEVER_KILLED = {"execve", "exit_group"}  # before the program; after the end
CREATES = {"openat", "write", "fsync", "mkdirat", "mkdir", "renameat2", "linkat"}
READS = {"openat", "read", "pread64", "getdents64", "fstat", "newfstatat"}
CHANGES = CREATES | {"unlinkat", "unlink", "rmdir", "fchmod", "fchmodat", "close"}
# Which calls may fail with what.
FAILURES = {
    "ENOSPC": CREATES,
    "EDQUOT": CREATES,
    "EIO": CREATES | READS | {"unlinkat", "unlink", "fchmod", "close"},
    "EROFS": {"openat", "mkdirat", "mkdir", "renameat2", "linkat", "unlinkat", "unlink", "fchmod"},
    "EMFILE": {"openat", "pipe2"},
    "EINTR": {"openat", "read", "write", "fsync", "flock", "renameat2", "mkdirat", "unlinkat",
              "fchmod"},
}
WRITES = re.compile(r"O_CREAT|O_WRONLY|O_RDWR")
NO_SPACE = {"ENOSPC", "EDQUOT", "EROFS"}  # of an open that writes only

Call = collections.namedtuple("Call", "name number text is_ours")


class Trial:
    """One command in one state of the database, again and again."""

    def __init__(self, name, program, schema, top):
        self.name = name
        self.scenario = SCENARIOS[name]
        self.program = program
        self.schema = schema
        self.top = top
        self.log = top.with_suffix(".log")
        self.faults = []
        self.counts = collections.Counter()
        self.prepare()
        self.before = contents(top)
        self.calls = self.traced()
        self.after = contents(top)
        # A sanitizer asks by writing to a pipe whether memory can be read, and dies when it can't.
        self.writes_to_itself = any(one.name == "write" and "<pipe:" in one.text
                                    for one in self.calls)

    def prepare(self):
        self.scenario.prepare(self.top, self.schema)

    def command(self):
        return [self.program, *self.scenario.words]

    def run(self, injected):
        """Runs the command with a fault; also the exit code and messages."""
        self.prepare()
        return call(["strace", "-qq", "-o", self.log, "-e", f"trace={injected.split(':')[0]}",
                     "-e", f"inject={injected}", *self.command()], self.scenario, self.top)

    def traced(self):
        """The system calls of a run without faults, each with how many of its name it is."""
        result = call(["strace", "-qq", "-y", "-s", "0", "-o", self.log, *self.command()],
                      self.scenario, self.top)
        if result.returncode != 0:
            raise SystemExit(f"{self.name}: {result.stderr}")
        return numbered(self.log.read_text(errors="replace").splitlines(), str(self.top))

    def fault(self, where, sentence, result=None):
        self.faults.append(f"{self.name}: {where}: {sentence}" +
                           (f"\n    {result.returncode} {result.stderr.strip()}" if result else ""))

    def unlike(self, found, *, drafts=False):
        """What in a folder is neither old nor new."""
        for path in sorted(set(found) | set(self.before) | set(self.after)):
            held = found.get(path)
            if TEMPORARY in path or held in (self.before.get(path), self.after.get(path)):
                continue
            if drafts and path.startswith("state/") and held in (*self.before.values(),
                                                                  *self.after.values()):
                continue  # the copy that a person edits, whole
            yield path


def numbered(lines, top):
    """The calls of a trace. The loader's own, before the program's first, are not ours; what a program
    that counts its lines writes at its end is none of it."""
    counts = collections.Counter()
    calls = []
    for line in lines:
        match = CALL.match(line)
        if not match:
            continue
        if ".gcda" in line:
            break
        name = match.group(1)
        counts[name] += 1
        calls.append(Call(name, counts[name], match.group(2), top in line))
    first = next((at for at, one in enumerate(calls) if one.is_ours and ".so" not in one.text), 0)
    return [one._replace(is_ours=at >= first) for at, one in enumerate(calls)]


def is_change(one):
    """Whether a call changes what is on the disk, or makes a change last."""
    if one.name == "openat":
        return WRITES.search(one.text) is not None
    if one.name in ("write", "close"):
        return TEMPORARY in one.text
    return one.name in CHANGES


def sample(items, most):
    """Some of the items, evenly spread, the last one too."""
    if len(items) <= most:
        return items
    return [items[at * (len(items) - 1) // (most - 1)] for at in range(most)]


def check_killed(trial, one):
    """After a kill: old or new, the database is sound, and the same command completes the work."""
    where = f"killed before {one.name} {one.number}"
    result = trial.run(f"{one.name}:signal=SIGKILL:when={one.number}")
    if result.returncode != -9 and result.returncode != 137:
        trial.counts["not reached"] += 1
        return
    trial.counts["kills"] += 1
    found = contents(trial.top)
    for path in trial.unlike(found, drafts=True):
        trial.fault(where, f"{path} is torn or lost")
    for pair in trial.scenario.alternatives:
        if not any(path in found for path in pair):
            trial.fault(where, f"neither of {pair} is there")
    if trial.name != "init" or "new/schema/practice.schema.yaml" in found:
        folder = trial.top / ("new" if trial.name == "init" else "db")
        judged = call([trial.program, "-C", folder, "list"], trial.scenario, trial.top)
        if judged.returncode != 0:
            trial.fault(where, "the next command fails", judged)
    again = call(trial.command(), trial.scenario, trial.top)
    done_already = all(found.get(path) == text for path, text in trial.after.items())
    if again.returncode != 0 and not done_already:
        trial.fault(where, "the command can't be repeated", again)
    found = contents(trial.top)
    if trial.scenario.repeats:
        for path in trial.unlike(found, drafts=True):
            trial.fault(where, f"{path} is wrong after the second call")
        if any(found.get(path) != text for path, text in trial.after.items()):
            trial.fault(where, "the second call does not complete the work", again)
    left = [path for path in found if TEMPORARY in path]
    if left:
        trial.fault(where, f"{left} is still there after the second call")


def check_failed(trial, one, name, lasting):
    """After a failing call: it is said, and nothing has changed; or all was done."""
    span = f"{one.number}{until(name, one.number) if lasting else ''}"
    where = f"{name} of {one.name} {span}"
    result = trial.run(f"{one.name}:error={name}:when={span}")
    trial.counts["failures"] += 1
    found = contents(trial.top)
    if one.name.startswith("unlink"):  # what can't be removed stays until the next command
        found = {path: text for path, text in found.items() if TEMPORARY not in path}
    is_done = found == trial.after
    if result.returncode == 0:
        if not is_done:
            trial.fault(where, "exit code 0, but not all is done", result)
        elif is_change(one) and name != "EINTR" and one.name not in ("close", "unlinkat"):
            trial.fault(where, "exit code 0", result)
        return
    if result.returncode < 0 or result.returncode > 130:
        trial.fault(where, "it crashed", result)
    if name == "EINTR":
        trial.fault(where, "an interrupted call is not made again", result)
    check_message(trial, where, one, name, lasting, result)
    # What was imported can be taken back only where the file system still works.
    has_steps = trial.scenario.steps or (lasting and trial.name.startswith("import"))
    check_old(trial, where, one, found, has_steps)
    if has_steps:
        again = call(trial.command(), trial.scenario, trial.top)
        if contents(trial.top) != trial.after:
            trial.fault(where, "the second call does not complete the work", again)


def until(name, number):
    """The end of a lasting fault: no signal interrupts for ever."""
    return f"..{number + 2}" if name == "EINTR" else "+"


def check_message(trial, where, one, name, lasting, result):
    """A failure names what failed and why."""
    if one.name == "write" and (lasting or one.text[:2] in ("1<", "2<")):
        return  # the message can't be written either, or says that standard output failed
    reason = os.strerror(getattr(errno, name)).lower()
    if reason not in result.stderr.lower():
        trial.fault(where, f"the cause, {reason}, is not said", result)
    if "'" not in result.stderr and "standard output" not in result.stderr:
        trial.fault(where, "no file is named", result)


def check_old(trial, where, one, found, has_steps):
    """What a failed command has left behind: nothing, or whole steps of several."""
    is_said_late = one.name == "write" and re.match(r"[12]<", one.text)
    is_said_draft = one.name == "unlink"  # of what a person has edited, when it is stored
    if has_steps or is_said_late or is_said_draft:
        return check_either(trial, where, found)
    kept = {path: text for path, text in found.items() if not path.startswith("state/")}
    if kept != trial.before:
        trial.fault(where, f"changed: {difference(trial.before, found)}")
    return check_either(trial, where, found)


def check_either(trial, where, found):
    for path in trial.unlike(found, drafts=True):
        trial.fault(where, f"{path} is torn or lost")
    for path in found:
        if TEMPORARY in path:
            trial.fault(where, f"{path} is left")


def difference(before, found):
    return sorted(path for path in set(before) | set(found) if before.get(path) != found.get(path))


def check_order(trial):
    """Data is on the disk before it gets its name, and the folder after that."""
    dirty, folders = set(), set()
    for one in trial.calls:
        subject = re.match(r"\d+<([^>]*)>", one.text)
        subject = subject.group(1) if subject else ""
        if one.name == "write" and TEMPORARY in subject:
            dirty.add(subject)
        elif one.name == "fsync":
            dirty.discard(subject)
            folders.discard(subject)
        elif one.name in ("renameat2", "renameat", "linkat"):
            old = re.search(r'<([^>]*)>, "([^"]*)"', one.text)
            trial.counts["renames"] += 1
            if f"{old.group(1)}/{old.group(2)}" in dirty:
                trial.fault(f"{one.name} {one.number}", "the data is not on the disk yet")
            folders.add(old.group(1))
        elif one.name in ("unlinkat", "mkdirat") and TEMPORARY not in one.text and subject:
            folders.add(subject)
    for folder in folders:
        trial.fault("order", f"{folder} is not on the disk at the end")


def failing(trial, one):
    """The errors that a call may answer."""
    for name, calls in FAILURES.items():
        if one.name not in calls or not one.is_ours:
            continue
        # A failing close closes all the same, which strace can't do: a lock would be kept.
        if one.name == "close" and not is_change(one):
            continue
        if one.name == "openat" and name in NO_SPACE and not WRITES.search(one.text):
            continue
        yield name


def inject(trial, full):
    check_order(trial)
    killed = [one for one in trial.calls if one.name not in NEVER_KILLED]
    failed = [one for one in trial.calls if one.is_ours]
    if not full:
        killed = sample([one for one in killed if is_change(one)], 6)
        failed = sample([one for one in failed if is_change(one)], 4)
    for one in killed:
        check_killed(trial, one)
    for one in failed:
        for name in failing(trial, one) if full else sample(list(failing(trial, one)), 2):
            lasts = one.name != "close" and not (one.name == "write" and trial.writes_to_itself)
            for lasting in (False, True) if lasts else (False,):
                check_failed(trial, one, name, lasting)


def can_trace(folder):
    if shutil.which("strace") is None:
        return False
    probe = subprocess.run(["strace", "-qq", "-o", folder / "probe", "-e",
                            "inject=close:error=EIO:when=9999", "true"],
                           capture_output=True, check=False)
    return probe.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("schema", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", action="append")
    options = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as name:
        if not can_trace(Path(name)):
            print("strace is missing or may not trace: skipped")
            return 77
        print(f"{'command':16}{'calls':>7}{'renames':>9}{'kills':>7}{'failures':>10}{'faults':>8}")
        for command in options.only or SCENARIOS:
            trial = Trial(command, options.program.resolve(), options.schema.resolve(),
                          Path(name) / "top")
            inject(trial, options.full)
            faults += trial.faults
            print("\n".join(trial.faults), end="\n" if trial.faults else "")
            counts = trial.counts
            print(f"{command:16}{len(trial.calls):7}{counts['renames']:9}{counts['kills']:7}"
                  f"{counts['failures']:10}{len(trial.faults):8}", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
