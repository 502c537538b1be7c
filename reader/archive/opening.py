"""Opening an archive to read it, and telling what is wrong with a file that is none.

Contains no questions about posts; those are in `reading`.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from reader.errors import ArchiveDamaged, ArchiveError, ArchiveForeign, ArchiveMissing, ArchiveTooNew

APPLICATION_ID = 0x626C6F67
SCHEMA_VERSION = 1

Connection = sqlite3.Connection

_SQLITE_HEADER = b"SQLite format 3\x00"


def schema() -> str:
    """The SQL that makes an empty archive."""
    return files("reader.archive").joinpath("schema.sql").read_text("utf-8")


def open_read_only(path: Path) -> Connection:
    """A connection that can only read.

    Raises:
        ArchiveMissing, ArchiveForeign, ArchiveDamaged, ArchiveTooNew, ArchiveError: one sentence each.
    """
    _look_at_file(path)
    connection: Connection | None = None
    try:
        connection = _connect(path)
        _look_inside(connection, path)
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise sentence_for(error, path) from error
    except ArchiveError:
        if connection is not None:
            connection.close()
        raise
    return connection


def sentence_for(error: sqlite3.Error, path: Path) -> ArchiveError:
    """What a failure of SQLite means to the user."""
    text = str(error)
    if "not a database" in text:
        return ArchiveForeign(f"{path} is not a blog archive.")
    if "unable to open" in text or "readonly" in text:
        return ArchiveError(
            f"{path} cannot be opened: an import that was stopped has left its journal beside it; "
            "run `reader import` on it once more from a folder that can be written to."
        )
    if "locked" in text or "busy" in text:
        return ArchiveError(f"{path} is being written to; try again in a moment.")
    return ArchiveDamaged(f"{path} is damaged ({text}); restore it from a copy, or import the dumps again.")


def _look_at_file(path: Path) -> None:
    """Everything that can be told without SQLite."""
    if not path.exists():
        raise ArchiveMissing(f"There is no archive at {path}; `reader import` makes one from raw dumps.")
    if path.is_dir():
        raise ArchiveForeign(f"{path} is a folder, not a blog archive.")
    if not path.is_file():
        raise ArchiveForeign(f"{path} is not a regular file.")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        raise ArchiveForeign(f"{path} is empty, not a blog archive.")
    if not head.startswith(_SQLITE_HEADER[: len(head)]):
        raise ArchiveForeign(f"{path} is not a blog archive.")
    if len(head) < 100:
        raise ArchiveDamaged(f"{path} is cut short; restore it from a copy, or import the dumps again.")
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if path.stat().st_size < (65536 if page == 1 else page) * pages:
        raise ArchiveDamaged(f"{path} is cut short; restore it from a copy, or import the dumps again.")


def _connect(path: Path) -> Connection:
    """A read-only connection; on read-only media without a journal beside the file, an immutable one."""
    uri = path.resolve().as_uri()
    try:
        return _guarded(sqlite3.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False))
    except sqlite3.OperationalError:
        journals = [path.with_name(path.name + end) for end in ("-wal", "-journal")]
        if any(journal.exists() for journal in journals):
            raise
        return _guarded(sqlite3.connect(f"{uri}?immutable=1", uri=True, check_same_thread=False))


def _guarded(connection: Connection) -> Connection:
    """The connection with everything off that a hostile file could use."""
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    # Bit rot may leave bytes that are no UTF-8: they are shown as such, and `reader check` names them.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return connection


def _look_inside(connection: Connection, path: Path) -> None:
    """Whether the file is an archive, and of a version that this program knows."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise ArchiveForeign(f"{path} is a SQLite file of another program, not a blog archive.")
    if version > SCHEMA_VERSION:
        raise ArchiveTooNew(
            f"{path} was written by a later version of reader (archive version {version}, "
            f"this one reads {SCHEMA_VERSION}); update reader to open it."
        )
    expected = _objects(schema())
    present = {row[0]: row[1] for row in connection.execute("SELECT name, type FROM sqlite_schema")}
    wrong = [name for name, kind in expected.items() if present.get(name) != kind]
    if wrong:
        raise ArchiveDamaged(
            f"{path} lacks {', '.join(sorted(wrong))}; restore it from a copy, or import the dumps again."
        )


def _objects(sql: str) -> dict[str, str]:
    """The tables and views that a schema makes. A view in a table's place could run for ever."""
    found = {}
    for line in sql.splitlines():
        words = line.replace("VIRTUAL ", "").split()
        if len(words) > 2 and words[0] == "CREATE" and words[1] in ("TABLE", "VIEW"):
            found[words[2]] = words[1].lower()
    return found
