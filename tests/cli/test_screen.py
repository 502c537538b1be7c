"""The installed command in a terminal: it opens the screen, and leaves the terminal as it found it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import PIL.Image
import pyte
import pytest

from reader.archive import open_archive
from reader.cli import main, opening
from reader.models import Mark
from tests import bare

from . import blogs

COMMAND = Path(sys.executable).with_name("reader")
# Far longer than anything takes; a test that waits so long has failed.
TIMEOUT = 60.0


def terminal_environment() -> dict[str, str]:
    """The environment without what would be believed more than the terminal about its size."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


class Terminal:
    """A terminal of 30 lines with a command in it, and all that the command has written."""

    def __init__(
        self, arguments: list[str], environment: dict[str, str], *, folder: Path | None = None
    ) -> None:
        self._ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
        self.modes = termios.tcgetattr(self.theirs)
        self.written = b""
        self._is_there = True
        self.run = subprocess.Popen(
            arguments,
            cwd=folder,
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            env={**terminal_environment(), **environment, "TERM": "xterm-256color"},
            start_new_session=True,
        )

    def press(self, keys: str) -> None:
        """Type something."""
        os.write(self._ours, keys.encode())

    def wait_for(self, has_come: Callable[[str], bool]) -> None:
        """Read until something has come."""
        end = time.monotonic() + TIMEOUT
        while not has_come(self.text):
            ready, _, _ = select.select([self._ours], [], [], 0.2)
            if ready:
                self.written += os.read(self._ours, 65536)
            assert time.monotonic() < end, self.shown()

    @property
    def text(self) -> str:
        """What was written so far."""
        return self.written.decode("utf-8", "replace")

    def shown(self, start: int = 0, width: int = 120) -> str:
        """What a person sees, after all that was written from some place on."""
        screen = pyte.Screen(width, 30)
        pyte.Stream(screen).feed(self.text[start:])
        return "\n".join(screen.display)

    def vanish(self) -> None:
        """Be gone without a signal, as when a connection breaks."""
        os.close(self.theirs)
        os.close(self._ours)
        self._is_there = False

    def close(self) -> None:
        """End whatever still runs."""
        self.run.kill()
        self.run.wait()
        if self._is_there:
            os.close(self._ours)
            os.close(self.theirs)


