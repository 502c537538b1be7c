"""The name that an element of a comment holds."""

from __future__ import annotations

from lxml import html

from blogimport.webpage.authors import name_at
from blogimport.webpage.own import Own
from blogimport.webpage.scan import Scan


def test_pictures_alone_have_no_words() -> None:
    """A link that holds nothing but a picture, and its stand-in for browsers without scripts, is read all the same."""
    root = html.fromstring(
        '<div><a rel="author" href="/zoe"><noscript><img alt="Le lavoir" src="a.jpg"></noscript>'
        '<img alt="Le lavoir" src="b.gif"></a><p>Bonjour.</p></div>'
    )
    own = Own(Scan(root), 0, [], [])

    assert own.line(1)
    assert own.scan.texts(1) == []
    assert name_at(own, 1, "fr") is None


def test_what_a_picture_beside_a_name_is_called_is_no_part_of_it() -> None:
    """A picture of who wrote, its stand-in for browsers without scripts, a word and the name are one name."""
    root = html.fromstring(
        '<div><div class="author"><noscript><img alt="Zoé" src="a.jpg"></noscript><img alt="Zoé" src="b.gif">'
        '<span>by</span> <a href="/zoe">Zoé</a></div><p>Bonjour.</p></div>'
    )

    assert name_at(Own(Scan(root), 0, [], []), 1, "fr") == "Zoé"


def test_a_link_may_go_on_around_the_name() -> None:
    """Where tags are damaged the link is around the element with the name, and not within it."""
    root = html.fromstring(
        '<div><a rel="external nofollow" class="url" href="/zoe"><b>Zoé</b></a><p>Bonjour.</p></div>'
    )

    assert name_at(Own(Scan(root), 0, [], []), 2, "fr") == "Zoé"
