#!/usr/bin/env python3
"""The workflow files in man/icc-git.7: `workflows_test.py ICC`.

They must be YAML, and those of their steps that call icc are run literally in a copy of the
collection: with the records as they are, and with a bad one. There script/run is icc itself.
"""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from shutil import copytree

import yaml

from repository import ROOT

BAD = "title: Neighbourhood dinners\ncontry: Sweden\nsummary: Tenants cook together.\n"


def workflow(heading):
    """The file below a heading of the manual page."""
    page = (ROOT / "man/icc-git.7").read_text("utf-8")
    below = page.split(f".Ss {heading}\n", 1)[1]
    literal = re.search(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", below, re.MULTILINE | re.DOTALL)[1]
    return yaml.safe_load(literal.replace("\\-", "-"))


def steps_with_icc(commands):
    """The steps that call icc; there is at least one."""
    found = [command for command in commands if command.startswith("script/run ")]
    assert found, commands
    return found


def run(icc, commands, bad=False):
    """Runs steps as the service would, in a copy of the collection; answers the first exit code
    that stops it, what was printed, and the report."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for part in ("schema", "practices"):
            copytree(ROOT / part, folder / part)
        (folder / "script").mkdir()
        (folder / "script/run").symlink_to(icc)
        if bad:
            (folder / "practices/bad.yaml").write_text(BAD, "utf-8")
        done = subprocess.run(["sh", "-e", "-c", "\n".join(commands)], cwd=folder, text=True,
                              env={"PATH": "/usr/bin:/bin"}, check=False, capture_output=True)
        report = folder / "records.xml"
        return done.returncode, done.stdout, report.read_text("utf-8") if report.exists() else ""


def check_github(icc):
    """Faults are annotations of lines."""
    steps = workflow("GitHub Actions")["jobs"]["records"]["steps"]
    commands = steps_with_icc([step.get("run", "") for step in steps])
    code, out, _ = run(icc, commands)
    assert (code, out) == (0, ""), out
    code, out, _ = run(icc, commands, bad=True)
    assert code == 1 and out.startswith("::error file=practices/bad.yaml,line=2"), out


def check_gitlab(icc):
    """Faults are failed tests of a report."""
    job = workflow("GitLab CI")["records"]
    commands = steps_with_icc(job["script"])
    assert job["artifacts"]["reports"]["junit"] == "records.xml"
    code, _, report = run(icc, commands)
    assert code == 0 and ElementTree.fromstring(report).get("failures") == "0", report
    code, _, report = run(icc, commands, bad=True)
    assert code == 1 and ElementTree.fromstring(report).get("failures") == "1", report


def main():
    icc = Path(sys.argv[1]).resolve()
    check_github(icc)
    check_gitlab(icc)


if __name__ == "__main__":
    main()
