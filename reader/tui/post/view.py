"""The body of a post as a column of lines, laid out once for a width and drawn as it is scrolled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from reader.models import Post
from reader.tui.find.matching import Highlights
from reader.tui.lineview import LineView, Pen
from reader.tui.post.column import NARROWEST, WIDEST_BY_DEFAULT, Column, column, wider
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
        Binding("plus,equals_sign", "wider(1)", "Wider column", show=False, key_display="+", id="post.wider"),
        Binding("minus", "wider(-1)", "Narrower column", show=False, key_display="-", id="post.narrower"),
        Binding("down,j", "scroll(1)", "A line down", show=False, id="post.down"),
        Binding("up,k", "scroll(-1)", "A line up", show=False, id="post.up"),
        Binding("pagedown,space", "page(1)", "A page down", show=False, id="post.page-down"),
        Binding("pageup,shift+space", "page(-1)", "A page up", show=False, id="post.page-up"),
        Binding("home,g", "first", "To the top", show=False, id="post.top"),
        Binding("end,G", "last", "To the end", show=False, id="post.end"),
        Binding(
            "slash", "screen.find", "find", key_display="/", tooltip="Words in this post", id="post.find"
        ),
        Binding("n", "screen.next_match(1)", "Next match", show=False, id="post.next-match"),
        Binding("N,p", "screen.next_match(-1)", "Match before", show=False, id="post.previous-match"),
    ]

    class Reset(Message):
        """The column has another width."""

    @dataclass
    class LinkClicked(Message):
        """A link was clicked."""

        address: str

    @dataclass
    class PictureClicked(Message):
        """The line of a picture was clicked, at an offset of the body."""

        offset: int

    class Matched(Message):
        """Another match stands in the eye, or there are others."""

    def __init__(self, *, wanted: int | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wanted = max(NARROWEST, wanted or WIDEST_BY_DEFAULT)
        self._post: Post | None = None
        self._shown = Shown("")
        self._lines: list[TextLine] = []
        self._starts: list[int] = []
        self._inks = Inks(self._shown)
        self._hits: list[tuple[int, int]] = []
        self._at = 0
        self._set_for = 0
        self._pending: int | None = None
        self._anchor = (0, 0)

    @property
    def is_laid_out(self) -> bool:
        """Whether the text is set for a width: not before it has come to stand on the screen."""
        return self._set_for > 0

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
    def matches(self) -> tuple[int, int]:
        """The number of the match that one has come to, from 1, and how many there are."""
        return (self._at + 1 if self._hits else 0), len(self._hits)

    @property
    def offset_read(self) -> int:
        """The offset of the body at the top of the screen."""
        if not self.top or self.top >= len(self._lines):
            return 0 if not self.top else len(self._shown.text)
        return self._shown.origin(self._lines[self.top].start)

    @property
    def words_at_top(self) -> str:
        """What can be read at the top of the screen, without the signs that were put in."""
        line = next((line for line in self._lines[self.top :] if line.end > line.start), None)
        return "" if line is None else self._shown.words(line.start, line.end + _FURTHER)

    def show(
        self,
        post: Post,
        *,
        highlights: Highlights | None = None,
        hit: int | None = None,
        offset: int = 0,
    ) -> None:
        """Show a post from an offset of its body, or from what was found at another one, `hit`."""
        self._post = post
        self._shown = Shown(post.body, post.marks)
        self._set_hits(highlights)
        self._set_for = 0
        self._pending = None if hit is None else self._shown.span(hit, hit)[0]
        if self._pending is not None:
            self._at = max(0, min(bisect_left(self._hits, (self._pending, 0)), len(self._hits) - 1))
        elif self._hits:
            self._pending = self._hits[0][0]
        self._anchor = (
            (-1, self._shown.span(offset, offset)[0]) if offset and self._pending is None else (0, 0)
        )
        self.scroll_line(0)
        self._set()

    def highlight(self, highlights: Highlights | None) -> None:
        """Have other words in the accent; the first of them that is not above comes into sight."""
        if self._post is None:
            return
        self._set_hits(highlights)
        here = self._lines[self.top].start if self.top < len(self._lines) else 0
        following = [index for index, hit in enumerate(self._hits) if hit[0] >= here]
        self.redraw()
        if self._hits:
            self._go_to_match(following[0] if following else 0)
        else:
            self.post_message(self.Matched())

    def _set_hits(self, highlights: Highlights | None) -> None:
        body = self._post.body if self._post is not None else ""
        found = highlights(body) if highlights is not None else ()
        self._hits = [self._shown.span(start, end) for start, end in found]
        self._at = 0
        self._inks = Inks(self._shown, self._hits)

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

    async def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse, or show the picture."""
        place = event.get_content_offset_capture(self)
        y = self.top + place.y
        if y >= len(self._lines) or self.text_selection is not None:
            return
        # The mouse tells cells, a line is made of characters.
        before = self.draw(y, self.width).crop(0, place.x)
        offset = self._offset_at(Offset(len(before.text), y))
        address = self._shown.link_at(offset) if offset < self._lines[y].end else None
        if address is not None:
            self.post_message(self.LinkClicked(address))
        elif offset < self._lines[y].end and self._shown.has_image_at(offset):
            self.post_message(self.PictureClicked(self._shown.origin(offset)))

    # Keys

    def action_wider(self, steps: int) -> None:
        """Make the column wider or narrower."""
        if self.width < 1:
            return  # it has not come to stand on the screen yet
        self.wanted = wider(self.width, self.wanted, steps)
        self._set()
        self.post_message(self.Reset())

    def action_first(self) -> None:
        """To the first line."""
        self.scroll_line(0)

    def action_last(self) -> None:
        """To the last line."""
        self.scroll_line(self.lines)

    def action_next_match(self, step: int) -> None:
        """To the next match, or the one before; after the last one comes the first."""
        if not self._hits:
            return
        line = self._line_of(self._hits[self._at][0])
        if self.top <= line < self.top + self.height:
            self._go_to_match((self._at + step) % len(self._hits))
            return
        # The reader has gone elsewhere meanwhile: on from there.
        here = self._lines[min(self.top, len(self._lines) - 1)].start
        starts = [start for start, _ in self._hits]
        next_one = bisect_left(starts, here)
        self._go_to_match((next_one if step > 0 else next_one - 1) % len(self._hits))

    def _go_to_match(self, index: int) -> None:
        self._at = index
        line = self._line_of(self._hits[index][0])
        if not self.top <= line < self.top + self.height:
            self._scroll_to_hit(line)
        self.post_message(self.Matched())

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
        elif self.top or self._anchor[0] < 0:
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
