"""Asking the archive while the screen is open: what it cannot answer becomes one notice.

Knows nothing of what is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from reader.archive import Archive, Interrupted, open_archive
from reader.errors import ArchiveError, NotFound
from reader.tui.language import said

Answer = TypeVar("Answer")


class Asking:
    """One open archive, and where to tell what is wrong with it."""

    def __init__(self, archive: Archive, tell: Callable[[str], None]) -> None:
        self.archive = archive
        self._tell = tell
        self._told: set[str] = set()

    def ask(self, question: Callable[[Archive], Answer]) -> Answer | None:
        """The answer to a question; None, and a notice the first time, where there is none."""
        try:
            return question(self.archive)
        except (ArchiveError, NotFound) as error:
            self.failed(error)
            return None

    def failed(self, error: ArchiveError | NotFound) -> None:
        """Tell an error, once: a damaged page is met again with every scroll."""
        sentence = said(error.sentence)
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)


class Stoppable:
    """Holds the archive that a worker thread is asking, so that another thread can stop it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._archives: set[Archive] = set()

    @contextmanager
    def asking(self, archive: Archive) -> Iterator[None]:
        """While a worker asks this archive; when it has ended, nothing interrupts what is about to be closed."""
        with self._lock:
            self._archives.add(archive)
        try:
            yield
        finally:
            with self._lock:
                self._archives.discard(archive)

    def answer(
        self, path: Path, question: Callable[[Archive], Answer], failed: Callable[[ArchiveError], object]
    ) -> Answer | None:
        """What an archive answers that a worker opens for itself; None where it was stopped, or has failed."""
        try:
            with open_archive(path) as archive, self.asking(archive):
                return question(archive)
        except Interrupted:
            return None
        except ArchiveError as error:
            failed(error)
            return None

    def stop(self) -> None:
        """Interrupt whatever is being asked."""
        with self._lock:
            for archive in self._archives:
                archive.interrupt()
