"""Writing posts to files beside the screen, however many they are, and stopping in the middle of it.

Knows files and the archive, and no widget; how far it has come is told by calls in its own thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.archive import Archive, Interrupted, open_archive
from reader.export import format_of, write_text, write_texts
from reader.models import Post
from reader.tui.asking import Stoppable

_TELL_EVERY = 0.1

Finding = Callable[[Archive], Sequence[int]]
Telling = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """Where posts were written to, how many, and of how many."""

    path: Path
    files: int
    posts: int


class Writing:
    """One export. `stop` may be called from another thread; what is written by then stays."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._stoppable = Stoppable()
        self._is_stopped = False

    def stop(self) -> None:
        """Write no more."""
        self._is_stopped = True
        self._stoppable.stop()

    def post(self, post_id: int, path: Path) -> Written:
        """Write one post to a file.

        Raises:
            ReaderError: when it cannot be read or written.
        """
        with open_archive(self._archive) as archive:
            write_text(archive.post(post_id), path, form=format_of(path))
        return Written(path, 1, 1)

    def posts(self, finding: Finding, path: Path, tell: Telling) -> Written:
        """Write each post that is found to a file of its own in the folder of `path`, whose ending says the format.

        Raises:
            ReaderError: when one cannot be read or written; those before it stay.
        """
        try:
            with open_archive(self._archive) as archive, self._stoppable.asking(archive):
                ids = finding(archive)
                if not ids:
                    return Written(path.parent, 0, 0)
                files = write_texts(self._each(archive, ids, tell), path.parent, form=format_of(path))
                return Written(path.parent, len(files), len(ids))
        except Interrupted:
            return Written(path.parent, 0, 0)

    def _each(self, archive: Archive, ids: Sequence[int], tell: Telling) -> Iterator[Post]:
        told = 0.0
        for written, post_id in enumerate(ids):
            if self._is_stopped:
                return
            if time.monotonic() - told > _TELL_EVERY:
                told = time.monotonic()
                tell(written, len(ids))
            try:
                post = archive.post(post_id)
            except Interrupted:
                return
            yield post
