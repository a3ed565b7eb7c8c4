"""What `icc fmt` leaves of records that people wrote, as other readers of YAML see it.

usage: fmt_referee.py ICC SOURCE_DIR [COUNT]

The generator of tests/bench writes COUNT records in every style that it knows. Before and after
`icc fmt`, PyYAML (YAML 1.1), ruamel.yaml and libfyaml (YAML 1.2), where the system has them, must
read the same values of the same types; only the order of fields and of sets may differ. No comment
may be lost, and a second `icc fmt` must find nothing to do.
"""

import collections
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

COMMENT = re.compile(r"# (?:as on the card|please check)$", re.MULTILINE)


def libfyaml(text):
    command = ["fy-tool", "--dump", "--mode", "json", "-"]
    made = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return json.loads(made.stdout)


def readers():
    """Name, function from text to value, and of how many records it reads one (some are slow)."""
    yield "PyYAML", lambda text: yaml.load(text, Loader=yaml.CSafeLoader), 1
    try:
        from ruamel.yaml import YAML
        yield "ruamel.yaml", lambda text: YAML(typ="safe", pure=True).load(text), 10
    except ImportError:
        print("ruamel.yaml is not installed: skipped")
    if shutil.which("fy-tool"):
        yield "libfyaml", libfyaml, 10
    else:
        print("fy-tool of libfyaml is not installed: skipped")


def sets_of(schema):
    fields = yaml.safe_load(schema.read_text("utf-8"))["properties"]
    return {name for name, field in fields.items() if field.get("x-icc", {}).get("set")}


def meaning(record, sets):
    """The record with its fields and sets in one order, and the type of each scalar."""
    ordered = {name: sorted(value) if name in sets and isinstance(value, list) else value
               for name, value in record.items()}
    return json.dumps(ordered, sort_keys=True, default=lambda other: f"{type(other)}: {other}")


def faults(read, pairs, sets):
    for before, after in pairs:
        try:
            was, found = meaning(read(before), sets), meaning(read(after), sets)
        except Exception as error:  # whatever a reader refuses is a fault
            yield f"refused: {error}\n{before}\n{after}"
            continue
        if was != found:
            yield f"{before}\nwas {was}\n{after}\nis {found}"


def messy_texts(folder, source, count):
    """Makes the records and a database around them; their files and texts."""
    subprocess.run([sys.executable, "-B", source / "tests" / "bench" / "generate.py", folder,
                    "--count", count, "--messy", "100"], check=True, stdout=subprocess.DEVNULL)
    files = sorted(folder.rglob("practices/**/*.yaml"))
    assert len(files) == int(count), f"{len(files)} files"
    return files, [read_text(file) for file in files]


def read_text(file):
    return file.read_bytes().decode()


def comments(text):
    return collections.Counter(COMMENT.findall(text.replace("\r\n", "\n")))


def main():
    icc, source = sys.argv[1], Path(sys.argv[2])
    count = sys.argv[3] if len(sys.argv) > 3 else "500"
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "collection"
        files, before = messy_texts(folder, source, count)
        subprocess.run([icc, "-C", folder, "fmt"], check=True, capture_output=True)
        after = [read_text(file) for file in files]
        again = subprocess.run([icc, "-C", folder, "fmt", "--check"], capture_output=True, text=True)
    changed = sum(1 for old, new in zip(before, after) if old != new)
    print(f"fmt: {len(files)} records, {changed} changed; again: exit code {again.returncode}")
    if again.returncode != 0 or changed < len(files) // 2:
        failures.append(again.stdout)
    pairs = list(zip(before, after))
    lost = [old for old, new in pairs if comments(old) != comments(new)]
    print(f"comments: {sum(comments(old).total() for old in before)}, lost in {len(lost)} records")
    failures += lost
    for name, read, step in readers():
        found = list(faults(read, pairs[::step], sets_of(source / "schema/practice.schema.yaml")))
        print(f"{name}: {len(pairs[::step])} records, {len(found)} differ")
        failures += found
    print("\n\n".join(failures[:3]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
