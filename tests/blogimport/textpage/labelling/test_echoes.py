"""Titles that a page repeats: at the end of the trail to it, and in a list of posts."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from blogimport.textpage.labelling.echoes import trails_in
from blogimport.textpage.lines import lines_in

TITLE = "Which of the two lighthouse keepers had counted right, and who was told"
TEXT = """The keeper counted the ships by their lamps, and he never once got the same number as his wife in those years.

They wrote both numbers into the book, hers in red, and the harbour office took the mean of the two for forty years."""


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Home > Harbour > The keeper", "the keeper"),
        ("Accueil du site > Phares > Le gardien", "le gardien"),
        ("You are here: Home / Harbour / The keeper", "the keeper"),
        ("Sie sind hier: Startseite / Der Leuchtturm", "der leuchtturm"),
        ("Startseite » Der Leuchtturm", "der leuchtturm"),
        ("Red / Green / The keeper", None),
        ("Harbour > The keeper", None),
        ("Home / FAQ", None),
    ],
)
def test_where_a_trail_ends(text: str, end: str | None) -> None:
    """It goes over two borders, or begins with the first page of the site, which a stroke alone does not tell."""
    assert trails_in(lines_in([text])) == ({} if end is None else {0: end})


@pytest.mark.parametrize("over", [f"Home / Harbour / {TITLE}", f"News\n\n  • {TITLE}\n  • Salt"])
def test_a_long_title_that_the_page_repeats(over: str) -> None:
    """It is the title of the post, and not the file that stands over who and when."""
    page = f"Salt and Rope\n\n{over}\n\n{TITLE}\n\nMP3 - 12 MB\n\nSaturday, March 14, 2009, by Halyard\n\n{TEXT}\n"
    (post,) = read_page(page.encode()).posts

    assert post.title is not None
    assert post.title.startswith(TITLE)
    assert post.body == TEXT


def test_a_trail_over_its_title_is_no_text() -> None:
    """Nor is what the site says of itself above: the title is that which the trail ends with."""
    about = "A notebook on lighthouses, ropes, salt and what else the sea has left at our door since the year 1998."
    head = f"Salt and Rope\n{about}\nYou are here: Home / {TITLE}"
    page = f"{head}\n\n{TITLE}\n\n{TEXT}\n\nAuthor: Halyard | March 14, 2009\n"
    (post,) = read_page(page.encode()).posts

    assert (post.title, post.body) == (TITLE, TEXT)


def test_a_salutation_is_no_title() -> None:
    """What goes on behind a comma is the first line of the text."""
    head = "Salt and Rope\n\nA letter from the harbour\n\nDear creatures of the night,"
    page = f"{head}\n\n{TEXT}\n\nMarch 14, 2009 | Posted by Halyard | 1 comment\n"
    (post,) = read_page(page.encode()).posts

    assert post.title == "A letter from the harbour"
    assert post.body.startswith("Dear creatures of the night,")


def test_a_trail_may_begin_as_a_heading_over_comments_does() -> None:
    """It is a trail all the same, and nothing else asks it how many comments it declares."""
    head = f"{TITLE}\n\nPosted by Halyard on March 14, 2009"
    page = f"{head}\n\n{TEXT}\n\nComments › Home › The keeper\n\nThe keeper\n"
    (post,) = read_page(page.encode()).posts

    assert (post.title, post.comments) == (TITLE, ())


def test_a_trail_may_have_lost_its_signs() -> None:
    """« Accueil Phares Le gardien », over the title that it ends with."""
    lines = lines_in(["Home Harbour The keeper", "The keeper", "Harbour The keeper", "The keeper"])
    assert trails_in(lines) == {0: "the keeper"}
