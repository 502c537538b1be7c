"""What the patterns of dates rule out at little cost, they would not have found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dates import find_dates, patterns
from tests.examples import examples

_WRITTEN = st.text(st.sampled_from("0123456789 '/.-:,;hHuUapmTéº\t\u00a0٣²"), max_size=30)
_WORDS = st.sampled_from(
    ("mai", "May", "st", "de", "le", "às", "min", "1er", "2005", "12:30", "4 h", "PM", "€")
)
_TEXTS = st.lists(_WRITTEN | _WORDS, max_size=6).map("".join)


_GUARDED = [
    (patterns.MAY_BE_TIME, patterns.ONLY_TIME),
    (patterns.MAY_BE_TIME, patterns.WITH_TIME),
    (patterns.MAY_BE_DATE, patterns.DAY_FIRST),
    (patterns.MAY_BE_DATE, patterns.MONTH_FIRST),
    (patterns.MAY_BE_DATE, patterns.MONTH_YEAR),
    (patterns.MAY_BE_DATE, patterns.FIGURES),
    (patterns.MAY_BE_DATE, patterns.CALENDAR),
    (patterns.DAY_AND_YEAR, patterns.MONTH_FIRST),
    (patterns.FIGURE_BEFORE_WORD, patterns.DAY_FIRST),
    (patterns.BARE_YEAR, patterns.MONTH_YEAR),
    (patterns.MARK, patterns.FIGURES),
]


@given(_TEXTS)
@examples(300)
def test_a_guard_lets_pass_whatever_its_pattern_finds(text: str) -> None:
    """What is looked for first, because it costs little, is wherever the whole is."""
    assert [
        (guard.pattern, pattern.pattern)
        for guard, pattern in _GUARDED
        if pattern.search(text) and not guard.search(text)
    ] == []


@given(gap=st.text(st.sampled_from(" \t,;|-"), max_size=12), words=st.sampled_from(("", "às", "toutes les")))
def test_a_time_is_looked_for_as_far_as_it_may_stand(gap: str, words: str) -> None:
    """No time belongs to a day that begins further behind it than it is looked for."""
    text = f"{gap}{words}{' ' * 12}20 h"

    found = patterns.WITH_TIME.match(text)

    assert found is None or patterns.MAY_BE_TIME.search(text, 0, patterns.FAR) is not None


@pytest.mark.parametrize(
    "weekday", ["mardi", "MARDI", "Mar.", "Mar,", "terça-feira", "Mi.", "tues", "miércoles"]
)
@pytest.mark.parametrize("before", ["", "le ", "- ", "(", "x, "])
def test_a_weekday_is_part_of_its_date(before: str, weekday: str) -> None:
    """A weekday right before a date belongs to it, however it is written and whatever stands before."""
    text = f"{before}{weekday} 3 mai 2005"

    assert [(text[found.start : found.end], found.iso) for found in find_dates(text)] == [
        (f"{weekday} 3 mai 2005", "2005-05-03")
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sam, March 3, 2009", "March 3, 2009"),
        ("Sat, March 7, 2009", "Sat, March 7, 2009"),
        ("qua, 12/10/2011 - 21:02", "qua, 12/10/2011 - 21:02"),
        ("Qua, 12/10/2011 - 21:02", "Qua, 12/10/2011 - 21:02"),
        ("wt., 3 maja 2011", "wt., 3 maja 2011"),
        ("Don 3 mei 2009", "3 mei 2009"),
    ],
)
def test_a_short_weekday_that_may_be_a_name_is_that_of_its_day(text: str, date: str) -> None:
    """« Sam » before a Tuesday is somebody's name; in lower case, or with a dot, a weekday is one."""
    assert [text[found.start : found.end] for found in find_dates(text)] == [date]


@given(
    before=st.sampled_from(("", "on ", "(", "1 ")),
    month=st.sampled_from(
        (("May", "05"), ("NOV", "11"), ("août", "08"), ("Dezember", "12"), ("gennaio", "01"))
    ),
    gap=st.sampled_from((" ", ". ", "  ", " " * 30, "\n", " " * 22)),
)
def test_a_month_before_its_day_is_found(before: str, month: tuple[str, str], gap: str) -> None:
    """A month is found before its day however far off that stands."""
    text = f"{before}{month[0]}{gap}3"

    assert f"--{month[1]}-0" in {found.iso[:-1] for found in find_dates(text)}


_PARTS = st.sampled_from(
    (
        *(
            "3",
            "31",
            "2005",
            "3/5/2005",
            "3.5.05",
            "3/5/05",
            "2005-05-03",
            "12:30",
            "12:30 PM",
            "20 h",
            "'05",
        ),
        *(
            "mai",
            "May",
            "Sept.",
            "mardi",
            "Mar.",
            "de",
            "le",
            "à",
            "of",
            "par Zoé",
            "Zoé",
            "|",
            ",",
            "-",
            "(",
            ")",
        ),
    )
)


@given(st.lists(_PARTS, max_size=9).map(" ".join), st.sampled_from(("fr", "en")))
def test_a_date_alone_is_what_it_is_beside_other_figures(text: str, language: str) -> None:
    """A date that has no other beside it, which is told without a search, is the one that a search finds."""
    if not (found := find_dates(text, language)):
        return

    # The last figure is no date, and looks like the day of one.
    assert find_dates(f"{text}|| 1 lu", language)[: len(found)] == found


@pytest.mark.parametrize("text", ["Jan 12, ’07", "12 janvier ’07", "Jan 12, '07"])
def test_a_short_year_behind_any_apostrophe(text: str) -> None:
    """Two figures are a year behind a straight apostrophe and behind a curly one."""
    assert [date.iso for date in find_dates(text)] == ["2007-01-12"]
