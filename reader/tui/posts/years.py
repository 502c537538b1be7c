"""The bar of posts per year at the foot of the list: a small picture of the archive, and a way through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from reader.text import safe_line
from reader.tui.phrases import number

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 3
# A wrong date such as the year 1 must not squeeze all other years into one cell.
_LONGEST_SPAN = 80


class YearBar(Widget):
    """A bar for each year, as high as it has posts; a click goes to that year."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"years--bar", "years--current", "years--label"}
    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """A year was clicked."""

        year: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._years: Mapping[str, int] = {}
        self._current: str | None = None
        self._place = (0, 0)
        self._cells: list[str] = []

    def show(self, years: Mapping[str, int], current: str | None, place: int, posts: int) -> None:
        """Draw these years, with the cursor in one of them, on post `place` of `posts`."""
        self._years, self._current, self._place = years, current, (place, posts)
        self.refresh()

    def render(self) -> Content:
        """The bars between the first and the last year, and the place in the list at the end."""
        label = self.get_visual_style("years--label", partial=True)
        place, posts = self._place
        end = f"{number(place)} / {number(posts)}" if posts else ""
        years = _span(self._years)
        pieces: list[tuple[str, Style]] = []
        self._cells = []
        room = self.size.width - len(end) - 2
        if years and room > len(years[0]) + len(years[-1]) + 2:
            first, last = f"{safe_line(years[0])} ", f" {safe_line(years[-1])}"
            pieces.append((first, label))
            self._cells += [years[0]] * len(first)
            pieces += self._bars(
                _grouped(years, room - len(first) - len(last)), room - len(first) - len(last)
            )
            pieces.append((last, label))
            self._cells += [years[-1]] * len(last)
        gap = self.size.width - len(self._cells) - cell_len(end)
        return Content.assemble(*pieces, " " * max(0, gap), (end, label))

    def _bars(self, groups: Sequence[Sequence[str]], room: int) -> list[tuple[str, Style]]:
        bar = self.get_visual_style("years--bar", partial=True)
        accent = self.get_visual_style("years--current", partial=True)
        cells = max(1, min(_WIDEST, room // len(groups)))
        # By the year: the last bar may stand for fewer of them.
        counts = [sum(self._years.get(year, 0) for year in group) / len(group) for group in groups]
        highest = max(counts) or 1
        pieces = []
        for group, count in zip(groups, counts, strict=True):
            # Ceiling: a year with one post among thousands is still a year with posts.
            sign = _BARS[ceil(count * len(_BARS) / highest) - 1] if count else " "
            pieces.append((sign * cells, accent if self._current in group else bar))
            self._cells += [next((year for year in group if year in self._years), group[0])] * cells
        return pieces

    def on_click(self, event: events.Click) -> None:
        """Go to the year under the mouse."""
        x = event.get_content_offset_capture(self).x
        if x < len(self._cells) and self._cells[x] in self._years:
            self.post_message(self.Chosen(self._cells[x]))


def _span(years: Mapping[str, int]) -> list[str]:
    """All years from the first to the last, those without posts too where that is a reasonable number."""
    numbers = sorted(int(year) for year in years if len(year) == 4 and year.isascii() and year.isdigit())
    if not numbers:
        return []
    if numbers[-1] - numbers[0] < _LONGEST_SPAN:
        return [f"{year:04d}" for year in range(numbers[0], numbers[-1] + 1)]
    return [f"{year:04d}" for year in numbers]


def _grouped(years: Sequence[str], room: int) -> list[Sequence[str]]:
    """The years, several to a bar where there are more of them than cells."""
    together = -(-len(years) // room)
    return [years[start : start + together] for start in range(0, len(years), together)]
