"""The file itself, as any SQLite tool sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest


@pytest.fixture
def plain(archive: Path) -> Iterator[sqlite3.Connection]:
    """The archive in a tool that knows nothing of this program."""
    with closing(sqlite3.connect(archive)) as connection:
        yield connection


def test_file_says_what_it_is(built: Path) -> None:
    """Other programs can tell an archive and its version from its first hundred bytes."""
    head = built.read_bytes()[:100]

    assert head[68:72] == b"blog"
    assert int.from_bytes(head[60:64], "big") == 3


def test_tables_hold_what_they_declare(plain: sqlite3.Connection) -> None:
    """Every table of ours is strict, so that a number never stands where a text should."""
    tables = plain.execute(
        "SELECT name, strict FROM pragma_table_list "
        "WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'"
    ).fetchall()

    assert [name for name, strict in tables if not strict] == []
    assert len(tables) == 13
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        plain.execute("UPDATE dumps SET size = 'much'")


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO labels VALUES (999, 'tag', 1, 'cuivre')",
        "UPDATE posts SET dump_id = 999",
        "UPDATE posts SET blog_id = 999",
        "UPDATE comments SET reply_to = 999",
        "DELETE FROM dumps",
    ],
)
def test_nothing_points_nowhere(plain: sqlite3.Connection, sql: str) -> None:
    """A row that would point to nothing is refused."""
    plain.execute("PRAGMA foreign_keys = ON")

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), plain:
        plain.execute(sql)


def test_whole_archive_has_its_parents(sample_archive: Path) -> None:
    """An import leaves no row that points to nothing."""
    with closing(sqlite3.connect(sample_archive)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_views_can_be_read_by_people(plain: sqlite3.Connection) -> None:
    """The views give names instead of numbers, posts newest first."""
    posts = plain.execute("SELECT blog, title, labels, comments, dump FROM readable_posts").fetchall()
    comments = plain.execute(
        "SELECT post, author, answers, answer_is_guessed FROM readable_comments"
    ).fetchall()

    assert posts == [
        ("Le phare de Kermorvan", "Brume", None, 0, "autres.txt"),
        (
            "Le phare de Kermorvan",
            "La lanterne est réparée",
            "Entretien, optique, cuivre",
            2,
            "phare/lanterne.txt",
        ),
        ("Notes from a pier", None, None, 0, "autres.txt"),
    ]
    assert comments == [
        ("La lanterne est réparée", "Yvonne", None, 0),
        ("La lanterne est réparée", "Maël", "Yvonne", 1),
    ]


def found(plain: sqlite3.Connection, table: str, word: str) -> list[int]:
    """The row ids of what a search finds."""
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    return [row[0] for row in plain.execute(sql, [word])]


@pytest.mark.parametrize(("table", "index"), [("posts", "posts_fts"), ("comments", "comments_fts")])
def test_search_follows_the_texts(plain: sqlite3.Connection, table: str, index: str) -> None:
    """What any tool inserts, changes or deletes is what a search finds."""
    columns = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
    own = {
        "place": "9",
        "id": "9",
        "body": "'un albatros égaré'",
        "key": "'new'",
        "position": "9",
        "reply_to": "NULL",
    }
    values = ", ".join(own.get(column, column) for column in columns)

    plain.execute(f"INSERT INTO {table} SELECT {values} FROM {table} ORDER BY place DESC LIMIT 1")
    assert found(plain, index, "EGARE") == [9]
    plain.execute(f"UPDATE {table} SET body = 'un macareux' WHERE place = 9")
    assert (found(plain, index, "albatros"), found(plain, index, "macareux")) == ([], [9])
    plain.execute(f"DELETE FROM {table} WHERE place = 9")
    assert found(plain, index, "macareux") == []
    plain.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
