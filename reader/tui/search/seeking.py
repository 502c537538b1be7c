"""Looking for a query beside the screen: one archive per search, and a stale search is stopped.

Knows the search and no widget; what it finds comes back as calls in its own thread: the hits first, then how they
are spread, then what a filter hides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from reader.archive import Archive, Interrupted, open_archive
from reader.errors import ArchiveError
from reader.marks import Marks
from reader.search import Facets, Results, facets, search
from reader.tui.asking import Stoppable

# Counting how the hits are spread takes longer than finding them: not while keys follow each other.
_PAUSE_AFTER_KEY = 0.1
# `blog:Crumbs`, `year:2007`, `is:starred`: what leaves hits out that have the words.
_FILTER = re.compile(r'(?<!\S)-?[^\W\d_]+:(?:"[^"]*"?|\S*)')


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a query, or why nothing could be looked for.

    `hidden` is how many hits there are without the filters of a query that finds none with them.
    """

    query: str
    limit: int
    ranked: bool
    results: Results | None
    facets: Facets | None = None
    hidden: int = 0
    error: ArchiveError | None = None


class Seeking:
    """Searches of one archive; beginning one stops the one before."""

    def __init__(self, path: Path, marks: Marks) -> None:
        self._path = path
        self._marks = marks
        self._stoppable = Stoppable()
        self._is_stopped = Event()

    def stop(self) -> None:
        """Stop what is being searched or waited for, if anything is."""
        self._is_stopped.set()
        self._is_stopped = Event()
        self._stoppable.stop()

    def seek(
        self,
        query: str,
        limit: int,
        is_stale: Callable[[], bool],
        tell: Callable[[Found], None],
        *,
        ranked: bool,
    ) -> None:
        """Tell what is found, unless the search is stopped or nobody waits for it any more."""
        is_stopped = self._is_stopped
        try:
            with open_archive(self._path) as archive, self._stoppable.asking(archive):
                for found in self._steps(archive, query, limit, ranked, is_stopped):
                    if is_stale():
                        return
                    tell(found)
        except Interrupted:
            return
        except ArchiveError as error:
            if not is_stale():
                tell(Found(query, limit, ranked, None, error=error))

    def _steps(
        self, archive: Archive, query: str, limit: int, ranked: bool, is_stopped: Event
    ) -> Iterator[Found]:
        starred, read = self._marks.starred_keys(), self._marks.read_keys()
        typed = is_open(query) and not ranked
        results = search(
            archive, query, limit=limit, ranked=ranked, as_typed=typed, starred=starred, read=read
        )
        found = Found(query, limit, ranked, results)
        yield found
        if is_stopped.wait(_PAUSE_AFTER_KEY):
            return
        if results.total:
            yield replace(found, facets=facets(archive, query, as_typed=typed, starred=starred, read=read))
        elif (rest := without_filters(query)) is not None:
            hidden = search(archive, rest, limit=0, as_typed=is_open(rest), starred=starred, read=read).total
            if hidden:
                yield replace(found, hidden=hidden)


def is_open(query: str) -> bool:
    """Whether the last word of a query may still be being typed."""
    return not query.endswith((" ", '"'))


def without_filters(query: str) -> str | None:
    """The words of a query alone; None where there are no filters in it, or nothing else."""
    rest = " ".join(_FILTER.sub(" ", query).split())
    return rest if rest and rest != " ".join(query.split()) else None


def toggled(query: str, field: str, name: str) -> str:
    """The query with a filter put to its end, or taken out where it has it."""
    term = filter_term(field, name)
    if term in query:
        return " ".join(query.replace(term, " ").split())
    return f"{query.rstrip()} {term}".strip()


def filter_term(field: str, name: str) -> str:
    """`blog:"Carnet de quais"`."""
    words = " ".join(name.replace('"', " ").split())
    return f"{field}:{words}" if words.isalnum() else f'{field}:"{words}"'
