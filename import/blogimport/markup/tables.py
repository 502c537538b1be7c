"""Which tables hold data, and in which column of text each of their cells begins.

Old pages use tables to place things; those are no data, and their cells are lines.
"""

from __future__ import annotations

from itertools import islice

from blogimport.markup.parsing import Element

_FEWEST = 2
_LONGEST_CELL = 40
_WIDEST = 110
_MOST_ROWS = 2000
_GAP = 2
# Whatever is laid out on lines of its own does not fit into a cell.
_BLOCKS = ("table", "p", "div", "ul", "ol", "dl", "pre", "blockquote", "form", "br", "hr", "h1", "h2", "h3")


def columns_of(table: Element) -> dict[Element, int] | None:
    """The column where each cell that is not empty begins, None for a table that holds no data."""
    # Asked first: of tables in tables each would else look at the text of all within it.
    if next(table.iterdescendants(*_BLOCKS), None) is not None:
        return None
    found = list(islice(table.iter("tr"), _MOST_ROWS + 1))
    # Those that only place something have a row or a column, with long texts.
    if not _FEWEST <= len(found) <= _MOST_ROWS or max(map(len, found)) < _FEWEST:
        return None
    rows: list[list[tuple[Element, int, str]]] = []
    for row in found:
        cells = _cells(row)
        if cells is None:
            return None
        rows.append(cells)
    return _placed(rows) if max(map(len, rows)) >= _FEWEST else None


def _cells(row: Element) -> list[tuple[Element, int, str]] | None:
    """Each cell of a row with its place and text, None where one is too long or covers several rows."""
    cells: list[tuple[Element, int, str]] = []
    place = 0
    for cell in row.iterchildren("td", "th"):
        text = " ".join("".join(cell.itertext()).split())
        if len(text) > _LONGEST_CELL or (cell.get("rowspan") or "1").strip() != "1":
            return None
        cells.append((cell, place, text))
        span = (cell.get("colspan") or "1").strip()
        place += int(span) if span.isdecimal() and len(span) < 3 else 1
    return cells


def _placed(rows: list[list[tuple[Element, int, str]]]) -> dict[Element, int] | None:
    count = 1 + max((place for cells in rows for _, place, _ in cells), default=0)
    widths = [0] * count
    for cells in rows:
        # What covers several columns does not widen the first of them.
        followings = [*(place for _, place, _ in cells[1:]), None][: len(cells)]
        for (_, place, text), following in zip(cells, followings, strict=True):
            if following is None or following == place + 1:
                widths[place] = max(widths[place], len(text))
    starts = [0] * count
    for place in range(1, count):
        starts[place] = starts[place - 1] + widths[place - 1] + (_GAP if widths[place - 1] else 0)
    if starts[-1] + widths[-1] > _WIDEST:
        return None
    return {cell: starts[place] for cells in rows for cell, place, text in cells if text}
