#!/usr/bin/env python3
"""The hook in real repositories: `hook_test.py ICC`."""

import shutil
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
2 records: 2 errors, 1 warning
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


MANAGER = """#!/bin/sh
echo manager
legacy="$(dirname "$0")/pre-commit.legacy"
if [ -x "$legacy" ]; then "$legacy" "$@" || exit; fi
"""


def checks_once(repository, others):
    """A bad record is stopped and a good one is not, each checked once; the other program runs as
    often as it says."""
    repository.write(PATH, BAD)
    repository.git("add", "-A")
    done, out = commits(repository)
    assert not done and out.count("ICC104") == 1, out
    repository.write(PATH, GOOD)
    repository.git("add", "-A")
    done, out = commits(repository, "--allow-empty")
    assert done and out == "manager\n" * others + "1 record: no faults\n", out


def check_a_manager_of_hooks(icc):
    """Two who each run the other's hook come to an end, in any order of installation."""
    with installed(icc) as repository:
        hook = repository.folder / ".git/hooks/pre-commit"
        for _ in range(3):
            hook.rename(hook.with_name("pre-commit.legacy"))
            hook.write_text(MANAGER)
            hook.chmod(0o755)
            checks_once(repository, 1)
            assert repository.run("icc", "hook", "install")[0] == 0
            checks_once(repository, 1)
        hook.with_name("pre-commit.before-icc").write_text(MANAGER + "# of another version\n")
        checks_once(repository, 1)
        assert repository.run("icc", "hook", "uninstall")[0] == 0
        assert hook.read_text().startswith(MANAGER)
        assert not list(hook.parent.glob("pre-commit.[!s]*"))
        assert commits(repository, "--allow-empty") == (True, "manager\n")


def check_a_name_that_means_something(icc):
    """To git, a path may be a pattern; a folder's name is none."""
    for name in ("[db]", ":colon", "a\\b", "*", "-C", " ", "it's", "..data"):
        check_what_is_checked(icc, name)


def check_a_folder_that_moved(icc):
    """The records are checked at their new place, or the commit stops."""
    with installed(icc, database="db") as repository:
        repository.git("mv", "db", "coll")
        repository.database = repository.folder / "coll"
        done, out = commits(repository)
        assert not done and "/db' is no database any more" in out, out
        assert "icc -C " in out and "coll hook install" in out, out
        code, out = repository.run("icc", "-C", "coll", "hook", "install")
        assert code == 0 and "commits check" in out and "any more" not in out, out
        checks_once(repository, 0)
        check_a_work_tree_of_before(repository)
        repository.git("rm", "-q", "-r", "coll")
        done, out = commits(repository, folder=repository.folder)
        assert done and "has no database" in out, out
        code, out = repository.run("icc", "hook", "uninstall")
        assert code == 0 and "pre-commit" in out, out
        assert "icc" not in repository.git("config", "--local", "-l")


def check_a_work_tree_of_before(repository):
    """Another work tree has the folder where it was: it is checked there, and neither stops the other."""
    repository.git("branch", "-q", "before", "HEAD~1")
    repository.git("worktree", "add", "-q", "old", "before")
    old = repository.folder / "old"
    (old / "note").write_text("x\n")
    repository.git("-C", "old", "add", "note")
    done, out = commits(repository, folder=old)
    assert done, out
    (old / "db" / PATH).write_text(BAD)
    repository.git("-C", "old", "add", "-A")
    done, out = commits(repository, folder=old)
    assert not done and "ICC104" in out, out
    repository.git("worktree", "remove", "--force", "old")
    checks_once(repository, 0)


def check_two_databases(icc):
    """Each is checked that was installed; the hook goes with the last."""
    with installed(icc, database="one") as repository:
        shutil.copytree(repository.database, repository.folder / "two")
        shutil.copytree(repository.database, repository.folder / "three")
        for _ in range(2):
            assert repository.run("icc", "-C", "two", "hook", "install")[0] == 0
        for name, is_checked in (("one", True), ("two", True), ("three", False)):
            repository.database = repository.folder / name
            repository.write(PATH, BAD)
            repository.git("add", "-A")
            done, out = commits(repository)
            assert done != is_checked and ("ICC104" in out) == is_checked, out
            if is_checked:
                assert out.index("ICC104") > out.index(f"/{name}':"), out
            repository.write(PATH, GOOD)
            repository.git("add", "-A")
        code, out = repository.run("icc", "-C", "one", "hook", "uninstall")
        assert code == 0 and "'two' is still checked" in out, out
        hook = repository.folder / ".git/hooks/pre-commit"
        assert hook.exists() and "merge.icc" in repository.git("config", "-l")
        code, out = repository.run("icc", "-C", "two", "hook", "uninstall")
        assert code == 0 and not hook.exists(), out
        assert "icc" not in repository.git("config", "--local", "-l")


def check_lines_of_a_person(icc):
    """What a person has added to the hook is not lost."""
    with installed(icc) as repository:
        hook = repository.folder / ".git/hooks/pre-commit"
        text = hook.read_text().replace("exec icc", "echo mine\nexec icc")
        hook.write_text(text)
        for action in ("install", "uninstall"):
            code, out = repository.run("icc", "hook", action)
            assert code == 1 and "not any more as icc wrote it" in out, out
            assert hook.read_text() == text


def check_hooks_of_all_repositories(icc):
    """What all repositories of a machine run is left alone, unless it lies within this one."""
    with Repository(icc) as repository:
        repository.write(PATH, GOOD)
        shared = repository.folder.parent / "shared hooks"
        repository.git("config", "--global", "core.hooksPath", str(shared))
        code, out = repository.run("icc", "hook", "install")
        assert code == 1 and "all repositories share the hooks" in out, out
        assert not shared.exists() and "icc" not in repository.git("config", "--local", "-l")
        repository.git("config", "--global", "core.hooksPath", ".hooks")
        assert repository.run("icc", "hook", "install")[0] == 0
        assert (repository.folder / ".hooks/pre-commit").exists()
        repository.git("config", "--global", "core.hooksPath", str(shared))
        command = repository.run("icc", "hook", "install")[1].split("'")
        assert subprocess.run(["sh", "-c", "'".join(command[3:-1])], cwd=repository.folder,
                              env=repository.environment, check=False).returncode == 0, command
        assert repository.run("icc", "hook", "install")[0] == 0
        assert (repository.folder / ".git/hooks/pre-commit").exists()


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
    check_a_manager_of_hooks(icc)
    check_a_name_that_means_something(icc)
    check_a_folder_that_moved(icc)
    check_two_databases(icc)
    check_lines_of_a_person(icc)
    check_hooks_of_all_repositories(icc)


if __name__ == "__main__":
    main()
