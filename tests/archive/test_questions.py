"""The questions that an archive answers."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.archive import Archive, Interrupted, Order, open_archive
from reader.errors import ArchiveDamaged, NotFound
from reader.models import PostRow, SourceLine

from .building import LANTERN, everything


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("newest", [2, 1, 3]),
        ("oldest", [1, 2, 3]),
        ("title", [2, 1, 3]),
        ("comments", [1, 2, 3]),
        ("blog", [2, 1, 3]),
    ],
)
def test_orders(built: Path, order: Order, ids: list[int]) -> None:
    """Posts come in each order, those that lack what it goes by last; a limit takes the first."""
    with open_archive(built) as archive:
        assert list(archive.post_ids(order)) == ids
        assert list(archive.post_ids(order, limit=2)) == ids[:2]


def test_rows_come_as_asked(built: Path) -> None:
    """List lines come in the order of the ids; ids that are not there are left out."""
    with open_archive(built) as archive:
        rows = archive.post_rows([3, 99, 1])

    assert [row.id for row in rows] == [3, 1]
    assert rows[0] == PostRow(3, "undated", "Notes from a pier", None, None, None, 0, "No date on this page.")


@pytest.mark.parametrize("name", ["1", "lantern", "http://phare.example/lanterne"])
def test_post_is_found_by_any_of_its_names(built: Path, name: str) -> None:
    """A post answers to its id, its key and its address."""
    with open_archive(built) as archive:
        assert archive.find(name) == 1


@pytest.mark.parametrize("name", ["4", "", "９", "9" * 30, "-1", "caf\udce9", "1; DROP TABLE posts", "%"])
def test_unknown_name_gets_one_sentence(built: Path, name: str) -> None:
    """A name that no post has is told in one sentence, whatever it is made of."""
    with (
        open_archive(built) as archive,
        pytest.raises(NotFound, match=r"^No post in [^\n]* the id[^\n]*[.]$"),
    ):
        archive.find(name)


def test_unknown_post_is_not_found(built: Path) -> None:
    """An id that no post has is told."""
    with open_archive(built) as archive:
        for question in (archive.post, archive.source):
            with pytest.raises(NotFound, match="has the id 99"):
                question(99)


def test_source_gives_every_line_its_role(built: Path) -> None:
    """The dump of a post comes line by line, each with its role, its post and its comment."""
    with open_archive(built) as archive:
        source = archive.source(1)

    assert [line.line for line in source.lines] == list(range(1, 13))
    assert source.lines[3] == SourceLine(4, "body", 1, None, "Le cuivre brille de nouveau.")
    assert [line.role for line in source.lines] == [
        *("title", "meta", "blank", "body", "body", "blank"),
        *("meta", "comment", "comment", "comment", "comment", "furniture"),
    ]
    assert [line.comment for line in source.lines[7:11]] == [1, 1, 2, 2]


def test_stats(built: Path) -> None:
    """The numbers of an archive count what is in it."""
    with open_archive(built) as archive:
        stats = archive.stats()

    assert (stats.blogs, stats.posts, stats.comments, stats.dumps) == (2, 3, 2, 2)
    assert (stats.guesses, stats.declared_differs) == (2, 1)
    assert (stats.first, stats.last, stats.years) == (LANTERN.published, "2007", {"2006": 1, "2007": 1})


def test_long_question_can_be_stopped(built: Path) -> None:
    """A question that takes too long is stopped from another thread."""
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"

    with open_archive(built) as archive:
        timer = threading.Timer(0.05, archive.interrupt)
        timer.start()
        with pytest.raises(Interrupted):
            archive.rows(endless)
        timer.join()
        assert archive.stats().posts == 3


def test_whole_samples_can_be_asked(sample_archive: Path) -> None:
    """Every post of a real import answers every question."""
    with open_archive(sample_archive) as archive:
        assert isinstance(archive, Archive)
        assert len(everything(archive)) == 5 + 1 + 2 * archive.stats().posts + 2


class Failing(sqlite3.Connection):
    """A connection on which each statement fails as SQLite does where it opens a full text table."""

    archive: Archive

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Be stopped meanwhile where the statement says so, and fail."""
        if sql == "stopped":
            self.archive.interrupt()
        raise sqlite3.OperationalError("vtable constructor failed: posts_fts")


def test_interruption_is_no_damage(tmp_path: Path) -> None:
    """What fails because it was interrupted is told so, by whatever name SQLite calls it; else it is damage."""
    with closing(sqlite3.connect(":memory:", factory=Failing)) as connection:
        archive = Archive(tmp_path / "archive.db", connection)
        connection.archive = archive

        with pytest.raises(Interrupted):
            archive.rows("stopped")
        with pytest.raises(ArchiveDamaged):
            archive.rows("not stopped")
