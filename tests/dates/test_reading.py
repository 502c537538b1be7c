"""Dates as people write them."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.dates import find_dates, find_time, read_date
from tests.examples import examples

TABLE = Path(__file__).with_name("data") / "written.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl")
ISO = re.compile(
    r"(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})(?:T[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9:]{4,5})?)?"
)


@pytest.mark.parametrize(("language", "text", "iso"), ROWS)
def test_written_date(language: str, text: str, iso: str) -> None:
    """A written date is read as precisely as it is stated, and what is no whole date is not read at all."""
    assert read_date(text, language) == (None if iso == "null" else iso)


def test_table_is_worth_its_name() -> None:
    """The table has dates of every language, and things that look like dates."""
    assert len(ROWS) >= 150
    assert {row[0] for row in ROWS} >= set(LANGUAGES)
    assert sum(row[2] == "null" for row in ROWS) >= 30


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mars 2007", ["2007-03"]),
        ("01 07 2007 Ada", ["2007-07-01"]),
        ("1 7 2007", ["2007-07-01"]),
        ("1 7 2007 Ada", []),
        ("Rédigé par Ada le 3 mai", ["--05-03"]),
        ("3 mai, 22:15", ["--05-03T22:15"]),
        ("31 juin", []),
        ("Nov. 3 10:12 PM", ["--11-03T22:12"]),
        ("Posted by Ada on 03/05 at 08:15 AM", ["--05-03T08:15"]),
        ("11 fév 06 à 15:30", ["2006-02-11T15:30"]),
        ("11 fév 15:30, 12 fév à 06:10", ["--02-11T15:30", "--02-12T06:10"]),
        ("mai 68, et 3 mars 10h15", ["--03-03T10:15"]),
        ("entre le 3 mai 2005 et le 12/06/2006", ["2005-05-03", "2006-06-12"]),
        ("publié en avril 2004 et le 2 mai 2004 à 9h", ["2004-04", "2004-05-02T09:00"]),
        ("l'an 2005", []),
        ("aucun chiffre ici", []),
        ("le 12 et le 13", []),
        ("page 12/34/5678", []),
        ("Zoé, 8.6.05 à 20h40", ["2005-06-08T20:40"]),
        ("version 1.2.05, 12.50 €", []),
        # When a post was changed stands right behind when it was written.
        ("Publié le 29 décembre 201312 juillet 2014Auteur", ["2013-12-29", "2014-07-12"]),
        ("le 3 mai 200512, à la foire", ["--05-03"]),
        ("Zoé (03-mai-2005) et Marc [3-Jul-06]", ["2005-05-03", "2006-07-03"]),
        ("du 3-mai, 2-en-1", []),
        # An extractor glues what stood in two elements.
        ("ZoeMay 3, 2007 at 10:45 am", ["2007-05-03T10:45"]),
        ("Anonymous cowardAugust 9, 2007", ["2007-08-09"]),
        ("McDonald 3, 2007", []),
    ],
)
def test_dates_in_a_text(text: str, found: list[str]) -> None:
    """Dates are found where they stand; a day without a year stays without one, a month without a day too."""
    assert [date.iso for date in find_dates(text, "fr")] == found


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Le samedi 14 juillet 2007 à 22h15, Ada a dit", "samedi 14 juillet 2007 à 22h15"),
        ("am Dienstag, 3. Mai 2005 um 14:05 Uhr schrieb", "Dienstag, 3. Mai 2005 um 14:05 Uhr"),
        ("updated 2005-11-17T22:59:10+01:00.", "2005-11-17T22:59:10+01:00"),
        ("(mars 2007)", "mars 2007"),
    ],
)
def test_place_of_a_date(text: str, piece: str) -> None:
    """The offsets of a date enclose its weekday and its time."""
    (found,) = find_dates(text)

    assert text[found.start : found.end] == piece


def test_what_is_stated() -> None:
    """A date knows whether its year and its time were stated."""
    (whole,), (short,) = find_dates("3 mai 2005 à 9h"), find_dates("3 mai")

    assert (whole.has_year, whole.has_time) == (True, True)
    assert (short.has_year, short.has_time) == (False, False)


@pytest.mark.parametrize(
    ("language", "iso"),
    [("en", "2005-03-05"), ("fr", "2005-05-03"), ("de", "2005-05-03"), (None, "2005-05-03")],
)
def test_order_of_figures(language: str | None, iso: str) -> None:
    """The language decides which figure is the month, and the figures where they allow one order only."""
    assert read_date("03/05/2005", language) == iso
    assert read_date("17/05/2005", language) == "2005-05-17"
    assert read_date("05/17/2005", language) == "2005-05-17"
    assert read_date("2005/05/03", language) == "2005-05-03"


MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.sampled_from(LANGUAGES), st.booleans())
def test_every_day_in_every_language(day: date, language: str, capital: bool) -> None:
    """Every day written in words is read as that day; without its year or its day nothing is made up."""
    month = MONTHS[language].split()[day.month - 1]
    month = month.capitalize() if capital else month

    assert read_date(f"{day.day} {month} {day.year}", language) == day.isoformat()
    assert read_date(f"{month} {day.year}", language) == day.isoformat()[:7]
    assert read_date(f"{day.day} {month}", language) is None
    assert read_date(month, language) is None
    assert [found.iso for found in find_dates(f"{day.day} {month}", language)] == [f"--{day.isoformat()[5:]}"]


PIECES = st.lists(
    st.sampled_from(
        ["3", "12", "31", "mai", "May", "marca", "2005", "'05", "/", "-", ".", ",", " ", "h", "10:12", "de"]
    )
    | st.text(max_size=4),
    max_size=12,
).map("".join)


@examples(400)
@given(PIECES, st.sampled_from((None, *LANGUAGES)))
def test_any_text_gives_dates_that_it_states(text: str, language: str | None) -> None:
    """No text is too strange; what is found is an ISO date, in order, with the year and day of the text."""
    position = 0
    numbers = {int(number) for number in re.findall(r"\d+", text)} | {0}
    for found in find_dates(text, language):
        assert position <= found.start < found.end <= len(text)
        position = found.end
        assert ISO.fullmatch(found.iso)
        year, *rest = found.iso.removeprefix("--").split("T")[0].split("-")
        if found.has_year:
            assert int(year) in numbers or int(year) % 100 in numbers
        if found.has_year and len(rest) == 2:
            assert int(rest[1]) in numbers
    assert read_date(text, language) is None or ISO.fullmatch(str(read_date(text, language)))
    time_of_day = find_time(text)
    assert time_of_day is None or re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", time_of_day[2])


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000,
        "janvier " * 2_000,
        "1 janvier " * 2_000,
        "1 janvier 2005 " * 1_000,
        "3 mai 2005" + " " * 10_000 + "x",
        "3 mai 2005" + " ,;-" * 3_000,
        "1/1/05 " * 2_000,
        "12:30 " * 2_000,
        "1 / " * 5_000,
        "mars de " * 2_000,
        ("1" + " " * 100) * 100,
        "a" * 10_000 + "3",
    ],
)
def test_long_texts_take_little_time(text: str) -> None:
    """Time grows with the length of a text and not with its square."""
    start = time.process_time()
    for question in (find_dates, read_date, find_time):
        question(text)
    assert time.process_time() - start < 0.5


def test_dates_of_a_text_are_the_asker_s_own() -> None:
    """What one does with the dates of a text changes nothing for the next who asks."""
    find_dates("le 3 mai 2008").clear()

    assert [found.iso for found in find_dates("le 3 mai 2008")] == ["2008-05-03"]
