#!/usr/bin/env python3
"""The hook in real repositories: `hook_test.py ICC`."""

import subprocess
import sys
from pathlib import Path

from repository import Repository, without_icc

PATH = "practices/sweden/dinners.yaml"
GOOD = "title: Neighbourhood dinners\n\ncountry: Sweden\n\nsummary: Tenants cook together.\n"
BAD = GOOD.replace("country", "contry")
NO_FILES = """\
practices/link:1:1: error: can't read 'practices/link': it is a link, and links are not followed \
[ICC001 unreadable-file]
practices/other:1:1: warning: can't read 'practices/other': it is another repository, whose records \
are left out here (what it holds is checked in the work tree, and by its own commits) \
[ICC001 unreadable-file]
practices/sweden/open.yaml:1:1: error: can't read 'practices/sweden/open.yaml': a merge has left \
several versions of it [ICC001 unreadable-file]
4 records: 2 errors, 1 warning
"""


def installed(icc, **options):
    """A repository with a good record and the hook."""
    repository = Repository(icc, **options)
    repository.write(PATH, GOOD)
    repository.commit()
    code, out = repository.run("icc", "hook", "install", folder=repository.database)
    assert code == 0 and "pre-commit" in out, out
    return repository


def commits(repository, *words, folder=None, **variables):
    """Whether git commits, and what is printed."""
    code, out = repository.run("git", "commit", "-q", "-m", "a change", *words,
                               folder=folder or repository.database, **variables)
    return code == 0, out


def check_what_is_checked(icc, database):
    """What would be committed counts, not the work tree."""
    with installed(icc, database=database) as repository:
        repository.write(PATH, BAD)
        repository.git("add", "-A")
        done, out = commits(repository)
        assert not done and "unknown key 'contry'" in out and "ICC104" in out, out
        repository.write(PATH, GOOD)
        done, out = commits(repository)
        assert not done and "ICC104" in out, out
        repository.write(PATH, GOOD + "\ncontact: Office\n")
        repository.git("add", "-A")
        repository.write(PATH, BAD)
        done, out = commits(repository)
        assert done, out
        done, out = commits(repository, "-a")
        assert not done and "ICC104" in out, out
        repository.write("practices/other.yaml", GOOD.replace("dinners", "lunches"))
        repository.git("add", "practices/other.yaml", folder=repository.database)
        done, out = commits(repository, "practices/other.yaml")
        assert done, out


def check_what_has_no_records(icc):
    """A commit without records is none of icc's business."""
    with Repository(icc) as repository:
        assert repository.run("icc", "hook", "install")[0] == 0
        repository.git("add", "-A")
        done, out = commits(repository)
        assert done, out


def check_what_is_no_file(icc):
    """Links, other repositories and what a merge has left open stand in the index without a text."""
    with Repository(icc) as repository:
        repository.write(PATH, GOOD)
        (repository.database / "practices/link").symlink_to("sweden")
        repository.commit()
        head = repository.git("rev-parse", "HEAD").strip()
        text = repository.git("rev-parse", f"HEAD:{PATH}").strip()
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},practices/other")
        sides = "".join(f"100644 {text} {side}\tpractices/sweden/open.yaml\n" for side in (1, 2, 3))
        subprocess.run(["git", "update-index", "--index-info"], cwd=repository.folder,
                       env=repository.environment, input=sides, text=True, check=True)
        code, out = repository.run("icc", "validate", "--staged", "--format", "short")
        assert (code, out) == (1, NO_FILES), out


def check_a_machine_without_icc(icc):
    """Nothing is committed unchecked in silence."""
    with installed(icc) as repository:
        repository.write(PATH, GOOD + "\ncontact: Office\n")
        repository.git("add", "-A")
        done, out = commits(repository, **without_icc(repository))
        assert not done and "icc is not installed" in out, out


def check_another_hook(icc):
    """A hook that is there runs first, decides too, and comes back."""
    with Repository(icc) as repository:
        hook = repository.folder / ".git/hooks/pre-commit"
        before = hook.with_name("pre-commit.before-icc")
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\necho the other hook\ntest ! -e stop\n")
        hook.chmod(0o755)
        repository.write(PATH, GOOD)
        for _ in range(2):
            assert repository.run("icc", "hook", "install")[0] == 0
        assert "the other hook" in before.read_text()
        repository.git("add", "-A")
        done, out = commits(repository)
        assert done and out == "the other hook\n1 record: no faults\n", out
        repository.write("stop", "")
        repository.write(PATH, GOOD + "\ncontact: Office\n")
        repository.git("add", PATH)
        assert commits(repository) == (False, "the other hook\n")
        assert repository.run("icc", "hook", "uninstall")[0] == 0
        assert "the other hook" in hook.read_text() and not before.exists()
        assert "merge.icc" not in repository.git("config", "-l")
        assert repository.run("icc", "hook", "uninstall") == (0, "nothing was installed\n")
        assert "the other hook" in hook.read_text()
        assert repository.run("icc", "hook", "install")[0] == 0
        hook.write_text("#!/bin/sh\necho a third hook\n")
        code, out = repository.run("icc", "hook", "install")
        assert code == 1 and "make one of the two" in out, out
        assert "a third hook" in hook.read_text() and "the other hook" in before.read_text()


def check_work_trees(icc):
    """All work trees of a repository share the hook."""
    with installed(icc) as repository:
        tree = repository.folder.parent / "tree"
        repository.git("worktree", "add", "-q", str(tree))
        (tree / PATH).write_text(BAD)
        repository.git("add", "-A", folder=tree)
        done, out = commits(repository, folder=tree)
        assert not done and "ICC104" in out, out
        assert repository.run("icc", "hook", "install", folder=tree) == (
            0, repository.run("icc", "hook", "install")[1])


def check_another_folder_for_hooks(icc):
    """core.hooksPath, also from a folder below the top."""
    with Repository(icc, database="data") as repository:
        repository.git("config", "core.hooksPath", "our hooks")
        repository.write(PATH, BAD)
        code, out = repository.run("icc", "hook", "install", folder=repository.database / "schema")
        assert code == 0, out
        assert (repository.folder / "our hooks/pre-commit").exists()
        repository.git("add", "-A")
        done, out = commits(repository)
        assert not done and "ICC104" in out, out


def main():
    icc = Path(sys.argv[1]).resolve()
    check_what_is_checked(icc, ".")
    check_what_is_checked(icc, "data of it's own")
    check_what_has_no_records(icc)
    check_what_is_no_file(icc)
    check_a_machine_without_icc(icc)
    check_another_hook(icc)
    check_work_trees(icc)
    check_another_folder_for_hooks(icc)


if __name__ == "__main__":
    main()
