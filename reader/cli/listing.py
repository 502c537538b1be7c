"""Posts on a terminal: one line each, as wide as the terminal is, with what stands in columns below each other."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from reader.models import PostRow
from reader.text import safe_line

_ID, _DATE, _COMMENTS = 7, len("~2007-11-17"), 6
# Where a line is narrower, the title has the room of the blog.
_ROOM_FOR_BLOG = 90
_BLOG = 24


def line_of(row: PostRow, columns: int) -> str:
    """`12  2007-11-17  A title…  ~a-blog  3`, cut to a number of columns; what was guessed has its sign."""
    blog = _BLOG if columns >= _ROOM_FOR_BLOG else 0
    title = columns - _ID - _DATE - _COMMENTS - 3 - (blog + 2 if blog else 0)
    day = _signed(row, "published", (row.published or "")[: _DATE - 1])
    cells = [
        f"{row.id:>{_ID}} {_cell(day if day.startswith('~') else f' {day}', _DATE)}",
        _cell(_signed(row, "title", row.title or row.start), max(1, title)),
    ]
    if blog:
        cells.append(_cell(_signed(row, "blog", row.blog or ""), blog))
    return ("  ".join(cells) + (f"{row.comments:>{_COMMENTS},}" if row.comments else "")).rstrip()


def _signed(row: PostRow, field: str, text: str) -> str:
    return f"~{safe_line(text)}" if field in row.guessed and text else safe_line(text)


def _cell(text: str, cells: int) -> str:
    return set_cell_size(text, cells) if cell_len(text) <= cells else set_cell_size(text, cells - 1) + "…"
