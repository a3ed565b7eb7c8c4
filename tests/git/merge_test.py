#!/usr/bin/env python3
"""Real merges by git: `merge_test.py ICC [--table]`.

Ten cases that every collection of records meets sooner or later, merged in three ways: a line a
field as most people write YAML, the canonical form alone, and the canonical form with the merge
driver. What comes out must be the table in man/icc-git.7; `--table` prints it.
"""

import copy
import re
import sys
from pathlib import Path

import yaml

from repository import ROOT, Repository, without_icc

PATH = "practices/sweden/dinners.yaml"
MOVED = "practices/sweden/neighbourhood-dinners.yaml"
BASE = {
    "title": "Neighbourhood dinners",
    "country": "Sweden",
    "cities": ["Botkyrka"],
    "period": "2018-",
    "topics": ["Education", "Refugees"],
    "summary": ["Tenants and newcomers cook together.", "Each table has two languages.",
                "The city pays for the food."],
    "contact": "Integration office",
}


def plain(record, comments):
    """A record as most people write YAML: a line a field, nothing between them."""
    text = ""
    for key, value in record.items():
        value = " ".join(value) if key == "summary" else value
        value = f"[{', '.join(value)}]" if isinstance(value, list) else value
        text += f"{comments.get(key, '')}{key}: {value}\n"
    return text


def canonical(record, comments):
    """A record in canonical form."""
    fields = []
    for key, value in record.items():
        if key == "summary":
            value = " |" + "".join(f"\n  {sentence}" for sentence in value)
        elif isinstance(value, list):
            value = "".join(f"\n  - {item}" for item in value)
        else:
            value = f" {value}"
        fields.append(f"{comments.get(key, '')}{key}:{value}\n")
    return "\n".join(fields)


class Version:
    """One side of a merge: changes of the base."""

    def __init__(self, path=PATH, order=None, comments=None, **fields):
        self.path, self.order, self.comments, self.fields = path, order, comments or {}, fields

    def record(self):
        """The record; a field set to None is removed."""
        record = copy.deepcopy(BASE) | {key.replace("_", "-"): v for key, v in self.fields.items()}
        order = self.order or ["title", "subtitle", "country", "cities", "period", "topics",
                               "summary", "contact", "language", "source"]
        return {key: record[key] for key in order if record.get(key) is not None}

    def put(self, repository, form):
        """Writes and commits it."""
        if self.path != PATH:
            repository.git("mv", PATH, self.path, folder=repository.database)
        repository.write(self.path, form(self.record(), self.comments))
        repository.commit()


def sentence(number, text):
    """The summary with one sentence changed."""
    return [text if i == number else old for i, old in enumerate(BASE["summary"])]


CASES = {
    "both append to a list": (Version(cities=["Botkyrka", "Lund"]),
                              Version(cities=["Botkyrka", "Uppsala"])),
    "both insert into a set": (
        Version(topics=["Education", "Health, social care and family support", "Refugees"]),
        Version(topics=["Education", "Refugees", "Welcoming and social integration"])),
    "neighbouring fields": (Version(title="Dinners for neighbours"), Version(country="Norway")),
    "different sentences": (Version(summary=sentence(0, "Tenants and newcomers cook.")),
                            Version(summary=sentence(1, "Each table speaks two languages."))),
    "the same sentence": (Version(summary=sentence(1, "Each table has three languages.")),
                          Version(summary=sentence(1, "Each table speaks two languages."))),
    "removed against changed": (Version(contact=None), Version(contact="Culture office")),
    "new fields at one place": (Version(language="sv"), Version(source="https://www.coe.int")),
    "comment against value": (Version(comments={"period": "# asked in May\n"}),
                              Version(period="2018-2021")),
    "order against value": (Version(order=["country", "title", *list(BASE)[2:]]),
                            Version(country="Norway")),
    "renamed against changed": (Version(path=MOVED), Version(period="2018-2021")),
}
WAYS = {"a line a field": (plain, False), "canonical": (canonical, False),
        "with icc": (canonical, True)}


def words(text):
    """The words of a text, each once."""
    return set(re.findall(r"[^\W_]+", text))


def nothing_is_lost(repository, path, sides, form):
    """Whether what a side added to the base is in the result."""
    old = words(form(BASE, {}))
    kept = words(repository.read(path))
    return all(words(form(side.record(), side.comments)) - old <= kept for side in sides)


def changes(record):
    """The fields of a record that differ from the base."""
    return {key: value for key in record.keys() | BASE.keys()
            if (value := record.get(key)) != BASE.get(key)}