@pytest.fixture
def terminal(sample_archive: Path, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in which the samples are opened."""
    if not COMMAND.exists():
        pytest.skip("the command is not installed")
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    opened = Terminal([str(COMMAND), "--archive", str(sample_archive)], homes)
    yield opened
    opened.close()


def test_screen_opens_and_closes(terminal: Terminal, sample_archive: Path) -> None:
    """List, post, words found in it; q leaves with status 0 and the terminal as it was before."""
    with open_archive(sample_archive) as archive:
        newest = archive.post(archive.post_ids(limit=1)[0])
    first_words = " ".join(newest.body.split()[:3])

    terminal.wait_for(lambda text: str(newest.title) in text)
    assert first_words not in terminal.text
    terminal.press("\r")
    terminal.wait_for(lambda text: first_words in text)
    terminal.press("/")
    terminal.wait_for(lambda text: "to the text" in text)
    terminal.press(first_words[:4])
    terminal.wait_for(lambda text: "1 of " in text)
    terminal.press("\r")
    terminal.wait_for(lambda text: text.rindex("source") > text.rindex("1 of "))
    terminal.press("q")
    terminal.wait_for(
        lambda text: "\x1b[?1049l" in text and text.rfind("\x1b[?25h") > text.rfind("\x1b[?25l")
    )
    assert terminal.run.wait(TIMEOUT) == 0

    assert terminal.text.rindex("\x1b[?1049l") > terminal.text.rindex("\x1b[?1049h")
    assert "Traceback" not in terminal.text
    assert termios.tcgetattr(terminal.theirs) == terminal.modes


@pytest.mark.parametrize("way", ["without a word", "SIGHUP", "SIGTERM"])
def test_end_of_the_terminal_ends_the_screen(terminal: Terminal, tmp_path: Path, way: str) -> None:
    """Where the terminal goes, by a signal or without, the program ends by itself and has kept where one was."""
    terminal.wait_for(lambda text: "newest first" in text)
    terminal.press("jjj")
    terminal.wait_for(lambda text: "4 / " in text)
    if way == "without a word":
        terminal.vanish()
    else:
        terminal.run.send_signal(getattr(signal, way))
    assert terminal.run.wait(TIMEOUT) == 0
    (kept,) = tmp_path.rglob("screen.json")
    assert "newest" in kept.read_text("utf-8")


def test_what_a_vanished_terminal_was_still_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the screen has left in a buffer when its terminal goes is dropped, and not complained of at the end."""
    ours, theirs = pty.openpty()

    def show(*_: object) -> int:
        sys.stderr.write("a last frame")
        os.close(ours)
        return 0

    monkeypatch.setattr(opening, "run", show)
    with os.fdopen(theirs, "w") as shown, os.fdopen(os.dup(theirs), "w") as printed:
        monkeypatch.setattr(sys, "stderr", shown)
        monkeypatch.setattr(sys, "stdout", printed)

        assert main([]) == 0

        shown.flush()  # as Python does at its end: to a terminal that is gone it would fail


def test_end_of_the_terminal_of_a_search(sample_archive: Path, tmp_path: Path) -> None:
    """A screen that a search has opened ends as well as one that was opened without a command."""
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    arguments = [str(COMMAND), "--archive", str(sample_archive), "search", "jardin", "--open"]
    terminal = Terminal(arguments, homes)
    try:
        terminal.wait_for(lambda text: "reasons" in text)
        terminal.press("jjkk")
        terminal.vanish()
        assert terminal.run.wait(TIMEOUT) == 0
    finally:
        terminal.close()


def test_nothing_typed_is_lost(terminal: Terminal) -> None:
    """What is typed right behind the key that opens a line comes to stand in it, from the first letter on."""
    terminal.wait_for(lambda text: "newest first" in text)
    terminal.press("fyear:2007 ")
    terminal.wait_for(lambda text: "“year:2007 ”" in text or "“year:2007”" in text)
    terminal.press("\x1b")
    terminal.wait_for(lambda text: text.rfind("posts · newest") > text.rfind("year:2007"))
    terminal.press("/xyzzy")
    terminal.wait_for(lambda text: "xyzzy" in text)
    terminal.press("\x1b\x1b")


def test_pictures_are_shown_in_the_terminal(tmp_path: Path) -> None:
    """A picture at hand fills the terminal in half blocks, a broken one says so; then the screen is there again."""
    marks = (
        Mark(0, 4, "image", "http://a.example/x/gare.png"),
        Mark(5, 9, "image", "http://a.example/x/zinc.png"),
    )
    archive = blogs.write(
        tmp_path / "archive.db", [bare.post("one", title="Avec", body="gare zinc et rien", marks=marks)]
    )
    folder = tmp_path / "archive_files" / "x"
    folder.mkdir(parents=True)
    PIL.Image.new("RGB", (64, 48), (200, 30, 40)).save(folder / "gare.png")
    (folder / "zinc.png").write_bytes(b"no picture")
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    terminal = Terminal([str(COMMAND), "--archive", str(archive)], {**homes, "COLORTERM": "truecolor"})
    try:
        terminal.wait_for(lambda text: "Avec" in text)
        terminal.press("\r")
        terminal.wait_for(lambda text: "pictures" in text)
        terminal.press("v")
        terminal.wait_for(lambda text: "1 of 2 · gare" in text)
        assert "200;30;40" in terminal.text
        terminal.press("n")
        terminal.wait_for(lambda text: "zinc.png cannot be shown" in text)
        terminal.press("\x1b")
        terminal.wait_for(lambda text: text.rfind("reasons") > text.rfind("cannot be shown"))
        terminal.press("q")
        assert terminal.run.wait(TIMEOUT) == 0
    finally:
        terminal.close()


def test_size_without_a_signal(terminal: Terminal) -> None:
    """Where a terminal has another size and no signal tells so, the screen is of that size a moment later."""
    terminal.wait_for(lambda text: "newest first" in text)
    # A program that was not started by a shell is told nothing.
    fcntl.ioctl(terminal.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 60, 0, 0))
    start = len(terminal.text)

    def is_narrow(text: str) -> bool:
        # All of it is looked at only where it may be there: that takes long.
        if "quit" not in text[start:]:
            return False
        *_, place, keys = terminal.shown(start, 60).splitlines()
        return "1 / " in place and "q quit" in keys

    terminal.wait_for(is_narrow)
