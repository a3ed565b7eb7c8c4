"""Judges of pages from npm: axe-core (accessibility) and html-validate, installed below the build."""

import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ["package.json", "package-lock.json", ".npmrc"]


def installed(folder):
    """The folder with the judges, or nothing where npm can't bring them; says so once."""
    judges = Path(folder) / "judges"
    if (judges / "complete").exists():
        return judges
    if shutil.which("npm") is None:
        print("skipped: axe-core and html-validate, since npm is missing")
        return None
    judges.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(HERE / name, judges)
    run = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=judges,
                         capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        print("skipped: axe-core and html-validate, since npm can't install them")
        return None
    (judges / "complete").touch()
    return judges


def axe_source(folder):
    """The script of axe-core, or nothing."""
    judges = installed(folder)
    return judges and (judges / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def html_faults(folder, *pages):
    """What html-validate objects to in pages, as texts."""
    judges = installed(folder)
    if judges is None:
        return []
    (judges / ".htmlvalidate.json").write_text(json.dumps(RULES), "utf-8")
    report = judges / "report.json"
    report.unlink(missing_ok=True)
    run = subprocess.run(["node", "node_modules/html-validate/bin/html-validate.mjs", "--config",
                          ".htmlvalidate.json", "--formatter", f"json={report}", *map(str, pages)],
                         cwd=judges, capture_output=True, text=True)
    if not report.exists():
        return [run.stderr]
    return [f"{Path(page['filePath']).name}:{row['line']}: {row['message']} ({row['ruleId']})"
            for page in json.loads(report.read_text("utf-8")) for row in page["messages"]][:20]


# The standard, and what breaks pages; not the rules of taste on white space and self-closing.
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
}
