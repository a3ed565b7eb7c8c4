#!/usr/bin/env python3
"""Checks that what README.md shows is what icc prints: `readme_test.py ICC [--show]`.

The commands of the console blocks are run one after the other in one copy of the collection, on a
terminal of 80 cells, and the lines below each must be its output; those of scripts and git are
left out. `--show` prints the README with the output as it is now.
"""

import difflib
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = ("script/", "tests/", "git ")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def output(command, folder, icc):
    """What a command line prints on a terminal, without blanks at the ends of lines."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    environment = {"PATH": f"{icc.parent}:{os.environ['PATH']}", "TERM": "xterm", "NO_COLOR": "1",
                   "ICC_PAGER": "cat", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    with subprocess.Popen(["sh", "-c", command], cwd=folder, env=environment, stdin=theirs,
                          stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        text = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux's way to say that the other end is closed
                break
            if not piece:
                break
            text += piece
        process.wait()
    os.close(ours)
    lines = text.decode("utf-8").replace("\r\n", "\n").split("\n")
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return text + "\n" if text else ""


def refreshed(block, folder, icc):
    """A console block with what its commands print now."""
    lines, runs = [], False
    for line in block.splitlines():
        if line.startswith("$ "):
            lines.append(line + "\n")
            command = line.removeprefix("$ ")
            runs = not command.startswith(LEFT_OUT)
            if runs:
                lines.append(output(command, folder, icc))
        elif not runs:
            lines.append(line + "\n")
    return "".join(lines)


def main():
    icc = Path(sys.argv[1]).resolve()
    readme = (ROOT / "README.md").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for part in ("schema", "practices"):
            shutil.copytree(ROOT / part, Path(folder) / part)
        now = BLOCK.sub(lambda match: f"```console\n{refreshed(match[1], folder, icc)}```", readme)
    if "--show" in sys.argv:
        print(now, end="")
        return
    difference = difflib.unified_diff(readme.splitlines(), now.splitlines(), "README.md", "now",
                                      lineterm="")
    sys.exit("\n".join(difference) or None)


if __name__ == "__main__":
    main()
