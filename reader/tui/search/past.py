"""What was searched for before, under an empty box: saved searches first, then the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.text import safe_line
from reader.tui.entries import EntryList
from reader.tui.lineview import Pen
from reader.tui.phrases import cut

_SAVED = "★ "
_MOST = 8


class PastSearches(EntryList):
    """A line a query; Enter puts it in the box."""

    BINDING_GROUP_TITLE = "Searches before"
    OPENS_AT_ONCE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "search this again", key_display="↵", id="past.choose"),
        Binding("down,j", "move(1)", "Next one", show=False, id="past.next"),
        Binding("up,k", "move(-1)", "One before", show=False, id="past.previous"),
        Binding("delete,d", "forget", "forget a saved one", show=False, id="past.forget"),
    ]

    @dataclass
    class Chosen(Message):
        """A query is to be searched again."""

        query: str

    @dataclass
    class Forgotten(Message):
        """A saved query is to be saved no more."""

        query: str

    class LeftAbove(Message):
        """The cursor goes up from the first line: back to the box."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._saved = 0
        self._queries: Sequence[str] = ()

    @property
    def count(self) -> int:
        """How many queries there are."""
        return len(self._queries)

    @property
    def lines(self) -> int:
        """One for each query."""
        return self.count

    def show(self, saved: Sequence[str], recent: Sequence[str]) -> None:
        """Show some queries."""
        others = [query for query in recent if query not in saved]
        self._saved = len(saved)
        self._queries = [*saved, *others[: max(2, _MOST - len(saved))]]
        self.cursor = 0
        self.styles.height = min(len(self._queries), 2 * _MOST)
        self.relined()

    def draw(self, y: int, width: int) -> Strip:
        """A query."""
        is_current = y == self.cursor and self.has_focus
        pen = Pen(self, *(("cursor",) if is_current else ()))
        pen.write("▌ " if is_current else "  ", self.mark_ink)
        pen.write(_SAVED if y < self._saved else "  ", "accent")
        pen.write(
            cut(safe_line(self._queries[y]), width - pen.cells), *(() if y < self._saved else ("muted",))
        )
        return pen.strip(width)

    def action_move(self, entries: int) -> None:
        """To the next query, or the one before; above the first is the box."""
        if self.cursor + entries < 0:
            self.post_message(self.LeftAbove())
            return
        super().action_move(entries)

    def action_open(self) -> None:
        """Search for it again."""
        if self._queries:
            self.post_message(self.Chosen(self._queries[self.cursor]))

    def action_forget(self) -> None:
        """Save it no more."""
        if self.cursor < self._saved:
            self.post_message(self.Forgotten(self._queries[self.cursor]))
