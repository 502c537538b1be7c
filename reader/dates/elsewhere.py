"""The names of months in languages that have no table here, through dateparser.

The only module that imports dateparser, and only when a date needs it: it is 250 times as slow as the fast path.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from reader.remembering import remembered

# dateparser needs seconds for long texts: nothing longer than this goes there.
_LONGEST_FOR_DATEPARSER = 40
# With all its languages dateparser takes 3 s for its first date, and reads a month into 170 of 6,400 French
# and English words (`12 en 2005`, `3 tri 2006`); with these and words of four letters it is into three.
_OTHER_LANGUAGES = (
    *("pl", "cs", "sk", "ru", "uk", "bg", "hr", "sl", "ro", "hu"),
    *("tr", "el", "sv", "da", "nb", "fi", "ca", "et", "lt", "lv"),
)
_MONTH_IN_OTHER_LANGUAGE = re.compile(r"[^\W\d_]{4,}|[^\W\d_a-zA-ZÀ-ɏ]{3}")


def month_elsewhere(month: str, year: str, length: int) -> int | None:
    """The month of a date of some length that is written in another language, None where it is no date."""
    if length > _LONGEST_FOR_DATEPARSER or not _MONTH_IN_OTHER_LANGUAGE.fullmatch(month):
        return None
    if _folded(month) not in _names():
        return (
            None  # « 2e trimestre 2007 » is on many a page, and is not worth the second that dateparser needs
        )
    return _through_dateparser(month, year)


@cache
def _names() -> frozenset[str]:
    """All names of months that dateparser knows in those languages."""
    lines = files("reader.dates").joinpath("elsewhere.txt").read_text("utf-8").splitlines()
    return frozenset(
        name for line in lines if not line.startswith("#") for name in line.partition(":")[2].split()
    )


def _folded(word: str) -> str:
    """A word in small letters without accents, of which dateparser makes nothing."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@remembered(4096)
def _through_dateparser(month: str, year: str) -> int | None:
    # With a day that is no month, or dateparser takes it for the month and passes over a word unknown to it.
    return _parser()(f"28 {month} {int(year)}")


@cache
def _parser() -> Callable[[str], int | None]:
    """Gives the month of a whole date, None for any other text."""
    # dateparser takes 0.2 s to import and 0.5 s for its first date.
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=list(_OTHER_LANGUAGES),
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]},
    )

    def month_of(text: str) -> int | None:
        data = parser.get_date_data(text)
        date = data.date_obj
        # What it gives must stand in the text: it has been seen to fill in today's day and year.
        stated = date is not None and text.startswith(f"{date.day} ") and text.endswith(f" {date.year}")
        return int(date.month) if stated and data.period == "day" else None

    return month_of
