"""Search: a query language that has no errors, ranking, snippets and highlights.

Must not know screens, dump formats, the environment or the clock. Light to import: it loads nothing
but the standard library and the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.asking import Results, ask
from reader.search.explaining import explain
from reader.search.finding import Finder, ranges
from reader.search.query import parse

if TYPE_CHECKING:
    from reader.archive import Archive

__all__ = ["Results", "explain", "matches", "search"]


def search(
    archive: Archive, query: str, *, limit: int = 50, ranked: bool = True, as_typed: bool = False
) -> Results:
    """The posts and comments that a query asks for, the best first, or the newest where `ranked` is off.

    Every text is a query. `as_typed` says that its last word is still being typed.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    return ask(archive, parse(query, as_typed=as_typed), limit=limit, ranked=ranked)


def matches(text: str, query: str, *, as_typed: bool = False) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text: (start, end) offsets, in order, none overlapping."""
    finder = Finder(parse(query, as_typed=as_typed).node)
    return ranges([*finder.words(text), *finder.signs(text)])
