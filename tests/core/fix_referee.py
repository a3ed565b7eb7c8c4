"""`icc validate --fix` mends a damage or leaves it alone; it never makes a third thing of it.

usage: fix_referee.py ICC SOURCE_DIR [COUNT]

Damages up to three lines in each of COUNT generated records, as people do it. Afterwards each
record must be, byte for byte, its original with some of the damages left; those that are certain
must be mended; a second `--fix` must find nothing to do.
"""

import itertools
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LINE_END = r"(?=\r?$)"

# Name, pattern of the part of a line that is damaged, what it becomes, and whether it must be mended.
DAMAGES = [
    ("case of a country", r"(?<=^country: )\w[\w ]*" + LINE_END, str.lower, True),
    ("case of a topic", r"(?<=^  - )Education" + LINE_END, str.upper, True),
    ("short form of a topic", r"(?<=^  - )Political and public participation" + LINE_END,
     lambda _: "participation", True),
    ("case of a key", r"^(?:summary|country|title)(?=:)", str.title, True),
    ("letters of a key", r"^country(?=:)", lambda _: "contry", True),
    ("another name", r"(?<=^country: )United Kingdom" + LINE_END, lambda _: "UK", True),
    ("a wrong country", r"(?<=^country: )\w[\w ]*" + LINE_END, lambda _: "Ruritania", False),
    ("a misspelt topic", r"(?<=^  - )Education" + LINE_END, lambda _: "Edukation", False),
    ("blanks in a title", r"(?<=^title: )\w+ (?=\w+)", lambda found: found + " ", False),
]


def damaged(text, rng):
    """The text with damages, and those: name, before, after, must be mended."""
    made = []
    for name, pattern, change, certain in rng.sample(DAMAGES, len(DAMAGES)):
        found = re.search(pattern, text, re.MULTILINE)
        if len(made) == 3 or not found:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        line = text[start:end]
        changed = text[start:found.start()] + change(found.group()) + text[found.end():end]
        is_alone = text.count(f"{line}\n") == 1 and all(line != done[2] for done in made)
        if changed == line or not is_alone or f"{changed}\n" in text:
            continue
        text = text[:start] + changed + text[end:]
        made.append((name, line, changed, certain))
    return text, made


def fault(before, made, after):
    """What is wrong with a record after `--fix`; or nothing."""
    for some in itertools.product((False, True), repeat=len(made)):
        text = before
        for (_, line, changed, _), is_mended in zip(reversed(made), reversed(some)):
            if is_mended:
                text = text.replace(f"{changed}\n", f"{line}\n", 1)
        if text == after:
            left = [name for (name, _, _, certain), done in zip(made, some) if certain and not done]
            return f"not mended: {', '.join(left)}" if left else ""
    return "neither mended nor untouched"


def icc(program, folder, *words):
    return subprocess.run([program, "-C", folder, *words], capture_output=True, text=True)


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    count = sys.argv[3] if len(sys.argv) > 3 else "400"
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "collection"
        subprocess.run([sys.executable, "-B", source / "tests" / "bench" / "generate.py", folder,
                        "--count", count, "--messy", "30"], check=True, stdout=subprocess.DEVNULL)
        records = {}
        for file in sorted(folder.rglob("practices/**/*.yaml")):
            text, made = damaged(file.read_bytes().decode(), rng)
            file.write_bytes(text.encode())
            records[file] = (text, made)
        first = icc(program, folder, "validate", "--fix")
        failures = []
        for file, (text, made) in records.items():
            after = file.read_bytes().decode()
            if found := fault(text, made, after):
                failures.append(f"{found}: {made}\n{text}\nbecame\n{after}")
        second = icc(program, folder, "validate", "--fix")
    damages = sum(len(made) for _, made in records.values())
    told = sum(1 for line in first.stderr.splitlines() if line.startswith("fixed practices/"))
    print(f"{len(records)} records, {damages} damages, {told} mended, {len(failures)} wrong")
    if told < damages // 3 or "fixed 0 faults" not in second.stderr:
        failures.append(first.stderr[-500:] + second.stderr[-500:])
    print("\n\n".join(failures[:2]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
