"""Opening an archive to read it, and telling what is wrong with a file that is none.

Contains no questions about posts; those are in `reading`. Paths are handled as strings: importing `pathlib` would
take a tenth of the time of a search.
"""

from __future__ import annotations

import os
import sqlite3
import stat

from reader.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveForeign,
    ArchiveMissing,
    ArchiveTooNew,
    ArchiveTooOld,
)
from reader.sentences import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    StrPath: TypeAlias = str | os.PathLike[str]

APPLICATION_ID = 0x626C6F67
SCHEMA_VERSION = 3

Connection = sqlite3.Connection

# Where the schema itself is damaged, SQLite's message about it is no UTF-8 and Python fails to read that.
FAILURES = (sqlite3.DatabaseError, UnicodeDecodeError)

_SQLITE_HEADER = b"SQLite format 3\x00"
_PLAIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-:"


def schema() -> str:
    """The SQL that makes an empty archive."""
    # importlib.resources would cost every command 10 ms, to open what lies beside this file.
    with open(os.path.join(os.path.dirname(__file__), "schema.sql"), encoding="utf-8") as file:
        return file.read()


def open_read_only(path: StrPath) -> Connection:
    """A connection that can only read.

    Raises:
        ArchiveMissing, ArchiveForeign, ArchiveDamaged, ArchiveTooNew, ArchiveTooOld, ArchiveError: one sentence each.
    """
    connection = open_guarded(path)
    try:
        _look_inside(connection, path)
    except FAILURES as error:
        connection.close()
        raise sentence_for(error, path) from error
    except ArchiveError:
        connection.close()
        raise
    return connection


def open_guarded(path: StrPath) -> Connection:
    """A connection that can only read, to a file that may not be an archive of this version.

    Raises:
        ArchiveMissing, ArchiveForeign, ArchiveDamaged, ArchiveError: one sentence each.
    """
    look_at_file(path)
    try:
        return _connect(path)
    except FAILURES as error:
        raise sentence_for(error, path) from error


def sentence_for(error: sqlite3.DatabaseError | UnicodeDecodeError, path: StrPath) -> ArchiveError:
    """What a failure of SQLite means to the user."""
    text = "malformed schema" if isinstance(error, UnicodeDecodeError) else str(error)
    if "not a database" in text:
        return ArchiveForeign(Sentence("{} is not a blog archive.", path))
    if "locked" in text or "busy" in text:
        return ArchiveBusy(Sentence("{} is being written to; try again in a moment.", path))
    if ("unable to open" in text or "readonly" in text) and _has_journal(path):
        return ArchiveError(
            Sentence(
                "{} cannot be opened: an import that was stopped has left its journal beside it; "
                "run `reader import` on it once more from a folder that can be written to.",
                path,
            )
        )
    if any(part in text for part in ("unable to open", "readonly", "disk I/O")):
        return ArchiveError(Sentence("{} cannot be read: {}.", path, text))
    return ArchiveDamaged(
        Sentence("{} is damaged ({}); restore it from a copy, or import the dumps again.", path, text)
    )


def look_at_file(path: StrPath) -> None:
    """Tell everything that can be told without SQLite, by raising it.

    Raises:
        ArchiveMissing, ArchiveForeign, ArchiveDamaged, ArchiveError: one sentence each.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ArchiveForeign(Sentence("{} is a folder, not a blog archive.", path))
        if not stat.S_ISREG(status.st_mode):
            raise ArchiveForeign(Sentence("{} is not a regular file.", path))
        with open(path, "rb") as file:
            head = file.read(100)
    except (FileNotFoundError, NotADirectoryError) as error:
        sentence = Sentence("There is no archive at {}; `reader import` makes one from raw dumps.", path)
        raise ArchiveMissing(sentence) from error
    except OSError as error:
        raise ArchiveError(Sentence("{} cannot be read: {}.", path, error.strerror)) from error
    if not head:
        raise ArchiveForeign(Sentence("{} is empty, not a blog archive.", path))
    if not head.startswith(_SQLITE_HEADER[: len(head)]):
        raise ArchiveForeign(Sentence("{} is not a blog archive.", path))
    if len(head) < 100:
        raise ArchiveDamaged(
            Sentence("{} is cut short; restore it from a copy, or import the dumps again.", path)
        )
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    is_short = status.st_size < (65536 if page == 1 else page) * pages
    # While a journal is carried over the first page comes first, and tells of pages that are yet to come.
    if is_short and not _has_journal(path):
        raise ArchiveDamaged(
            Sentence("{} is cut short; restore it from a copy, or import the dumps again.", path)
        )


def _has_journal(path: StrPath) -> bool:
    """Whether something that an import has begun lies beside the archive."""
    return any(os.path.exists(f"{os.fspath(path)}{end}") for end in ("-wal", "-journal"))


def _connect(path: StrPath) -> Connection:
    """A read-only connection; on read-only media without a journal beside the file, an immutable one."""
    try:
        return _guarded(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if _has_journal(path) or isinstance(sentence_for(error, path), ArchiveBusy):
            raise
        return _guarded(path, "immutable=1")


def _guarded(path: StrPath, mode: str) -> Connection:
    """A connection with everything off that a hostile file could use."""
    connection = sqlite3.connect(f"{_address(path)}?{mode}", uri=True, check_same_thread=False)
    try:
        _guard(connection)
    except FAILURES:
        connection.close()
        raise
    return connection


def _address(path: StrPath) -> str:
    """The `file:` address of a path, in which only letters, digits and a few marks stand for themselves."""
    whole = os.path.realpath(path).replace(os.sep, "/")
    quoted = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(whole))
    return f"file:///{quoted.lstrip('/')}"


def _guard(connection: Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    # Bit rot may leave bytes that are no UTF-8: they are shown as such, and `reader check` names them.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _look_inside(connection: Connection, path: StrPath) -> None:
    """Whether the file is an archive, and of a version that this program knows."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not application and not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise ArchiveForeign(Sentence("{} is empty, not a blog archive.", path))
    if application != APPLICATION_ID:
        raise ArchiveForeign(Sentence("{} is a SQLite file of another program, not a blog archive.", path))
    if version > SCHEMA_VERSION:
        raise ArchiveTooNew(
            Sentence(
                "{} was written by a later version of reader (archive version {}, "
                "this one reads {}); update reader to open it.",
                path,
                version,
                SCHEMA_VERSION,
            )
        )
    if version < SCHEMA_VERSION:
        raise ArchiveTooOld(
            Sentence(
                "{} was written by an earlier version of reader (archive version {}, this one reads "
                "{}); `reader --archive NEW import {}` reads its dumps again into a new one.",
                path,
                version,
                SCHEMA_VERSION,
                path,
            )
        )
    expected = _objects(schema())
    present = {row[0]: row[1] for row in connection.execute("SELECT name, type FROM sqlite_schema")}
    wrong = [name for name, kind in expected.items() if present.get(name) != kind]
    if wrong:
        raise ArchiveDamaged(
            Sentence(
                "{} lacks {}; restore it from a copy, or import the dumps again.",
                path,
                ", ".join(sorted(wrong)),
            )
        )


def _objects(sql: str) -> dict[str, str]:
    """The tables and views that a schema makes. A view in a table's place could run for ever."""
    found = {}
    for line in sql.splitlines():
        words = line.replace("VIRTUAL ", "").split()
        if len(words) > 2 and words[0] == "CREATE" and words[1] in ("TABLE", "VIEW"):
            found[words[2]] = words[1].lower()
    return found
