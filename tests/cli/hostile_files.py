#!/usr/bin/python3
"""Lets icc read files that want to hurt it: each is refused or judged, and the others are still done.

Usage: hostile_files.py PROGRAM FOLDER [SECONDS MEBIBYTES]. PROGRAM is icc, FOLDER has schema/. For
each file the time of the processor and the memory of the whole process stay below the limits; the
usual ones leave room for a build with sanitizers.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SIZE = 256 * 1024 - 100
HEAD = b"title: T\n\ncountry: Sweden\n\nsummary: x\n\n"


def fill(unit, size=SIZE):
    return unit * (size // len(unit))


def numbered(unit, count):
    return b"".join(unit % number for number in range(count))


# Name: the text, and the rule that refuses it; None where it is a record, with or without faults.
FILES = {
    "all-nul": (fill(b"\0"), "control-character"),
    "all-blank": (fill(b" ") + b"\n", "not-a-record"),
    "all-line-ends": (fill(b"\n"), "not-a-record"),
    "all-comments": (fill(b"# x\n"), "not-a-record"),
    "empty": (b"", "not-a-record"),
    "too-large": (HEAD + b"impact: " + fill(b"x", 1 << 24), "too-large"),
    "not-utf8": (b"title: " + fill(b"\xff"), "not-utf8"),
    "surrogate": (b"title: \xed\xa0\x80\n", "not-utf8"),
    "overlong": (b"title: \xc0\x80\n", "not-utf8"),
    "utf16": ("title: x\n".encode("utf-16"), "not-utf8"),
    "marks": (fill("\ufeff".encode()), "misplaced-byte-order-mark"),
    "escape": (b"title: \x1b[31mred\n", "control-character"),
    "carriage-returns": (fill(b"\r"), "control-character"),
    "directive": (b"%YAML 1.2\n---\ntitle: x\n", "directive"),
    "tabs": (fill(b"\tb: 1\n"), "tab-indentation"),
    "merge": (HEAD + b"<<<<<<< a\nimpact: x\n=======\nimpact: y\n>>>>>>> b\n", "merge-marker"),
    "brackets": (fill(b"["), "too-deep"),
    "braces": (fill(b"{"), "too-deep"),
    "closing-brackets": (fill(b"]"), "syntax"),
    "nested-brackets": (b"a: " + b"[" * 5000 + b"]" * 5000 + b"\n", "too-deep"),
    "nested-maps": (b"".join(b" " * i + b"a:\n" for i in range(700)), "too-deep"),
    "dashes": (b"a:\n" + fill(b" -", SIZE // 2) + b"\n", "too-deep"),
    "quotes": (fill(b'"'), "not-a-record"),
    "open-quote": (b'title: "' + fill(b"x"), "not-closed"),
    "open-quotes": (b"title: '" + fill(b"x y\n"), "not-closed"),
    "colons": (fill(b": "), "syntax"),
    "questions": (fill(b"? "), "syntax"),
    "long-key": (fill(b"k") + b": 1\n", "colon-in-text"),
    "key-of-a-list": (b"? [a]\n: b\n", "syntax"),
    "key-of-a-map": (b"{a: b}: c\n", "key-not-text"),
    "many-values": (b"a: [" + fill(b"1,") + b"1]\n", "too-many-values"),
    "same-key": (b"a: 1\nb: 2\na: 3\n", "repeated-key"),
    "anchors": (b"a: &a x\n", "anchor"),
    "alias": (b"title: *a\n", "alias"),
    "tag": (b"title: !!python/object:x y\n", "tag"),
    "after-the-quote": (b'title: "a" b\n', "text-after-quote"),
    "two-records": (HEAD + b"---\n" + HEAD, "text-after-record"),
    "list": (b"- a\n", "not-a-record"),
    "wrong-escape": (b'title: "\\q"\n', "syntax"),
    "9990-keys": (numbered(b"k%d: 1\n", 9990), None),
    "9900-topics": (HEAD + b"topics: [" + numbered(b"Educatoin%d,", 9900) + b"]\n", None),
    "9900-cities": (HEAD + b"cities: [" + numbered(b"Botkyrkb%d,", 9900) + b"]\n", None),
    "4900-maps": (HEAD + b"tags: [" + numbered(b"{a: %d},", 4900) + b"]\n", None),
    "long-word": (HEAD + b"impact: " + fill(b"x") + b"\n", None),
    "long-title": (HEAD[9:] + b"title: " + fill("\ufdfa".encode()) + b"\n", None),
    "marks-on-a-letter": (HEAD + b"impact: a" + fill("\u0301".encode()) + b"\n", None),
    "many-lines": (HEAD + b"impact: |\n" + fill(b"  a\n"), None),
    "escapes": (HEAD + b'impact: "' + fill(b"\\x41") + b'"\n', None),
    "periods": (HEAD + b"period: " + fill(b"2018 / ") + b"\n", None),
    "parentheses": (HEAD + b"period: " + fill(b"(") + b"\n", None),
    "links": (HEAD + b'impact: "' + fill(b"[a](b) ") + b'"\n', None),
    "escaped-links": (HEAD + b'impact: "' + fill(b"[a](\\x41) ") + b'"\n', None),
    "open-links": (HEAD + b'impact: "' + fill(b"![](") + b'"\n', None),
    "backticks": (HEAD + b'impact: "' + b" ".join(b"`" * i for i in range(1, 700)) + b'"\n', None),
    "stars": (HEAD + b'impact: "' + fill(b"*a_") + b'"\n', None),
    "contact": (HEAD + b"contact: " + fill(b"a@") + b"\n", None),
    "source": (HEAD + b"source: http://" + fill(b"a%20") + b"\n", None),
}


def run(program, folder, *arguments):
    """The output, the exit code, the seconds of the processor and the MiB of one call."""
    with open(folder / "out", "wb") as out:
        child = subprocess.Popen([program, "-C", str(folder), *arguments], stdout=out, stderr=out)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    text = (folder / "out").read_text(encoding="utf-8")
    return text, status >> 8 if status & 0x7F == 0 else -1, usage.ru_utime + usage.ru_stime, \
        usage.ru_maxrss / 1024


def rules_in(output, name):
    """The rules that the short form names for one record."""
    return [line.rsplit(" ", 1)[-1].rstrip("]") for line in output.splitlines()
            if f"/{name}.yaml:" in line and line.endswith("]")]


def refused_faults(program, folder, records):
    """All files that are refused at once: each by its rule, and the good one is still listed."""
    wanted = {name: rule for name, (_, rule) in FILES.items() if rule}
    for name in wanted:
        (records / f"{name}.yaml").write_bytes(FILES[name][0])
    output, code, *_ = run(program, folder, "validate", "--format", "short")
    if code != 1:
        yield f"validate: exit code {code}: {output[-300:]}"
    for name, rule in wanted.items():
        if set(rules_in(output, name)) != {rule}:
            yield f"{name}: {rule} expected, not {rules_in(output, name)[:5]}"
    output, code, *_ = run(program, folder, "list", "--columns", "id")
    if code != 2 or "good" not in output.splitlines():
        yield f"list: exit code {code}: {output[:300]}"
    for name in wanted:
        (records / f"{name}.yaml").unlink()


def judged_faults(program, folder, records, limits):
    """Files that can be read, one by one: what each costs."""
    for name in [name for name, (_, rule) in FILES.items() if not rule]:
        path = records / f"{name}.yaml"
        path.write_bytes(FILES[name][0])
        output, code, seconds, mebibytes = run(program, folder, "validate", "--format", "short")
        path.unlink()
        print(f"{name}: {seconds:.2f} s, {mebibytes:.0f} MiB")
        if code not in (0, 1):
            yield f"{name}: exit code {code}: {output[-300:]}"
        if set(rules_in(output, name)) & {rule for _, rule in FILES.values()}:
            yield f"{name}: refused by {rules_in(output, name)[:5]}"
        if seconds > limits[0] or mebibytes > limits[1]:
            yield f"{name}: more than {limits[0]} s or {limits[1]} MiB"


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    limits = [float(limit) for limit in sys.argv[3:5]] or [10.0, 2000.0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(source / "schema", folder / "schema")
        records = folder / "practices" / "sweden"
        records.mkdir(parents=True)
        (records / "good.yaml").write_bytes(HEAD.replace(b"x\n", b"|\n  Fine.\n"))
        faults = [*refused_faults(program, folder, records),
                  *judged_faults(program, folder, records, limits)]
    print("\n".join(faults))
    print(f"{len(FILES)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
