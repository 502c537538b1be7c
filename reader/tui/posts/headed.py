"""A list with a cursor whose entries stand one a line below headings.

Must not know what an entry is: those who build on it draw it, and say what to do with it.
"""

from __future__ import annotations

from array import array
from typing import ClassVar

from reader.tui.entries import EntryList
from reader.tui.posts.flow import Flow


class HeadedList(EntryList):
    """Numbers of entries in the order of a `Flow`."""

    NUMBERS: ClassVar[str] = "q"
    """What an `array` of them is made of."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._flow = Flow(array(self.NUMBERS))

    @property
    def lines(self) -> int:
        """One for each entry, and those of the headings."""
        return self._flow.lines

    @property
    def count(self) -> int:
        """How many entries there are so far."""
        return len(self._flow.ids)

    def lines_of(self, index: int) -> range:
        """The line of an entry."""
        line = self._flow.line_of(index)
        return range(line, line + 1)

    def first_line_with(self, index: int) -> int:
        """The line of an entry, or that of the heading over it."""
        return self._flow.first_line_with(index)

    def entry_at(self, line: int) -> int | None:
        """The entry on a line; a heading is none."""
        what = self._flow.at(line)
        return what if isinstance(what, int) else None
