"""A git repository of a test's own, with a database in it and a clean environment."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Repository:
    """A repository in a temporary folder. `icc` is found by its name unless it is left out."""

    def __init__(self, icc, database=".", path=None):
        self.scratch = None if path else tempfile.TemporaryDirectory()
        self.folder = Path(path or self.scratch.name) / ("" if path else "work")
        home = Path(self.scratch.name if self.scratch else path) / "home"
        self.environment = {"PATH": f"{icc.parent}:/usr/bin:/bin", "HOME": str(home),
                            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
        for who in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{who}_NAME": "Test", f"GIT_{who}_EMAIL": "test@test"}
        self.database = self.folder / database
        home.mkdir(parents=True, exist_ok=True)
        self.database.mkdir(parents=True, exist_ok=True)
        shutil.copytree(ROOT / "schema", self.database / "schema")
        self.git("init", "-q", "-b", "main")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()

    def run(self, *words, folder=None, **variables):
        """Runs a program in the repository; answers its exit code and all that it prints."""
        done = subprocess.run(words, cwd=folder or self.folder, text=True, check=False,
                              env=self.environment | variables, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout

    def git(self, *words, **options):
        """Runs git, which must succeed; answers what it prints."""
        code, out = self.run("git", *words, **options)
        assert code == 0, f"git {' '.join(words)}: {out}"
        return out

    def write(self, path, text):
        """Writes a file with its folders, below the database."""
        file = self.database / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def read(self, path):
        """The text of a file below the database."""
        return (self.database / path).read_text("utf-8")

    def commit(self, *options):
        """Adds all files and commits them, without hooks."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", "a change", *options)


def without_icc(repository):
    """The environment of a machine on which icc is not installed."""
    return {"PATH": ":".join(repository.environment["PATH"].split(":")[1:])}
