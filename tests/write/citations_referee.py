"""What `icc export --bibtex`, `--csl-json` and `--geojson` write, as pybtex, json and geojson read it.

usage: citations_referee.py ICC SOURCE_FOLDER
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import geojson
import pybtex.database

TITLES = {
    "plain": "Neighbours cook",
    "markup": "100 % R&D for $5 in #1_a {b} ~c^d \\e",
    "quotes": "It's \"so\" and 'so', @misc{x, y}",
    "scripts": "Küche für Ćevapi – Привет 你好",
}


def record(title):
    return json.dumps({"title": title, "country": "Portugal", "cities": ["Lisbon", "Nowhere"],
                       "period": "2018-", "summary": "One sentence.\nAnother.\n"}, ensure_ascii=False)


def export(icc, folder, form):
    return subprocess.run([icc, "export", form], cwd=folder, capture_output=True, check=True).stdout.decode()


def from_tex(text):
    """The text that TeX shows: commands of characters, then escaped characters."""
    for command, character in [("textbackslash", "\\\\"), ("textasciicircum", "^"), ("textasciitilde", "~")]:
        text = text.replace("{\\" + command + "}", character)
    return re.sub(r"\\([#$%&_{}\\])", r"\1", text.removeprefix("{").removesuffix("}"))


def check_bibtex(text):
    entries = pybtex.database.parse_string(text, "bibtex").entries
    assert list(entries) == sorted(TITLES), list(entries)
    for key, title in TITLES.items():
        fields = entries[key].fields
        assert from_tex(fields["title"]) == title, (fields["title"], title)
        assert fields["address"] == "Lisbon, Nowhere, Portugal"


def check_csl(text):
    items = {item["id"]: item for item in json.loads(text)}
    assert {key: item["title"] for key, item in items.items()} == TITLES
    assert all(item["abstract"] == "One sentence. Another." for item in items.values())


def check_geojson(text):
    collection = geojson.loads(text)
    assert collection.is_valid, collection.errors()
    features = {feature["id"]: feature for feature in collection["features"]}
    assert {key: feature["properties"]["title"] for key, feature in features.items()} == TITLES
    assert all(feature["unplaced"] == ["Nowhere"] for feature in features.values())


def main():
    icc, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(source / "schema", folder / "schema")
        (folder / "practices").mkdir()
        for key, title in TITLES.items():
            (folder / "practices" / f"{key}.yaml").write_text(record(title), encoding="utf-8")
        check_bibtex(export(icc, folder, "--bibtex"))
        check_csl(export(icc, folder, "--csl-json"))
        check_geojson(export(icc, folder, "--geojson"))


if __name__ == "__main__":
    main()
