"""What `icc validate` writes for programs, as programs read it: every form tells the same faults.

usage: report_referee.py ICC SOURCE BUILD

SARIF is held against the schema of OASIS, which npm installs below BUILD, and against what the
standard demands beyond any schema. Without npm all but the schema is checked, and the answer is 77.
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

sys.path.insert(0, str(Path(__file__).parents[1] / "judges"))
from npm_judges import sarif_schema  # noqa: E402

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


def check_schema(sarif, schema):
    """The schema passes what icc writes, and does not pass everything."""
    judge = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    judge.validate(sarif)
    sarif["runs"][0]["results"][0]["level"] = "fatal"
    assert [list(error.path) for error in judge.iter_errors(sarif)] == [["runs", 0, "results", 0, "level"]]


def check_sarif(sarif, folder):
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


def check_forms(icc, folder):
    """All forms tell the faults of a database; the answer is the SARIF."""
    faults = json.loads(output(icc, folder, "json"))["diagnostics"]
    rules = [fault["rule"] for fault in faults]
    assert len(set(rules)) >= 8, rules
    lines = output(icc, folder, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == faults
    sarif = json.loads(output(icc, folder, "sarif"))
    assert check_sarif(sarif, folder) == rules
    check_junit(output(icc, folder, "junit"), faults)
    short = output(icc, folder, "short").splitlines()
    assert [line.rsplit("[", 1)[1].split()[0] for line in short] == rules
    github = output(icc, folder, "github").splitlines()
    assert len(github) == min(len(faults), 11), len(github)
    assert all(line.startswith("::") for line in github)
    return sarif


def main():
    icc, source, build = os.path.abspath(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(source / "schema", folder / "schema")
        for path, text in RECORDS.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        sarif = check_forms(icc, folder)
    schema = sarif_schema(build)
    if schema is None:
        return 77
    check_schema(sarif, schema)
    return 0


sys.exit(main())
