"""Opening what is an archive, and telling what is wrong with what is none."""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.archive import findings, open_archive, open_for_writing
from reader.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveForeign,
    ArchiveMissing,
    ArchiveTooNew,
    ArchiveTooOld,
)

from .building import as_nobody, everything


def run_sql(path: Path, sql: str) -> None:
    """Change an archive behind its back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(sql)


def other_program(path: Path) -> None:
    path.unlink()
    run_sql(path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY); PRAGMA user_version = 77;")


def without_tables(path: Path) -> None:
    path.unlink()
    run_sql(path, "CREATE TABLE a (b); DROP TABLE a;")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.db")


def cut(size: Callable[[int], int]) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size(path.stat().st_size))


def written(raw: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(raw)

    return write


ENDLESS = """
    DROP INDEX labels_by_name;
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW labels AS
        WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS post_id FROM n'
    WHERE name = 'labels';
"""

WRONG: dict[str, tuple[Callable[[Path], None], type[ArchiveError], str]] = {
    "missing": (Path.unlink, ArchiveMissing, "There is no archive at"),
    "under a file": (folder, ArchiveForeign, "is a folder"),
    "pipe": (pipe, ArchiveForeign, "is not a regular file"),
    "dangling link": (dangling_link, ArchiveMissing, "There is no archive at"),
    "empty": (written(b""), ArchiveForeign, "is empty"),
    "text": (written(b"Un billet, pas une archive.\n" * 99), ArchiveForeign, "is not a blog archive"),
    "a word": (written(b"SQLi"), ArchiveDamaged, "is cut short"),
    "gzip": (written(gzip.compress(b"a blog" * 99)), ArchiveForeign, "is not a blog archive"),
    "other program": (other_program, ArchiveForeign, "SQLite file of another program"),
    "100 bytes": (cut(lambda size: 100), ArchiveDamaged, "is cut short"),
    "half": (cut(lambda size: size // 2), ArchiveDamaged, "is cut short"),
    "a page less": (cut(lambda size: size - 4096), ArchiveDamaged, "is cut short"),
    "a byte less": (cut(lambda size: size - 1), ArchiveDamaged, "is cut short"),
    "no tables": (
        without_tables,
        ArchiveForeign,
        "is empty, not a blog archive",
    ),
    "newer": (
        lambda path: run_sql(path, "PRAGMA user_version = 4;"),
        ArchiveTooNew,
        "a later version of reader",
    ),
    "older": (
        lambda path: run_sql(path, "PRAGMA user_version = 1;"),
        ArchiveTooOld,
        "reads its dumps again into a new one",
    ),
    "no table": (lambda path: run_sql(path, "DROP TABLE spans;"), ArchiveDamaged, "lacks spans"),
    "endless view": (lambda path: run_sql(path, ENDLESS), ArchiveDamaged, "lacks labels"),
}


# Where nothing is yet, an import makes an archive.
BLANK = ("missing", "dangling link", "empty", "no tables")
OPENED: list[tuple[Callable[[Path], object], str]] = [
    *((open_archive, case) for case in WRONG),
    *((open_for_writing, case) for case in WRONG if case not in BLANK),
]


@pytest.mark.parametrize(("opened", "case"), OPENED)
def test_wrong_file_gets_one_sentence(archive: Path, opened: Callable[[Path], object], case: str) -> None:
    """What is no archive is told in one sentence of its own, by name, and is left as it is."""
    spoil, kind, words = WRONG[case]
    spoil(archive)
    before = archive.read_bytes() if archive.is_file() else None

    with pytest.raises(ArchiveError, match=words) as caught:
        opened(archive)

    assert type(caught.value) is kind
    assert_one_sentence(str(caught.value), archive)
    assert before == (archive.read_bytes() if archive.is_file() else None)
    assert not archive.with_name("archive.db.lock").exists()


def assert_one_sentence(text: str, path: Path) -> None:
    """Whether a text names a file, and ends with its only full stop."""
    assert str(path) in text
    assert re.findall(r"[.!?](?:\s|$)|\n", text) == ["."]


@pytest.mark.parametrize("name", ["x" * 300 + ".db", "archive.db/inner.db"])
def test_impossible_name_gets_one_sentence(archive: Path, name: str) -> None:
    """A path at which no file can be is an error like any other."""
    with pytest.raises(ArchiveError) as caught:
        open_archive(archive.parent / name)

    assert_one_sentence(str(caught.value), archive.parent)


def test_unreadable_file_gets_one_sentence(archive: Path, public: Path) -> None:
    """A file or folder that the user may not read is told so."""
    closed = public / "closed"
    closed.mkdir()
    path = archive.rename(closed / "archive.db")
    path.chmod(0)

    for mode in (0o755, 0):
        closed.chmod(mode)
        with as_nobody(), pytest.raises(ArchiveError, match="cannot be read: Permission denied") as caught:
            open_archive(path)
        assert type(caught.value) is ArchiveError
        assert_one_sentence(str(caught.value), path)


def test_read_only_folder_is_no_obstacle(archive: Path, public: Path) -> None:
    """An archive on read-only media can be read and checked; it cannot be written to, in one sentence."""
    path = archive.rename(public / "archive.db")
    path.chmod(0o444)
    public.chmod(0o555)

    with as_nobody():
        with open_archive(path) as opened:
            assert len(everything(opened)) > 10
            assert list(findings(opened)) == []
        with pytest.raises(ArchiveError, match="cannot be written to: Permission denied") as caught:
            open_for_writing(path)
    assert_one_sentence(str(caught.value), path)
    assert [file.name for file in public.iterdir()] == ["archive.db"]


def test_read_only_file_is_not_written_to(archive: Path, public: Path) -> None:
    """A read-only file in a folder that can be written to is told so, and leaves no lock behind."""
    path = archive.rename(public / "archive.db")
    path.chmod(0o444)
    public.chmod(0o777)

    with as_nobody(), pytest.raises(ArchiveError, match="cannot be written to") as caught:
        open_for_writing(path)

    assert_one_sentence(str(caught.value), path)
    assert [file.name for file in public.iterdir()] == ["archive.db"]


def test_unsealed_archive_in_read_only_folder(archive: Path, public: Path) -> None:
    """An archive in WAL mode without a journal can be read from a read-only folder too."""
    run_sql(archive, "PRAGMA journal_mode = WAL;")
    path = archive.rename(public / "archive.db")
    public.chmod(0o555)

    with as_nobody(), open_archive(path) as opened:
        assert opened.stats().posts == 3


def test_journal_in_read_only_folder_is_never_ignored(archive: Path, public: Path) -> None:
    """Where an import has left its journal, reading half of what it wrote is refused with the way out."""
    path = public / "archive.db"
    with closing(sqlite3.connect(archive)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE posts SET title = 'Half'")
        connection.commit()
        for end in ("", "-wal"):
            path.with_name(path.name + end).write_bytes(archive.with_name(archive.name + end).read_bytes())
    public.chmod(0o555)

    with (
        as_nobody(),
        pytest.raises(ArchiveError, match="an import that was stopped has left its journal") as caught,
    ):
        open_archive(path)

    assert_one_sentence(str(caught.value), path)


def test_locked_archive_is_busy(archive: Path) -> None:
    """While another program keeps the archive for itself, that is what the user is told."""
    from reader.archive.opening import sentence_for

    error = sentence_for(sqlite3.OperationalError("database is locked"), archive)

    assert type(error) is ArchiveBusy
    assert_one_sentence(str(error), archive)


@pytest.mark.parametrize(
    "name", [b"50% d'archives?mode=rw#2.db", "été à la mer.db".encode(), b"\xe9t\xe9.db"], ids=repr
)
def test_name_with_signs_of_an_address(archive: Path, name: bytes) -> None:
    """A file name may hold what means something in an address, and bytes that are no letters."""
    path = archive.rename(archive.with_name(os.fsdecode(name)))

    with open_archive(path) as opened:
        assert opened.stats().posts == 3


def test_reading_changes_nothing(archive: Path) -> None:
    """Asking and checking everything leaves the file as it was, byte for byte, and no file beside it."""
    before = (archive.read_bytes(), archive.stat().st_mtime_ns)

    with open_archive(archive) as opened:
        everything(opened)
        assert list(findings(opened)) == []
        with pytest.raises(ArchiveError):
            opened.rows("UPDATE blogs SET name = 'another'")

    assert (archive.read_bytes(), archive.stat().st_mtime_ns) == before
    assert [file.name for file in archive.parent.iterdir()] == ["archive.db"]
