"""A scrolling view that draws line by line, however many lines there are.

One widget a line, or measuring all of them, would make a long list slow: this asks for the lines on the
screen and no others. What the lines say is for those who build on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.scrollbar import LineBar

_KEPT_STRIPS = 512


class Pen:
    """Puts stretches of text on one line and counts the cells."""

    def __init__(self, view: LineView, *inks: str) -> None:
        self._view = view
        self._ground = inks
        self.segments: list[Segment] = []
        self.cells = 0

    def write(self, text: str, *inks: str) -> None:
        """Add a text in some inks."""
        if text:
            self.segments.append(Segment(text, self._view.ink(*self._ground, *inks)))
            self.cells += cell_len(text)

    def move_to(self, cell: int) -> None:
        """Add blanks up to a cell."""
        if cell > self.cells:
            self.write(" " * (cell - self.cells))

    def strip(self, width: int) -> Strip:
        """The line, exactly `width` cells wide."""
        strip = Strip(self.segments, self.cells)
        return strip.adjust_cell_length(width, self._view.ink(*self._ground))


class InkScreen(Screen[ScreenResultType]):
    """A screen with the inks that all its views draw in, so that the whole program is in the same hand.

    The inks belong to the screen because finding the styles of a widget costs, and each ink counts as one.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"ink--{name}"
        for name in (
            "muted", "accent", "guess", "strong", "em", "heading", "link", "code", "note", "hit",
            "rail", "cursor", "cursor-mark", "cursor-mark-away",
        )
    }  # fmt: skip


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines drawn on demand, in the inks of an `InkScreen`, whose text can be selected with the mouse.

    A view says how many `lines` it has and draws one with `draw`.
    """

    ALLOW_MAXIMIZE = False
    HAS_TEXT: ClassVar[bool] = True
    """Whether the lines are a text that one may want to select."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_by_inks: dict[tuple[str, ...], Style] = {}
        self._filters: Sequence[LineFilter] = ()
        self._drawn: LRUCache[int, Strip] = LRUCache(_KEPT_STRIPS)

    # For those who build on it

    @property
    def lines(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, y: int, width: int) -> Strip:
        """One line, at most `width` cells wide."""
        raise NotImplementedError

    def text_between(self, start: Offset, end: Offset) -> str:
        """What a selection from one place to another copies."""
        texts = [
            self.draw(y, self.width).text.rstrip() for y in range(start.y, min(end.y, self.lines - 1) + 1)
        ]
        if texts and end.y < self.lines:
            texts[-1] = texts[-1][: end.x]
        if texts:
            texts[0] = texts[0][start.x :]
        return "\n".join(texts)

    # Measures and inks

    @property
    def width(self) -> int:
        """The cells that a line has."""
        return self.scrollable_content_region.width

    @property
    def height(self) -> int:
        """The lines that are on the screen at a time."""
        return self.scrollable_content_region.height

    @property
    def top(self) -> int:
        """The first line on the screen."""
        return int(self.scroll_offset.y)

    def ink(self, *names: str) -> Style:
        """The terminal style of some inks laid over each other."""
        style = self._styles_by_inks.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += self.screen.get_component_rich_style(f"ink--{name}", partial=True)
            style = self._styles_by_inks[names] = self._filtered(style)
        return style

    @property
    def mark_ink(self) -> str:
        """The ink of the mark at the cursor: the accent where the keys go here."""
        return "cursor-mark" if self.has_focus else "cursor-mark-away"

    # Drawing

    def on_resize(self) -> None:
        """Leave no room below the last line where the view has become higher."""
        if self.top > self.max_scroll_y:
            self.scroll_line(self.max_scroll_y)

    def relined(self) -> None:
        """Draw everything anew: the lines are others, or there are more or fewer of them."""
        size, height = Size(0, self.lines), self.styles.height
        if height is None or height.is_auto:
            self.virtual_size = size
        else:
            # The screen gives it its height, however many lines there are: to lay out everything anew would take
            # as long as to draw it.
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            if self.top > self.max_scroll_y:
                self.scroll_line(self.max_scroll_y)
        self.redraw()

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self.focus_changed()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.focus_changed()

    def focus_changed(self) -> None:
        """Draw again what tells whether the keys go here."""
        self.redraw()

    def redraw(self) -> None:
        """Draw everything anew: the same lines look different."""
        self._drawn.clear()
        self.refresh()

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw some lines anew."""
        for y in lines:
            self._drawn.discard(y)
            self.refresh_line(y)

    def on_mount(self) -> None:
        """Have a scroll bar that is painted as fast as the lines."""
        # Textual offers no way to give a view another one, only another look for it.
        self.vertical_scrollbar.render_lines = LineBar(self.vertical_scrollbar).lines  # type: ignore[method-assign]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the view.

        A view has no border, no padding and no tint: what Textual does for these takes longer than drawing a line.
        """
        filters = self.get_line_filters()
        if filters != self._filters:
            self._filters = filters
            self._forget_inks()
        width, cells, top = self.size.width, self.width, self.top
        strips = [self._line(top + y, width, cells) for y in crop.line_range]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The line at a row of the screen, each character with its place, which a selection asks for."""
        # Not what is painted: the places would cost as much as the drawing.
        place = self.top + y
        return self._line(place, self.size.width, self.width).apply_offsets(0, place)

    def _line(self, place: int, width: int, cells: int) -> Strip:
        """A line in the whole width of the view, the last cell of which is under the scroll bar."""
        if place >= self.lines or cells < 1:
            return Strip.blank(width, self.ink())
        strip = self._drawn.get(place)
        if strip is None or strip.cell_length != width:
            line = self.draw(place, cells).adjust_cell_length(width, self.ink())
            strip = self._drawn[place] = self._selected(place, line) if self.HAS_TEXT else line
        return strip

    def _filtered(self, style: Style) -> Style:
        """A style as the terminal can show it: each ink is filtered once, and not each line."""
        background = self.background_colors[1]
        for one in self._filters:
            ((_, found, _),) = one.apply([Segment(" ", style)], background)
            style = found or Style()
        return style

    def _forget_inks(self) -> None:
        self._styles_by_inks.clear()
        self._drawn.clear()

    def notify_style_update(self) -> None:
        """Forget the inks of another theme."""
        super().notify_style_update()
        self._forget_inks()

    # Selecting with the mouse

    @property
    def allow_select(self) -> bool:
        """Whether text can be selected: the lines are no children, so Textual must be told."""
        return self.HAS_TEXT

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text and what ends it."""
        start = selection.start or Offset(0, 0)
        end = selection.end or Offset(self.width, max(0, self.lines - 1))
        return self.text_between(start, end), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.redraw()

    def _selected(self, y: int, strip: Strip) -> Strip:
        selection = self.text_selection
        span = None if selection is None else selection.get_span(y)
        if span is None:
            return strip
        start, end = span
        style = self._filtered(self.screen.get_component_rich_style("screen--selection"))
        return _styled(strip, start, len(strip.text) if end < 0 else end, style)

    # Moving

    def scroll_line(self, y: int) -> None:
        """Put a line at the top of the screen, as far as there are lines to fill it."""
        self.scroll_to(y=y, animate=False)

    def action_scroll(self, lines: int) -> None:
        """Some lines down or up."""
        self.scroll_line(self.top + lines)

    def action_page(self, pages: int) -> None:
        """A screen down or up, with two lines of the last one left."""
        self.scroll_line(self.top + pages * max(1, self.height - 2))

    def scroll_into_view(self, first: int, last: int) -> None:
        """Scroll as little as shows some lines; the first of them, where they are too many."""
        if last >= self.top + self.height:
            self.scroll_line(min(first, last - self.height + 1))
        elif first < self.top:
            self.scroll_line(first)


def _styled(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """The strip with a style over the characters from start to end."""
    segments: list[Segment] = []
    position = 0
    for text, own, _ in strip:
        left = min(max(0, start - position), len(text))
        right = min(max(left, end - position), len(text))
        position += len(text)
        pieces = ((text[:left], own), (text[left:right], (own or Style()) + style), (text[right:], own))
        segments.extend(Segment(piece, look) for piece, look in pieces if piece)
    return Strip(segments, strip.cell_length)
