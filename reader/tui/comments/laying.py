"""A thread laid out for a width: lines drawn only where they are looked at, heights exact where one looks.

Setting the text of thousands of comments takes longer than opening a post may. So only those on the
screen are set at once; the height of the others is estimated, and made exact little by little, while
what is on the screen stays where it is. Knows nothing of keys.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from textual.cache import LRUCache
from textual.strip import Strip
from textual.timer import Timer

from reader.models import Comment
from reader.threads import ThreadRow
from reader.tui.comments.drawing import (
    FOLD_SIGN,
    Look,
    SetComment,
    draw_guides,
    draw_head,
    fold_words,
    guessed_height,
    lines_of_body,
    set_comment,
)
from reader.tui.comments.forest import Forest
from reader.tui.find.matching import Highlights
from reader.tui.lineview import LineView, Pen
from reader.tui.marking.own import Own
from reader.tui.phrases import cut

# No comment takes fewer: its head, its words, and the gap after it.
_LEAST_LINES = 3
_KEPT_BODIES = 512
# Of each pause so much is spent on comments that nobody looks at: a key must not wait for them.
_PAUSE = 0.02
_SLICE = 0.004
# Nor must one of the keys that follow each other.
_REST = 0.3
_FOCUS_MARK = "▌ "
_NO_FOCUS_MARK = "  "


def no_highlights(text: str) -> Sequence[tuple[int, int]]:
    """Nothing is looked for."""
    return ()


class LaidOut(LineView):
    """Comments in their places, one of which has the focus."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._forest = Forest(())
        self._look = Look()
        self._highlights: Highlights = no_highlights
        self._bodies: LRUCache[int, SetComment] = LRUCache(_KEPT_BODIES)
        self._exact = bytearray()
        self._unseen: list[int] = []
        self._timer: Timer | None = None
        self._set_for = 0
        self._is_settling = False
        self._drawn_at = 0.0
        self._pending: int | None = None
        self._height_before = 0
        # Blank lines above and below the thread, as many as it takes to keep a comment in its place
        # on the screen when so much is folded that there is not enough to scroll.
        self._above = 0
        self._below = 0
        self.focus_place = 0

    @property
    def is_laid_out(self) -> bool:
        """Whether the comments are set for a width: not before they have come to stand on the screen."""
        return self._set_for > 0

    @property
    def lines(self) -> int:
        """How many lines the visible comments take."""
        return self._above + self._forest.lines + self._below if self._forest.rows else 0

    @property
    def focused_line(self) -> int:
        """The line of the screen on which the focused comment begins."""
        return self._top_of(self.focus_place) - self.top if self._forest.rows else 0

    def lay_out(self, forest: Forest, focus: int, *, pending: int | None = None) -> None:
        """Put other comments in their places, with one in focus; `pending` is one to be brought into sight."""
        self._forest = forest
        self.focus_place = focus
        self._pending = pending
        self._exact = bytearray(len(forest.rows))
        self._bodies.clear()
        # A pane that is not on the screen has no width: it is set when it comes there.
        self._set_for = self._above = self._below = 0
        self._unseen = []
        self.scroll_line(0)
        self._set_anew()

    # Drawing

    def marked(self, comment: Comment) -> Own:
        """What the reader has marked on a comment."""
        return Own()

    def draw(self, y: int, width: int) -> Strip:
        """A line of a comment: its head, its body, its fold, or the gap after it."""
        self._drawn_at = time.perf_counter()
        line = y - self._above
        if not 0 <= line < self._forest.lines:
            return Pen(self).strip(width)
        place, part = self._forest.at(line)
        row, body = self._forest.rows[place], self._body(place)
        is_focus = place == self.focus_place
        ground = ("cursor",) if is_focus and part == 0 and self.has_focus else ()
        pen = Pen(self, *ground)
        pen.write(_FOCUS_MARK if is_focus and self._is_own(place, part) else _NO_FOCUS_MARK, self.mark_ink)
        if part == 0:
            draw_head(pen, row, width, self._look, self.marked(row.comment), self._answered_in_words(place))
            return pen.strip(width)
        draw_guides(pen, row, width, self._first_answer(place))
        if part <= len(body.lines):
            text = body.lines[part - 1]
            pen.write(text.lead, "rail")
            for words, inks in body.inks.runs(body.shown.text, text.start, text.end):
                pen.write(words, *inks)
        elif self._forest.is_folded(place) and part == len(body.lines) + 1:
            pen.write(FOLD_SIGN, "accent")
            pen.write(
                cut(fold_words(self._forest.rows[place + 1 : place + 1 + row.below]), width - pen.cells),
                "muted",
            )
        return pen.strip(width)

    def _answered_in_words(self, place: int) -> ThreadRow | None:
        """The comment that is answered, where the lines of the thread do not show it."""
        answered = self._forest.answered[place] if self._forest.is_flat else None
        return None if answered is None else self._forest.rows[answered]

    def _is_own(self, place: int, part: int) -> bool:
        """Whether a line of a row is its own, and not the gap after it."""
        return part <= len(self._body(place).lines) + self._forest.is_folded(place)

    def _first_answer(self, place: int) -> ThreadRow | None:
        rows = self._forest.rows
        return rows[place + 1] if rows[place].below and not self._forest.is_folded(place) else None

    def redraw_comments(self, *places: int) -> None:
        """Draw some comments anew."""
        for place in places:
            top = self._top_of(place)
            self.redraw_lines(range(top, top + self._forest.height_of(place)))

    # Heights, exact where one looks

    def on_resize(self) -> None:
        """Set the comments for another width; do not lose the focused one where there is less height."""
        is_seen = 0 <= self.focused_line < self._height_before
        self._height_before = self.height
        self._set_anew()
        if is_seen:
            self._show_focus()

    def _show_focus(self) -> None:
        if not self._forest.rows:
            return
        top = self._top_of(self.focus_place)
        self.scroll_into_view(top, top + self._forest.height_of(self.focus_place) - 1)

    def _set_anew(self) -> None:
        rows = self._forest.rows
        if self.width < 1:
            return
        if self.width != self._set_for:
            line = self.focused_line if self._set_for and rows else None
            self._set_for = self.width
            self._bodies.clear()
            self._exact = bytearray(len(rows))
            self._unseen = []
            self._forest.set_heights(lambda place: guessed_height(rows[place], self._set_for))
            around = 1 + self.height // _LEAST_LINES
            near = range(max(0, self.focus_place - around), min(len(rows), self.focus_place + around))
            self._measure(near)
            if line is not None:
                self._put(self.focus_place, line)
            else:
                self.relined()
                self._show_focus()
            if self._timer is None:
                self._timer = self.set_interval(_PAUSE, self._measure_more)
        if self._pending is not None and self.height:
            self._put(self._pending, min(self._forest.top_of(self._pending), self.height // 4))
            self._pending = None
        self._settle()

    def _measure(self, places: Sequence[int]) -> bool:
        """Set some comments; whether that changed where others stand."""
        unknown = [place for place in places if not self._exact[place]]
        return bool(unknown) and self._forest.set_heights(self._height, unknown)

    def _height(self, place: int) -> int:
        self._exact[place] = 1
        return 1 + len(self._body(place).lines) + (place < len(self._forest.rows) - 1)

    def _body(self, place: int) -> SetComment:
        body = self._bodies.get(place)
        if body is None:
            body = set_comment(self._forest.rows[place], self._set_for, self._highlights)
            self._bodies[place] = body
        return body

    def _measure_more(self) -> None:
        """Set the next few comments that nobody has looked at; once all are set, put them in their places."""
        rows = self._forest.rows if self._set_for else ()
        if rows and time.perf_counter() - self._drawn_at < _REST:
            return
        end = time.perf_counter() + _SLICE
        while len(self._unseen) < len(rows) and time.perf_counter() < end:
            place = len(self._unseen)
            gap = place < len(rows) - 1
            self._unseen.append(
                0 if self._exact[place] else 1 + lines_of_body(rows[place], self._set_for) + gap
            )
        if len(self._unseen) < len(rows):
            return
        # All at once: everything is drawn anew for it.
        unseen = [place for place, height in enumerate(self._unseen) if height and not self._exact[place]]
        if unseen:
            self._keeping_place(lambda: self._forest.set_heights(self._unseen.__getitem__, unseen))
            self._exact = bytearray(b"\1" * len(rows))
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _settle(self) -> None:
        """Make the heights of everything on the screen exact."""
        if self._is_settling or not self._forest.rows or not self._set_for:
            return
        self._is_settling = True
        # Exact heights may bring other comments on the screen, which are then set in turn.
        while not all(self._exact[place] for place in self._on_screen()):
            self._keeping_place(lambda: self._measure(self._on_screen()))
        self._is_settling = False

    def _on_screen(self) -> Sequence[int]:
        first = self.top - self._above
        return self._forest.between(max(0, first), first + max(1, self.height) - 1)

    def _keeping_place(self, change: Callable[[], bool]) -> None:
        """Change heights while the focused comment, else the first one on the screen, keeps its place."""
        seen = self._on_screen()
        anchor = self.focus_place if self.focus_place in seen else seen[0]
        line = self._top_of(anchor) - self.top
        if change():
            self._put(anchor, line)

    def _top_of(self, place: int) -> int:
        return self._above + self._forest.top_of(place)

    def _put(self, place: int, line: int) -> None:
        """Have a visible comment begin on a line of the screen."""
        top = self._forest.top_of(place)
        self._above = max(0, line - top)
        wanted = self._above + top - line
        self._below = max(0, wanted + self.height - self._above - self._forest.lines) if wanted else 0
        self.relined()
        self.scroll_line(wanted)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have what comes on the screen set before it is drawn."""
        super().watch_scroll_y(old_value, new_value)
        self._settle()
