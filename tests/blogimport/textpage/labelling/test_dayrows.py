"""Short lines that hold a day and little else, in words that no cue knows."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from blogimport.textpage.labelling import day_in_row
from reader.archive import NewPost

TEXT = """The old lighthouse keeper counted the ships by their lamps, and he never once got the same number as his wife.

They wrote both numbers into the book, hers in red, and the harbour office took the mean of the two for forty years."""


def read(page: str) -> NewPost:
    """The only post of a page."""
    (post,) = read_page(page.encode()).posts
    return post


@pytest.mark.parametrize(
    "row", ["< Harbour 7 - 24 April 2006 >", "24 April 2006 lamps ships two numbers 9 Remarks"]
)
def test_a_row_right_under_the_title(row: str) -> None:
    """It is neither title nor text, and tells the day, however little stands over the title."""
    post = read(f"Salt and Rope\n\nTwo numbers a night\n\n{row}\n\n{TEXT}")

    assert (post.title, post.published, post.body) == ("Two numbers a night", "2006-04-24", TEXT)


def test_a_row_under_the_text() -> None:
    """It is no part of the text."""
    post = read(f"Salt and Rope\n\nTwo numbers a night\n\n{TEXT}\n\nRated 4/5 on April 24 2006 and again")

    assert (post.title, post.body) == ("Two numbers a night", TEXT)


def test_several_rows_under_the_text() -> None:
    """They are as much of the page as before: it may quote who said what, and when."""
    quoted = "« Too bright. »\nHalyard [11 March 2006] in red\n\n« Too many. »\nBosun [12 March 2006] in red"
    post = read(f"Salt and Rope\n\nTwo numbers a night\n\n{TEXT}\n\n{quoted}")

    assert post.published is None
    assert "Bosun [12 March 2006] in red" in post.body


@pytest.mark.parametrize(
    "text",
    [
        "24 April 2006",
        "We met again on 24 April 2006.",
        "From 3 April 2006 to 24 April 2006",
        "The harbour in 2006",
        "April 2006 at the harbour",
        "On 24 April 2006 we saw that neither of the two numbers could be right",
    ],
)
def test_other_lines(text: str) -> None:
    """A day alone, a sentence, several days, a month or a year are no such rows."""
    assert day_in_row(text, "en") is None


def test_a_site_that_says_who_it_is_over_the_day() -> None:
    """A sentence on top of a page is no title where a short line stands right under the day below it."""
    motto = 'Le carnet de Régis Ricard/ "Le métier de puisatier, c\'est un seau de plus et un mot de moins." Anonyme'
    text = "Il n'arrive pas souvent qu'on partage un sandwich avec un puisatier, et encore moins en mars."
    (post,) = read_page(f"{motto}\n\n14 juin 2006\n\nMarcel et moi\n\n{text} {text}".encode()).posts

    assert (post.title, post.published) == ("Marcel et moi", "2006-06-14")
