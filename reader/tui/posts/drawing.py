"""What one line of the list looks like: its marks, date, title, author, blog and number of comments.

Knows a post and a width; the list knows where on the screen it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.archive import Order
from reader.models import PostRow
from reader.text import safe_line
from reader.tui.language import _
from reader.tui.lineview import Pen
from reader.tui.marking.own import STAR
from reader.tui.phrases import GUESS_SIGN, column_date, counted, cut, number, short_day, widest_day
from reader.tui.posts.flow import BY_DATE, Heading

_GAP = 2
# Thousands of comments fit; beside an open post each cell is wanted for the title, and hardly a post has so many.
_COUNT, _SMALL_COUNT = 6, 4
_NARROW = 50
_READ = "✓"
MARGIN = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of each column at some width; 0 leaves a column out."""

    date: int
    title: int
    author: int
    blog: int
    count: int


def _columns(width: int, order: Order) -> _Columns:
    """The columns that fit: the title always, then the date, the author, the blog."""
    # A cell before the date is for the sign of a guess.
    date = 0 if width < 30 else 1 + widest_day() + (0 if order in BY_DATE else len(" 2005"))
    count = _SMALL_COUNT if width < _NARROW else _COUNT
    rest = width - MARGIN - (date + _GAP if date else 0) - count - _GAP
    # A title is seldom longer than a hundred cells: of a wide window names have the rest.
    author = min(max(22, rest // 7), 32, rest // 4) if rest >= 44 else 0
    blog = min(max(26, rest // 5), 44, rest // 4) if rest >= 76 and order != "blog" else 0
    title = rest - sum(cells + _GAP for cells in (author, blog) if cells)
    return _Columns(date, max(1, title), author, blog, count)


def draw_heading(pen: Pen, heading: Heading, width: int) -> None:
    """A year or a blog, and how many posts it has."""
    pen.move_to(MARGIN)
    pen.write(cut(safe_line(heading.label), width - pen.cells), "heading")
    if heading.posts is not None:
        pen.write(cut(f"  {counted(heading.posts, 'post')}", width - pen.cells), "muted")


def draw_row(
    pen: Pen,
    row: PostRow | None,
    width: int,
    order: Order,
    *,
    mark: str | None,
    is_starred: bool,
    is_read: bool,
) -> None:
    """The line of a post; `mark` is the ink of the cursor, where it stands here."""
    pen.write("▌" if mark else " ", *((mark,) if mark else ()))
    pen.write(STAR if is_starred else _READ if is_read else " ", "accent" if is_starred else "muted")
    if row is None:
        pen.write("·", "muted")
        return
    columns = _columns(width, order)
    if columns.date:
        date = short_day(row.published) if order in BY_DATE else column_date(row.published)
        pen.write(GUESS_SIGN if date and "published" in row.guessed else " ", "guess")
        pen.write(cut(date, columns.date - 1), "muted")
        pen.move_to(MARGIN + columns.date + _GAP)
    count = number(row.comments) if row.comments else ""
    # Where the column of the title is the last one, it leaves room for a number that is wider than its own.
    cells = max(1, columns.title - max(0, len(count) + 1 - columns.count))
    end = pen.cells + columns.title
    title = safe_line(row.title)
    words = title or safe_line(row.start) or _("untitled")
    _write(pen, words, cells, bool(title) and "title" in row.guessed, *(() if title else ("muted",)))
    for name, text, cells in (("author", row.author, columns.author), ("blog", row.blog, columns.blog)):
        if cells:
            pen.move_to(end + _GAP)
            _write(pen, safe_line(text), cells, bool(text) and name in row.guessed, "muted")
            end += _GAP + cells
    pen.move_to(width - len(count) - 1)
    pen.write(count, "muted")


def _write(pen: Pen, text: str, cells: int, is_guess: bool, *inks: str) -> None:
    """A text in a column, with the sign of a guess before it where it is one."""
    if is_guess:
        pen.write(GUESS_SIGN, "guess")
    pen.write(cut(text, cells - is_guess), *inks)
