"""The order of what is found, and how much of it is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive import open_archive
from reader.models import Hit
from reader.search import Results, question, search
from tests.bare import write

from .blogs import comment, post


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def found(path: Path, query: str, *, limit: int = 50, ranked: bool = True) -> Results:
    with open_archive(path) as archive:
        return search(archive, query, limit=limit, ranked=ranked)


def titles(hits: tuple[Hit, ...]) -> list[str | None]:
    return [hit.title if hit.comment is None else f"{hit.title}/{hit.comment}" for hit in hits]


FILLER = "Une phrase qui ne dit rien de ce que l’on cherche, mais qui compte ses mots. " * 4


def test_title_then_author_then_body(path: Path) -> None:
    """A word in the title weighs more than in the author's name, and there more than in the body."""
    bodies = [FILLER] * 6
    posts = [post(f"other{index}", f"Autre {index}", body) for index, body in enumerate(bodies)]
    posts += [
        post("body", "Corps", f"{FILLER} Une tarte."),
        post("author", "Nom", FILLER, author="La Tarte"),
        post("title", "Une tarte", FILLER),
    ]
    write(path, posts)

    assert titles(found(path, "tarte").hits) == ["Une tarte", "Nom", "Corps"]


def test_comments_are_a_bit_below_posts(path: Path) -> None:
    """Where a post and a comment say the same, the post comes first; both come before what hardly says it."""
    posts = [
        post(f"other{index}", f"Autre {index}", FILLER, comments=[comment(1, "A", None, FILLER)])
        for index in range(9)
    ]
    posts += [
        post("long", "Long", f"{FILLER * 30} tarte"),
        post(
            "short", "Court", "Une tarte aux prunes", comments=[comment(1, "A", None, "Une tarte aux prunes")]
        ),
    ]
    write(path, posts)

    assert titles(found(path, "tarte").hits) == ["Court", "Court/1", "Long"]


@pytest.mark.parametrize(("typed", "other"), [("tarte", "tartes"), ("tartes", "tarte"), ("jeu", "jeux")])
def test_the_form_that_was_typed_comes_first(path: Path, typed: str, other: str) -> None:
    """Plurals and singulars are found after what was typed, however often they stand there."""
    write(
        path,
        [
            post("other", f"{other} {other}", f"{other} et {other}", comments=[comment(1, "A", None, other)]),
            post(
                "typed",
                "Sans titre",
                f"{FILLER} {typed}",
                comments=[comment(1, "A", None, f"{typed} {FILLER}")],
            ),
        ],
    )

    assert titles(found(path, typed).hits) == [
        "Sans titre",
        "Sans titre/1",
        f"{other} {other}",
        f"{other} {other}/1",
    ]


def test_equals_are_sorted_by_date(path: Path) -> None:
    """Posts that match equally well come newest first, and those without a date last."""
    dates = ["2005-01-01", None, "2007", "2006-05", "2006-05-02T10:00"]
    write(path, [post(str(date), "Une recette", "tarte", published=date) for date in dates])
    expected = ["2007", "2006-05-02T10:00", "2006-05", "2005-01-01", None]

    assert [hit.published for hit in found(path, "tarte").hits] == expected
    assert [hit.published for hit in found(path, "tarte", ranked=False).hits] == expected


def test_newest_first_mixes_posts_and_comments(path: Path) -> None:
    """Not ranked, comments stand among the posts by their own dates."""
    write(
        path,
        [
            post(
                "old", "Vieux", "tarte", published="2004", comments=[comment(1, "A", "2009-01-01", "tarte")]
            ),
            post("new", "Neuf", "tarte", published="2008", comments=[comment(1, "A", None, "tarte")]),
        ],
    )

    assert titles(found(path, "tarte", ranked=False).hits) == ["Vieux/1", "Neuf", "Vieux", "Neuf/1"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 1,100 posts, each with a comment; the oldest one has the word in its title."""
    posts = [
        post(
            str(number),
            f"Billet {number}" if number else "La tarte",
            f"Une tarte de {number} parts",
            published=f"{2000 + number % 10}-01-{1 + number % 28:02}",
            comments=[comment(1, "A", f"2011-01-{1 + number % 28:02}", "Une tarte !")],
        )
        for number in range(1_100)
    ]
    return write(tmp_path_factory.mktemp("many") / "archive.db", posts)


@pytest.mark.parametrize("ranked", [True, False])
def test_count_stops_at_a_thousand(many: Path, ranked: bool) -> None:
    """A thousand hits are counted and the rest is said to be there; fewer are counted to the last."""
    assert (found(many, "tarte", ranked=ranked).total, found(many, "tarte", ranked=ranked).complete) == (
        1000,
        False,
    )
    assert (found(many, "billet", ranked=ranked).total, found(many, "billet", ranked=ranked).complete) == (
        1000,
        False,
    )
    results = found(many, "billet date:2005", ranked=ranked)
    assert (results.total, results.complete) == (110, True)


def test_newest_of_many(many: Path) -> None:
    """Of very many matches, the newest are found whatever the order in which they were imported."""
    hits = found(many, "tarte in:posts", limit=20, ranked=False).hits

    assert [hit.published for hit in hits] == sorted(
        (f"{2000 + number % 10}-01-{1 + number % 28:02}" for number in range(1_100)), reverse=True
    )[:20]


def test_a_title_is_never_lost_among_many(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many matches to rank them all, those in titles are ranked all the same."""
    monkeypatch.setattr(question, "_MOST_RANKED", 500)
    monkeypatch.setattr(question, "_SAMPLE", 50)
    hits = found(many, "tarte", limit=10).hits

    assert hits[0].title == "La tarte"
    assert len(hits) == 10


@pytest.mark.parametrize("limit", [0, 1, 7, 10**30])
def test_limit(many: Path, limit: int) -> None:
    """No more hits are returned than asked for, and counting does not depend on it."""
    results = found(many, "tarte date:2005", limit=limit)

    assert len(results.hits) == min(limit, 110)
    assert results.total == 110


@pytest.mark.parametrize("query", ["tarte", '"une tarte"', "tarte date:2000..2010"])
def test_as_many_as_were_asked_for(many: Path, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    """Whoever asks for more hits than are ranked gets them."""
    monkeypatch.setattr(question, "_MOST_RANKED", 50)
    monkeypatch.setattr(question, "_SAMPLE", 20)
    monkeypatch.setattr(question, "_MOST_LISTED", {True: 50, False: 50})
    monkeypatch.setattr(question, "_SAMPLE_LISTED", 20)

    assert len(found(many, f"{query} in:posts", limit=700).hits) == 700


@pytest.mark.parametrize("title", ["L’été de l’été à l’eau", "De la mer et de la pluie"])
def test_a_title_with_a_word_twice(path: Path, title: str) -> None:
    """What is called just as was typed comes first, though a word is in it twice or is elided."""
    posts = [
        post("1", f"{title} : {title}, suite", f"{title}. " * 3, published="2009"),
        post("2", title, FILLER, published="2004"),
        post("3", f"Encore {title}", f"{title}. " * 9, published="2010"),
    ]
    write(path, posts)

    assert found(path, title.replace("’", "'").lower()).hits[0].title == title
