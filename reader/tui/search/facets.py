"""How the hits are spread over blogs, authors and years: a line each, beneath the box, to narrow the search by.

What is chosen becomes a word of the query, which stands in the box for everybody to see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.search import Facets
from reader.text import Safe, safe_line
from reader.tui.language import _, later
from reader.tui.lineview import LineView, Pen
from reader.tui.phrases import cut, number
from reader.tui.search.seeking import filter_term

_LABEL = 8
_LEAD = 2
_GAP = 2
_WIDEST_NAME = 28
_CHOSEN = "✓"
_LABELS = {"blog": later("blog"), "author": later("author"), "year": later("year")}


@dataclass(frozen=True, slots=True)
class _Chip:
    """One value of a facet: where it stands on its line, and whether the query has it."""

    field: str
    name: str
    words: Safe
    count: str
    start: int
    is_chosen: bool

    @property
    def end(self) -> int:
        """The cell after it."""
        return self.start + self.is_chosen + cell_len(self.words) + 1 + len(self.count)


class FacetsView(LineView):
    """Three lines of names with counts; the arrows walk, Enter narrows or widens the search."""

    BINDING_GROUP_TITLE = "Facets"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "narrow the search", key_display="↵", id="facets.choose"),
        Binding("right,l", "step(1)", "Next name", show=False, id="facets.next"),
        Binding("left,h", "step(-1)", "Name before", show=False, id="facets.previous"),
        Binding("down,j", "row(1)", "Line below", show=False, id="facets.down"),
        Binding("up,k", "row(-1)", "Line above", show=False, id="facets.up"),
    ]

    @dataclass
    class Chosen(Message):
        """A name was chosen: the query takes it in, or lets it go."""

        field: str
        name: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._facets: Facets | None = None
        self._query = ""
        self._rows: list[list[_Chip]] = []
        self._row = self._column = 0

    @property
    def lines(self) -> int:
        """One for each facet that has more than one value, or a chosen one."""
        return len(self._rows)

    def show(self, facets: Facets | None, query: str) -> None:
        """Show how the hits of a query are spread."""
        self._facets, self._query = facets, query
        self._lay()

    def on_resize(self) -> None:
        """Show as many names as there is room for."""
        self._lay()

    def _lay(self) -> None:
        facets = self._facets
        self._rows = []
        if facets is not None:
            years = dict(sorted(facets.years.items(), key=lambda item: -item[1]))
            named = (("blog", facets.blogs), ("author", facets.authors), ("year", years))
            rows = [self._chips(field, counts) for field, counts in named]
            self._rows = [row for row in rows if len(row) > 1 or any(chip.is_chosen for chip in row)]
        self._row = min(self._row, max(0, len(self._rows) - 1))
        self._column = min(self._column, max(0, len(self._rows[self._row]) - 1)) if self._rows else 0
        self.styles.height = len(self._rows)
        self.display = bool(self._rows)
        self.relined()

    @property
    def _room(self) -> int:
        # While it is not to be seen it has no width of its own.
        pane = self.parent
        return (self.width or (pane.size.width if isinstance(pane, Widget) else 0)) - 1

    def _chips(self, field: str, counts: Mapping[str | None, int]) -> list[_Chip]:
        chips: list[_Chip] = []
        start = _LEAD + _LABEL
        for name, count in counts.items():
            if not name:
                continue
            words = Safe(cut(safe_line(name), _WIDEST_NAME))
            chosen = filter_term(field, name) in self._query
            chip = _Chip(field, name, words, number(count), start, chosen)
            if chip.end > self._room:
                break
            chips.append(chip)
            start = chip.end + _GAP
        return chips

    def draw(self, y: int, width: int) -> Strip:
        """A label and its names."""
        pen = Pen(self)
        pen.move_to(_LEAD)
        row = self._rows[y]
        pen.write(_(_LABELS[row[0].field]), "muted")
        for column, chip in enumerate(row):
            pen.move_to(chip.start)
            is_current = self.has_focus and (y, column) == (self._row, self._column)
            ground = ("hit",) if is_current else ("accent",) if chip.is_chosen else ()
            pen.write(_CHOSEN if chip.is_chosen else "", *ground)
            pen.write(chip.words, *ground)
            pen.write(f" {chip.count}", "muted")
        return pen.strip(width)

    def action_step(self, step: int) -> None:
        """To the next name of the line."""
        if self._rows:
            self._column = min(max(0, self._column + step), len(self._rows[self._row]) - 1)
            self.redraw()

    def action_row(self, step: int) -> None:
        """To the line above or below."""
        if self._rows:
            self._row = min(max(0, self._row + step), len(self._rows) - 1)
            self.action_step(0)

    def action_choose(self) -> None:
        """Narrow the search to the name, or widen it again."""
        if self._rows:
            chip = self._rows[self._row][self._column]
            self.post_message(self.Chosen(chip.field, chip.name))

    async def on_click(self, event: events.Click) -> None:
        """Choose the name under the mouse."""
        place = event.get_content_offset_capture(self)
        if place.y < len(self._rows):
            for column, chip in enumerate(self._rows[place.y]):
                if chip.start <= place.x < chip.end:
                    self._row, self._column = place.y, column
                    self.action_choose()
