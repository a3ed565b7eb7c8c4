"""Canonical records, as other readers of YAML see them.

usage: entries_referee.py RANDOM_RECORDS [COUNT]

Every record must have the same values, of the same types, for PyYAML (YAML 1.1, in C and in Python)
and for ruamel.yaml (YAML 1.2), where the system has them.
"""

import json
import subprocess
import sys

import yaml


def readers():
    """Name, function from text to value, and of how many records it reads one (some are slow)."""
    yield "PyYAML's C reader", lambda text: yaml.load(text, Loader=yaml.CSafeLoader), 1
    yield "PyYAML", lambda text: yaml.load(text, Loader=yaml.SafeLoader), 10
    try:
        from ruamel.yaml import YAML
    except ImportError:
        print("ruamel.yaml is not installed: skipped")
        return
    yield "ruamel.yaml", lambda text: YAML(typ="safe", pure=True).load(text), 10


def typed(value):
    """The value with the type of each part, so that 1, 1.0 and true differ."""
    if isinstance(value, dict):
        return {"map": [(typed(key), typed(member)) for key, member in value.items()]}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return (type(value).__name__, value)


def fault(read, record):
    """What a reader makes of a record, where it differs; or nothing."""
    try:
        value = read(record["yaml"])
    except Exception as error:  # whatever a reader refuses is a fault of the record
        return f"refused: {error}"
    return "" if typed(value) == typed(record["value"]) else f"read as {value!r}"


def main():
    count = sys.argv[2] if len(sys.argv) > 2 else "2000"
    lines = subprocess.run([sys.argv[1], count], capture_output=True, check=True).stdout
    # Only LF ends a line here: records hold U+2028, too.
    records = [json.loads(line) for line in lines.decode().split("\n")[:-1]]
    assert len(records) == int(count)
    failed = False
    for name, read, step in readers():
        faults = [(record, found) for record in records[::step] if (found := fault(read, record))]
        print(f"{name}: {len(records[::step])} records, {len(faults)} differ")
        for record, found in faults[:3]:
            print(f"{record['yaml']}\nwas {record['value']!r}\n{found}\n")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
