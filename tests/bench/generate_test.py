#!/usr/bin/env python3
"""Checks the generator: the same arguments make the same bytes, records are valid, messy ones mean
the same, and every record that should be broken is."""

import filecmp
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

import faults
import generate
import mess

ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
GENERATE = Path(__file__).with_name("generate.py")


def make(folder, *options):
    subprocess.run([sys.executable, GENERATE, folder, *map(str, options)], check=True)
    return {path.relative_to(folder): path.read_bytes()
            for path in sorted(Path(folder).rglob("practices/**/*.yaml"))}


def load(text):
    """The values as text, without the final line ends that a block scalar's `+` and `-` decide."""
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return value.rstrip("\n")
    return plain(yaml.load(text, yaml.BaseLoader))


def schema_errors():
    """A function that lists what python3-jsonschema says of a text."""
    base = (generate.ROOT / "schema" / "practice.schema.yaml").as_uri()

    def read(uri):
        return yaml.safe_load(Path(uri.removeprefix("file://")).read_text("utf-8"))
    resolver = jsonschema.RefResolver(base, read(base), handlers={"file": read})
    validator = jsonschema.Draft202012Validator(read(base), resolver=resolver)

    def errors(text):
        try:
            keys = [key.value for key, _ in yaml.compose(text).value]
            repeated = [key for key in keys if keys.count(key) > 1]
            return repeated or list(validator.iter_errors(yaml.load(text, yaml.SafeLoader)))
        except yaml.YAMLError as error:
            return [error]
    return errors


class GenerateTest(unittest.TestCase):
    def test_same_arguments_make_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            one = make(f"{folder}/one", "--count", 2500, "--messy", 10, "--invalid", 5)
            two = make(f"{folder}/two", "--count", 2500, "--messy", 10, "--invalid", 5)
            other = make(f"{folder}/other", "--count", 20, "--seed", 2)
            small = make(f"{folder}/small", "--count", 1200, "--messy", 10, "--invalid", 5)
            self.assertTrue(filecmp.cmp(f"{folder}/one/schema/practice.schema.yaml",
                                        generate.ROOT / "schema" / "practice.schema.yaml", False))
        self.assertEqual(len(one), 2500)
        self.assertEqual(one, two)
        self.assertEqual(small, {path: one[path] for path in small})
        self.assertFalse(set(other) <= set(one))
        self.assertEqual([path.stem for path in one if not ID.fullmatch(path.stem)], [])
        size = sum(map(len, one.values())) / len(one)
        self.assertTrue(2300 < size < 2500, size)

    def test_records(self):
        world = generate.World("1")
        errors = schema_errors()
        rng = random.Random("records")
        for index in range(40):
            fields = generate.record(world, rng, index)
            text = generate.canonical_text(fields)
            self.assertEqual(errors(text), [], text)
            messy = mess.messy_text(fields, rng)
            self.assertEqual(load(messy.removeprefix("\ufeff")), load(text), messy)

    def test_faults(self):
        world = generate.World("1")
        errors = schema_errors()
        rng = random.Random("faults")
        for index, fault in enumerate(faults.FAULTS):
            fields = generate.record(world, rng, index)
            text = fault(generate.canonical_text(fields))
            self.assertTrue(errors(text), f"{fault.__name__}: {text}")


if __name__ == "__main__":
    unittest.main()
