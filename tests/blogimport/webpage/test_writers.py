"""Who wrote a post, in a line of several texts, and in which order a page writes its dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.webpage.orders import language_of_dates
from blogimport.webpage.writers import writer_in

PIECES = st.sampled_from(
    ("Posté par ", "by", " dans ", "Autor: ", "Zoé", " @ 18:07", "um 11:45", "|", "—", ".", "12")
)


@pytest.mark.parametrize(
    ("texts", "writer"),
    [
        (("Posté par Zoé dans", "Mer", "| 3 commentaires"), "Zoé"),
        (("Posté par", "Zoé", "dans", "Mer"), "Zoé"),
        (("14/06/2006 11:20 Autor: Hortense B.",), "Hortense B."),
        (("— Zoé @ 18:07",), "Zoé"),
        (("mirabelle", "um 11:45 |", "Topic: Nachts"), "mirabelle"),
        (("21:14:55, von", "ralf", ", 61 Wörter"), "ralf"),
        (("at 9:02 pm by", "Zoé"), "Zoé"),
        (("Photo prise au large", "3 mai"), None),
        (("12:30, das Essen von", "gestern"), None),
        (("Posté par", "12"), None),
    ],
)
def test_who_wrote_ends_with_the_text_or_the_word_that_leads_on(
    texts: tuple[str, ...], writer: str | None
) -> None:
    """What stands in another text of the line, or behind a word that leads to it, is no part of the name."""
    assert writer_in(texts) == writer


@given(st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=10))
def test_who_wrote_stands_in_the_line(texts: list[str]) -> None:
    """A name is never made up: its letters stand in one of the texts."""
    writer = writer_in(texts)

    assert writer is None or any(writer in " ".join(text.split()) for text in texts)


@pytest.mark.parametrize(
    ("lines", "language", "told"),
    [
        (("05/12/04", "05/13/04"), None, "en"),
        (("03/04/2009", "25/04/2009"), "en", "en-GB"),
        (("03/04/2009", "25/04/2009"), "fr", "fr"),
        (("05/13/2004", "25/04/2009"), "fr", "fr"),
        (("05/12/2004",), None, None),
        (("v. 1.05.13.04",), "fr", "fr"),
    ],
)
def test_a_day_after_the_twelfth_tells_the_order(
    lines: tuple[str, ...], language: str | None, told: str | None
) -> None:
    """Of all dates of the page; where some tell this order and others that, the language does."""
    assert language_of_dates(lines, language) == told
