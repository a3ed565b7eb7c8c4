"""What can only be seen on a terminal: line editing and completion, Ctrl-C, a hang-up, the editor.

usage: terminal_test.py ICC
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

PATIENCE = 60  # seconds for an answer, on a busy machine
MARKS = re.compile(r"\x1b\[\?2004[hl]")  # that ask a terminal to tell what is pasted


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, words, folder, **more):
        home = Path(folder) / "home"
        home.mkdir(exist_ok=True)
        keep = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm", "LANG": "C",
                "NO_COLOR": "1"}
        self.seen = ""
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execve(words[0], words, {**keep, **more})

    def read(self):
        """Appends what the program has written; false at its end."""
        if not select.select([self.master], [], [], PATIENCE)[0]:
            raise AssertionError(f"nothing comes any more behind:\n{self.seen[-2000:]}")
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen = MARKS.sub("", self.seen + piece.decode("utf-8", "replace"))
        return bool(piece)

    def expect(self, text):
        """Reads up to a text, and forgets it and all before it."""
        while text not in self.seen:
            if not self.read():
                raise AssertionError(f"no '{text}' in:\n{self.seen[-2000:]}")
        self.seen = self.seen.split(text, 1)[1]

    def answer(self, prompt, *lines):
        """Waits for a field or a prompt, and, as a person does, for the prompt below the field."""
        self.expect(prompt)
        if not prompt.rstrip().endswith((">", "|", "]")):
            while not re.search(r"[\r\n][>|] $", self.seen):
                if not self.read():
                    raise AssertionError(f"no prompt in:\n{self.seen[-2000:]}")
        for line in lines:
            os.write(self.master, (line + "\n").encode())

    def type(self, text):
        os.write(self.master, text.encode())

    def end(self):
        """Its exit code and what it has written since."""
        while self.read():
            pass
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status), self.seen

    def hang_up(self):
        os.close(self.master)
        os.waitpid(self.process, 0)


def drafts(folder):
    """What was typed and is not stored: drafts of practices, and copies of what is edited."""
    return sorted((Path(folder) / "home/.local/state/icc/drafts").rglob("*.*"))


def stored(folder, path):
    return (Path(folder) / "practices" / path).read_text(encoding="utf-8")


def check_equal(seen, wanted):
    if seen != wanted:
        raise AssertionError(f"\n{seen}\nis not\n{wanted}")


def check_in(part, text):
    if part not in text:
        raise AssertionError(f"no '{part}' in:\n{text}")


def check_typing_ahead(icc, folder):
    """Whoever types faster than the questions come loses nothing."""
    terminal = Terminal([icc, "add"], folder)
    for piece in ("Fast typ", "ing\r\rNor", "way\rOs", "lo\r\r2018-\r", "edu\r\rkitc", "hen\r\rAll ",
                  "type.\rAll eat.\r.\r>\ry\r"):
        terminal.type(piece)
    code, _ = terminal.end()
    check_equal(code, 0)
    check_equal(stored(folder, "norway/fast-typing.yaml"),
                "title: Fast typing\n\ncountry: Norway\n\ncities:\n  - Oslo\n\nperiod: 2018-\n\n"
                "topics:\n  - Education\n\ntags:\n  - kitchen\n\n"
                "summary: |\n  All type.\n  All eat.\n")


def check_pasted(icc, folder):
    """A tab that is pasted parts words, one that is typed completes."""
    terminal = Terminal([icc, "add"], folder)
    terminal.answer("Title (required)", "\x1b[200~A\tchoir\x1b[201~")
    terminal.answer("Subtitle", "")
    terminal.answer("Country (required)", "United Kingdom")
    terminal.answer("Cities", "\x1b[200~Leeds\tBradford\x1b[201~")
    terminal.answer("and>", ">")
    terminal.answer("Summary (required)", "\x1b[200~All\tsing.", "All dance.\x1b[201~", ".")
    terminal.answer("Purpose", ">")
    terminal.answer("[y/n]", "y")
    code, _ = terminal.end()
    check_equal(code, 0)
    check_equal(stored(folder, "united-kingdom/a-choir.yaml"),
                "title: A choir\n\ncountry: United Kingdom\n\ncities:\n  - Leeds\n  - Bradford\n\n"
                "summary: |\n  All sing.\n  All dance.\n")


def check_resized(icc, folder):
    """Text is as wide as the window has become."""
    terminal = Terminal([icc, "add"], folder)
    terminal.answer("Title (required)")
    fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 30, 0, 0))
    terminal.type("Narrow\r\r")
    terminal.expect("The country of the practice,\r\nby its usual English name. A\r\n")
    terminal.hang_up()


def check_whole_add(icc, folder):
    """Answers in Cyrillic and with accents, a completed country, three mistakes, a way back."""
    terminal = Terminal([icc, "add"], folder)
    terminal.answer("Title (required)", "Кухня для всіх")
    terminal.answer("Subtitle", "")
    terminal.answer("Country (required)", "Sweeden")
    terminal.expect("did you mean 'Sweden'?")
    terminal.type("Switz\t\n")
    terminal.expect("Cities")
    terminal.type("Neuch\t, Zür\t\n")
    terminal.answer("and>", "Geneva")
    terminal.answer("and>", "")
    terminal.answer("Period", "<")
    terminal.expect("Now: cities:")
    terminal.answer("> ", "")
    terminal.answer("Period", "2018-")
    terminal.answer("Topics", "educatoin, edukation")
    terminal.expect("did you mean 'Education'?")
    terminal.expect("did you mean 'Education'?")
    terminal.answer("> ", "mult")
    terminal.answer("and>", "999")
    terminal.expect("'999' is not a value of topics")
    terminal.answer("and>", "")
    terminal.answer("Tags", ">")
    terminal.answer("Summary (required)", "All cook. All eat.", "Гаразд.", ".")
    terminal.answer("Purpose", ">")
    terminal.answer("Store this practice? [y/n]", "<")
    terminal.answer("Purpose", "<")
    terminal.expect("Now: summary: |")
    terminal.answer("| ", ">")
    terminal.answer("Store this practice? [y/n]", "y")
    code, rest = terminal.end()
    check_equal(code, 0)
    check_in("added practices/switzerland/practice.yaml", rest)
    check_in("next: git add", rest)
    check_equal(stored(folder, "switzerland/practice.yaml"),
                "title: Кухня для всіх\n\ncountry: Switzerland\n\ncities:\n  - Neuchâtel\n"
                "  - Zürich\n  - Geneva\n\nperiod: 2018-\n\ntopics:\n  - Multilingualism\n\n"
                "summary: |\n  All cook.\n  All eat.\n  Гаразд.\n")
    check_equal(drafts(folder), [])


def begin(icc, folder):
    """An add up to the middle of a line of its summary."""
    terminal = Terminal([icc, "add"], folder)
    terminal.answer("Title (required)", "Half a practice")
    terminal.answer("Subtitle", "")
    terminal.answer("Country (required)", "Norway")
    terminal.answer("Cities", ">")
    terminal.answer("Summary (required)", "The first line.")
    terminal.expect("The first line.\r\n| ")
    terminal.type("And half\x01")  # Ctrl-A: the cursor goes back when all before it was read
    terminal.expect("And half")
    terminal.expect("\x1b[3G")
    return terminal


def check_interrupted(icc, folder):
    """Ctrl-C loses nothing, and --resume goes on."""
    terminal = begin(icc, folder)
    terminal.type("\x03")
    code, rest = terminal.end()
    check_equal(code, 130)
    check_in("icc add --resume half-a-practice", rest)
    check_in("And half", drafts(folder)[0].read_text(encoding="utf-8"))
    terminal = Terminal([icc, "add", "--resume"], folder)
    terminal.expect("The first line.")
    terminal.answer("Summary (required)", "")
    terminal.answer("Purpose", ">")
    terminal.answer("Store this practice? [y/n]", "y")
    check_equal(terminal.end()[0], 0)
    check_equal(stored(folder, "norway/half-a-practice.yaml"),
                "title: Half a practice\n\ncountry: Norway\n\nsummary: |\n  The first line.\n"
                "  And half\n")
    check_equal(drafts(folder), [])


def check_homeless(icc, folder):
    """Where there is no home, drafts lie in the database, and git takes none."""
    terminal = Terminal([icc, "add"], folder, HOME="")
    terminal.answer("Title (required)", "Half a practice")
    terminal.answer("Subtitle")
    terminal.type("\x03")
    check_equal(terminal.end()[0], 130)
    check_in("title: Half a practice",
             (Path(folder) / ".icc-drafts/half-a-practice.yaml").read_text("utf-8"))
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    taken = subprocess.run(["git", "ls-files"], cwd=folder, check=True, capture_output=True)
    check_equal("drafts" in taken.stdout.decode(), False)


def check_gone(icc, folder):
    """Neither a hang-up nor SIGTERM nor SIGKILL takes what was answered."""
    for kind in ("hang-up", "SIGTERM", "SIGKILL"):
        terminal = begin(icc, folder)
        if kind == "hang-up":
            terminal.hang_up()
        else:
            os.kill(terminal.process, getattr(signal, kind))
            terminal.end()
        kept = drafts(folder)[0].read_text(encoding="utf-8")
        check_in("title: Half a practice", kept)
        check_in("country: Norway", kept)
        if kind != "SIGKILL":
            check_in("And half", kept)
        drafts(folder)[0].unlink()


def editor(folder, *scripts):
    """An editor that does to the file what the scripts say, one each time it is opened."""
    count = Path(folder) / "count"
    count.write_text("0")
    for number, script in enumerate(scripts):
        (Path(folder) / f"edit-{number}").write_text(script)
    path = Path(folder) / "editor"
    path.write_text(f"#!/bin/sh\nn=$(cat '{count}')\necho $((n + 1)) >'{count}'\n"
                    f"eval 'for f; do :; done'\ncp \"$f\" '{folder}/seen-'$n\n"
                    f". '{folder}/edit-'$n\n")
    path.chmod(0o755)
    return str(path)


def check_editor(icc, folder):
    """After an error the form is opened again with the message; closed unchanged, nothing happens."""
    fill = ("sed -i -e 's/^title: .*/title: From an editor/' -e 's/^country: .*/country: Sweeden/' "
            "-e 's/^  (write here)/  All write. All read./' \"$f\"\n")
    mend = "sed -i 's/^country: Sweeden/country: SE/' \"$f\"\n"
    terminal = Terminal([icc, "add", "--editor"], folder, EDITOR=editor(folder, fill, mend))
    code, rest = terminal.end()
    check_in("added practices/sweden/from-an-editor.yaml", rest)
    check_equal(code, 0)
    seen = (Path(folder) / "seen-1").read_text(encoding="utf-8")
    check_in("# ERROR: 'Sweeden' is not a known country (did you mean 'Sweden'?)\n"
             "country: Sweeden\n", seen)
    check_in("summary: |\n  All write.\n  All read.\n", stored(folder, "sweden/from-an-editor.yaml"))
    check_equal(drafts(folder), [])
    terminal = Terminal([icc, "add", "--editor"], folder, EDITOR="true")
    code, rest = terminal.end()
    check_equal(code, 1)
    check_in("the form was closed unchanged: nothing is stored", rest)
    check_equal(drafts(folder), [])
    terminal = Terminal([icc, "add", "--editor"], folder, EDITOR=editor(folder, fill, ":"))
    code, rest = terminal.end()
    check_equal(code, 1)
    check_in("what you have typed is kept: icc add --editor --resume", rest)
    check_in("title: From an editor", drafts(folder)[0].read_text(encoding="utf-8"))
    terminal = Terminal([icc, "add", "--editor", "--resume"], folder, EDITOR=editor(folder, mend))
    check_equal(terminal.end()[0], 0)
    check_equal(drafts(folder), [])


def check_edit(icc, folder):
    """A practice in the editor: mended after an error, closed unchanged, kept with its error."""
    subprocess.run([icc, "add", "--title", "A", "--country", "Sweden", "--summary", "Text."],
                   cwd=folder, check=True, capture_output=True)
    spoil = "sed -i 's/^country: .*/country: Sweeden/' \"$f\"\n"
    mend = "sed -i 's/Sweeden/Norway/; s/Text/Prose/' \"$f\"\n"
    before = stored(folder, "sweden/a.yaml")
    terminal = Terminal([icc, "edit", "a"], folder, EDITOR="true")
    code, rest = terminal.end()
    check_equal(code, 0)
    check_in("practices/sweden/a.yaml was closed unchanged", rest)
    terminal = Terminal([icc, "edit", "a"], folder, EDITOR=editor(folder, spoil, ":"))
    code, rest = terminal.end()
    check_equal(code, 1)
    check_in("'practices/sweden/a.yaml' is not changed: it has errors", rest)
    check_in("'Sweeden' is not a known country", rest)
    check_equal(stored(folder, "sweden/a.yaml"), before)
    check_in("country: Sweeden", drafts(folder)[0].read_text(encoding="utf-8"))
    drafts(folder)[0].unlink()
    code, rest = Terminal([icc, "edit", "a"], folder,
                          EDITOR=editor(folder, ': > "$f"\n', ":")).end()
    check_equal(code, 1)
    check_in("practices/sweden/a.yaml:1:1", rest)
    drafts(folder)[0].unlink()
    terminal = Terminal([icc, "edit", "a"], folder, EDITOR=editor(folder, spoil, mend))
    code, rest = terminal.end()
    check_equal(code, 0)
    check_in("changed practices/sweden/a.yaml", rest)
    check_in("a record of Norway lies in 'practices/sweden/'", rest)
    check_equal(stored(folder, "sweden/a.yaml"),
                before.replace("Sweden", "Norway").replace("Text.", "Prose."))
    check_equal(drafts(folder), [])


def check_helps(icc, folder):
    """Tab lists what may follow, and knows the words of other practices; 'e' opens the editor."""
    subprocess.run([icc, "add", "--title", "A", "--country", "Sweden", "--summary", "Text.",
                    "--tags", "kitchen garden"], cwd=folder, check=True, capture_output=True)
    write = "printf 'All write.\\nAll read.\\n' >\"$f\"\n"
    terminal = Terminal([icc, "add"], folder, EDITOR=editor(folder, ": >\"$f\"\n", write))
    terminal.answer("Title (required)", "B")
    terminal.answer("Subtitle", "")
    terminal.answer("Country (required)")
    terminal.type("sw\t\t")
    terminal.expect("Sweden; Switzerland")
    terminal.type("e\t\n")
    terminal.answer("Cities", "")
    terminal.answer("Period", "")
    terminal.answer("Topics", "")
    terminal.answer("Tags")
    terminal.type("kit\t\n")
    terminal.answer("and>", "")
    terminal.answer("Summary (required)", "e")  # and leaves it empty
    terminal.answer("| ", "e")
    terminal.answer("Purpose", ">")
    terminal.answer("Store this practice? [y/n]", "y")
    check_equal(terminal.end()[0], 0)
    check_equal(stored(folder, "sweden/b.yaml"),
                "title: B\n\ncountry: Sweden\n\ntags:\n  - kitchen garden\n\n"
                "summary: |\n  All write.\n  All read.\n")
    check_equal(drafts(folder), [])


def check_pager(icc, folder):
    """What is to be read goes through the pager, and is all there when the program ends."""
    for words in (["show", "a"], ["explain", "syntax"], ["fields", "title"]):
        subprocess.run([icc, "add", "--title", "A", "--country", "Sweden", "--summary", "Text."],
                       cwd=folder, check=True, capture_output=True)
        plain = subprocess.run([icc, *words], cwd=folder, check=True, capture_output=True)
        wanted = "".join(f"| {line}\r\n" for line in plain.stdout.decode().splitlines())
        code, rest = Terminal([icc, *words], folder, PAGER="sed 's/^/| /'", COLUMNS="80").end()
        check_equal((code, rest), (0, wanted))
        code, rest = Terminal([icc, *words], folder, PAGER="cat", COLUMNS="80").end()
        check_equal((code, rest), (0, wanted.replace("\n| ", "\n").removeprefix("| ")))
    code, rest = Terminal([icc, "show", "a"], folder, PAGER="true").end()
    check_equal((code, rest), (0, ""))
    # One that can't be run keeps nothing back, however much there is to show.
    (Path(folder) / "no-program").write_text("")
    for asked in (["show", "a"], ["explain", "syntax"],
                  ["list", "--columns", ",".join(["id"] * 20000)]):
        plain = Terminal([icc, *asked, "--no-pager"], folder, COLUMNS="80").end()[1]
        for pager in ("nosuch", "nosuch -x | nosuch", "./no-program"):
            code, rest = Terminal([icc, *asked], folder, PAGER=pager, COLUMNS="80").end()
            check_equal(code, 0)
            check_in("sh: 1: ", rest)
            check_in(plain, rest)
    programs = Path(folder) / "programs"
    programs.mkdir()
    (programs / "less").write_text("#!/bin/sh\nsed 's/^/| /'\n")
    (programs / "less").chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    code, rest = Terminal([icc, *words], folder, PATH=path, COLUMNS="80").end()
    check_equal((code, rest), (0, wanted))
    for terminal in ("dumb", ""):
        code, rest = Terminal([icc, *words], folder, PATH=path, COLUMNS="80", TERM=terminal,
                              NO_COLOR="").end()
        check_equal((code, rest), (0, wanted.replace("\n| ", "\n").removeprefix("| ")))


def check_import(icc, folder):
    """Ctrl-C in the middle of an import takes back what was written."""
    rows = "".join(f"Practice {i},Sweden,A text.\n" for i in range(3000))
    (Path(folder) / "many.csv").write_text("title,country,summary\n" + rows)
    terminal = Terminal([icc, "import", "many.csv"], folder)
    begun = time.monotonic()
    while not (Path(folder) / "practices/sweden").exists():
        if time.monotonic() - begun > PATIENCE:
            raise AssertionError("no practice is written")
    terminal.type("\x03")
    code, rest = terminal.end()
    check_equal(code, 130)
    check_in("nothing is imported", rest)
    check_equal(list((Path(folder) / "practices").glob("*/*")), [])


def main():
    icc = os.path.abspath(sys.argv[1])
    failed = 0
    for check in (check_whole_add, check_typing_ahead, check_resized, check_pasted,
                  check_interrupted, check_homeless, check_gone, check_editor, check_edit,
                  check_helps, check_pager, check_import):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([icc, "init", folder], check=True, capture_output=True)
            try:
                check(icc, folder)
                print(f"{check.__name__}: good")
            except AssertionError as fault:
                failed += 1
                print(f"{check.__name__}: {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
