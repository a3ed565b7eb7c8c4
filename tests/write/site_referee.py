"""The site that `icc export --site` writes, by readers that are not ours, and what it does to a folder:
what is ours changes where something changed, what is not ours is left alone.

usage: site_referee.py ICC SOURCE_FOLDER
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import feedparser

BASE = "https://example.org/p/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TEXT_FORMATS = ["bibtex", "csl-json", "csv", "geojson", "html", "json", "json-schema", "jsonl", "markdown", "yaml"]
RECORD = "title: {title}\ncountry: Sweden\nperiod: 2018-\nsummary: |\n  A & B <b>c</b>.\n"
FIRST, SECOND = 1_600_000_000, 1_700_000_000


class Folder:
    """A database under git, and the site below it."""

    def __init__(self, icc, source, path):
        self.icc, self.path, self.site = icc, path, path / "public"
        shutil.copytree(source / "schema", path / "schema")
        shutil.copytree(source / "practices", path / "practices")
        (path / ".gitignore").write_text("/public\n")
        self.git("init", "-q", time=FIRST)
        self.commit(FIRST)

    def git(self, *arguments, time):
        dates = {"GIT_AUTHOR_DATE": f"{time} +0000", "GIT_COMMITTER_DATE": f"{time} +0000"}
        names = ["-c", "user.name=Test", "-c", "user.email=test@test", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *arguments], cwd=self.path, check=True, env=os.environ | dates)

    def commit(self, time):
        self.git("add", "-A", time=time)
        self.git("commit", "-q", "-m", "records", time=time)

    def run(self, *arguments, wanted=0):
        run = subprocess.run([self.icc, "export", *arguments], cwd=self.path, capture_output=True, check=False)
        assert run.returncode == wanted, (arguments, run.returncode, run.stderr.decode())
        return run.stderr.decode()

    def export(self, *arguments, wanted=0):
        return self.run("--site", str(self.site), "--base-url", BASE, *arguments, wanted=wanted)

    def add(self, name, title):
        (self.path / "practices" / "sweden" / f"{name}.yaml").write_text(RECORD.format(title=title), "utf-8")

    def state(self):
        return {str(path.relative_to(self.site)): (path.stat().st_mtime_ns, path.read_bytes())
                for path in self.site.rglob("*") if path.is_file()}


def changed(before, after):
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def check_well_formed(folder):
    if shutil.which("xmllint") is None:
        return print("skipped: xmllint is missing")
    subprocess.run(["xmllint", "--noout", "feed.xml", "sitemap.xml"], cwd=folder.site, check=True)


def check_feed(folder):
    """What RFC 4287 demands, and that every entry leads to a page of the site."""
    feed = feedparser.parse(str(folder.site / "feed.xml"))
    assert feed.bozo == 0 and feed.version == "atom10", feed.get("bozo_exception")
    assert feed.feed.id == BASE and feed.feed.title and feed.feed.author
    assert {link.rel: link.href for link in feed.feed.links} == {"alternate": BASE, "self": BASE + "feed.xml"}
    assert feed.feed.updated == "2023-11-14T22:13:20Z", feed.feed.updated
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) == 12, ids
    assert sorted(ids[:2]) == [BASE + "practice/new-one.html", BASE + "practice/new-two.html"]
    for entry in feed.entries:
        assert entry.title and entry.updated and entry.published and entry.content[0].value
        assert entry.link == entry.id and (folder.site / entry.link.removeprefix(BASE)).is_file()
    newest = next(entry for entry in feed.entries if entry.id.endswith("new-one.html"))
    assert (newest.title, newest.published) == ("Salt &amp; <i>", "2023-11-14T22:13:20Z"), newest
    assert feed.entries[-1].published == "2020-09-13T12:26:40Z"


def check_sitemap(folder):
    urls = ElementTree.parse(folder.site / "sitemap.xml").getroot()
    assert urls.tag == SITEMAP + "urlset"
    addresses = [url.findtext(SITEMAP + "loc") for url in urls]
    pages = {BASE} | {BASE + str(path.relative_to(folder.site)) for path in (folder.site / "practice").iterdir()}
    assert len(addresses) == len(set(addresses)) and set(addresses) == pages
    assert {url.findtext(SITEMAP + "lastmod") for url in urls} == {None, "2020-09-13", "2023-11-14"}


def check_changes(folder):
    """A second time nothing changes, and a changed record changes what shows it."""
    before = folder.state()
    assert "nothing has changed" in folder.export()
    assert folder.state() == before
    listed = json.loads((folder.site / "icc-site.json").read_text("utf-8"))["files"]
    assert listed == sorted(before.keys() - {"icc-site.json"})
    path = folder.path / "practices" / "sweden" / "new-one.yaml"
    path.write_text(path.read_text("utf-8").replace("A & B", "C & D"), "utf-8")
    folder.export()
    after = folder.state()
    seen = changed(before, after)
    shown = {"feed.xml", "index.html", "practice/new-one.html", "practices.csv", "practices.json"}
    assert set(seen) == shown, seen
    path.unlink()
    folder.export()
    gone = changed(after, folder.state())
    assert "practice/new-one.html" in gone and "icc-site.json" in gone
    assert not (folder.site / "practice" / "new-one.html").exists()


def check_manners(folder):
    """What is not ours stays, beside our files and in their places."""
    (folder.site / "CNAME").write_text("example.org\n")
    (folder.site / "practice" / "notes.txt").write_text("mine\n")
    (folder.site / ".nojekyll").touch()
    folder.export("--where", "country:Sweden")
    for name in ("CNAME", "practice/notes.txt", ".nojekyll"):
        assert (folder.site / name).exists(), name
    (folder.site / "practice" / "migrant-stories.html").write_text("mine\n")
    before = folder.state()
    assert "is in the way, and not ours" in folder.export(wanted=1)
    assert folder.state() == before
    manifest = folder.site / "icc-site.json"
    outside = folder.path / "practices" / "sweden" / "equality-planning.yaml"
    for path in ("../practices/sweden/equality-planning.yaml", str(outside), "practice/../../schema/practice.schema.yaml"):
        manifest.write_text(json.dumps({"format": "icc.site/1", "files": [path]}))
        assert "is not a manifest of ours" in folder.export(wanted=1), path
        assert outside.exists()
    manifest.unlink()
    assert "not a site of ours" in folder.export(wanted=1)
    link = folder.path / "link"
    link.mkdir()
    (link / "practice").symlink_to(folder.path / "practices")
    before = sorted((folder.path / "practices").rglob("*"))
    folder.run("--site", str(link), wanted=1)
    assert sorted((folder.path / "practices").rglob("*")) == before


def outputs(folder, environment, prefix):
    """All that export writes in an environment."""
    name = folder.path / "out"
    shutil.rmtree(name, ignore_errors=True)
    name.mkdir()
    run = {"cwd": folder.path, "check": True, "capture_output": True, "env": os.environ | environment}
    for form in TEXT_FORMATS + ["sqlite"]:
        subprocess.run([*prefix, folder.icc, "export", f"--{form}", "-o", str(name / form)], **run)
    subprocess.run([*prefix, folder.icc, "export", "--site", str(name / "site"), "--base-url", BASE], **run)
    return {str(path.relative_to(name)): path.read_bytes() for path in name.rglob("*") if path.is_file()}


def check_same_bytes(folder):
    """No output knows the time, the zone, the language or the number of threads."""
    here = outputs(folder, {"TZ": "UTC", "LC_ALL": "C"}, [])
    clock = ["faketime", "2001-02-03 04:05:06"] if shutil.which("faketime") else []
    there = outputs(folder, {"TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8",
                             "SOURCE_DATE_EPOCH": "1", "ASAN_OPTIONS": "verify_asan_link_order=0"}, clock)
    assert changed(here, there) == [], changed(here, there)
    return f"{len(here)} files are the same in another {'time, ' if clock else ''}zone and language"


def main():
    icc, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(icc, source, pathlib.Path(name))
        folder.add("new-one", "'Salt &amp; <i>'")
        folder.add("new-two", "Pepper")
        folder.commit(SECOND)
        same = check_same_bytes(folder)
        folder.export()
        check_well_formed(folder)
        check_feed(folder)
        check_sitemap(folder)
        check_changes(folder)
        check_manners(folder)
    print(f"feed and sitemap are read; the site changes where a record did; {same}")


if __name__ == "__main__":
    main()
