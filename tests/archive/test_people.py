"""Everything that one person wrote, across blogs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive import open_archive, person, writings
from tests import bare
from tests.tui import blogs

COMMENTS = (
    blogs.comment(1, "Zoé Müller", "Un mot.", published="2006-02-01"),
    blogs.comment(2, "ZOE MULLER", "Deux mots.", published="2008", guesses={"author": "a signature"}),
    blogs.comment(3, "Zoé Müller-Roche", "Une autre.", published="2006-02-02"),
    blogs.comment(4, None, "Personne.", published="2006-02-02"),
    blogs.comment(5, "★", "Un signe.", published="2006-02-02"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two blogs, where somebody wrote a post in each and comments on one."""
    posts = [
        bare.post("a", title="A", blog="Un", author="Zoé Müller", published="2005-01-01", comments=COMMENTS),
        bare.post("b", title="B", blog="Deux", author="zoé müller", published=None, body="Le début."),
        bare.post("c", title="C", blog="Deux", author="Müller", published="2007"),
    ]
    return bare.write(tmp_path_factory.mktemp("people") / "archive.db", posts)


def test_all_that_a_person_wrote(archive: Path) -> None:
    """Posts and comments by the name, in any case and with or without accents, the newest first."""
    with open_archive(archive) as opened:
        found = person(opened, "zoe muller")
        assert (found.posts, found.comments) == (2, 2)
        assert dict(found.years) == {"2005": 1, "2006": 1, "2008": 1}
        assert dict(found.blogs) == {"Un": 3, "Deux": 1}
        assert set(found.spellings) == {"Zoé Müller", "ZOE MULLER", "zoé müller"}
        rows = writings(opened, found.entries)

    assert [(row.title, row.comment, row.published) for row in rows] == [
        ("A", 2, "2008"),
        ("A", 1, "2006-02-01"),
        ("A", None, "2005-01-01"),
        ("B", None, None),
    ]
    assert ["author" in row.guessed for row in rows] == [True, False, False, False]
    assert rows[3].start == "Le début."


def test_names_without_words_and_names_of_nobody(archive: Path) -> None:
    """A sign is a name too; a name that nobody signs with has written nothing; quotes are no syntax."""
    with open_archive(archive) as opened:
        assert (person(opened, "★").posts, person(opened, "★").comments) == (0, 1)
        for name in ("Nobody", "", '"', 'a" OR author : "zoé', "*"):
            assert not person(opened, name).entries
