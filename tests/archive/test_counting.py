"""The list of words follows what is imported, replaced and removed, and costs as much as that."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from reader.archive import Entry, NewPost, findings, open_archive, open_for_writing
from tests.bare import post

from .building import comment, dump

WORDS = ["Été", "étés", "mangèrent", "manger", "chat", "chats", "cœur", "naïf", "C++", "2.0", "ПРИВЕТ", "ﬁn"]


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What an archive knows of its words."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
            for name in ("terms", "uncounted")
        }


def write(path: Path, entries: Sequence[Entry], name: str) -> list[int]:
    """Write some posts as a dump of their own."""
    with open_for_writing(path) as writer:
        return writer.write(dump(name, name), entries, [])


def unsound(path: Path) -> list[str]:
    """What `reader check` says of the index."""
    with open_archive(path) as archive:
        return [finding.sentence for finding in findings(archive) if finding.where == "index"]


@pytest.mark.parametrize("seed", [1, 2])
def test_counts_are_the_same_however_they_came(tmp_path: Path, seed: int) -> None:
    """Counted post by post with replacements in between, or all at once from the index: the same words."""
    folder, rng = tmp_path, random.Random(seed)
    texts = [[" ".join(rng.choices(WORDS, k=rng.randint(0, 5))) for _ in range(3)] for _ in range(6)]
    posts: list[NewPost] = [
        post(str(place), title=title, body=body, language="fr", comments=(comment(1, said, author="Zoé"),))
        for place, (title, body, said) in enumerate(texts)
    ]
    # So much that what comes later is little beside it, and is counted by itself.
    base = [post(f"base {number}", body="chat chien " * 3, language="fr") for number in range(40)]
    write(folder / "a.db", [Entry(one) for one in [*base, *posts]], "all")
    write(folder / "b.db", [Entry(one) for one in base], "base")
    for place, one in enumerate(posts):
        (number,) = write(
            folder / "b.db", [Entry(post(one.key, body="autre chose", language="fr"))], f"{place}"
        )
        write(folder / "b.db", [Entry(one, replaces=number)], f"{place} again")

    assert tables(folder / "a.db") == tables(folder / "b.db")
    assert unsound(folder / "b.db") == []


def test_stems_are_those_of_the_language_with_its_accents(tmp_path: Path) -> None:
    """A word is stemmed as the post's language has it, accents and all, and kept as the index folds it."""
    french = post("fr", body="Ils mangèrent des œufs. Le chat est là.", language="fr")
    english = post("en", body="They were eating photos of cats.", language="en")
    unknown = post("xx", body="Nous mangeons", language=None)
    write(tmp_path / "a.db", [Entry(french), Entry(english), Entry(unknown)], "all")

    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        stems = set(connection.execute("SELECT language, stem, term FROM stems"))
    assert {("fr", "mang", "mangerent"), ("fr", "mangeon", "mangeons"), ("en", "cat", "cats")} <= stems
    assert ("fr", "oeuf", "œufs") in stems


def test_words_are_counted_after_an_import_that_was_killed(tmp_path: Path) -> None:
    """What was written and not counted is sound, and the next import counts it."""
    path = tmp_path / "a.db"
    write(path, [Entry(post("one", body="chat"))], "one")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO uncounted (kind, place, is_removed) SELECT 'posts', place, 0 FROM posts"
        )
        connection.execute("DELETE FROM terms")
        connection.commit()
    assert unsound(path) == []
    open_for_writing(path).close()

    assert tables(path) == {"terms": [("chat", 1, 0)], "uncounted": []}
