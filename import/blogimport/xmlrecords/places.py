"""On which lines of the file the elements of a record stand, and the runs of lines that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.archive import NewSpan
from reader.models import Role

_TWICE = b"\r\r\n"


def with_line_feeds(raw: bytes) -> bytes:
    """The bytes with a line feed for each line break, which is what a parser counts.

    CR CR LF is one break that was made that of another system twice; `Places` counts it as the two lines that it is
    in the file.
    """
    if b"\r" not in raw:
        return raw
    return raw.replace(_TWICE, b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


class Places:
    """The lines of one stretch, from its `first` to its `last` one (counted from 1 over the file)."""

    def __init__(self, first: int, last: int, raw: bytes) -> None:
        self.first = first
        self.last = last
        self._further: list[int] | None = None
        self._lasts: dict[Any, int] = {}
        if _TWICE in raw:
            self._further = [0]
            for line in raw.replace(_TWICE, b"\x00\n").split(b"\n"):
                self._further.append(self._further[-1] + line.endswith(b"\x00"))

    def lines_of(self, element: Any) -> tuple[int, int]:
        """The first and the last line of an element, its tags included."""
        return self._line(element.sourceline), self._line(self._last_of(element))

    def _last_of(self, element: Any) -> int:
        """The last line of an element as a parser counts them; those of the elements within it are remembered."""
        around: list[Any] = []
        while len(element) and element not in self._lasts:
            around.append(element)
            element = element[-1]
        known = self._lasts.get(element)
        last: int = element.sourceline + (element.text or "").count("\n") if known is None else known
        for outer in reversed(around):
            last += (element.tail or "").count("\n")
            self._lasts[outer] = last
            element = outer
        return last

    def spans(self, runs: Iterable[tuple[int, int, Role, int | None]], post: int | None) -> Iterator[NewSpan]:
        """All the lines of the stretch: runs (first, last, role, comment) in their order, the rest about the post.

        A line on which several things stand is the first one's.
        """
        line = self.first
        for first, last, role, comment in runs:
            if last < line:
                continue
            if first > line:
                yield NewSpan(line, first - 1, "meta", post, None)
            yield NewSpan(max(first, line), min(last, self.last), role, post, comment)
            line = min(last, self.last) + 1
        if line <= self.last:
            yield NewSpan(line, self.last, "meta", post, None)

    def _line(self, counted: int) -> int:
        line = self.first + counted - 1
        if self._further is not None:
            line += self._further[min(counted - 1, len(self._further) - 1)]
        return min(line, self.last)
