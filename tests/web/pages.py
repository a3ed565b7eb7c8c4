"""The page of a database, open in a browser; for tests whose first argument is ICC, the second BUILD."""

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from browser import open_file

ICC = str(Path(sys.argv[1]).resolve())
BUILD = Path(sys.argv[2]).resolve()
OUTPUT = BUILD / "web"


def icc(database, *arguments, check=True):
    run = subprocess.run([ICC, "-C", str(database), *arguments], capture_output=True, text=True, encoding="utf-8")
    if check and run.returncode != 0:
        sys.exit(f"icc {' '.join(arguments)}: {run.stderr}")
    return run


class Page:
    """The page of a database, open in a browser."""

    def __init__(self, driver, database, name, *options):
        self.driver, self.database = driver, database
        self.path = OUTPUT / f"{name}.html"
        icc(database, "export", "--html", str(self.path), *options)
        self.open()

    def open(self, fragment=""):
        open_file(self.driver, self.path, fragment)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def query(self, text):
        """Types a query; answers the ids that match, in the order of the records."""
        self.run("const box = document.getElementById('query'); box.value = arguments[0];"
                 "box.dispatchEvent(new Event('input'));", text)
        return self.run("return page.records.map((record) => record.id)")

    def fault(self):
        """The message and where its mark begins, or nothing."""
        return self.run("const box = document.getElementById('fault');"
                        "if (box.className === 'note' || box.textContent === '') return null;"
                        "return [box.querySelector('strong').textContent,"
                        "        box.querySelector('pre').textContent.split('\\n').pop().indexOf('^')]")


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}\n  found  {str(found)[:600]}\n  wanted {str(wanted)[:600]}")


def filtered(database, query):
    """What icc answers: ids, or message and column of the mistake."""
    run = icc(database, "list", "--format", "jsonl", "--where=" + query, check=False)
    if run.returncode == 0 or "ICC" in run.stderr.split("\n")[0]:
        return sorted(json.loads(line)["id"] for line in run.stdout.splitlines()), None
    lines = [line for line in run.stderr.splitlines() if not line.startswith("note: ")]
    expect(f"{query}: message, query and mark", len(lines) > 2, True)
    return None, [lines[0].removeprefix("error: "), lines[2].find("^") - 2]


def filtered_all(database, queries):
    """What icc answers to each of many queries, asked side by side."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda query: filtered(database, query), queries))


def until(condition, what):
    for _ in range(1500):
        if condition():
            return
        time.sleep(0.02)
    sys.exit(f"never true: {what}")


def wait(page, condition):
    until(lambda: page.run(f"return {condition}"), condition)
