"""« il y a 3 ans » is counted from the day of the capture where there is one, and is a guess."""

from __future__ import annotations

import re

import pytest

from blogimport import textpage, webpage
from blogimport.captures import counted_back, untold
from blogimport.readings import Dump
from reader.models import Comment
from tests.blogimport.exports import DATA

PAGE = """Le phare

Par Zoé, le 3 mai 2006

Il s'allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne.

2 commentaires

Max
il y a 3 ans

Non, elle.

Répondre

Léa
il y a 2 mois

C'est lui.

Répondre
"""


def comments_of(text: str, captured: str | None) -> list[Comment]:
    """The comments of a text page that a web archive kept."""
    reading = textpage.read(Dump("page.txt", content=text.encode(), captured=captured))
    return [comment for part in reading.parts for found in part.posts for comment in found.post.comments]


def test_counted_from_the_capture() -> None:
    """As exact as what was counted: years give a year, months a month; the reason says from what."""
    found = comments_of(PAGE, "2012-01-15T10:00:00Z")

    assert [(c.author, c.published) for c in found] == [("Max", "2009"), ("Léa", "2011-11")]
    assert found[0].guesses["published"] == "counted back from the capture: « il y a 3 ans »"


def test_unknown_without_a_capture() -> None:
    """It stays as the page says it."""
    found = comments_of(PAGE, None)

    assert [c.published for c in found] == [None, None]
    assert "“il y a 3 ans”" in found[0].guesses["published"]


def test_pages_that_are_read_as_their_text() -> None:
    """A saved page whose markup names nothing is no other."""
    page = (DATA / "webpage" / "no-markup.html").read_bytes()
    raw = re.sub(rb" - \d\d/01/2004 \d\d:\d\d", b"<br>il y a 3 ans", page)
    reading = webpage.read(Dump("page.html", content=raw, captured="2007-05-01"))
    found = [c for part in reading.parts for post in part.posts for c in post.post.comments]

    assert [c.published for c in found] == ["2004", "2004", "2004"]
    assert all(c.guesses["published"].startswith("counted back") for c in found)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 years ago", "2009"),
        ("an hour ago", "2012-01-15"),
        ("vor einem Monat", "2011-12"),
        ("hace 2 semanas", "2012-01-01"),
        ("il y a 20 jours", "2011-12-26"),
        ("il y a 90 ans", None),
        ("il y a longtemps", None),
        ("3 ans plus tard", None),
    ],
)
def test_what_is_counted(text: str, iso: str | None) -> None:
    """Seven languages count in years, months, weeks, days, hours and minutes."""
    counted = counted_back(text, "2012-01-15")

    assert (counted and counted.iso) == iso


@pytest.mark.parametrize("captured", [None, "", "2012", "2012-02-31", "yesterday or so"])
def test_a_day_that_is_none(captured: str | None) -> None:
    """Nothing is counted from a capture whose day is not known."""
    assert counted_back("3 years ago", captured) is None


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("hier à 18h33", "2008-05-06T18:33"),
        ("aujourd'hui à 08h12", "2008-05-07T08:12"),
        ("Yesterday at 6:33 PM", "2008-05-06T18:33"),
        ("vorgestern um 7:05", "2008-05-05T07:05"),
        ("ayer, 23:40", "2008-05-06T23:40"),
    ],
)
def test_a_word_for_a_day_counts_with_the_time_behind_it(said: str, moment: str) -> None:
    """From the day of the capture; where there is none the reason says so."""
    counted = counted_back(said, "2008-05-07T10:00:00Z")

    assert counted is not None
    assert counted.iso == moment
    assert untold(f"Zoé {said}") == f"the page says “Zoé {said}”, and not from which day that counts"


@pytest.mark.parametrize("said", ["hier soir", "Yesterday I counted 12 of them", "aujourd'hui, le 7"])
def test_a_word_for_a_day_alone_counts_nothing(said: str) -> None:
    """It stands in texts."""
    assert counted_back(said, "2008-05-07T10:00:00Z") is None
    assert untold(said) is None
