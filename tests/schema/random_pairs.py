#!/usr/bin/python3
"""Compares icc's schema checker with python3-jsonschema on random schemas and documents.

Usage: random_pairs.py PROGRAM [PAIRS [SEED]]. PROGRAM is icc_verdicts. Prints each pair on which the
two disagree; exit 1 when there is one. The same numbers give the same pairs everywhere.
"""

import json
import random
import sys

import jsonschema

from checker import Batch

KEYS = ["a", "b", "c", "ab"]
TEXTS = ["", "a", "b", "ab", "abc", "é", "日本", "😀😀", "a b", " ", "1", "2020-02-29", "2021-02-29",
         "a@b.org"]
NUMBERS = [0, 1, 2, 3, -1, 10, 0.5, 1.0, 1.5, -2.0, 1e3, 2**53, 2**53 + 1, 10**30, 0.25, 4.0]
COUNTS = [0, 1, 2, 3, 2.0]
DIVISORS = [1, 2, 3, 0.5, 0.25]  # thirds of floats are where the referee rounds
# Not \\w, which is every letter to Python and every ASCII letter to ECMA-262.
PATTERNS = ["a", "^a", "b$", "^[a-c]*$", "^.{2}$", "\\S", "\\d", "é", "^(a|ab)$", "^[^1]+$"]
TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"]
FORMATS = ["date", "email", "unknown"]
DOCUMENTS_PER_SCHEMA = 5
DEFINITIONS = 3


