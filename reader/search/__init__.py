"""Search: a query language that has no errors, ranking, snippets and highlights.

    search(archive, "été -pluie", ranked=False, as_typed=True)      while somebody types: newest first, in a frame
    search(archive, "été -pluie")                                   on Enter: the best first
    results.hits, .total, .complete, .notice, .suggestion           what there is, and what to say about it
    results.matches(text)                                           where the words stand in any text, stems included
    marker(archive, query)                                          the same without searching
    by_post(results.hits)                                           the hits of each post together
    facets(archive, query)                                          how many by blog, year and author
    count(archive, query)                                           exactly how many
    posts_found(archive, query)                                     the ids of all posts with a hit
    more_like(archive, post_id)                                     posts that speak of the same
    concordance(archive, query)                                     every word in its context, to be aligned

Each may run in a thread with an archive of its own; `Archive.interrupt` from another thread stops it with
`Interrupted`, so that a new keystroke need not wait for the one before. `is:starred` and `is:unread` are about the
`starred` and `read` keys of posts that are passed in: search reads no file but the archive.

Must not know screens, dump formats, the environment or the clock. Light to import: it loads nothing
but the standard library and the models, and what only some searches need when it is first named.
"""

from __future__ import annotations

from reader.later import later
from reader.search.finding import Finder, ranges
from reader.search.query import parse
from reader.search.results import Results, by_post, marker, search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.search.counting import Facets, count, facets, posts_found
    from reader.search.explaining import explain
    from reader.search.likening import more_like
    from reader.search.wording import Line, concordance

_LATER = {
    **dict.fromkeys(("Facets", "count", "facets", "posts_found"), "counting"),
    "explain": "explaining",
    "more_like": "likening",
    **dict.fromkeys(("Line", "concordance"), "wording"),
}

__all__ = [
    "Facets",
    "Line",
    "Results",
    "by_post",
    "concordance",
    "count",
    "explain",
    "facets",
    "marker",
    "matches",
    "more_like",
    "posts_found",
    "search",
]


def matches(text: str, query: str, *, as_typed: bool = False) -> list[tuple[int, int]]:
    """Where the words of a query stand in a text: (start, end) offsets, in order, none overlapping.

    Knows plurals and no other forms; `Results.matches` and `marker` know those of the archive too.
    """
    finder = Finder(parse(query, as_typed=as_typed).node)
    return ranges([*finder.words(text), *finder.signs(text)])


__getattr__ = later(__name__, _LATER)
