#!/usr/bin/env python3
"""The usual way in Python: `peer.py list|validate|export FOLDER SCHEMA`, with libyaml's loader and
python3-jsonschema. A peer for bench.py."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml


def records(folder):
    for path in sorted(Path(folder, "practices").rglob("*.yaml")):
        try:
            yield path, yaml.load(path.read_bytes(), yaml.CSafeLoader)
        except yaml.YAMLError as error:
            print(f"{path}: {error}")


def main():
    task, folder, schema = sys.argv[1:]
    if task == "list":
        for _, record in records(folder):
            if record.get("country") == "Sweden":
                print(record["title"], record.get("period", ""), sep="\t")
    elif task == "export":
        json.dump([record for _, record in records(folder)], sys.stdout, ensure_ascii=False)
    else:
        validator = jsonschema.Draft202012Validator(json.loads(Path(schema).read_text("utf-8")))
        for path, record in records(folder):
            for error in validator.iter_errors(record):
                print(f"{path}: {error.message}")


if __name__ == "__main__":
    main()
