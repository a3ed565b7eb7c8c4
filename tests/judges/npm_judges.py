"""Judges from npm, installed once below the build: programs and schemas that are not ours."""

import fcntl
import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ["package.json", "package-lock.json", ".npmrc"]
# A machine without a network says so at once.
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1",
           "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"]
SECONDS = 240


@functools.cache
def installed(build):
    """The folder of packages for the tests of a build, or nothing where npm can't bring them."""
    folder = Path(build) / "judges"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run side by side
        reason = None if is_complete(folder) else lack(folder)
    if reason is not None:
        print(f"skipped: what npm's packages judge, since {reason}", file=sys.stderr)
        return None
    return folder / "node_modules"


def is_complete(folder):
    """Whether the packages are there, and are those that are asked for now."""
    return (folder / "complete").exists() and all(
        (folder / name).read_bytes() == (HERE / name).read_bytes() for name in FILES)


def lack(folder):
    """Installs the packages; the reason where that is not possible."""
    if shutil.which("npm") is None:
        return "npm is missing"
    (folder / "complete").unlink(missing_ok=True)
    for name in FILES:
        shutil.copy(HERE / name, folder)
    try:
        subprocess.run(INSTALL, cwd=folder, check=True, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"npm has not installed them in {SECONDS} seconds"
    except subprocess.CalledProcessError as error:
        return f"npm can't install them: {(error.stderr.strip() or 'no reason given').splitlines()[0]}"
    (folder / "complete").touch()
    return None


def axe_source(build):
    """The script of axe-core (accessibility), or nothing."""
    packages = installed(build)
    return packages and (packages / "axe-core/axe.min.js").read_text("utf-8")


def sarif_schema(build):
    """The schema of SARIF 2.1.0 by OASIS, or nothing."""
    packages = installed(build)
    file = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    return packages and json.loads((packages / file).read_text("utf-8"))


def html_faults(build, *pages):
    """What html-validate objects to in pages, as texts."""
    packages = installed(build)
    if packages is None:
        return []
    folder = packages.parent
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES), "utf-8")
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    run = subprocess.run(["node", "node_modules/html-validate/bin/html-validate.mjs", "--config",
                          ".htmlvalidate.json", "--formatter", f"json={report}", *map(str, pages)],
                         cwd=folder, capture_output=True, text=True)
    if not report.exists():
        return [run.stderr]
    return [f"{Path(page['filePath']).name}:{row['line']}: {row['message']} ({row['ruleId']})"
            for page in json.loads(report.read_text("utf-8")) for row in page["messages"]][:20]


# The standard, and what breaks pages; not the rules of taste on white space and self-closing.
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
}
