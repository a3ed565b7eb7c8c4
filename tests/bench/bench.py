#!/usr/bin/env python3
"""Measures icc beside its peers on one collection (see generate.py).

    tests/bench/generate.py /tmp/ten-thousand --count 10000
    tests/bench/bench.py /tmp/ten-thousand

In each round every program runs once, in turn; the table shows medians over the rounds: wall time,
processor time, peak memory, and icc's wall time as a multiple of the peer's in the same round
(below 1: icc is faster). Peers that are not installed are named and left out; those of npm (ajv,
ajv-formats, js-yaml, @sourcemeta/jsonschema) are looked for in --node-modules.
"""

import argparse
import functools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# What is measured: task, program, what has to be prepared for it, its command line.
CONTENDERS = [
    ("start", "icc", "", "icc --version"),
    ("start", "git", "", "git --version"),
    ("list", "icc", "", "icc -C FOLDER list --country Sweden"),
    ("list", "rg -l", "", "rg -l ^country:.Sweden$ FOLDER/practices"),
    ("list", "rg --sort path -l", "", "rg --sort path -l ^country:.Sweden$ FOLDER/practices"),
    ("list", "reading, 1 thread", "", "read_floor FOLDER/practices 1"),
    ("list", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("list", "git status", ".git", "git -C FOLDER status --porcelain"),
    ("list", "jq, from JSON", "json", 'jq -r .[]|select(.country=="Sweden").title JSON'),
    ("list", "mlr, from JSON", "json", 'mlr --ijson --onidx filter $country=="Sweden" JSON'),
    ("list", "recsel, from rec", "rec", "recsel -e country='Sweden' -p title REC"),
    ("list", "python", "", "PYTHON HERE/peer.py list FOLDER SCHEMA"),
    ("filter", "icc", "", "icc -C FOLDER filter interpreters"),
    ("filter", "rg -l", "", "rg -i -l \\binterpreters FOLDER/practices"),
    ("filter", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("count", "icc", "", "icc -C FOLDER count topics"),
    ("count", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("validate", "icc", "", "icc -C FOLDER validate"),
    ("validate", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("validate", "blaze --fast", "schema",
     "jsonschema validate SCHEMA FOLDER/practices --extension .yaml --fast --continue"),
    ("validate", "ajv + js-yaml", "schema", "node HERE/peer.cjs FOLDER SCHEMA"),
    ("validate", "yamllint", "", "yamllint -d relaxed FOLDER/practices"),
    ("validate", "python + jsonschema", "schema", "PYTHON HERE/peer.py validate FOLDER SCHEMA"),
    ("fmt", "icc", "", "icc -C FOLDER fmt --check"),
    ("fmt", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("fmt", "yamllint", "", "yamllint -d relaxed FOLDER/practices"),
    ("export", "icc", "", "icc -C FOLDER export --json"),
    ("export", "reading, 2 threads", "", "read_floor FOLDER/practices 2"),
    ("export", "jq, from JSON", "json", "jq . JSON"),
    ("export", "mlr, from JSON", "json", "mlr --json cat JSON"),
    ("export", "python", "", "PYTHON HERE/peer.py export FOLDER SCHEMA"),
]


class Workplace:
    """A temporary folder with what the peers need, made when it is first asked for."""

    def __init__(self, options, folder):
        self.options = options
        self.path = Path(folder)
        self.words = {"FOLDER": str(options.folder), "HERE": str(HERE), "PYTHON": sys.executable,
                      "JSON": f"{folder}/records.json", "REC": f"{folder}/records.rec",
                      "SCHEMA": f"{folder}/schema.json"}
        for name in ("measure",) if options.only_icc else ("measure", "read_floor"):
            subprocess.run(["c++", "-std=c++20", "-O2", "-pthread", HERE / f"{name}.cpp", "-o",
                            self.path / name], check=True)
        self.programs = {"icc": options.icc, "measure": self.path / "measure",
                         "read_floor": self.path / "read_floor",
                         "jsonschema": options.node_modules / ".bin" / "jsonschema"}

    @functools.cached_property
    def records(self):
        import yaml
        paths = sorted(self.options.folder.glob("practices/**/*.yaml"))
        return [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths]

    @functools.cached_property
    def prepared_json(self):
        Path(self.words["JSON"]).write_text(json.dumps(self.records, ensure_ascii=False), "utf-8")
        return True

    @functools.cached_property
    def prepared_rec(self):
        with open(self.words["REC"], "w", encoding="utf-8") as out:
            for record in self.records:
                for field, value in record.items():
                    for item in value if isinstance(value, list) else [value]:
                        text = str(item).rstrip("\n").replace("\n", "\n+ ")
                        out.write(f"{field.replace('-', '_')}: {text}\n")
                out.write("\n")
        return True

    @functools.cached_property
    def prepared_schema(self):
        schema = self.options.folder / "schema" / "practice.schema.yaml"
        Path(self.words["SCHEMA"]).write_text(json.dumps(bundled(schema)), "utf-8")
        return True

    def prepare(self, need):
        """Whether what a contender needs is there."""
        if need == ".git":
            return (self.options.folder / ".git").exists()
        return not need or getattr(self, f"prepared_{need}")

    def command(self, line):
        """The words of a command line, or None when its program is not installed."""
        words = [re.sub("[A-Z]{3,}", lambda match: self.words.get(match[0], match[0]), word)
                 for word in line.split()]
        program = self.programs.get(words[0]) or shutil.which(words[0])
        if not program or not Path(program).exists():
            return None
        if "peer.cjs" in line and not (self.options.node_modules / "ajv").exists():
            return None
        return [str(program), *words[1:]]


def bundled(path):
    """A schema with what it refers to in other files put in place."""
    import yaml

    def resolve(node):
        if isinstance(node, list):
            return [resolve(item) for item in node]
        if not isinstance(node, dict):
            return node
        node = {key: resolve(value) for key, value in node.items()}
        if str(node.get("$ref", "")).endswith(".yaml"):
            other = bundled(path.parent / node.pop("$ref"))
            other.pop("$schema", None)
            node["allOf"] = [other]
        return node
    return resolve(yaml.safe_load(path.read_text("utf-8")))


def measured(workplace, command):
    """(exit status, wall seconds, processor seconds, peak KiB) of one run."""
    if workplace.options.cold:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    environment = {**os.environ, "NODE_PATH": str(workplace.options.node_modules)}
    run = subprocess.run([workplace.programs["measure"], *command], env=environment,
                         capture_output=True, text=True, check=True)
    status, wall, cpu, memory = run.stdout.split()
    return int(status), float(wall), float(cpu), int(memory)


def runs_of(workplace, contenders):
    """For each contender its measurements, one a round."""
    runs = {row: [] for row, _ in contenders}
    for round_number in range(workplace.options.rounds + 1):
        for row, command in contenders:
            run = measured(workplace, command)
            if round_number > 0:  # the first one only warms up
                runs[row].append(run)
        if sys.stderr.isatty():
            print(f"\r{round_number} of {workplace.options.rounds} ", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return runs


def print_task(task, runs):
    print(f"{task:24}{'wall ms':>10}{'cpu ms':>10}{'MiB':>8}{'icc/this':>10}")
    own = runs.get((task, "icc"))
    for (row_task, name), results in runs.items():
        if row_task != task:
            continue
        status = max(result[0] for result in results)
        wall, cpu, memory = (statistics.median(result[i] for result in results) for i in (1, 2, 3))
        line = f"  {name:22}{wall * 1000:10.1f}{cpu * 1000:10.1f}{memory / 1024:8.1f}"
        if own and name != "icc":
            ratio = statistics.median(mine[1] / peer[1] for mine, peer in zip(own, results))
            line += f"{ratio:10.2f}"
        print(line if status <= 1 else line + f"   failed: exit {status}")


def instructions(command):
    """The instructions of one run, by callgrind."""
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                         capture_output=True, text=True, check=False)
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def print_instructions(workplace, tasks):
    """Instructions a record: 1000 records less one, so that what the start costs is not in it."""
    folders = [workplace.path / "one", workplace.path / "thousand"]
    for folder, count in zip(folders, (1, 1000)):
        subprocess.run([sys.executable, HERE / "generate.py", folder, "--count", str(count)], check=True)
    print(f"{'instructions':24}{'start':>12}{'a record':>12}")
    for task, name, _, line in CONTENDERS:
        if name != "icc" or task not in tasks:
            continue
        one, thousand = (instructions(workplace.command(line.replace("FOLDER", str(folder))))
                         for folder in folders)
        print(f"  {task:22}{one:12,}{(thousand - one) // 999:12,}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = list(dict.fromkeys(row[0] for row in CONTENDERS))
    parser.add_argument("folder", type=lambda text: Path(text).resolve())
    parser.add_argument("--icc", type=Path, default=ROOT / "build" / "release" / "icc")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tasks", nargs="+", choices=tasks, default=tasks)
    parser.add_argument("--only-icc", action="store_true", help="leave the peers out")
    parser.add_argument("--instructions", action="store_true", help="count them, with callgrind")
    parser.add_argument("--cold", action="store_true", help="empty the page cache before each run")
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    options = parser.parse_args()
    options.node_modules = options.node_modules.resolve()
    return options


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        workplace = Workplace(options, folder)
        contenders, absent = [], []
        for task, name, need, line in CONTENDERS:
            if task not in options.tasks or (options.only_icc and name != "icc"):
                continue
            command = workplace.command(line)
            if command and workplace.prepare(need):
                contenders.append(((task, name), command))
            else:
                absent.append(name)
        runs = runs_of(workplace, contenders)
        for task in options.tasks:
            print_task(task, runs)
        if absent:
            print("absent:", ", ".join(dict.fromkeys(absent)))
        if options.instructions:
            print_instructions(workplace, options.tasks)


if __name__ == "__main__":
    main()
