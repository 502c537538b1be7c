"""Looking for a query beside the screen: one archive per search, and a stale search is stopped.

Knows the search and no widget; what it finds comes back as a call in its own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.archive import Interrupted, open_archive
from reader.errors import ArchiveError
from reader.search import Results, search
from reader.tui.asking import Stoppable


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a query, or why nothing could be looked for."""

    query: str
    limit: int
    results: Results | None
    error: ArchiveError | None = None


class Seeking:
    """Searches of one archive; beginning one stops the one before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stoppable = Stoppable()

    def stop(self) -> None:
        """Stop what is being searched, if anything is."""
        self._stoppable.stop()

    def seek(self, query: str, limit: int, is_stale: Callable[[], bool]) -> Found | None:
        """The hits; None where the search was stopped or nobody waits for it any more."""
        try:
            with open_archive(self._path) as archive:
                self._stoppable.begin(archive)
                try:
                    if is_stale():
                        return None
                    results = search(archive, query, limit=limit, as_typed=is_open(query))
                finally:
                    self._stoppable.end(archive)
        except Interrupted:
            return None
        except ArchiveError as error:
            return Found(query, limit, None, error)
        return None if is_stale() else Found(query, limit, results)


def is_open(query: str) -> bool:
    """Whether the last word of a query may still be being typed."""
    return not query.endswith((" ", '"'))
