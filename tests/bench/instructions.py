#!/usr/bin/env python3
"""Holds icc to the instructions that it has needed: the gate of speed.

    tests/bench/instructions.py build/release/icc

Callgrind counts, which gives the same numbers on any machine at any time, so that no load on it
fails the test. A record's share is what 1000 records take more than one, divided by 999. The limits
are a tenth above what was reached; who makes icc faster lowers them. They hold for an optimised
program: with --build-type of another, and without valgrind, the test is skipped (exit code 77).
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import instructions

HERE = Path(__file__).resolve().parent
OPTIMISED = ("Release", "RelWithDebInfo")
SKIPPED = 77

# What is run, and the most instructions that it may take for one record alone, and for each
# further one.
LIMITS = [
    ("list --country Sweden", 5_050_000, 31_000),
    ("filter interpreters", 7_100_000, 57_500),
    ("count topics", 2_550_000, 35_000),
    ("validate", 6_700_000, 67_500),
    ("fmt --check", 2_150_000, 96_000),
    ("export --json", 2_950_000, 63_500),
]
VERSION_LIMIT = 580_000


def judged(what, count, limit):
    """Prints a line of the table; answers whether the limit is kept."""
    verdict = "" if count <= limit else "  above its limit"
    print(f"  {what:34}{count:12,} of {limit:11,}{verdict}")
    return count <= limit


def reasons_to_skip(build_type):
    if not shutil.which("valgrind"):
        yield "valgrind is not installed"
    if build_type not in OPTIMISED:
        yield f"a build of the type '{build_type}' is not optimised: see script/speed"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("icc", type=lambda text: str(Path(text).resolve()))
    parser.add_argument("--build-type", default="Release", help="how icc was built")
    parser.add_argument("--without-start", action="store_true",
                        help="judge no start: libraries that are loaded then take most of it")
    options = parser.parse_args()
    for reason in reasons_to_skip(options.build_type):
        print("skipped:", reason)
        sys.exit(SKIPPED)
    kept = options.without_start or judged(
        "--version", instructions([options.icc, "--version"]), VERSION_LIMIT)
    with tempfile.TemporaryDirectory() as place:
        folders = [(f"{place}/{count}", count) for count in (1, 1000)]
        for folder, count in folders:
            subprocess.run([sys.executable, HERE / "generate.py", folder, "--count", str(count)],
                           check=True)
        for command, start_limit, record_limit in LIMITS:
            one, thousand = (
                instructions([options.icc, "-C", folder, *command.split(), "-j", "1"])
                for folder, _ in folders)
            if not options.without_start:
                kept &= judged(f"{command}: one record", one, start_limit)
            kept &= judged(f"{command}: each further", (thousand - one) // 999, record_limit)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
