"""Lines that say who and when beside each other, in no words that a cue knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.webpage.signatures import says_nothing_more, signature_in

SIGNED = [
    (("dim, 06/12/2009 - 20:15 — Gilles",), "fr", "Gilles", "2009-12-06T20:15"),
    (("(", "Maud", "| 17 décembre 2006, 20:44) ", "Répondre"), "fr", "Maud", "2006-12-17T20:44"),
    (("(Tonton Robert | 18 décembre 2006, 07:32)", "Répondre"), "fr", "Tonton Robert", "2006-12-18T07:32"),
    (("Ingezonden door Ria op vr, 14/05/2010 - 12:04.",), "nl", "Ria", "2010-05-14T12:04"),
    (("7", "Nell", "// Jun 9, 2008 at 8:02 am"), "en", "Nell", "2008-06-09T08:02"),
    (
        ("avis n° : 3", "posté par : Léone (", "site web", ") le: 11/11/2007 18:45:26"),
        "fr",
        "Léone",
        "2007-11-11T18:45",
    ),
    (("réponse de : Yvonne", "le: 11/11/2007 à 20:10:21"), "fr", "Yvonne", "2007-11-11T20:10"),
    (("Trijn", "(", "Url", ") - ", "07-12-’08 13:15"), "nl", "Trijn", "2008-12-07T13:15"),
    (("Iago", "escreveu em 3 de maio de 2007 às 9:05"), "pt", "Iago", "2007-05-03T09:05"),
    (
        ("3.", "La friteuse, ", "3 mai 2009, 23:59", ", ", "par ", "Paulette"),
        "fr",
        "Paulette",
        "2009-05-03T23:59",
    ),
    (("Cytuj", "~ Zosia ~ 1 maja 2006, 12:04 ~", "Zgłoś", "Odpowiedz"), "pl", "Zosia", "2006-05-01T12:04"),
    (("May 3, 2007 at ", "9:05 am", " | ", "Reply"), "en", None, "2007-05-03T09:05"),
    (("Bricolage > Par Tante Ada, dimanche 18 juin 2006 à 23:12",), "fr", "Tante Ada", "2006-06-18T23:12"),
]


@pytest.mark.parametrize(
    ("texts", "language", "author", "published"), SIGNED, ids=lambda value: str(value)[:20]
)
def test_what_is_left_beside_a_date_is_the_name(
    texts: tuple[str, ...], language: str, author: str | None, published: str
) -> None:
    """The name that stands beside a date is found, without numbers, sites, buttons and words around it."""
    signature = signature_in(texts, language)
    assert signature is not None
    assert (signature.author, signature.published) == (author, published)


def test_a_line_without_a_date_is_none() -> None:
    """No name is told from a line that says nothing of when."""
    assert signature_in(("Posted by Maud",), "en") is None


def test_several_names_are_none() -> None:
    """Where more is left beside a date than a name, nobody is named."""
    signature = signature_in(("3 May 2006", "Cats", "Gardens", "Weather"), "en")
    assert signature is not None
    assert signature.author is None


@pytest.mark.parametrize(
    "line", ["(Site web) (3.5.2006 20:40)", "Maud | 3 May 2006", "Posted by Maud", "1 | Reply"]
)
def test_a_signature_says_nothing_more(line: str) -> None:
    """A known name, dates and what stands beside them are no words of the comment."""
    assert says_nothing_more(line, "Maud", "en")


@pytest.mark.parametrize("line", ["Maud", "I was there on 3 May 2006", "Thanks Maud", "***", ""])
def test_words_say_more(line: str) -> None:
    """What somebody wrote is not taken for a signature, nor is a name alone."""
    assert not says_nothing_more(line, "Maud", "en")


@given(st.lists(st.text(max_size=40), max_size=5))
def test_a_name_is_in_its_line(texts: list[str]) -> None:
    """No name is made up: what is told stands in the line."""
    signature = signature_in((*texts, "3 May 2006, 12:04"), "en")
    assert (
        signature is None or signature.author is None or signature.author in " ".join(" ".join(texts).split())
    )


def test_an_answer_names_whom_it_answers() -> None:
    """Whom somebody answers is not who wrote, however the words for it are written."""
    for words in ("en réponse à", "IN REPLY TO", "Als Antwort auf", "en respuesta a", "in risposta a"):
        signed = signature_in((f"Zoé {words} Maud, 3 mai 2006",), None)

        assert signed is not None
        assert signed.author == "Zoé"
