"""Opening the file of marks, whatever state it is in.

A file that cannot be used is never written over: one that is damaged is put aside under another name, one
of another program or of a later version is left where it is, and marks are kept in memory until the end.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from reader.sentences import Sentence

APPLICATION_ID = 0x6D61726B
VERSION = 1

# Another reader writes for some milliseconds; nobody should wait longer than this for a star.
_PATIENCE = 2000

Connection = sqlite3.Connection

_TABLES = ("posts", "reads", "places", "stars", "notes", "tags", "saved_searches", "searches")


def open_file(path: Path | None) -> tuple[Connection, Sentence | None]:
    """A connection to write marks with, and a sentence where it is not to the file that was meant."""
    if path is None:
        return in_memory(), None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened(path), None
    except _Unusable as reason:
        return in_memory(), Sentence("{} {}; marks of this session are not kept.", path, reason.args[0])
    except sqlite3.DatabaseError as error:
        if _is_damage(error):
            return _after_damage(path)
        return in_memory(), _not_kept(path, str(error))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return in_memory(), _not_kept(path, why)


def _not_kept(path: Path, why: str) -> Sentence:
    return Sentence("{} cannot be written ({}); marks of this session are not kept.", path, why)


def in_memory() -> Connection:
    """Marks that last as long as the program runs."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _make(connection)
    return connection


class _Unusable(Exception):
    """The file is whole, and not ours to write."""


def _opened(path: Path) -> Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE / 1000)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        # A rollback journal, for two readers may write at once: in WAL mode SQLite before 3.51.3 has a bug there.
        connection.execute("PRAGMA synchronous = NORMAL")
        # Bytes that are no UTF-8 (bit rot) are shown as such.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        _look_inside(connection)
    except (sqlite3.DatabaseError, _Unusable):
        connection.close()
        raise
    return connection


def _look_inside(connection: Connection) -> None:
    """Make the tables of a new file; refuse one that is not ours."""
    application, version = _identity(connection)
    tables = _tables(connection)
    if application == 0 and not tables:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another reader may have begun the file since.
            if not _tables(connection):
                _make(connection)
            connection.execute("COMMIT")
        except sqlite3.DatabaseError:
            connection.execute("ROLLBACK")
            raise
        application, version = _identity(connection)
        tables = _tables(connection)
    if application != APPLICATION_ID:
        raise _Unusable(Sentence("is a file of another program"))
    if version > VERSION:
        raise _Unusable(Sentence("was written by a later version of reader"))
    if not tables.issuperset(_TABLES):
        raise sqlite3.DatabaseError("malformed: a table is missing")
    # The file is small, and a mark that is lost in silence is worse than a moment at the start.
    ((verdict,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"malformed: {verdict}")


def _identity(connection: Connection) -> tuple[int, int]:
    ((application,),) = connection.execute("PRAGMA application_id").fetchall()
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    return application, version


def _tables(connection: Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _make(connection: Connection) -> None:
    # Not `executescript`, which would end the transaction.
    statement = ""
    for line in files("reader.marks").joinpath("schema.sql").read_text("utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return any(part in str(error) for part in ("malformed", "not a database", "file is encrypted"))


def _after_damage(path: Path) -> tuple[Connection, Sentence]:
    """Put a damaged file aside and begin a new one."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
        # A journal belongs to the file that it was written for.
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        begun = Sentence("The marks in {} are damaged; they are kept as {}, and new ones begun.", path, aside)
        return _opened(path), begun
    except (OSError, sqlite3.DatabaseError, _Unusable) as error:
        return in_memory(), Sentence(
            "{} is damaged and cannot be put aside ({}); marks are not kept.", path, error
        )
