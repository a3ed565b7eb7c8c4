#!/usr/bin/python3
"""Compares our reader of YAML with those of PyYAML on generated messy texts.

usage: document_referee.py DUMP [COUNT [SEED]]

What we read, libyaml and PyYAML must read as the same values at the same places; what we refuse
although libyaml reads it must be refused by a rule that is stricter than YAML on purpose. Prints the texts
on which the two differ; exits with 1 when there are any.
"""

import json
import random
import re
import subprocess
import sys

import yaml

# libyaml, and the reader in Python that `yaml.safe_load` uses, which is slower and stricter.
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]

NULL, BOOLEAN, INTEGER, REAL, TEXT, LIST, MAP = range(7)

# Rules that refuse what YAML allows: characters, directives, merge marks, limits, the shape of a
# record, repeated keys, anchors, aliases, tags, several documents.
STRICTER = {4, 5, 6, 8, 11, 12, 13, 14, 15, 16, 17, 18, 20}
# Sentences of the other rules that do so too.
STRICTER_MESSAGES = [
    "looks like a list's item",
    "a text can't begin with '? '",
    "a tab in the indentation",
    "a tab outside of quotes",
    "no blank in front of a comment's '#'",
    "an empty line with more blanks",
    "a '?' within brackets",
    "nothing stands in front of this",
    "a colon at the start of a text within brackets",
]

