"""Which lines are said of a post: those near its title before those far above it."""

from __future__ import annotations

from blogimport.textpage import read_page

TEXT = """The lamp is lit at four in winter, and the keeper counts the boats before he counts his own stairs again.

Nobody has come up to see him since the path fell into the sea, but for a goat that seems to know another way."""


def published(page: str) -> tuple[str | None, str | None]:
    """When the only post of a page was published, and who wrote it."""
    (post,) = read_page(page.encode()).posts
    return post.published, post.author


def test_a_day_near_the_title_is_believed_before_one_far_above() -> None:
    """The day of the visit stands over the name of the site; the post has its own."""
    page = (
        f"June 6, 2012\n\nThe lamp room\n\nHome\n\nAbout\n\nCounting stairs\n\nMay 3, 2009 by Ewan\n\n{TEXT}"
    )

    assert published(page) == ("2009-05-03", "Ewan")


def test_a_day_under_the_text_is_believed_before_one_far_above() -> None:
    """Where the theme prints it there."""
    page = f"June 6, 2012\n\nThe lamp room\n\nCounting stairs\n\n{TEXT}\n\nPosted by Ewan on May 3, 2009 at 8:15 PM"

    assert published(page) == ("2009-05-03T20:15", "Ewan")


def test_who_and_when_far_above_are_believed_where_no_other_day_is() -> None:
    """Some themes print them over all that stands on the page."""
    page = f"Posted by Ewan on May 3, 2009\n\nHome\n\nCounting stairs\n\n{TEXT}"

    assert published(page) == ("2009-05-03", "Ewan")