class Maker:
    """Makes random documents and schemas."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, probability):
        return self.random.random() < probability

    def one_of(self, items):
        return self.random.choice(items)

    def scalar(self):
        kind = self.random.randrange(5)
        if kind == 0:
            return None
        if kind == 1:
            return self.chance(0.5)
        return self.one_of(NUMBERS) if kind == 2 else self.one_of(TEXTS)

    def document(self, depth=3):
        kind = self.random.randrange(4) if depth else 0
        if kind < 2:
            return self.scalar()
        if kind == 2:
            return [self.document(depth - 1) for _ in range(self.random.randrange(4))]
        keys = self.random.sample(KEYS, self.random.randrange(4))
        return {key: self.document(depth - 1) for key in keys}

    def allowed_value(self):
        """A value of an enum. The referee takes the list [true] for [1] there."""
        if self.chance(0.7):
            return self.scalar()
        texts = self.random.sample(TEXTS, self.random.randrange(3))
        return texts if self.chance(0.5) else dict(zip(KEYS, texts))

    def schemas(self, depth, first):
        return [self.schema(depth, first) for _ in range(self.random.randrange(1, 4))]

    def keyed(self, make):
        return {key: make() for key in self.random.sample(KEYS, self.random.randrange(1, 4))}

    def schema(self, depth, first):
        """A schema which may refer, for the value itself, to the definitions from `first` on only,
        and for what is in the value to all of them: so no reference leads in a circle."""
        if self.chance(0.06):
            return self.chance(0.7)
        schema = {}
        for _ in range(self.random.randrange(1, 4)):
            self.add_keyword(schema, depth, first)
        return schema

    def add_keyword(self, schema, depth, first):
        kind = self.random.randrange(8 if depth else 4)
        if kind == 0:
            self.add_type(schema)
        elif kind == 1:
            self.add_values(schema)
        elif kind == 2:
            self.add_bound(schema)
        elif kind == 3:
            self.add_reference(schema, first)
        elif kind == 4:
            self.add_members(schema, depth - 1)
        elif kind == 5:
            self.add_items(schema, depth - 1)
        else:
            self.add_alternatives(schema, depth - 1, first)

    def add_type(self, schema):
        types = self.random.sample(TYPES, self.random.randrange(1, 4))
        schema["type"] = types if len(types) > 1 else types[0]

    def add_values(self, schema):
        kind = self.random.randrange(3)
        if kind == 0:
            schema["const"] = self.document(2)
        elif kind == 1:
            schema["enum"] = [self.allowed_value() for _ in range(self.random.randrange(1, 5))]
        else:
            texts = [self.one_of(TEXTS) for _ in range(self.random.randrange(1, 5))]
            schema[self.one_of(["oneOf", "anyOf"])] = [{"const": text} for text in texts]

    def add_bound(self, schema):
        kind = self.random.randrange(5)
        if kind == 0:
            name = self.one_of(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
            schema[name] = self.one_of(NUMBERS)
        elif kind == 1:
            schema["multipleOf"] = self.one_of(DIVISORS)
        elif kind == 2:
            schema[self.one_of(["minLength", "maxLength"])] = self.one_of(COUNTS)
        elif kind == 3:
            schema["pattern"] = self.one_of(PATTERNS)
        else:
            schema["format"] = self.one_of(FORMATS)

    def add_reference(self, schema, first):
        if first < DEFINITIONS:
            schema["$ref"] = f"#/$defs/d{self.random.randrange(first, DEFINITIONS)}"

    def add_members(self, schema, depth):
        def child():
            return self.schema(depth, 0)

        if self.chance(0.7):
            schema["properties"] = self.keyed(child)
        if self.chance(0.3):
            schema["required"] = self.random.sample(KEYS, self.random.randrange(3))
        if self.chance(0.3):
            schema["additionalProperties"] = self.one_of([False, child()])
        if self.chance(0.2):
            schema["patternProperties"] = {self.one_of(PATTERNS): child()}
        if self.chance(0.1):
            schema["propertyNames"] = self.schema(0, DEFINITIONS)
        if self.chance(0.2):
            schema[self.one_of(["minProperties", "maxProperties"])] = self.one_of(COUNTS)
        if self.chance(0.15):
            schema["dependentRequired"] = self.keyed(
                lambda: self.random.sample(KEYS, self.random.randrange(3)))

    def add_items(self, schema, depth):
        if self.chance(0.6):
            schema["items"] = self.schema(depth, 0)
        if self.chance(0.3):
            schema["prefixItems"] = self.schemas(depth, 0)
        if self.chance(0.3):
            schema["uniqueItems"] = self.chance(0.8)
        if self.chance(0.3):
            schema[self.one_of(["minItems", "maxItems"])] = self.one_of(COUNTS)
        if self.chance(0.3):
            schema["contains"] = self.schema(depth, 0)
            if self.chance(0.5):
                schema[self.one_of(["minContains", "maxContains"])] = self.one_of([0, 1, 2])

    def add_alternatives(self, schema, depth, first):
        kind = self.random.randrange(6)
        if kind < 3:
            schema[["allOf", "anyOf", "oneOf"][kind]] = self.schemas(depth, first)
        elif kind == 3:
            schema["not"] = self.schema(depth, first)
        elif kind == 4:
            schema["dependentSchemas"] = self.keyed(lambda: self.schema(depth, first))
        else:
            for name in ["if", "then", "else"]:
                if self.chance(0.8):
                    schema[name] = self.schema(depth, first)

    def root(self):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        for _ in range(self.random.randrange(1, 4)):
            self.add_keyword(schema, 3, 0)
        schema["$defs"] = {f"d{i}": self.schema(2, i + 1) for i in range(DEFINITIONS)}
        return schema


def pairs(count, seed):
    """`count` pairs, as schemas with their documents."""
    maker = Maker(seed)
    for _ in range(count // DOCUMENTS_PER_SCHEMA):
        schema = maker.root()
        yield schema, [maker.document() for _ in range(DOCUMENTS_PER_SCHEMA)]


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    batch, wanted = Batch(), []
    for schema, documents in pairs(count, seed):
        batch.add(schema, documents)
        referee = jsonschema.Draft202012Validator(schema,
                                                  format_checker=jsonschema.FormatChecker())
        wanted += [(schema, document, referee.is_valid(document)) for document in documents]
    answers = batch.answers(program)
    assert len(answers) == len(wanted), f"{len(wanted)} questions, {len(answers)} answers"
    faults = 0
    for (schema, document, valid), answer in zip(wanted, answers):
        if answer != ("valid" if valid else "invalid"):
            faults += 1
            print(f"wanted {'valid' if valid else 'invalid'}, got {answer}: "
                  f"{json.dumps(schema, ensure_ascii=False)} {json.dumps(document)}")
    valid = sum(1 for _, _, valid in wanted if valid)
    print(f"{len(wanted)} pairs, {valid} of them valid, {faults} disagreements")
    return 1 if faults or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
