"""A list with a cursor on one of its entries, and the keys and the mouse that move it.

Must not know what an entry is, nor on which keys it moves: those who build on it say so.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events

from reader.tui.lineview import LineView, Pen

_MARK = "▌ "
_NO_MARK = "  "


class EntryList(LineView):
    """Entries of one or more lines each.

    A list says how many there are (`count`), which lines are whose (`lines_of`, `entry_at`), and how one is opened.
    """

    HAS_TEXT = False
    LINES_EACH: ClassVar[int] = 1
    """How many lines an entry takes, as far as all take the same."""
    OPENS_AT_ONCE: ClassVar[bool] = False
    """Whether the first click opens an entry already."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0

    # For those who build on it

    @property
    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def lines_of(self, index: int) -> range:
        """The lines of an entry."""
        return range(index * self.LINES_EACH, (index + 1) * self.LINES_EACH)

    def entry_at(self, line: int) -> int | None:
        """The entry that a line belongs to."""
        index = line // self.LINES_EACH
        return index if index < self.count else None

    def first_line_with(self, index: int) -> int:
        """The line that must be on the screen with an entry: a heading over it may be one."""
        return self.lines_of(index).start

    def action_open(self) -> None:
        """Open the entry under the cursor."""
        raise NotImplementedError

    def moved(self) -> None:
        """The cursor is on another entry."""

    # Drawing

    def pen_at(self, index: int) -> Pen:
        """A pen on a line of an entry, with the mark of the cursor where it stands there."""
        is_current = index == self.cursor
        pen = Pen(self, *(("cursor",) if is_current and self.has_focus else ()))
        pen.write(_MARK if is_current else _NO_MARK, self.mark_ink)
        return pen

    def focus_changed(self) -> None:
        """Draw the entry under the cursor again."""
        self.redraw_cursor()

    def redraw_cursor(self) -> None:
        """Draw the entry under the cursor again."""
        if self.cursor < self.count:
            self.redraw_lines(self.lines_of(self.cursor))

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on an entry."""
        if self.count:
            self.redraw_cursor()
            self.cursor = min(max(0, index), self.count - 1)
            self.redraw_cursor()
            self.show_cursor()
            self.moved()

    def show_cursor(self) -> None:
        """Scroll as little as shows the entry under the cursor."""
        if self.cursor < self.count and self.height:
            lines = self.lines_of(self.cursor)
            self.scroll_into_view(self.first_line_with(self.cursor), max(lines.start, lines.stop - 1))

    def action_move(self, entries: int) -> None:
        """Some entries on or back."""
        self.move_to(self.cursor + entries)

    def action_page(self, pages: int) -> None:
        """As many entries as the screen holds, on or back."""
        self.move_to(self.cursor + pages * max(1, self.height // self.LINES_EACH - 1))

    def action_first(self) -> None:
        """To the first entry."""
        self.move_to(0)
        self.scroll_line(0)

    def action_last(self) -> None:
        """To the last entry."""
        self.move_to(self.count - 1)

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor on an entry; open it where it stands there already, or at two clicks."""
        index = self.entry_at(self.top + event.get_content_offset_capture(self).y)
        if index is None:
            return
        is_chosen = index == self.cursor or event.chain > 1 or self.OPENS_AT_ONCE
        self.move_to(index)
        if is_chosen:
            self.action_open()
