"""Who and when of a post, in rows whose end leads to its comments, often glued to the name before it."""

from __future__ import annotations

import pytest

from blogimport.textpage.cues import sights_of


@pytest.mark.parametrize(
    ("language", "line", "author", "date", "count"),
    [
        ("fr", "août 15, 2010 clotildeLaisser un commentaire", "clotilde", "2010-08-15", None),
        ("fr", "août 2, 2010août 3, 2010 clotilde Laisser un commentaire", "clotilde", "2010-08-02", None),
        ("fr", "Posté le 3 mai 2010 par Zoé2 commentaires", "Zoé", "2010-05-03", 2),
        ("fr", "3 mai 2010 à 12:30 Zoé · Aucun commentaire", "Zoé", "2010-05-03T12:30", 0),
        ("fr", "3 mai 2010 Laisser un commentaire", None, "2010-05-03", None),
        ("en", "Posted on May 3, 2010 by Orla FinchLeave a comment", "Orla Finch", "2010-05-03", None),
    ],
)
def test_the_link_is_no_part_of_the_name(
    language: str, line: str, author: str | None, date: str, count: int | None
) -> None:
    """What invites to comment, counts comments or says that there are none is cut off before the row is read."""
    byline = sights_of(line, language).get("byline")

    assert byline is not None
    assert (byline.captured.author, byline.captured.date, byline.captured.count) == (author, date, count)


def test_a_time_with_links_behind() -> None:
    """Blogger writes who, at what time, how many comments and the links to the post, in words of the blog's own."""
    byline = sights_of("Chefe Rosalinda às 15:56:00 Sem comentários: Links to this post", "pt").get("byline")

    assert byline is not None
    assert (byline.captured.author, byline.captured.time, byline.captured.count) == (
        "Chefe Rosalinda",
        "15:56",
        0,
    )


def test_a_name_alone_stays() -> None:
    """A name that ends as no such link does is kept whole, whatever letters it has within."""
    head = sights_of("McTavish 3 mai 2010", "fr").get("head")

    assert head is not None
    assert head.captured.author == "McTavish"


def test_a_link_to_the_post_is_no_category() -> None:
    """A word behind the time that is known for a link of the site is not where the post is filed."""
    byline = sights_of("posted by Orla Finch at 3:43 AM permalink | 4 comments", "en").get("byline")

    assert byline is not None
    assert byline.captured.categories == ()


def test_a_day_with_its_hour_and_where_it_is_filed() -> None:
    """Behind a sign stands where a post is filed; one name with a capital may be anybody's."""
    filed = sights_of("Monday, 7 July 2008 @ 10:34am • repairs, mice", "en").get("byline")
    named = sights_of("Monday, 7 July 2008 @ 10:34am • Orla", "en").get("byline")

    assert filed is not None
    assert named is not None
    assert (filed.captured.date, filed.captured.categories) == ("2008-07-07T10:34", ("repairs", "mice"))
    assert (named.captured.author, named.captured.categories) == (None, ())


@pytest.mark.parametrize(
    "line", ["Posted by …. on May 3, 2010", "Publié par …. le 3 mai 2010 à 12:30", "par . le 3 mai 2010"]
)
def test_a_name_of_nothing_but_points(line: str) -> None:
    """Where a name stood that a damaged page has lost, nobody is named."""
    byline = sights_of(line, "fr").get("byline")

    assert byline is None or not byline.captured.author
