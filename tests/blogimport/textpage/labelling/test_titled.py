"""The title of a post, told by who and when under it, where the site's name, its motto or a caption look like one."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = """The old lighthouse keeper counted the ships by their lamps, and he never once got the same number as his wife.

They wrote both numbers into the book, hers in red, and the harbour office took the mean of the two for forty years."""


def read(over: str, text: str = TEXT, under: str = "") -> NewPost:
    """The only post of a page with that over its text, and that under it."""
    (post,) = read_page(f"{over}\n\n{text}\n\n{under}".encode()).posts
    return post


@pytest.mark.parametrize(
    ("row", "published", "author"),
    [
        ("14.03.2009, 20:12 Quayside", "2009-03-14T20:12", "Quayside"),
        ("Saturday, 14.3.2009, 20:12 > h]al[yard", "2009-03-14T20:12", None),
        ("with 3 comments", None, None),
        ("  • 14 March 2009\n  • By Halyard", "2009-03-14", "Halyard"),
    ],
)
def test_the_line_over_who_and_when(row: str, published: str | None, author: str | None) -> None:
    """It is the title, and not the name of the site, its motto or an item of its menu."""
    post = read(
        f"Salt and Rope\n\n  • Harbour\n  • Charts\n\nA motto of few words\n\nTwo numbers a night\n\n{row}"
    )

    assert (post.title, post.published, post.author) == ("Two numbers a night", published, author)
    assert post.body == TEXT


def test_a_caption_under_who_and_when() -> None:
    """It is the beginning of the text, and the title stands over who and when."""
    post = read(
        "Salt and Rope\n\nHarbour\n\nSaturday, March 14, 2009\n\nTwo numbers a night\n\n"
        "by Halyard\nThe keeper with his lamp"
    )

    assert (post.title, post.published, post.author) == ("Two numbers a night", "2009-03-14", "Halyard")
    assert post.body == f"The keeper with his lamp\n\n{TEXT}"


def test_a_word_beside_the_day_under_which_posts_are_filed() -> None:
    """It is a category, and nobody's name."""
    menu = "Topics\n  • Harbour\n  • Quayside\n  • Charts"
    post = read(
        "Salt and Rope\n\nA motto of few words\n\nTwo numbers a night\n\n14.03.2009, 20:12 Quayside",
        under=menu,
    )

    assert (post.title, post.published, post.author) == ("Two numbers a night", "2009-03-14T20:12", None)


def test_another_day_over_the_title() -> None:
    """The day on which a site was last changed is not when its post was written."""
    post = read(
        "Salt and Rope\n\nLast changed:\n20.10.2009\n\nTwo numbers a night\n\nPosted on 14/03/2009 at 12:00 by Halyard"
    )

    assert (post.title, post.published) == ("Two numbers a night", "2009-03-14T12:00")


def test_a_motto_under_a_title_that_the_page_repeats() -> None:
    """It is no title, though it stands over who and when."""
    post = read(
        "Home > Harbour > Two numbers a night\n\nSalt and Rope\n\nTwo numbers a night\n\nA serial of the quay\n\n"
        "Saturday 14 March 2009, by Halyard"
    )

    assert post.title == "Two numbers a night"


def test_links_between_the_title_and_who_and_when() -> None:
    """They are no text, and the title stands over them."""
    post = read(
        "Salt and Rope\n\n  • Harbour\n  • Charts\n\nTwo numbers a night\n\n  • Elder Post\n  • Younger Post\n\n"
        "on March 14, 2009 by Halyard"
    )

    assert (post.title, post.author, post.body) == ("Two numbers a night", "Halyard", TEXT)


def test_a_number_of_comments_in_the_head() -> None:
    """Where paragraphs that nobody signs follow, it is no heading over comments."""
    post = read(
        "Salt and Rope\n\n  • Harbour\n  • Charts\n\nTwo numbers a night\n\non March 14, 2009 by Halyard\n\n"
        "  • 2 comments",
        TEXT.replace("for forty years.", "for forty years, and nobody in the village ever found that odd."),
        "Posted by Halyard on March 14, 2009 at 20:12\n\n2 comments\n\n"
        "  1. Nessa wrote on March 15, 2009 at 09:12:\n\n    Mine says nine.\n\n    Reply\n\n"
        "  2. Piers Colm wrote on March 16, 2009 at 10:40:\n\n    Hers was right.\n\n    Reply",
    )

    assert (post.title, post.comments_declared) == ("Two numbers a night", 2)
    assert post.body.startswith("The old lighthouse keeper")
    assert [comment.author for comment in post.comments] == ["Nessa", "Piers Colm"]


def test_a_motto_in_brackets_and_a_month() -> None:
    """Neither is a title, though who and when stands under it: the title stands under that."""
    menu = "Salt and Rope\n\n  • Harbour\n  • Charts"
    for over in ("(the new one is there --> example.org)", "Month: March 2009"):
        post = read(f"{menu}\n\n{over}\n\nPosted on March 14, 2009 by Halyard\n\nTwo numbers a night")

        assert (post.title, post.author) == ("Two numbers a night", "Halyard")


def test_who_stands_before_the_day_and_categories_behind() -> None:
    """A row with more categories than a line has still says who wrote."""
    post = read(
        "Salt and Rope\n\n  • Harbour\n  • Charts\n\nTwo numbers a night\n\n"
        "By Tam Halyard Jul. 25, 2012 10:46 a.m. Harbour Life, Lamps and Family, Counting and Leadership"
    )

    assert (post.title, post.author, post.published) == (
        "Two numbers a night",
        "Tam Halyard",
        "2012-07-25T10:46",
    )


def test_a_figure_between_the_rows_under_a_title() -> None:
    """What a theme counts, behind a label of its own, is no title where more is said of the post over it."""
    post = read(
        "Salt and Rope\nHarbour\nCharts\nMarch 14, 2009\nTwo numbers a night\nCategories: Lamps, Ropes\n"
        "People in the harbour just now: 0\nPosted at 08:12:47 PM on March 14, 2009"
    )

    assert (post.title, post.published) == ("Two numbers a night", "2009-03-14T20:12")
    assert post.body == TEXT


@pytest.mark.parametrize("day", ["14. Mar, 2009", "14. March 2009", "14. March, 2009"])
def test_a_day_that_begins_as_the_items_of_a_list_do(day: str) -> None:
    """A figure with a dot before a month and a year is a day, also where a comma or a dot stands between."""
    post = read(f"Salt and Rope\n\nTwo numbers a night\n\n{day}")

    assert (post.title, post.published) == ("Two numbers a night", "2009-03-14")
    assert post.body == TEXT
