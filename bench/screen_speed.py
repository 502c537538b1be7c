"""How soon the list is on the terminal, how soon a key shows its effect, and what a million posts weigh.

    python -m bench.screen_speed                                    # makes archives of 5 and 100,000 posts
    python -m bench.screen_speed 5.db 100k.db 1m.db                 # or measures these

Besides, a thread of 5,000 comments, forty levels deep: how soon it is open, and what a key costs in it.
Everything runs in a pseudo-terminal of 160 by 45 cells, as a person has it, each in turn and several rounds, beside
a bare Textual app with one line. Times of starting are from `exec` to the first byte of the first title; times of
keys are those that the app's process was on a processor between a key and the quiet after it, read from
/proc/PID/schedstat to the nanosecond, so that another program on the machine does not count.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pty
import random
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fcntl import ioctl
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from bench.generating import Blogs
from reader.archive import Entry, NewDump, open_archive, open_for_writing

_SIZE = (160, 45)
_QUIET = 0.03
_CROWD, _DEEPEST = 5_000, 40
_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("one line")
Bare().run()
"""


class Terminal:
    """A command in a pseudo-terminal, and what it has written."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.begun = time.perf_counter()
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**os.environ, **environment, "TERM": "xterm-256color"})
        ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", _SIZE[1], _SIZE[0], 0, 0))
        self.written = b""

    def wait_for(self, words: bytes, timeout: float = 60) -> float:
        """The seconds from the start until some words were written."""
        while words not in self.written:
            if not self._read(timeout):
                raise SystemExit(f"{words.decode()} never came:\n{self.written[-800:]!r}")
        return time.perf_counter() - self.begun

    def settle(self) -> None:
        """Read until nothing more is written for a while."""
        while self._read(_QUIET):
            pass

    def press(self, key: str) -> float:
        """The milliseconds that the process worked for a key."""
        before = self.worked
        os.write(self._end, key.encode())
        self._read(1)
        self.settle()
        return (self.worked - before) / 1e6

    @property
    def worked(self) -> int:
        """The nanoseconds that the main thread was on a processor."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0])

    @property
    def memory(self) -> float:
        """The megabytes in memory."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self) -> float:
        """End it; the seconds of processor time that it took."""
        os.kill(self.pid, signal.SIGKILL)
        _, _, used = os.wait4(self.pid, 0)
        os.close(self._end)
        return used.ru_utime + used.ru_stime

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._end], [], [], timeout)
        if ready:
            try:
                self.written += os.read(self._end, 1 << 16)
            except OSError:
                return False
        return bool(ready)


@dataclass
class Figures:
    """What was measured of one command."""

    starts: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def start(command: Sequence[str], words: bytes, environment: dict[str, str], into: Figures) -> None:
    """Measure one start."""
    terminal = Terminal(command, environment)
    into.starts.append(terminal.wait_for(words))
    into.processor.append(terminal.close())


def first_words(path: Path) -> bytes:
    """The beginning of the title of the newest post, as it must come to stand on the screen."""
    with open_archive(path) as archive:
        row = archive.post_rows(archive.post_ids(limit=1))[0]
    return (row.title or row.start).split()[0].encode()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archives", nargs="*", type=Path, help="from the smallest to the largest")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keys", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archives = options.archives or _made(Path(folder))
        environment = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), folder)
        _measure_starts(archives, environment, options.rounds)
        for path in archives:
            _measure_keys(path, environment, options.keys)
        _measure_thread(_crowded(Path(folder) / "crowded.db"), environment, options.keys)


def _made(folder: Path) -> list[Path]:
    made = []
    for posts in (5, 100_000):
        path = folder / f"{posts}.db"
        subprocess.run([sys.executable, "-m", "bench.generating", path, "--posts", str(posts)], check=True)
        made.append(path)
    return made


def _measure_starts(archives: Sequence[Path], environment: dict[str, str], rounds: int) -> None:
    reader = str(Path(sys.executable).with_name("reader"))
    commands = {"bare Textual": ([sys.executable, "-c", _BARE], b"one line")}
    for path in archives:
        commands[path.name] = ([reader, "--archive", str(path)], first_words(path))
    figures = {name: Figures() for name in commands}
    for _ in range(rounds):
        for name, (command, words) in commands.items():
            start(command, words, environment, figures[name])
    bare = figures["bare Textual"]
    print(f"{'':14}{'wall':>9}{'x bare':>8}{'processor':>11}{'x bare':>8}   (medians of {rounds})")
    for name, figure in figures.items():
        wall, own = median(figure.starts), median(figure.processor)
        ratios = (wall / median(bare.starts), own / median(bare.processor))
        print(f"{name:14}{wall:8.3f}s{ratios[0]:8.2f}{own:10.3f}s{ratios[1]:8.2f}")


def _crowded(path: Path) -> Path:
    """An archive of one post with a thread of 5,000 comments, of which some stand forty levels deep."""
    generator = random.Random(1)
    posts = Blogs(5_000, 5, seed=1).posts()
    first = next(posts)
    found = (comment for post in posts for comment in post.comments)
    above: list[int] = []
    comments = []
    for position, comment in enumerate(islice(found, _CROWD), 1):
        # Down to the deepest level first; after that an answer to any of those above, the nearest the likeliest.
        if position > _DEEPEST:
            del above[max(1, len(above) - int(generator.expovariate(0.3))) :]
        comments.append(
            replace(
                comment,
                position=position,
                reply_to=above[-1] if above else None,
                depth=min(len(above), _DEEPEST),
            )
        )
        above = [*above[: _DEEPEST - 1], position]
    raw = b"made up\n"
    dump = NewDump("crowd", hashlib.sha256(raw).hexdigest(), "made-up", "utf-8", raw, {})
    with open_for_writing(path) as writer:
        writer.write(dump, [Entry(replace(first, comments=tuple(comments)))], [])
    return path


def _measure_thread(path: Path, environment: dict[str, str], keys: int) -> None:
    terminal = _opened(path, environment)
    opened = terminal.press("\r") + terminal.press("c")
    # What the app does once it is open, while nobody presses a key, is not what a key costs.
    time.sleep(1)
    terminal.settle()
    told = []
    for name, key in {
        "next": "j",
        "page": "\x1b[6~",
        "same level": "l",
        "last and first": "G",
        "fold all": "z",
    }.items():
        times = [terminal.press("g" if key == "G" and place % 2 else key) for place in range(keys)]
        told.append(f"{name} {quantiles(times, n=20)[-1]:.1f}")
    terminal.close()
    print(f"{'5,000 comments':14} opened with {opened:.0f} ms of the app; keys, 95 of 100: {', '.join(told)}")


def _opened(path: Path, environment: dict[str, str]) -> Terminal:
    """The screen with its list, at rest."""
    reader = str(Path(sys.executable).with_name("reader"))
    terminal = Terminal([reader, "--archive", str(path)], environment)
    terminal.wait_for(first_words(path))
    # The ids are counted in the heading when all have come.
    terminal.wait_for(b"newest first")
    terminal.settle()
    time.sleep(1)
    terminal.settle()
    return terminal


def _measure_keys(path: Path, environment: dict[str, str], keys: int) -> None:
    terminal = _opened(path, environment)
    memory = terminal.memory
    ways = {"list": "j", "list by page": " ", "post": "j", "comments": "j"}
    told = []
    for name, key in ways.items():
        if name == "post":
            terminal.press("\r")
            terminal.press("g")
        if name == "comments":
            terminal.press("c")
        times = [terminal.press(key) for _ in range(keys)]
        told.append(f"{name} {quantiles(times, n=20)[-1]:.1f}")
    terminal.close()
    print(f"{path.name:14}{memory:7.0f} MB   key to repaint, ms of the app, 95 of 100: {', '.join(told)}")


if __name__ == "__main__":
    main()