def is_right(text, sides):
    """Whether a clean result is a record with the changes of both sides."""
    keys = re.findall(r"^([\w-]+):", text, re.MULTILINE)
    if len(keys) != len(set(keys)):
        return False
    merged = yaml.safe_load(text)
    merged["summary"] = re.split(r"(?<=\.)\s+", merged["summary"].strip())
    for key in (key for side in sides for key in changes(side.record())):
        wanted = [changes(side.record())[key] for side in sides if key in changes(side.record())]
        value = merged.get(key)
        if isinstance(value, list):
            if key != "summary" and not all(set(one) <= set(value) for one in wanted):
                return False
        elif [value] != wanted:
            return False
    return True


def outcome(repository, sides, form):
    """How git merges the two sides of a case: `clean`, `wrong` (and clean) or `conflict`."""
    code, out = repository.run("git", "merge", "--no-edit", "theirs")
    paths = {side.path for side in sides}
    path = MOVED if MOVED in paths else PATH
    assert nothing_is_lost(repository, path, sides, form), f"{out}\n{repository.read(path)}"
    if code != 0:
        assert "CONFLICT" in out, out
        return "conflict"
    return "clean" if is_right(repository.read(path), sides) else "wrong"


def merge(icc, sides, form, with_driver):
    """Makes a repository with the two sides of a case, and merges them."""
    with Repository(icc) as repository:
        if with_driver:
            repository.write(".gitattributes", (ROOT / ".gitattributes").read_text("utf-8"))
        repository.write(PATH, form(BASE, {}))
        repository.commit()
        if with_driver:
            code, out = repository.run("icc", "hook", "install")
            assert code == 0, out
        repository.git("checkout", "-q", "-b", "theirs")
        sides[1].put(repository, form)
        repository.git("checkout", "-q", "main")
        sides[0].put(repository, form)
        return outcome(repository, sides, form)


def table(icc):
    """The rows of the table in the manual page."""
    rows = []
    for case, sides in CASES.items():
        seen = [merge(icc, sides, form, driver) for form, driver in WAYS.values()]
        rows.append(f".It {case} Ta {' Ta '.join(seen)}\n")
    return "".join(rows)


def merged_text(icc, base, ours, theirs, **variables):
    """What git makes of three texts with the driver: its exit code and the file."""
    with Repository(icc) as repository:
        repository.write(".gitattributes", (ROOT / ".gitattributes").read_text("utf-8"))
        repository.write("practices/other.yaml", canonical(BASE, {}))
        if base:
            repository.write(PATH, base)
        repository.commit()
        assert repository.run("icc", "hook", "install")[0] == 0
        repository.git("checkout", "-q", "-b", "theirs")
        repository.write(PATH, theirs)
        repository.commit()
        repository.git("checkout", "-q", "main")
        repository.write(PATH, ours)
        repository.commit()
        gone = without_icc(repository) if variables.pop("without_icc", False) else {}
        code, _ = repository.run("git", "merge", "--no-edit", "theirs", **gone, **variables)
        return code, repository.read(PATH)


def check_corners(icc):
    """What must hold beyond the table: no side is ever lost."""
    base = canonical(BASE, {})
    ours, theirs = base.replace("2018-", "2019-"), base.replace("2018-", "2020-")
    both = "<<<<<<< ours\nperiod: 2019-\n=======\nperiod: 2020-\n>>>>>>> theirs\n"
    assert merged_text(icc, base, ours, theirs) == (1, base.replace("period: 2018-\n", both))
    code, text = merged_text(icc, base, ours, theirs, without_icc=True)
    assert code == 1 and both in text, text
    code, text = merged_text(icc, base, "title: [\n" + base, theirs)
    assert code == 0 and text == "title: [\n" + theirs, text
    code, text = merged_text(icc, base, "title: [\n" + ours, theirs)
    assert code == 1 and "2019-" in text and "2020-" in text and "<<<<<<<" in text, text
    code, text = merged_text(icc, "", base, base.replace("  - Refugees\n", ""))
    assert (code, text) == (0, base), text
    code, text = merged_text(icc, base, ours + "x: [\n", theirs, TMPDIR="/nonexistent")
    assert code == 1, text
    assert text == f"<<<<<<< ours\n{ours}x: [\n=======\n{theirs}>>>>>>> theirs\n", text
    variables = {"GIT_DIR": ".git", "GIT_WORK_TREE": "."}
    assert merged_text(icc, base, ours, theirs, **variables)[0] == 1


def main():
    icc = Path(sys.argv[1]).resolve()
    rows = table(icc)
    if "--table" in sys.argv:
        print(rows, end="")
        return
    manual = (ROOT / "man/icc-git.7").read_text("utf-8")
    assert rows in manual, f"man/icc-git.7 must show\n{rows}"
    check_corners(icc)


if __name__ == "__main__":
    main()
