"""Posts on a terminal: one line each, as wide as the terminal is, with what stands in columns below each other."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from reader.cli.output import with_sign
from reader.models import PostRow

_ID, _DATE, _COMMENTS = 7, len("~2007-11-17"), 6
# Where a line is narrower, the title has the room of the blog.
_ROOM_FOR_BLOG = 90
_BLOG = 24


def line_of(row: PostRow, columns: int) -> str:
    """`12  2007-11-17  A title…  ~a-blog  3`, cut to a number of columns; what was guessed has its sign."""
    blog = _BLOG if columns >= _ROOM_FOR_BLOG else 0
    title = columns - _ID - _DATE - _COMMENTS - 3 - (blog + 2 if blog else 0)
    day = with_sign((row.published or "")[: _DATE - 1], "published", row.guessed)
    cells = [
        f"{row.id:>{_ID}} {_cell(day if day.startswith('~') else f' {day}', _DATE)}",
        _cell(with_sign(row.title or row.start, "title", row.guessed), max(1, title)),
    ]
    if blog:
        cells.append(_cell(with_sign(row.blog, "blog", row.guessed), blog))
    return ("  ".join(cells) + (f"{row.comments:>{_COMMENTS},}" if row.comments else "")).rstrip()


def _cell(text: str, cells: int) -> str:
    return set_cell_size(text, cells) if cell_len(text) <= cells else set_cell_size(text, cells - 1) + "…"
