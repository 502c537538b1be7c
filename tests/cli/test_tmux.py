"""The main path in a real terminal emulator: tmux, as people have it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.archive import open_archive

from .test_screen import terminal_environment

COMMAND = Path(sys.executable).with_name("reader")
# Far longer than anything takes; a test that waits so long has failed.
TIMEOUT = 60.0


class Session:
    """A tmux of its own, with one window in which the reader runs."""

    def __init__(self, folder: Path, command: list[str], *, width: int, height: int) -> None:
        # Its own socket: nobody else's sessions are touched.
        self._tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        homes = {name: str(folder) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        size = ["-x", str(width), "-y", str(height)]
        environment = {**terminal_environment(), **homes, "LANG": "C.UTF-8"}
        subprocess.run([*self._tmux, "new-session", "-d", *size, *command], env=environment, check=True)

    def press(self, *keys: str) -> None:
        """Type some keys, by the names that tmux has for them."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def resize(self, width: int, height: int) -> None:
        """Make the window as large as this."""
        subprocess.run([*self._tmux, "resize-window", "-x", str(width), "-y", str(height)], check=True)

    def wait_for(self, is_there: Callable[[str], bool]) -> str:
        """The screen, once it is as it should be."""
        end = time.monotonic() + TIMEOUT
        while True:
            found = subprocess.run([*self._tmux, "capture-pane", "-p"], capture_output=True, text=True)
            if is_there(found.stdout) or (found.returncode and is_there("")):
                return found.stdout
            assert time.monotonic() < end, found.stdout
            time.sleep(0.05)

    def close(self) -> None:
        """End whatever still runs."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True)


@pytest.fixture
def session(sample_archive: Path, tmp_path: Path) -> Iterator[Session]:
    """The samples in a window of 80 cells."""
    if not COMMAND.exists() or shutil.which("tmux") is None:
        pytest.skip("there is no tmux, or the command is not installed")
    opened = Session(tmp_path, [str(COMMAND), "--archive", str(sample_archive)], width=80, height=24)
    yield opened
    opened.close()


def test_main_path(session: Session, sample_archive: Path) -> None:
    """List, post, comments, a wider window, a search, a hit read where it was found, and out."""
    with open_archive(sample_archive) as archive:
        row = next(row for row in archive.post_rows(archive.post_ids()) if row.comments > 1)
        post = archive.post(row.id)
        place = list(archive.post_ids()).index(row.id)
    name = next(comment.author for comment in post.comments if comment.author)
    first_words = " ".join(post.body.split()[:3])

    session.wait_for(lambda screen: "newest first" in screen)
    session.press(*["j"] * place, "Enter")
    session.wait_for(lambda screen: first_words in " ".join(screen.split()))
    session.press("c")
    session.wait_for(lambda screen: name in screen and "fold" in screen.splitlines()[-1])
    # With more room the list and the post stand beside them.
    session.resize(120, 34)
    session.wait_for(lambda screen: name in screen and "newest first" in screen)
    session.press("Escape", "Escape")
    session.wait_for(lambda screen: "order" in screen.splitlines()[-1])
    session.press("/", *"farine")
    session.wait_for(lambda screen: "hits" in screen and "farine" in screen)
    session.press("Down", "Enter")
    session.wait_for(lambda screen: "source" in screen.splitlines()[-1] and "farine" in screen)
    session.press("q")
    session.wait_for(lambda screen: not screen.strip())
