"""The piece of a body that shows why it was found, on one line.

Offsets are into the raw text: whoever shows a snippet makes each of its pieces safe on its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile

from reader.search.finding import Finder, Match, ranges

_WIDTH = 160
# What a reader needs before a word to know what it is about.
_LEAD = 50
# A body may be megabytes long: no more of it is looked through, once something was found.
_FAR_ENOUGH = 100_000
_MOST_SIGNS = 1_000

_RUN = re.compile(r"\S+")
_SPACE = re.compile(r"\s")
_CUT = "…"

Snippet = tuple[str, tuple[tuple[int, int], ...], int | None]


def snippet(body: str, finder: Finder) -> Snippet:
    """About 160 characters around the densest group of matches, with the places of all matches in them.

    Third is where in the body the first of those starts, or None where the body has no match; the
    snippet is its first words then.
    """
    places = _places(body, finder)
    if not places:
        first = _RUN.search(body)
        start, end = _around(body, first.start(), first.start()) if first else (0, 0)
        return _Line(body, start, end).text, (), None
    group = _densest(places)
    start, end = _around(body, group[0].start, group[-1].end)
    line = _Line(body, start, end)
    inside = [(a, min(b, end)) for a, b in ranges(places) if start <= a < end]
    return line.text, tuple((line.place(a), line.place(b - 1) + 1) for a, b in inside), inside[0][0]


def _places(body: str, finder: Finder) -> list[Match]:
    """The matches of a body, or of its beginning as far as there are some."""
    words = finder.words(body)
    places = list(islice(words, 1))
    places += takewhile(lambda place: place.start < _FAR_ENOUGH, words)
    places += islice(finder.signs(body), _MOST_SIGNS)
    return sorted(places)


def _densest(places: list[Match]) -> list[Match]:
    """The run of places no wider than a snippet with the most different words, then the most words."""
    best = (0, 0)
    group: list[Match] = []
    counts: dict[int, int] = {}
    first = 0
    for last, place in enumerate(places):
        counts[place.key] = counts.get(place.key, 0) + 1
        while first < last and place.end - places[first].start > _WIDTH - 2 * len(_CUT):
            key = places[first].key
            counts[key] -= 1
            if not counts[key]:
                del counts[key]
            first += 1
        if (len(counts), last - first + 1) > best:
            best = (len(counts), last - first + 1)
            group = places[first : last + 1]
    return group


def _around(body: str, first: int, last: int) -> tuple[int, int]:
    """The range to show around body[first:last], cut at white space where there is some near."""
    start = first - max(0, min(_LEAD, (_WIDTH - (last - first)) // 2))
    if start <= _LEAD // 4:
        start = 0
    elif gap := _SPACE.search(body, start - 1, first):
        start = gap.end()
    # One word may be as long as the whole body.
    last = min(last, first + _WIDTH)
    end = max(last, start + _WIDTH)
    if end < len(body):
        gaps = [gap.start() for gap in _SPACE.finditer(body, last, end + 1)]
        end = gaps[-1] if gaps else end
    return start, min(end, len(body))


class _Line:
    """body[start:end] on one line, as `text`, with each run of white space made one space."""

    def __init__(self, body: str, start: int, end: int) -> None:
        lead = _CUT if _RUN.search(body, 0, start) else ""
        tail = _CUT if _RUN.search(body, end) else ""
        self._in_body: list[int] = []
        self._in_line: list[int] = []
        runs = []
        length = len(lead)
        for run in _RUN.finditer(body, start, end):
            self._in_body.append(run.start())
            self._in_line.append(length)
            runs.append(run[0])
            length += len(run[0]) + 1
        self.text = lead + " ".join(runs) + tail

    def place(self, offset: int) -> int:
        """Where a character of the body is in the line; white space is where the run before it ends."""
        index = bisect_right(self._in_body, offset) - 1
        after = self._in_line[index + 1] - 1 if index + 1 < len(self._in_line) else len(self.text)
        return min(self._in_line[index] + offset - self._in_body[index], after)
