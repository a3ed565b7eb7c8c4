"""Asks icc's schema checker, through the program `icc_verdicts`, about schemas and documents."""

import json
import subprocess


def text(value):
    """`value` as JSON on one line."""
    return json.dumps(value, ensure_ascii=True)


class Batch:
    """Questions that are asked all at once."""

    def __init__(self):
        self.lines = []

    def add(self, schema, documents, files=()):
        """A schema with its further files (path, schema), and documents to be judged by it."""
        self.lines.append("S " + text(schema))
        self.lines += [f"F {path} {text(content)}" for path, content in files]
        self.lines += ["R " + text(document) for document in documents]

    def answers(self, program):
        """One answer for each document, in order."""
        run = subprocess.run([program], input="\n".join(self.lines) + "\n", encoding="utf-8",
                             stdout=subprocess.PIPE, check=True)
        return run.stdout.splitlines()
