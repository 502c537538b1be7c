"""ISO dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dates import day_and_month, in_words


@pytest.mark.parametrize(
    ("iso", "words", "short"),
    [
        (None, "", ""),
        ("2005", "2005", ""),
        ("2005-11", "November 2005", "Nov"),
        ("2005-11-07", "7 November 2005", " 7 Nov"),
        ("2005-11-17T22:59", "17 November 2005, 22:59", "17 Nov"),
        ("2005-11-17T22:59:10+01:00", "17 November 2005, 22:59", "17 Nov"),
        ("2005-11-17T22:59Z", "17 November 2005, 22:59", "17 Nov"),
    ],
)
def test_as_precise_as_it_is(iso: str | None, words: str, short: str) -> None:
    """A date is told as precisely as it is known, and never more."""
    assert in_words(iso) == words
    assert in_words(iso, time=False) == words.split(",")[0]
    assert day_and_month(iso) == short


@pytest.mark.parametrize(
    ("iso", "words", "short"),
    [
        ("2007", "2007", ""),
        ("2007-03", "mars 2007", "mars"),
        ("2007-03-01", "1er mars 2007", "1er mars"),
        ("2005-11-17", "17 novembre 2005", " 17 nov."),
        ("2005-08-07T02:59", "7 août 2005, 2\u00a0h\u00a059", "  7 août"),
        ("hier", "hier", ""),
    ],
)
def test_in_french(iso: str, words: str, short: str) -> None:
    """A date is told as the French write it; in a language that is not written yet it is English."""
    assert in_words(iso, language="fr") == words
    assert day_and_month(iso, language="fr") == short
    assert in_words(iso, language="xx") == in_words(iso)
    assert in_words(iso, language="de") == in_words(iso)


@pytest.mark.parametrize(
    "text", ["--05-03", "2005-13", "2005-00-01", "2005-11-32", "2005 or so", "20051117", "hier"]
)
def test_what_is_no_date_is_not_lost(text: str) -> None:
    """A text that is no ISO date is told as it is."""
    assert in_words(text) == text
    assert day_and_month(text) == ""


@given(st.text(max_size=20) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d"))
def test_any_text_can_be_told(text: str) -> None:
    """Whatever an archive holds as a date can be shown."""
    assert in_words(text) or not text
    assert len(day_and_month(text)) in (0, 3, 6)
