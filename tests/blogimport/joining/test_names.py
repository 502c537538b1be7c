"""Addresses that lead to one page are one name."""

from __future__ import annotations

import pytest

from blogimport.joining import canonical_url
from blogimport.joining.names import key_of, names_of
from tests.bare import post

SAME = (
    "http://phare.example/2006/05/lanterne/",
    "https://www.phare.example/2006/05/lanterne",
    "http://phare.example:80/2006/05/lanterne/index.html",
    "http://phare.example/2006/05/lanterne/?utm_source=rss&utm_medium=feed#comment-12",
    "http://phare.example/2006/05/lanterne/comment-page-2/",
    "http://phare.example/2006/05/lanterne/?replytocom=42",
    "http://web.archive.example/web/20091104081500/http://phare.example/2006/05/lanterne/",
    "HTTP://Phare.Example/2006/05/lanterne",
)


@pytest.mark.parametrize("url", SAME)
def test_one_page(url: str) -> None:
    """However a link is written, it leads to the same page."""
    assert canonical_url(url) == "phare.example/2006/05/lanterne"


def test_other_pages() -> None:
    """What chooses another page is kept."""
    assert canonical_url("http://a.example/?p=12") == "a.example?p=12"
    assert canonical_url("http://a.example/?b=2&a=1") == canonical_url("http://a.example/?a=1&b=2")
    assert canonical_url("http://a.example/%C3%A9t%C3%A9") == canonical_url("http://a.example/été")
    assert canonical_url("http://a.example/A") != canonical_url("http://a.example/a")


@pytest.mark.parametrize(
    "url", ["", "mailto:zoe@phare.example", "javascript:alert(1)", "http://[", "/only/a/path"]
)
def test_no_pages(url: str) -> None:
    """What is no web address is no name."""
    assert canonical_url(url) is None


def test_names_of_a_post() -> None:
    """A post is known by its address, by title or slug with the day, and by its first words."""
    words = "Le phare s'allume à six heures et personne ne sait plus qui monte encore tourner la clef"
    names = names_of(
        post("", title="Le Phare !", published="2006-05-03T10:00", url=SAME[0], body=words),
        ["id:export/12", "slug:export/le-phare", f"url:{SAME[1]}"],
    )

    assert names[:-1] == (
        "id:export/12",
        "slug:export/le-phare",
        "url:phare.example/2006/05/lanterne",
        "path:2006/05/lanterne",
        "day:2006-05-03 le phare",
        "day:2006-05-03 lanterne",
    )
    assert names[-1].startswith("text:")


def test_a_post_apart_has_a_key_of_its_own() -> None:
    """Posts that are called the same have different keys, in an order that a further import repeats."""
    twin = post("", title="Sans titre", body="Un texte.")

    assert len({key_of(twin), key_of(twin, apart=1), key_of(twin, apart=2)}) == 3


def test_a_number_is_a_name_within_its_site() -> None:
    """Every blog counts its posts from 1: a number alone says nothing, one with its site does."""
    assert names_of(post(""), ["id:12"]) == ()
    assert names_of(post("", url="http://a.example/x"), ["id:12"])[0] == "number:a.example/12"
