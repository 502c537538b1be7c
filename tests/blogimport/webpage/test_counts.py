"""How many comments a post is said to have."""

from __future__ import annotations

from blogimport.readings import Dump
from blogimport.textpage import sight_of
from blogimport.webpage import read
from tests.blogimport.exports import DATA


def _declared(name: str) -> list[tuple[str | None, int | None]]:
    (part,) = read(Dump("page.html", content=(DATA / "webpage" / name).read_bytes())).parts
    return [(found.post.title, found.post.comments_declared) for found in part.posts]


def test_a_number_that_leads_to_comments_counts_them() -> None:
    """A bubble with a number, as a link to the comments, is no part of the title that it stands in."""
    assert _declared("days-in-blocks.html") == [
        ("Le village aux canaux", 2),
        ("La vallée des cailloux", None),
    ]


def test_a_link_to_comments_counts_them_in_a_line_of_more() -> None:
    """« Sem comentários: » among who, when and buttons says that there are none."""
    assert _declared("empty-among-posts.html") == [
        ("Queria ter outra vez a idade da maré, e não tenho", 0),
        ("Na linha (37)", 3),
    ]


def test_a_link_named_for_comments_counts_them() -> None:
    """A box under a post that is named for its comments, and only leads to them, says how many there are."""
    assert [count for _, count in _declared("counted-in-places-for-comments.html")] == [3, 0, 12]


def test_a_number_in_a_title_counts_comments_whatever_their_place_is_called() -> None:
    """Themes put their own word before that of the comments in the addresses of these."""
    assert _declared("labels-beside-titles.html") == [("The old lathe", 14), ("A bench for two", None)]


def test_a_link_over_comments_may_say_on_what_they_are_and_how_many() -> None:
    """« Comments on The shed (2) » is how Movable Type's templates lead to them."""
    page = (
        "<html lang='en'><head><title>May</title></head><body>"
        + "".join(
            f"<div class='post'><h2><a href='/{name}'>{name}</a></h2><p>Nothing came up this week but {name}, and "
            f"the slugs had that.</p><p><a href='/{name}#comments'>Comments on <em>{name}</em> ({count})</a></p></div>"
            for name, count in (("chard", 2), ("leeks", 0))
        )
        + "</body></html>"
    )
    (part,) = read(Dump("page.html", content=page.encode())).parts
    assert [(one.post.title, one.post.comments_declared) for one in part.posts] == [
        ("chard", 2),
        ("leeks", 0),
    ]


def test_a_bubble_in_the_box_of_a_text_counts_comments() -> None:
    """It is a button of the theme, which the text has not, and leads to the comments."""
    assert _declared("counted-beside-texts.html") == [("Le radeau", 3), ("Les rames", 0)]


def test_the_count_of_one_comment_may_say_on_what_it_is() -> None:
    """« 1 Comment on Ferry » is how WordPress tells it to those who have pages read to them."""
    assert sight_of("1 Comment on The ferry", "heading") is not None


def test_the_count_of_another_post_over_comments_is_not_theirs() -> None:
    """Between a text and its comments other posts are shown, with how many comments they have."""
    talk = "".join(
        f"<li class='comment' id='comment-{number}'><cite class='fn'>Zoé {number}</cite> "
        f"<span class='comment-date'>{number} mai 2017 à 9 h 18 min</span><p>Merci pour le relevé {number}.</p></li>"
        for number in (1, 2)
    )
    page = (
        "<html lang='fr'><head><title>La crue</title></head><body><article class='hentry'><h1>La crue</h1>"
        "<div class='entry-content'><p>On lit la hauteur de l'eau sur le pont, et on la note.</p></div>"
        "</article><div class='card'><h2><a href='/pont/'>Le pont</a></h2>"
        "<span class='meta-item comments-link'><a href='/pont/#comments'>37 commentaires</a></span></div>"
        f"<div id='comments'><h2>2 commentaires</h2><ol>{talk}</ol></div></body></html>"
    )
    (part,) = read(Dump("page.html", content=page.encode())).parts
    assert [found.post.comments_declared for found in part.posts] == [2]
