"""The lines of a dump with their roles, a cursor on one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.archive import Span
from reader.text import safe_line
from reader.tui.language import _, later
from reader.tui.lineview import LineView, Pen
from reader.tui.phrases import cut, number
from reader.tui.source.pages import Page

_BAR = "▎"
_ROLE = 12
_ROLES = {
    "title": later("title"),
    "meta": later("meta"),
    "body": later("body"),
    "comment": later("comment"),
    "furniture": later("furniture"),
}
# A line of megabytes is looked at no further than a window can show.
_SHOWN = 2000


def role_words(span: Span | None) -> str:
    """`body`, `comment 3`; nothing for a blank line."""
    if span is None:
        return ""
    words = _(_ROLES.get(span.role, span.role))
    return words if span.comment is None else f"{words} {span.comment}"


class SourceView(LineView):
    """A dump by the line; `fetched` gives a page that is at hand, or None and fetches it."""

    BINDING_GROUP_TITLE = "Source"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", "read it in the post", key_display="↵", id="source.read-it-in-the-post"),
        Binding("n", "part(1)", "next part", tooltip="To where the role changes", id="source.next-part"),
        Binding("N,p", "part(-1)", "Part before", show=False, id="source.part-before"),
        Binding(
            "f",
            "left_out(1)",
            "left out",
            tooltip="To the next lines that became part of no post",
            id="source.left-out",
        ),
        Binding("F", "left_out(-1)", "Left out before", show=False, id="source.left-out-before"),
        Binding("down,j", "move(1)", "Next line", show=False, id="source.next-line"),
        Binding("up,k", "move(-1)", "Line before", show=False, id="source.line-before"),
        Binding("pagedown,space", "page(1)", "A page on", show=False, id="source.a-page-on"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="source.a-page-back"),
        Binding("home,g", "first", "First line", show=False, id="source.first-line"),
        Binding("end,G", "last", "Last line", show=False, id="source.last-line"),
    ]

    class Moved(Message):
        """The cursor is on another line."""

    class Chosen(Message):
        """The line under the cursor is to be read in its post."""

    class WantsPart(Message):
        """The cursor is to go to another part, forwards or back."""

        def __init__(self, step: int, *, left_out: bool) -> None:
            super().__init__()
            self.step = step
            self.left_out = left_out

    def __init__(self, fetched: Callable[[int], Page | None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetched = fetched
        self._lines = 0
        self._post_id: int | None = None
        self.cursor = 1

    def show(self, lines: int, post_id: int, cursor: int) -> None:
        """Show a dump of so many lines, at one of them; lines of other posts are muted."""
        self._lines, self._post_id = lines, post_id
        self.cursor = min(max(1, cursor), max(1, lines))
        self.relined()
        self.call_after_refresh(self._put)

    @property
    def lines(self) -> int:
        """How many lines the dump has."""
        return self._lines

    def _put(self) -> None:
        """The line that was asked for stands a third down, with what led to it above."""
        self.scroll_line(max(0, self.cursor - 1 - self.height // 3))
        self.post_message(self.Moved())

    def draw(self, y: int, width: int) -> Strip:
        """Number, role and text of a line."""
        line = y + 1
        is_current = line == self.cursor
        pen = Pen(self, *(("cursor",) if is_current and self.has_focus else ()))
        pen.write("▌ " if is_current else "  ", self.mark_ink)
        digits = len(number(self._lines))
        pen.write(f"{number(line):>{digits}} ", "muted")
        page = self._fetched(line)
        if page is None:
            pen.write("…", "muted")
            return pen.strip(width)
        span = page.span(line)
        is_own = span is not None and span.post == self._post_id
        ink = f"role-{span.role}" if span is not None else "muted"
        pen.write(_BAR if span is not None else " ", ink)
        words = role_words(span)
        if width >= 50:
            start = pen.cells
            pen.write(cut(words, _ROLE - 1), ink)
            pen.move_to(start + _ROLE)
        text = safe_line(page.text(line)[:_SHOWN])
        pen.write(cut(text, width - pen.cells), *(() if is_own else ("muted",)))
        return pen.strip(width)

    # Moving

    def move_to(self, line: int) -> None:
        """Put the cursor on a line."""
        before, self.cursor = self.cursor, min(max(1, line), max(1, self._lines))
        self.redraw_lines((before - 1, self.cursor - 1))
        self.scroll_into_view(self.cursor - 1, self.cursor - 1)
        self.post_message(self.Moved())

    def jump_to(self, line: int) -> None:
        """Put the cursor on a line that may be far off, with what led to it above."""
        self.move_to(line)
        if not self.top + 2 <= self.cursor <= self.top + self.height - 2:
            self.scroll_line(max(0, self.cursor - 1 - self.height // 3))

    def action_move(self, lines: int) -> None:
        """Some lines on or back."""
        self.move_to(self.cursor + lines)

    def action_page(self, pages: int) -> None:
        """A screen on or back."""
        self.move_to(self.cursor + pages * max(1, self.height - 2))

    def action_first(self) -> None:
        """To the first line."""
        self.move_to(1)

    def action_last(self) -> None:
        """To the last line."""
        self.move_to(self._lines)

    def action_read(self) -> None:
        """Go to the place in the post that the line became."""
        self.post_message(self.Chosen())

    def action_part(self, step: int) -> None:
        """To the next part of the dump, or the one before."""
        self.post_message(self.WantsPart(step, left_out=False))

    def action_left_out(self, step: int) -> None:
        """To what was left out next, or before."""
        self.post_message(self.WantsPart(step, left_out=True))

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor on a line; go to its place in the post where it is there already."""
        line = self.top + event.get_content_offset_capture(self).y + 1
        if line > self._lines or self.text_selection is not None:
            return
        if line == self.cursor and event.chain > 1:
            self.action_read()
        else:
            self.move_to(line)
