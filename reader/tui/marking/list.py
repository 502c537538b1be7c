"""All marks, the last first, each on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.marks import Marked
from reader.text import safe_line
from reader.tui.entries import EntryList
from reader.tui.language import _, later
from reader.tui.lineview import Pen
from reader.tui.marking.own import STAR
from reader.tui.phrases import cut, date_in_words

_EMPTY = later("Nothing is marked yet: * gives a star, e writes a note, t gives tags.")


class MarksList(EntryList):
    """What was starred, noted and tagged, with a cursor."""

    BINDING_GROUP_TITLE = "Marks"
    LINES_EACH = 3
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", key_display="↵", id="marks.open"),
        Binding("d,delete", "remove", "take the mark away", id="marks.remove"),
        Binding("down,j", "move(1)", "Next mark", show=False, id="marks.next"),
        Binding("up,k", "move(-1)", "Mark before", show=False, id="marks.previous"),
        Binding("home,g", "first", "First mark", show=False, id="marks.first"),
        Binding("end,G", "last", "Last mark", show=False, id="marks.last"),
    ]

    @dataclass
    class Opened(Message):
        """A mark was chosen to be read."""

        marked: Marked

    @dataclass
    class Removed(Message):
        """A mark is to be taken away."""

        marked: Marked

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marked: Sequence[Marked] = ()

    def show(self, marked: Sequence[Marked]) -> None:
        """Show these marks."""
        self._marked = marked
        self.cursor = min(self.cursor, max(0, len(marked) - 1))
        self.relined()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._marked)

    @property
    def lines(self) -> int:
        """Three for each: what it is on, what was written, and a blank one."""
        return self.count * self.LINES_EACH or 1

    def lines_of(self, index: int) -> range:
        """The lines of a mark without the blank one."""
        return super().lines_of(index)[:-1]

    @property
    def current(self) -> Marked | None:
        """The mark under the cursor."""
        return self._marked[self.cursor] if self._marked else None

    def draw(self, y: int, width: int) -> Strip:
        """A line of a mark."""
        if not self._marked:
            pen = Pen(self)
            pen.move_to(2)
            pen.write(cut(_(_EMPTY), width - 2), "muted")
            return pen.strip(width)
        index, part = divmod(y, self.LINES_EACH)
        one = self._marked[index]
        if part == self.LINES_EACH - 1:
            return Pen(self).strip(width)
        pen = self.pen_at(index)
        if part == 0:
            pen.write(f"{STAR} " if one.is_starred else "  ", "accent")
            place = "" if one.comment is None else _("comment {}").format(one.comment)
            facts = [place, date_in_words(one.published, time=False), safe_line(one.blog)]
            tail = "".join(f" · {fact}" for fact in facts if fact)
            pen.write(
                cut(safe_line(one.title) or _("untitled"), max(width // 2, width - pen.cells - len(tail))),
                "strong",
            )
            pen.write(cut(tail, width - pen.cells), "muted")
        else:
            pen.move_to(4)
            tags = " ".join(f"#{safe_line(tag)}" for tag in one.tags)
            pen.write(cut(tags + "  " * bool(tags), width - pen.cells), "accent")
            pen.write(cut(safe_line(one.note), width - pen.cells))
        return pen.strip(width)

    def action_open(self) -> None:
        """Read what was marked."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def action_remove(self) -> None:
        """Take the mark away."""
        if self.current is not None:
            self.post_message(self.Removed(self.current))
