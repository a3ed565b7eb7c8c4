"""What `icc validate` writes for programs, as programs read it: every form tells the same faults.

usage: report_referee.py ICC SOURCE

With ICC_SARIF_SCHEMA in the environment, the path of the OASIS schema of SARIF 2.1.0 (it is in
npm's package @microsoft/jest-sarif, lib/schemas), the SARIF is checked against it as well; what the
standard demands beyond any schema is checked in any case.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml
from pathlib import Path

import jsonschema

RECORDS = {
    "practices/germany/broken.yaml": "title: Ünïcode\ncontry: Germany\nperiod: N/A\nsummary: x\n",
    "practices/germany/Two Words.yaml": "title: '<b> & \"x\"'\ncountry: Germny\nsummary: '”a”  b'\n",
    "practices/germany/copy.yaml": "title: Ünïcode\ncountry: Germany\nsummary: x\n",
    "practices/sweden/open.yaml": "title: \"open\n",
    "practices/sweden/control.yaml": "title: a\x01b\n",
    "practices/sweden/deep/copy.yaml": "title: Copy\ncountry: Sweden\nsummary: x\nimpact:\n",
}
LEVELS = {"note", "warning", "error"}


def output(icc, folder, form):
    run = subprocess.run([icc, "-C", folder, "validate", "--format", form], capture_output=True)
    assert run.returncode == 1, run.stderr.decode()
    return run.stdout.decode()


def check_place(region, text):
    """The region's bytes lie where its lines and columns say."""
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"]
    assert len(text[: begin - 1].encode()) == region["byteOffset"], region
    end = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"]
    assert len(text[begin - 1 : end - 1].encode()) == region["byteLength"], region


def check_result(result, rules, folder):
    assert result["level"] in LEVELS
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for location in result["locations"] + result.get("relatedLocations", []):
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert not uri.startswith("/") and not urllib.parse.urlsplit(uri).scheme, uri
        path = folder / urllib.parse.unquote(uri)
        assert path.is_file(), uri
        if "region" in location["physicalLocation"]:
            check_place(location["physicalLocation"]["region"], path.read_bytes().decode())
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            path = folder / urllib.parse.unquote(change["artifactLocation"]["uri"])
            for replacement in change["replacements"]:
                check_place(replacement["deletedRegion"], path.read_bytes().decode())


def check_sarif(sarif, folder):
    schema = os.environ.get("ICC_SARIF_SCHEMA")
    if schema:
        jsonschema.Draft4Validator(
            json.loads(Path(schema).read_text()), format_checker=jsonschema.FormatChecker()
        ).validate(sarif)
    assert sarif["version"] == "2.1.0"
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}
    prints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    assert len(set(prints)) == len(prints), "two faults with one fingerprint"
    for result in run["results"]:
        check_result(result, rules, folder)
    return [result["ruleId"] for result in run["results"]]


def check_junit(text, faults):
    root = xml.fromstring(text)
    assert root.tag == "testsuites"
    (suite,) = root
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases) == len({case.get("file") for case in cases})
    failed = {case.get("file") for case in cases if case.find("failure") is not None}
    assert int(suite.get("failures")) == len(failed)
    assert failed == {fault["path"] for fault in faults if fault["severity"] == "error"}
    lines = "".join(element.text for case in cases for element in case)
    assert len(lines.splitlines()) == len(faults)


def main():
    icc, source = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(source / "schema", folder / "schema")
        for path, text in RECORDS.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        faults = json.loads(output(icc, folder, "json"))["diagnostics"]
        rules = [fault["rule"] for fault in faults]
        assert len(set(rules)) >= 8, rules
        lines = output(icc, folder, "jsonl").splitlines()
        assert [json.loads(line) for line in lines] == faults
        assert check_sarif(json.loads(output(icc, folder, "sarif")), folder) == rules
        check_junit(output(icc, folder, "junit"), faults)
        short = output(icc, folder, "short").splitlines()
        assert [line.rsplit("[", 1)[1].split()[0] for line in short] == rules
        github = output(icc, folder, "github").splitlines()
        assert len(github) == min(len(faults), 11), len(github)
        assert all(line.startswith("::") for line in github)


main()
