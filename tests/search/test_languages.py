"""Several languages in one archive: each text is searched with the stems of its own, stated or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from blogimport import load
from reader.archive import Archive, open_archive, open_for_writing
from reader.search import explain, search
from tests.bare import write

from .blogs import comment, post

# A Movable Type export states no language.
EXPORT = """TITLE: Le jardin
DATE: 05/03/2006 10:12:00 AM
-----
BODY:
Les voisins mangèrent les pommes dans le jardin, et nous avons passé la soirée avec eux sous les arbres.
-----
COMMENT:
AUTHOR: Zoé
DATE: 05/04/2006 08:01:00 AM
Et vous chantâtes tous ensemble ?
-----
--------
TITLE: The garden
DATE: 06/03/2006 10:12:00 AM
-----
BODY:
They were knitting in the garden, and we have watched the happiest of the birds until it was dark.
-----
COMMENT:
AUTHOR: Tom
DATE: 06/04/2006 08:01:00 AM
What a memorable evening, with such memories of the old days.
-----
--------
TITLE: Der Garten
DATE: 07/03/2006 10:12:00 AM
-----
BODY:
Wir haben im Garten die Häuser gezählt und die Kinder sind mit dem Hund bis an den See gelaufen.
-----
--------
TITLE: !
DATE: 08/03/2006 10:12:00 AM
-----
BODY:
Mangeons !
-----
--------
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("languages")
    (folder / "export.txt").write_text(EXPORT, "utf-8")
    with open_for_writing(folder / "archive.db") as writer:
        (report,) = load([folder / "export.txt"], writer)
    assert (report.error, report.posts, report.comments) == (None, 4, 2)
    with open_archive(folder / "archive.db") as archive:
        yield archive


def test_the_language_is_told_from_the_words(archive: Archive) -> None:
    """Where a dump states no language, each post has that of its own words, as a guess; too few words tell none."""
    posts = [archive.post(post_id) for post_id in archive.post_ids("oldest")]

    assert [one.language for one in posts] == ["fr", "en", "de", None]
    reason = "told from the commonest words of the text"
    assert [one.guesses.get("language") for one in posts] == [reason, reason, reason, None]


@pytest.mark.parametrize(
    ("query", "title", "is_comment"),
    [
        ("manger", "Le jardin", False),
        ("chanter", "Le jardin", True),
        ("knits", "The garden", False),
        ("happy", None, False),
        ("memory", "The garden", True),
        ("Haus", "Der Garten", False),
        ("Gärten", "Der Garten", False),
        ("Kind", "Der Garten", False),
    ],
)
def test_each_text_has_the_forms_of_its_language(
    archive: Archive, query: str, title: str | None, is_comment: bool
) -> None:
    """A word finds its other forms in the language of the post that it stands in, and of its comments."""
    hits = search(archive, query).hits

    assert [(hit.title, hit.comment is not None) for hit in hits] == ([(title, is_comment)] if title else [])


def test_few_words_are_taken_for_the_usual_language(tmp_path: Path) -> None:
    """A post that is too short to tell its language has that of most others."""
    posts = [
        post("1", "Un", "Mangeons !", language=None, comments=[comment(1, None, None, "Dansez !")]),
        post("2", "Deux", "Il faut bien manger et danser.", language="fr"),
        post("3", "Three", "Mangers", language="en"),
    ]
    with open_archive(write(tmp_path / "archive.db", posts)) as archive:
        assert {(hit.title, hit.comment) for hit in search(archive, "dansait").hits} == {
            ("Un", 1),
            ("Deux", None),
        }


def test_the_same_word_in_two_languages(tmp_path: Path) -> None:
    """A word that stands in texts of two languages has its forms of both, and no form of one in the other's way."""
    posts = [
        post("1", "Fr", "Ils portaient des sacs.", language="fr"),
        post("2", "En", "They support the ports.", language="en"),
        post("3", "Fr en", "Il porte un sac.", language="fr"),
    ]
    with open_archive(write(tmp_path / "archive.db", posts)) as archive:
        assert [hit.title for hit in search(archive, "porte").hits] == ["Fr en", "Fr"]
        assert [hit.title for hit in search(archive, "ports").hits] == ["En"]
        assert explain("ports", archive) == "Looks for “ports”."
