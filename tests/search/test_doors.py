"""What else can be asked of a search: counts by blog, year and author, likeness, suggestions, words in context."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.archive import Archive, Interrupted, open_archive
from reader.search import by_post, concordance, count, explain, facets, marker, more_like, search
from tests.bare import write

from .blogs import POSTS, comment, post


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = write(tmp_path_factory.mktemp("doors") / "archive.db", POSTS)
    with open_archive(path) as archive:
        yield archive


def test_facets(archive: Archive) -> None:
    """Hits are counted by blog, year and author, the most first, years in order."""
    found = facets(archive, "photo OR web OR chat")

    assert list(found.blogs.items()) == [("Le carnet d'Anaïs", 4), ("Crumbs & Co", 2)]
    assert found.years == {"2007": 1, "2008": 2, "2009": 1, "2010": 2}
    assert found.authors["Anaïs Lœwe"] == 2
    assert (found.counted, found.complete) == (6, True)
    assert sum(found.years.values()) == count(archive, "photo OR web OR chat") == 6


def test_facets_of_very_many_are_those_of_the_newest(archive: Archive) -> None:
    """Where there are too many hits to look at, the newest are counted, and it is said."""
    found = facets(archive, "in:posts", most=2)

    assert (found.counted, found.complete) == (2, False)
    assert found.years == {"2009": 1, "2010": 1}


def test_marks_are_passed_in(archive: Archive) -> None:
    """Stars and reading are the reader's own: the search is told them."""
    starred, read = ["chats", "gone"], {"chats", "web", "ete", "budget"}

    assert [hit.title for hit in search(archive, "is:starred", starred=starred).hits] == ["Chats et chiens"]
    assert [hit.title for hit in search(archive, "in:posts est:non-lu", read=read).hits] == [
        "Bread for beginners",
        None,
    ]
    assert [hit.comment for hit in search(archive, "is:unread in:comments", read=read).hits] == [1]
    assert search(archive, "is:starred").total == 0


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("intelligance", "intelligence"),
        ("Recatte", "recette"),
        ("chta noir", "chat noir"),
        ("chat -noir -perché -blancs nior", None),
        ("éxpliqué", None),
        ("photogarphe titre:xyz", None),
        ("anticonstitutionnel", None),
    ],
)
def test_did_you_mean(archive: Archive, typed: str, suggestion: str | None) -> None:
    """Where nothing is found, a word that the archive has is offered, as it is written there."""
    results = search(archive, typed)

    assert results.suggestion == suggestion
    if suggestion is not None:
        assert results.hits == ()
        assert search(archive, suggestion).total > 0


def test_more_like(tmp_path: Path) -> None:
    """The posts that share the telling words of one come nearest first; itself and the others do not come."""
    posts = [
        post("a", "Le pain au levain", "Le levain demande de la farine de seigle et de la patience. " * 3),
        post("b", "Farine de seigle", "Un levain, de la farine de seigle, un four."),
        post("c", "Le four", "Un four en briques pour le levain."),
        post("d", "Politique", "La campagne commence et les affiches sont collées."),
    ]
    with open_archive(write(tmp_path / "a.db", posts)) as archive:
        results = more_like(archive, 1)
        assert [hit.title for hit in results.hits] == ["Farine de seigle", "Le four"]
        assert results.matches("Du levain chaud") == [(3, 9)]
        nothing = more_like(archive, 4)
    assert (nothing.hits, nothing.notice) == ((), "No other post shares enough of its words.")


def test_concordance(archive: Archive) -> None:
    """Each place where a word stands is a line, with what is before and after it."""
    lines = list(concordance(archive, "chat", width=12))

    assert [(line.id, line.before, line.word, line.after) for line in lines] == [
        (4, "olitique du ", "chat", " perché. 100"),
        (3, "Un ", "chat", " noir, deux "),
    ]


def test_by_post(archive: Archive) -> None:
    """Hits of one post stand together where its first one was."""
    hits = search(archive, "photo OR web", ranked=False).hits
    groups = by_post(hits)

    assert [hit.id for hit in hits] == [5, 5, 2, 2]
    assert [[(hit.id, hit.comment) for hit in group] for group in groups] == [
        [(5, 1), (5, None)],
        [(2, 1), (2, None)],
    ]


def test_explained_with_the_forms_that_the_archive_has(archive: Archive) -> None:
    """An explanation names the other forms that are looked for."""
    assert explain("photo tri:date", archive) == "Looks for “photo” (also photos). Newest first."


def test_stems_are_found_and_marked(tmp_path: Path) -> None:
    """A verb finds its other forms, after the form that was typed, and they are marked."""
    posts = [
        post("1", "Un", "Les oiseaux mangèrent le pain.", language="fr"),
        post(
            "2",
            "Deux",
            "Il faut manger du pain.",
            language="fr",
            comments=[comment(1, "A", None, "On mangeait.")],
        ),
        post("3", "Trois", "Le manger est un mangeoire", language="fr"),
        post("4", "Four", "He manages to eat", language="en"),
    ]
    with open_archive(write(tmp_path / "a.db", posts)) as archive:
        results = search(archive, "manger")
        assert [(hit.id, hit.comment) for hit in results.hits] == [(3, None), (2, None), (1, None), (2, 1)]
        marked = [hit.snippet[start:end] for hit in results.hits for start, end in hit.matches]
        assert marked == ["manger", "manger", "mangèrent", "mangeait"]
        assert marker(archive, "manger")("Ils mangèrent.") == [(4, 13)]
        assert [(hit.id, hit.comment) for hit in search(archive, "=manger").hits] == [(3, None), (2, None)]
        assert {hit.id for hit in search(archive, "mangerent").hits} == {1, 2, 3}
        assert {hit.id for hit in search(archive, "mangerons").hits} == {1, 2, 3}


def test_interrupt_stops_a_search(archive: Archive, tmp_path: Path) -> None:
    """A search in one thread is stopped from another."""
    posts = [post(str(number), "tarte " * 30, "une tarte " * 400) for number in range(800)]
    with open_archive(write(tmp_path / "a.db", posts)) as large:

        def search_on() -> None:
            for _ in range(2_000):
                search(large, '"une tarte une" OR "tarte une tarte"')

        stopped = threading.Event()

        def interrupt() -> None:
            # Between two statements there is nothing to stop: the screen asks again with each key, and so does this.
            while not stopped.wait(0.01):
                large.interrupt()

        keys = threading.Thread(target=interrupt)
        keys.start()
        try:
            with pytest.raises(Interrupted):
                search_on()
        finally:
            stopped.set()
            keys.join()


def test_what_was_guessed_of_a_hit_is_told(tmp_path: Path) -> None:
    """A comment brings its own guesses and those of its post's title and blog; other guesses are none of a hit."""
    said = comment(1, "Léa", "2009-02-11", "Le moulin est loin.")
    told = dataclasses.replace(said, guesses={"author": "a signature", "reply_to": "it speaks to Zoé"})
    one = dataclasses.replace(
        post("moulin", "Le moulin", "Un moulin.", comments=[told]),
        guesses={"blog": "the folder", "published": "the address", "language": "the words"},
    )
    with open_archive(write(tmp_path / "archive.db", [one])) as archive:
        hits = {hit.comment: hit.guessed for hit in search(archive, "moulin").hits}

    assert hits == {None: {"blog", "published"}, 1: {"blog", "author"}}
