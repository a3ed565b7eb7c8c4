#!/usr/bin/env python3
"""The hooks in .pre-commit-hooks.yaml, run by the real pre-commit: `pre_commit_test.py ICC [--show]`.

`--show` prints what a person sees. Without pre-commit the test is skipped (exit code 77).
"""

import shutil
import sys
from pathlib import Path

from repository import ROOT, Repository

PATH = "practices/sweden/dinners.yaml"
GOOD = "title: Neighbourhood dinners\n\ncountry: Sweden\n\nsummary: Tenants cook together.\n"
BAD = GOOD.replace("country: Sweden", "contry: Sweden")
MESSY = "country: 'Sweden'\ntitle: Neighbourhood dinners\nsummary: Tenants cook together.\n"
BESIDE = """\
repos:
  - repo: local
    hooks:
      - {id: other, name: other, language: system, entry: "true", pass_filenames: false}
"""
INSTALL = {"icc": ["icc", "hook", "install"], "pre-commit": ["pre-commit", "install"]}


def publish_hooks(repository):
    """Makes a repository that has our hooks, as ours has; answers its folder and commit."""
    folder = repository.folder.parent / "hooks"
    repository.git("init", "-q", str(folder))
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    repository.git("add", "-A", folder=folder)
    repository.git("commit", "-q", "-m", "the hooks", folder=folder)
    return folder, repository.git("rev-parse", "HEAD", folder=folder).strip()


def configured(icc):
    """A repository whose commits pre-commit watches."""
    repository = Repository(icc)
    folder, commit = publish_hooks(repository)
    repository.write(".pre-commit-config.yaml",
                     f"repos:\n  - repo: {folder}\n    rev: {commit}\n    hooks:\n"
                     "      - id: icc-fmt\n      - id: icc-validate\n")
    code, out = repository.run("pre-commit", "install")
    assert code == 0, out
    return repository


def commit(repository, text, show):
    """Writes a record and commits it as a person would; answers whether it went through, and what
    they see."""
    repository.write(PATH, text)
    repository.git("add", "-A")
    code, out = repository.run("git", "commit", "-q", "-m", "a practice")
    if show:
        print(f"$ git commit -m 'a practice'\n{out}")
    return code == 0, out


def check_both_hooks(icc, *order):
    """pre-commit and icc's own hook beside each other, in an order of installation: each runs once,
    and none calls the other without end."""
    with Repository(icc) as repository:
        repository.write(".pre-commit-config.yaml", BESIDE)
        for program in order:
            code, out = repository.run(*INSTALL[program])
            assert code == 0, out
        done, out = commit(repository, BAD, False)
        assert not done and (out.count("ICC104"), out.count("Passed")) == (1, 1), (order, out)
        done, out = commit(repository, GOOD, False)
        assert done and (out.count("no faults"), out.count("Passed")) == (1, 1), (order, out)
        assert repository.run("icc", "hook", "uninstall")[0] == 0
        done, out = commit(repository, BAD, False)
        assert done and out.count("Passed") == 1, (order, out)


def main():
    icc = Path(sys.argv[1]).resolve()
    show = "--show" in sys.argv
    if shutil.which("pre-commit") is None:
        print("pre-commit is not installed")
        sys.exit(77)
    with configured(icc) as repository:
        done, out = commit(repository, BAD, show)
        assert not done and "unknown key 'contry'" in out and "ICC104" in out, out
        done, out = commit(repository, MESSY, show)
        assert not done and "files were modified by this hook" in out, out
        assert repository.read(PATH) == GOOD
        done, out = commit(repository, GOOD, show)
        assert done and out.count("Passed") == 2, out
    for count in (2, 3, 4, 5):
        names = ["icc", "pre-commit"] * 3
        check_both_hooks(icc, *names[:count])
        check_both_hooks(icc, *names[1:count + 1])


if __name__ == "__main__":
    main()
