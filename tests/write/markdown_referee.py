"""The report of `icc export --markdown`, as markdown-it reads CommonMark: every link of the contents
leads to one anchor, headings are those of the records, and no record's text gets out of its place.

usage: markdown_referee.py ICC SOURCE_FOLDER
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from markdown_it import MarkdownIt

HOSTILE = {
    "heading": {"title": "# One\n## Two", "summary": "# Deep\n\nUnder\n===\n\n```\nopen"},
    "link": {"title": "[a](#practice-heading) <b> *c*", "summary": "<a name=\"country-sweden\">\n\n<!-- open"},
    "table": {"title": "a | b ~~c~~ `d`", "summary": "> quote\n1. one\n   - two\n\n    code\n"},
    "twin": {"title": "Contents", "summary": "[Contents](#contents)\n\n[x]: https://a.org\n"},
}


def export(icc, folder, *arguments):
    return subprocess.run([icc, "export", *arguments], cwd=folder, capture_output=True, check=True).stdout.decode()


def headings(tokens):
    """(level, name of the anchor, text) of each heading outside of quotes and lists."""
    found = []
    for opening, inline in zip(tokens, tokens[1:]):
        if opening.type != "heading_open":
            continue
        name = re.match(r'<a name="([^"]*)"></a>', inline.content)
        text = "".join(child.content for child in inline.children if child.type in ("text", "code_inline"))
        found.append((int(opening.tag[1:]), name and name.group(1), text))
    return found


def links(tokens):
    """The targets of the links in lists of the contents: up to the second heading of level 2."""
    found, sections = [], 0
    for token in tokens:
        sections += token.type == "heading_open" and token.tag == "h2"
        if sections == 1 and token.type == "inline":
            found += [child.attrs["href"] for child in token.children if child.type == "link_open"]
    return found


def one_line(text):
    return " ".join(str(text).split())


def main():
    icc, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, "-B", source / "tests/bench/generate.py", folder, "--count", "80", "--messy", "30"],
                       check=True, capture_output=True)
        shutil.copytree(source / "practices", folder / "practices", dirs_exist_ok=True)
        for key, record in HOSTILE.items():
            text = json.dumps(record | {"country": "Sweden"})
            (folder / "practices" / f"{key}.yaml").write_text(text, "utf-8")
        records = {record["id"]: record for record in json.loads(export(icc, folder, "--json"))}
        report = export(icc, folder, "--markdown", "--title", "All of it")
    tokens = MarkdownIt("commonmark").parse(report)
    found = headings(tokens)
    assert found[0] == (1, None, "All of it") and found[1] == (2, None, "Contents"), found[:2]
    anchors = [name for _, name, _ in found if name]
    assert len(anchors) == len(set(anchors))
    assert sorted(links(tokens)) == sorted("#" + name for name in anchors)
    titles = {name.removeprefix("practice-"): text for level, name, text in found if level == 3 and name}
    wanted = {key: one_line(record.get("title", key)).replace("\n", " ") for key, record in records.items()}
    assert {key: one_line(text.replace("\\n", " ")) for key, text in titles.items()} == wanted
    countries = [name for level, name, _ in found if level == 2 and name]
    assert countries == sorted(countries) and len(countries) == len({r.get("country") for r in records.values()})
    own = {(level, bool(name)) for level, name, _ in found[2:]}
    assert own <= {(2, True), (3, True), (4, False), (5, False), (6, False)}, own
    print(f"{len(titles)} practices of {len(countries)} countries: all links of the contents lead to one anchor")


if __name__ == "__main__":
    main()
