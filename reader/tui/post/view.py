"""The body of a post as a column of lines, laid out once for a width and drawn as it is scrolled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from reader.models import Post
from reader.tui.lineview import LineView, Pen
from reader.tui.post.column import WIDEST_BY_DEFAULT, Column, column, wider
from reader.tui.shown import Shown
from reader.tui.typeset import Inks, TextLine, typeset

# Where a hit comes to stand on the screen: a third down, with what led to it above.
_HIT_PLACE = 3
# Enough words after a line to know the place by.
_FURTHER = 80


class PostView(LineView):
    """The text of one post."""

    BINDING_GROUP_TITLE = "Post"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign", "wider(1)", "Wider column", show=False, key_display="+"),
        Binding("minus", "wider(-1)", "Narrower column", show=False, key_display="-"),
        Binding("down,j", "scroll(1)", "A line down", show=False),
        Binding("up,k", "scroll(-1)", "A line up", show=False),
        Binding("pagedown,space", "page(1)", "A page down", show=False),
        Binding("pageup,shift+space", "page(-1)", "A page up", show=False),
        Binding("home,g", "first", "To the top", show=False),
        Binding("end,G", "last", "To the end", show=False),
        Binding("n", "next_hit(1)", "Next match of the search", show=False),
        Binding("N,p", "next_hit(-1)", "Match before", show=False),
    ]

    class Reset(Message):
        """The column has another width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wanted = WIDEST_BY_DEFAULT
        self._shown = Shown("")
        self._lines: list[TextLine] = []
        self._starts: list[int] = []
        self._inks = Inks(self._shown)
        self._hits: list[tuple[int, int]] = []
        self._set_for = 0
        self._pending: int | None = None
        self._anchor = (0, 0)

    @property
    def lines(self) -> int:
        """How many lines the text has at this width, with a blank one at its end."""
        return len(self._lines) + 1 if self._lines else 0

    @property
    def place(self) -> Column:
        """Where the column stands."""
        return column(self.width, self.wanted)

    @property
    def links(self) -> Sequence[str]:
        """The addresses of the links, by their number."""
        return self._shown.links

    @property
    def words_at_top(self) -> str:
        """What can be read at the top of the screen, without the signs that were put in."""
        line = next((line for line in self._lines[self.top :] if line.end > line.start), None)
        return "" if line is None else self._shown.words(line.start, line.end + _FURTHER)

    def show(self, post: Post, *, hits: Sequence[tuple[int, int]] = (), offset: int | None = None) -> None:
        """Show a post from its start, or from what was found at an offset of its body."""
        self._shown = Shown(post.body, post.marks)
        self._hits = [self._shown.span(start, end) for start, end in hits]
        self._inks = Inks(self._shown, self._hits)
        self._set_for = 0
        self._pending = None if offset is None else self._shown.span(offset, offset)[0]
        if offset is None and hits:
            self._pending = self._hits[0][0]
        self._anchor = (0, 0)
        self.scroll_line(0)
        self._set()

    def draw(self, y: int, width: int) -> Strip:
        """A line of the text, in its column."""
        pen = Pen(self)
        if y >= len(self._lines):
            return pen.strip(width)
        line = self._lines[y]
        pen.move_to(self.place.left)
        pen.write(line.lead, "rail")
        for text, inks in self._inks.runs(self._shown.text, line.start, line.end):
            pen.write(text, *inks)
        return pen.strip(width)

    def on_resize(self) -> None:
        """Set the text for another width."""
        self._set()

    def text_between(self, start: Offset, end: Offset) -> str:
        """The words of the body from one place to another: lines that were only wrapped are joined again."""
        if not self._lines:
            return ""
        first, last = self._offset_at(start), self._offset_at(end)
        return self._shown.words(first, last)

    # Keys

    def action_wider(self, steps: int) -> None:
        """Make the column wider or narrower."""
        self.wanted = wider(self.width, self.wanted, steps)
        self._set()
        self.post_message(self.Reset())

    def action_first(self) -> None:
        """To the first line."""
        self.scroll_line(0)

    def action_last(self) -> None:
        """To the last line."""
        self.scroll_line(self.lines)

    def action_next_hit(self, step: int) -> None:
        """To the next match of the search, or the one before."""
        lines = sorted({self._line_of(start) for start, _ in self._hits})
        middle = self.top + self.height // _HIT_PLACE
        following = (
            [line for line in lines if line > middle]
            if step > 0
            else [line for line in lines if line < middle]
        )
        if following:
            self._scroll_to_hit(following[0] if step > 0 else following[-1])

    # Setting

    def _set(self) -> None:
        """Break the text into lines where the column has another width, keeping the reader's place."""
        width = self.place.width
        if self.width < 1 or width == self._set_for:
            self.redraw()
            return
        if self._set_for and self.top != self._anchor[0] and self.top < len(self._lines):
            self._anchor = (self.top, self._lines[self.top].start)
        self._set_for = width
        self._lines = typeset(self._shown, width)
        self._starts = [line.start for line in self._lines]
        self.relined()
        if self._pending is not None:
            self._scroll_to_hit(self._line_of(self._pending))
            self._pending = None
            self._anchor = (-1, 0)
        elif self.top:
            self.scroll_line(self._line_of(self._anchor[1]))
            # The words stay the same ones until somebody scrolls, however often the width changes.
            self._anchor = (self.top, self._anchor[1])

    def _line_of(self, offset: int) -> int:
        """The line that an offset of the shown text is on."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _scroll_to_hit(self, line: int) -> None:
        self.scroll_line(max(0, line - self.height // _HIT_PLACE))

    def _offset_at(self, place: Offset) -> int:
        """The offset of the shown text under a character of the screen."""
        if place.y >= len(self._lines):
            return len(self._shown.text)
        line = self._lines[max(0, place.y)]
        return min(line.end, line.start + max(0, place.x - self.place.left - len(line.lead)))
