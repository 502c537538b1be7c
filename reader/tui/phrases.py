"""Small phrases of the screens: numbers with their noun, text cut to a number of cells.

Knows nothing of widgets.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.dates import day_and_month, in_words
from reader.text import Safe, safe_line
from reader.tui.language import _, ngettext, spoken

ELLIPSIS = "…"
GUESS_SIGN = "~"


def number(count: int) -> str:
    """`1 204`: thousands set apart by a thin gap, as a page has them."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


class _Forms(NamedTuple):
    """What is said of none, of one, and of more."""

    none: str
    one: str
    many: str


_COUNTED = {
    "answer": _Forms(none="no answers", one="{} answer", many="{} answers"),
    "blog": _Forms(none="no blogs", one="{} blog", many="{} blogs"),
    "byte": _Forms(none="no bytes", one="{} byte", many="{} bytes"),
    "comment": _Forms(none="no comments", one="{} comment", many="{} comments"),
    "file": _Forms(none="no files", one="{} file", many="{} files"),
    "hit": _Forms(none="no hits", one="{} hit", many="{} hits"),
    "line": _Forms(none="no lines", one="{} line", many="{} lines"),
    "mark": _Forms(none="no marks", one="{} mark", many="{} marks"),
    "post": _Forms(none="no posts", one="{} post", many="{} posts"),
}


def counted(count: int, noun: str) -> str:
    """`1 comment`, `5 comments`, `no comments`."""
    forms = _COUNTED[noun]
    if count == 0:
        return _(forms.none)
    return ngettext(forms.one, forms.many, count).format(number(count))


def cut(text: str, cells: int) -> str:
    """The text, with `…` at its end where it is wider than some cells."""
    if len(text) <= cells and cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    return set_cell_size(text[: cells * 4], cells - 1).rstrip() + ELLIPSIS


def short_date(iso: str | None) -> Safe:
    """`17 Nov 2005`, for a list without years as headings; as precise as the date is."""
    day = day_and_month(iso, language=spoken())
    return safe_line(f"{day} {iso[:4]}" if iso and day else in_words(iso, time=False, language=spoken()))


def column_date(iso: str | None) -> Safe:
    """The same for a column of dates: days of one digit stand below those of two."""
    day = short_day(iso)
    return Safe(" " * (len(day) - len(day.lstrip())) + short_date(iso))


def short_day(iso: str | None) -> Safe:
    """`17 Nov`, for a list that has the year as a heading."""
    # Not `safe_line`: the space before a day of one digit keeps the months in their column.
    return Safe(day_and_month(iso, language=spoken()))


def widest_day() -> int:
    """The cells that the widest day of a list with years as headings takes."""
    return _widest_day(spoken())


@cache
def _widest_day(language: str) -> int:
    days = (f"2004-{month:02d}-{day}" for month in range(1, 13) for day in ("01", "28"))
    return max(cell_len(day_and_month(day, language=language)) for day in days)


def day_in_words(day: str) -> str:
    """`17 November` for `11-17`."""
    # Any leap year: the words for a day need one, and it is left out again.
    return in_words(f"2004-{day}", language=spoken()).removesuffix(" 2004")


def date_in_words(iso: str | None, *, time: bool = True) -> Safe:
    """`17 November 2005, 22:59`, safe to show even where the archive holds no date but a sentence."""
    return safe_line(in_words(iso, time=time, language=spoken()))
