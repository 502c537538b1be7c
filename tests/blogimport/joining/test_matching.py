"""Which readings are of one post: those that an address, an id, a title with its day, or the text itself says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any

import pytest

from blogimport.joining import join
from blogimport.readings import FoundPost
from reader.archive import NewPost
from reader.models import Comment, DumpName, Post
from tests.bare import post

BODY = (
    "Le phare s'allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne."
)
OTHER = "La recette de la soupe aux orties de ma grand-mère, qui en mettait dans tout, même dans le pain du dimanche."
DAY = "2006-05-03"


class Shelf:
    """An archive of posts in memory."""

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self._names: list[set[str]] = []

    def posts_named(self, names: Collection[str]) -> list[int]:
        """The posts that have one of some names."""
        return [index for index, known in enumerate(self._names) if known & set(names)]

    def names_of(self, post_id: int) -> set[str]:
        """The names of a post."""
        return self._names[post_id]

    def post(self, post_id: int) -> Post:
        """A post."""
        return self.posts[post_id]

    def has_key(self, key: str) -> bool:
        """Whether a post has a key."""
        return any(known.key == key for known in self.posts)

    def add(self, found: FoundPost, trust: int = 1) -> int:
        """Join a reading to the shelf; the id of its post."""
        entry = join(found, "feed", self, lambda _: trust).entry
        values: dict[str, Any] = {part.name: getattr(entry.post, part.name) for part in fields(NewPost)}
        if entry.replaces is not None:
            self.posts[entry.replaces] = replace(self.posts[entry.replaces], **values)
            self._names[entry.replaces] |= set(entry.names)
            return entry.replaces
        self.posts.append(Post(id=len(self.posts), source=DumpName("a", "b", "feed"), **values))
        self._names.append(set(entry.names))
        return len(self.posts) - 1


def found(*names: str, **stated: Any) -> FoundPost:
    """A reading that states what is given."""
    return FoundPost(post("", **stated), names)


COMMENTS = (Comment(1, "Zoé", None, None, 0, "comment", "Bravo !"),)

ONE_POST = {
    "address": (
        found(url="http://a.example/1/", body=BODY),
        found(url="https://www.a.example/1", body=BODY[:60]),
    ),
    "id": (found("id:x/1", title="Avant", body=BODY), found("id:x/1", title="Après", body=OTHER)),
    "the number of a site": (
        found("id:1", url="http://a.example/1", title="Le phare", body=BODY),
        found("id:1", url="http://a.example/?p=1", title="Le phare", body=OTHER),
    ),
    "title and day": (
        found(title="Le phare", published=f"{DAY}T10:00", body=BODY),
        found(title="Le phare !", published=DAY, body=BODY),
    ),
    "a number of the blog's own": (
        found("id:5", url="http://a.example/avant/", body=BODY),
        found("id:5", url="http://a.example/?p=5", body=OTHER),
    ),
    "a mirror that shows part of the title": (
        found(url="/2006/05/lanterne/", title="Encore une fois le phare", blog="A", comments=COMMENTS),
        found(url="http://a.example/2006/05/lanterne/", title="le phare", blog="A", body=BODY),
    ),
    "Greenwich's day and the blog's": (
        found(title="Le phare", published=f"{DAY}T23:30:00+00:00", body=BODY),
        found(title="Le phare", published="2006-05-04T01:30:00", body=BODY),
    ),
    "slug and day": (
        found("slug:tree/lanterne", published=DAY, body=BODY),
        found(url="http://a.example/2006/lanterne.html", published=DAY, title="Le phare", body=BODY),
    ),
    "text": (
        found(title="Le phare", body=f"{BODY} {OTHER}"),
        found(body=f"{BODY} {OTHER} Il fait froid là-haut.", url="http://a.example/1"),
    ),
    "changed title, same address": (
        found(url="http://a.example/1", title="A", body=BODY),
        found(url="http://a.example/1", title="B", body=BODY),
    ),
    "comments that came alone": (
        found(url="http://a.example/1", comments=COMMENTS),
        found(url="http://a.example/1", body=BODY),
    ),
    "comments with the title and day": (
        found(title="Le phare", published=DAY, comments=COMMENTS),
        found(title="Le phare", published=DAY, body=BODY),
    ),
    "a mirror's link": (
        found(url="/2006/05/lanterne/", title="Le phare", comments=COMMENTS),
        found(url="http://a.example/2006/05/lanterne/", title="Le phare", body=BODY),
    ),
}
TWO_POSTS = {
    "the front page on two days": (
        found(url="http://a.example/", title="Mai", body=BODY),
        found(url="http://a.example/", title="Juin", body=OTHER),
    ),
    "numbers of two blogs": (
        found("id:5", url="http://a.example/avant/", body=BODY),
        found("id:5", url="http://b.example/apres/", body=OTHER),
    ),
    "the page that every blog begins with": (
        found(url="http://a.example/about/", title="About", published="2006-01-01", body=BODY),
        found(url="http://b.example/about/", title="About", published="2012-01-01", body=BODY),
    ),
    "a number of nobody": (found("id:5", title="A", body=BODY), found("id:5", title="B", body=OTHER)),
    "comments of a page that two blogs have": (
        found("slug:a-propos", blog="A", comments=COMMENTS),
        found("slug:a-propos", blog="B", body=BODY),
    ),
    "the same title on one day": (
        found(title="Sans titre", published=DAY, body=BODY),
        found(title="Sans titre", published=DAY, body=OTHER),
    ),
    "an export's own ids": (
        found("id:x/1", title="Le phare", published=DAY, body=BODY),
        found("id:x/2", title="Le phare", published=DAY, body=BODY),
    ),
    "the same words on other days": (
        found(title="Bonne année", published="2006-01-01", body="Bonne année à tous"),
        found(title="Bonne année", published="2007-01-01", body="Bonne année à tous"),
    ),
    "comments of posts of two blogs": (
        found(title="Le phare", published=DAY, blog="A", comments=COMMENTS),
        found(title="Le phare", published=DAY, blog="B", body=BODY),
    ),
    "one number on a site with two blogs": (
        found("id:1", url="http://a.example/x/1", title="Le phare", published=DAY, body=BODY),
        found("id:1", url="http://a.example/y/1", title="La soupe", published=DAY, body=OTHER),
    ),
    "one number in two blogs": (
        found("id:1", url="http://a.example/le-phare", body=BODY),
        found("id:1", url="http://b.example/la-soupe", body=OTHER),
    ),
    "one slug in two months": (
        found("slug:fermé", title="Fermé", published="2006-05-01", body=f"{BODY} Fermé."),
        found("slug:fermé", title="Fermé", published="2006-09-01", body=f"{BODY} Fermé encore."),
    ),
    "one slug in two blogs": (
        found("slug:contact", title="Contact", published=DAY, blog="A"),
        found("slug:contact", title="Contact", published=DAY, blog="B"),
    ),
    "no title, no date, no text": (found(comments=COMMENTS), found(comments=COMMENTS)),
}


@pytest.mark.parametrize("name", ONE_POST)
def test_one_post(name: str) -> None:
    """Two readings of one post are brought together, whichever comes first."""
    for pair in (ONE_POST[name], ONE_POST[name][::-1]):
        shelf = Shelf()
        assert [shelf.add(one) for one in pair] == [0, 0]


@pytest.mark.parametrize("name", TWO_POSTS)
def test_two_posts(name: str) -> None:
    """Two posts stay two, with two keys, whichever comes first."""
    for pair in (TWO_POSTS[name], TWO_POSTS[name][::-1]):
        shelf = Shelf()
        assert [shelf.add(one) for one in pair] == [0, 1]
        assert len({known.key for known in shelf.posts}) == 2


def test_the_key_stays() -> None:
    """What reading marks hang on does not change when a fuller dump comes."""
    shelf = Shelf()
    shelf.add(found(title="Le phare", published=DAY, body=BODY))
    before = shelf.posts[0].key
    shelf.add(found(title="Le phare", published=DAY, body=BODY, url="http://a.example/1"))

    assert (shelf.posts[0].key, shelf.posts[0].url) == (before, "http://a.example/1")


def test_a_post_that_was_published_twice_is_two() -> None:
    """Two posts of an export with the same words, on one day, at two addresses of its site are two posts."""
    shelf = Shelf()
    pair = [
        found(url=f"http://a.example/{number}", title="Le phare", published=DAY, body=BODY)
        for number in (1, 2)
    ]

    assert [shelf.add(one, trust=3) for one in pair] == [0, 1]
