"""Months in languages without a table."""

from __future__ import annotations

from importlib import import_module

import pytest

from reader.dates import elsewhere, find_dates

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


@pytest.mark.parametrize("language", elsewhere._OTHER_LANGUAGES)
def test_every_month_that_dateparser_knows_is_listed(language: str) -> None:
    """A word that is not listed is no month for dateparser either, so that it need not be asked."""
    known = import_module(f"dateparser.data.date_translation_data.{language}").info
    names = {
        elsewhere._folded(name)
        for month in _MONTHS
        for name in known[month]
        if elsewhere._MONTH_IN_OTHER_LANGUAGE.fullmatch(name)
    }

    assert names <= elsewhere._names()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12 września 2007", "2007-09-12"),
        ("12 wrzesnia 2007", "2007-09-12"),
        ("5 МАЯ 2010", "2010-05-05"),
        ("3 Μαΐου 2009", "2009-05-03"),
    ],
)
def test_a_month_is_known_however_it_is_written(text: str, iso: str) -> None:
    """With and without accents, in small letters and in capitals."""
    assert [found.iso for found in find_dates(text)] == [iso]


def test_dateparser_is_not_asked_for_what_is_no_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """« 2e trimestre 2007 » has the shape of a date, and costs nothing."""
    monkeypatch.setattr(elsewhere, "_through_dateparser", lambda *_: pytest.fail("it was asked"))

    assert find_dates("Chiffres du 2 trimestre 2007") == []
