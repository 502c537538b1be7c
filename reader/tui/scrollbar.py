"""The scroll bar of a view, painted once for each place where it stands, since it is in every frame.

Knows the bar of Textual, which keeps that place and what the mouse does with it.
"""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class LineBar:
    """Paints a scroll bar as Textual does, from the four or five strips that it is made of."""

    def __init__(self, bar: ScrollBar) -> None:
        self._bar = bar
        self._drawn_as: tuple[object, ...] = ()
        self._strips: list[Strip] = []

    def lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the bar."""
        bar = self._bar
        look = bar.render()
        assert isinstance(look, ScrollBarRender)
        style = look.style
        assert isinstance(style, Style)
        filters = bar.get_line_filters()
        drawn_as = (bar.size, look.virtual_size, look.window_size, look.position, style, *filters)
        if drawn_as != self._drawn_as:
            self._drawn_as = drawn_as
            self._strips = self._painted(look, style)
        return [strip.crop(*crop.column_span) for strip in self._strips[crop.y : crop.bottom]]

    def _painted(self, look: ScrollBarRender, style: Style) -> list[Strip]:
        bar = self._bar
        segments = look.render_bar(
            size=bar.size.height,
            virtual_size=look.virtual_size,
            window_size=look.window_size,
            position=look.position,
            thickness=bar.size.width,
            back_color=style.bgcolor or Color.default(),
            bar_color=style.color or Color.default(),
        ).segments
        strips = {segment: self._strip(segment) for segment in set(segments)}
        return [strips[segment] for segment in segments]

    def _strip(self, segment: Segment) -> Strip:
        strip = Strip([segment], self._bar.size.width)
        for one in self._bar.get_line_filters():
            strip = strip.apply_filter(one, self._bar.background_colors[1])
        return strip