CORE = [
    (NULL, re.compile(r"^(?:|~|null|Null|NULL)$")),
    (BOOLEAN, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$")),
    (INTEGER, re.compile(r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$")),
    (REAL, re.compile(r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$")),
]


def core_kind(event):
    """The kind of a scalar by the core schema of YAML 1.2."""
    if event.style or not event.implicit[0]:
        return TEXT
    return next((kind for kind, pattern in CORE if pattern.match(event.value)), TEXT)


class Refused(Exception):
    """What libyaml does not read, or reads as something that is no record."""


class Referee:
    """Another reader's events of one text as a tree of the form that DUMP prints."""

    def __init__(self, text, loader):
        self.text = text
        # libyaml counts in characters, behind a byte order mark.
        body = text[1:] if text.startswith("\ufeff") else text
        self.offsets = [len(text[: len(text) - len(body)].encode())]
        for character in body:
            self.offsets.append(self.offsets[-1] + len(character.encode()))
        self.events = yaml.parse(body, Loader=loader)

    def tree(self):
        self.expect(yaml.StreamStartEvent)
        self.expect(yaml.DocumentStartEvent)
        root = self.node(next(self.events))
        self.expect(yaml.DocumentEndEvent)
        self.expect(yaml.StreamEndEvent)
        return root

    def expect(self, kind):
        event = next(self.events)
        if not isinstance(event, kind):
            raise Refused(str(event))

    def node(self, event):
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag not in (None, "!"):
            raise Refused("anchor, alias or tag")
        begin = self.offsets[event.start_mark.index]
        if isinstance(event, yaml.ScalarEvent):
            end = self.offsets[event.end_mark.index]
            return [core_kind(event), event.value, begin, end, event.style]
        children = []
        if isinstance(event, yaml.SequenceStartEvent):
            while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
                children.append(self.node(following))
            kind = LIST
        else:
            while not isinstance(following := next(self.events), yaml.MappingEndEvent):
                key = self.node(following)
                if key[0] != TEXT:
                    raise Refused("a key that is no text")
                children.append([key, self.node(next(self.events))])
            kind = MAP
        # The map of `[a: b]` has no brackets; libyaml lets it end at the next token.
        bracketed = event.flow_style and self.text.encode()[begin : begin + 1] in (b"[", b"{")
        end = self.offsets[following.end_mark.index] if bracketed else None
        return [kind, children, begin, end, None]


def differences(ours, theirs, path="."):
    """How our node differs from libyaml's; an empty list when it does not."""
    kind, content, begin, end = ours
    if kind != theirs[0]:
        return [f"{path}: kind {kind} and {theirs[0]}"]
    found = []
    written = begin != end
    if written and begin != theirs[2]:
        found.append(f"{path}: begins at {begin} and {theirs[2]}")
    if written and theirs[3] is not None and theirs[4] not in ("|", ">") and end != theirs[3]:
        found.append(f"{path}: ends at {end} and {theirs[3]}")
    if kind not in (LIST, MAP):
        return found + ([f"{path}: {content!r} and {theirs[1]!r}"] if content != theirs[1] else [])
    if len(content) != len(theirs[1]):
        return found + [f"{path}: {len(content)} and {len(theirs[1])} children"]
    for index, (child, other) in enumerate(zip(content, theirs[1])):
        if kind == MAP:
            key, key_begin, key_end, child = child
            other_key, other = other
            if [key, key_begin, key_end] != [other_key[1], other_key[2], other_key[3]]:
                found.append(f"{path}: key {key!r} {key_begin} {key_end} and {other_key}")
        found += differences(child, other, f"{path}/{index}")
    return found


WORDS = [
    "Oslo", "São Paulo", "2020", "2018-", "Since 2019", "no", "on", "012", "0x1F", "1.5", "~",
    "null", "true", "12:30", "a: b", "x #y", "x # y", "- z", "-", "it's", '"q"', "é\u2013ü", "",
    " lead", "trail ", "a\tb", "http://x.y/z", "[1]", "{a}", "&a", "*b", "!t", "@x", "%d", "|", ">",
    "a,b", "What?", "#", "\u00a0", "two  blanks", "\U0001F600", "?x", ":x", "a:b", "...", "---", "=",
]
KEYS = ["title", "city", "target-groups", "a b", "é", "'q k'", '"d\\tk"', "no", "x"]


class Messy:
    """Texts as people and programs write them, right and wrong."""

    def __init__(self, rng):
        self.rng = rng

    def comment(self):
        return self.rng.choice(["", "", "", "", " # c", "  #", " #x: y"])

    def blank_lines(self):
        return self.rng.choice(["", "", "", "", "\n", "\n\n", "# c\n", "  \n", "   # c: d\n"])

    def words(self):
        return " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(1, 3)))

    def single(self, indent):
        text = self.words().replace("'", "''")
        return "'" + self.broken(text, indent) + "'"

    def double(self, indent):
        text = self.words().replace("\\", "\\\\").replace('"', '\\"')
        text = text.replace("é", self.rng.choice(["é", "\\u00e9", "\\xe9", "\\U000000e9"]))
        if self.rng.random() < 0.2:
            text += self.rng.choice(["\\n", "\\t", "\\0", "\\e", "\\ ", "\\/", "\\L", "\\\n  x", "\\N"])
        return '"' + self.broken(text, indent) + '"'

    def broken(self, text, indent):
        if self.rng.random() > 0.2:
            return text
        gap = self.rng.choice(["\n", "\n\n", " \n", "\n \n"]) + " " * self.rng.randint(0, indent + 3)
        return text.replace(" ", gap, 1)

    def plain(self, indent):
        text = self.words()
        if self.rng.random() < 0.2:
            text += "\n" * self.rng.randint(1, 3) + " " * self.rng.randint(0, indent + 3) + self.words()
        return text

    def block(self, indent):
        header = self.rng.choice("||||>>") + self.rng.choice(["", "", "", "-", "+", "2", "1-", "+3"])
        margin = " " * self.rng.choice([indent + 2, indent + 2, indent + 2, indent + 1, indent + 4, indent])
        lines = []
        for _ in range(self.rng.randint(0, 5)):
            lines.append(self.rng.choice(["", "", "  ", margin, margin + self.words(), margin + self.words(),
                                          margin + "  " + self.words(), margin + "\t" + self.words(),
                                          margin + self.words() + "  ", margin + "   "]))
        return header + self.comment() + "\n" + "\n".join(lines)

    def scalar(self, indent):
        return self.rng.choice([self.plain, self.plain, self.single, self.double])(indent)

    def flow(self, indent, depth=0):
        gap = lambda: self.rng.choice(["", "", " ", " ", "\n" + " " * self.rng.randint(0, indent + 3), " # c\n  "])
        items = []
        is_map = self.rng.random() < 0.4
        for _ in range(self.rng.randint(0, 4)):
            value = self.flow(indent, depth + 1) if depth < 3 and self.rng.random() < 0.2 else self.scalar(indent)
            if is_map:
                value = self.rng.choice(KEYS) + self.rng.choice([": ", ": ", ":", " : "]) + value
            items.append(gap() + value + gap())
        if self.rng.random() < 0.1:
            items.append("")
        return ("{" if is_map else "[") + ",".join(items) + gap() + ("}" if is_map else "]")

    def value(self, indent, depth):
        """What stands behind `key:`, with the line's end."""
        kind = self.rng.random()
        if kind < 0.1:
            return self.comment() + "\n"
        if kind < 0.5 or depth > 4:
            return self.rng.choice([" ", " ", " ", "  ", "\n" + " " * (indent + 1)]) + self.scalar(indent) + self.comment() + "\n"
        if kind < 0.6:
            return " " + self.block(indent) + self.rng.choice(["\n", "\n", ""])
        if kind < 0.7:
            return " " + self.flow(indent) + self.comment() + "\n"
        if kind < 0.85:
            return self.comment() + "\n" + self.list(indent + self.rng.choice([0, 2, 2, 2, 1, 4]), depth + 1)
        return self.comment() + "\n" + self.map(indent + self.rng.choice([2, 2, 2, 1, 4]), depth + 1)

    def map(self, indent, depth, first_indent=None):
        out = ""
        for index in range(self.rng.randint(1, 4)):
            margin = " " * indent if index or first_indent is None else ""
            out += ("" if index == 0 and first_indent is not None else self.blank_lines()) + margin
            out += self.rng.choice(KEYS) + str(index) * (self.rng.random() < 0.95) + self.rng.choice([":", ":", ":", " :"])
            out += self.value(indent, depth)
        return out

    def list(self, indent, depth):
        out = ""
        for _ in range(self.rng.randint(1, 4)):
            out += self.blank_lines() + " " * indent + "-"
            gap = self.rng.choice([1, 1, 1, 3])
            if self.rng.random() < 0.2 and depth < 4:
                out += " " * gap + self.map(indent + 1 + gap, depth + 1, 0)
            elif self.rng.random() < 0.05 and depth < 4:
                out += " " * gap + self.list(0, depth + 1).lstrip()
            else:
                out += self.value(indent, depth)
        return out

    def text(self):
        out = self.rng.choice(["", "", "", "", "---\n", "# c\n", "\ufeff", "\n"]) + self.map(0, 0)
        out += self.rng.choice(["", "", "", "", "...\n", "# c", "\n\n"])
        if self.rng.random() < 0.3:
            out = self.mutated(out)
        if self.rng.random() < 0.1:
            out = out.replace("\n", "\r\n")
        return out

    def mutated(self, text):
        """One thing taken out, put in or repeated."""
        at = self.rng.randrange(len(text) + 1)
        length = self.rng.choice([1, 1, 2, 5])
        inserted = self.rng.choice(["", "", " ", "\n", "'", '"', ":", ": ", "- ", "#", " #", "[", "]", "{", "}", ",", "|", "\t", "? ", text[at : at + length] * 2])
        return text[:at] + inserted + text[at + self.rng.choice([0, length]) :]


def verdict(text, ours, loader):
    """Why the two readers differ on a text; empty when they do not."""
    try:
        theirs = Referee(text, loader).tree()
        if theirs[0] != MAP:
            raise Refused("no map")
    except (yaml.YAMLError, Refused, StopIteration) as error:
        return f"only we read it: {error}" if isinstance(ours, list) else ""
    if isinstance(ours, list):
        return "; ".join(differences(ours, theirs))
    first_column = ours["message"][:4] in ("'|' ", "'>' ", "'|-'", "'|+'", "'>-'", "'>+'")
    strict = first_column or ours["rule"] in STRICTER or any(part in ours["message"] for part in STRICTER_MESSAGES)
    return "" if strict else f"only libyaml reads it: {ours}"


def main():
    dump = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    messy = Messy(random.Random(seed))
    texts = [messy.text() for _ in range(count)]
    data = b"".join(b"%d\n%b" % (len(text.encode()), text.encode()) for text in texts)
    lines = subprocess.run([dump], input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    assert len(lines) == count
    results = [json.loads(line) for line in lines]
    wrong = []
    for text, ours in zip(texts, results):
        for loader in LOADERS if isinstance(ours, list) else LOADERS[:1]:
            if why := verdict(text, ours, loader):
                wrong.append((text, f"{loader.__name__}: {why}"))
    for text, why in wrong[:20]:
        print(f"{why}\n{text!r}\n")
    read = sum(isinstance(ours, list) for ours in results)
    print(f"{count} texts, {read} read, {len(wrong)} with a difference")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
