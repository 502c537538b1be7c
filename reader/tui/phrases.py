"""Small phrases of the screens: numbers with their noun, text cut to a number of cells.

Knows nothing of widgets.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from reader.dates import day_and_month, in_words
from reader.text import Safe, safe_line

ELLIPSIS = "…"
GUESS_SIGN = "~"


def number(count: int) -> str:
    """`1 204`: thousands set apart by a thin gap, as a page has them."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def counted(count: int, noun: str) -> str:
    """`1 comment`, `5 comments`, `no comments`."""
    if count == 0:
        return f"no {noun}s"
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def cut(text: str, cells: int) -> str:
    """The text, with `…` at its end where it is wider than some cells."""
    if len(text) <= cells and cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    return set_cell_size(text[: cells * 4], cells - 1).rstrip() + ELLIPSIS


def short_date(iso: str | None) -> Safe:
    """`17 Nov 2005`, for a list without years as headings; as precise as the date is."""
    day = day_and_month(iso)
    return safe_line(f"{day} {iso[:4]}" if iso and day else in_words(iso, time=False))


def short_day(iso: str | None) -> Safe:
    """`17 Nov`, for a list that has the year as a heading."""
    # Not `safe_line`: the space before a day of one digit keeps the months in their column.
    return Safe(day_and_month(iso))


def day_in_words(day: str) -> str:
    """`17 November` for `11-17`."""
    # Any leap year: the words for a day need one, and it is left out again.
    return in_words(f"2004-{day}").removesuffix(" 2004")


def date_in_words(iso: str | None, *, time: bool = True) -> Safe:
    """`17 November 2005, 22:59`, safe to show even where the archive holds no date but a sentence."""
    return safe_line(in_words(iso, time=time))
