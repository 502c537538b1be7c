"""Writing dumps into an archive: one writer at a time, one transaction a dump, sealed at the end.

While it is written to, the archive is in WAL mode, so that it can be read meanwhile; at rest it is in
DELETE mode, because a WAL file cannot be opened from a read-only folder. Contains no rule about what
a post is; `blogimport` decides that.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.archive.counting import count_words
from reader.archive.dumping import DumpWriter
from reader.archive.opening import look_at_file, open_read_only, schema, sentence_for
from reader.archive.reading import Archive
from reader.archive.records import Entry, NewDump, NewSpan, storable
from reader.errors import ArchiveBusy, ArchiveError
from reader.models import Post

if TYPE_CHECKING:
    from sqlite_utils import Database


def open_for_writing(path: Path) -> Writer:
    """The archive at a path, made when there is none, locked against other writers.

    Raises:
        ArchiveBusy: when another process is writing to it.
        ArchiveError: when it cannot be opened or made.
    """
    if not _is_blank(path):
        look_at_file(path)
    lock = _lock(path)
    try:
        return Writer(path, _connect(path), lock)
    except ArchiveError:
        _unlock(path, lock)
        raise


class Writer:
    """An archive open for writing; use it in a `with` block, which seals the file at its end.

    What no text can hold, half a character or a NUL, is stored as a sign that stands for it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: int) -> None:
        # sqlite_utils takes 0.1 s to import: only an import pays for it.
        from sqlite_utils import Database

        self.path = path
        self._database: Database = Database(connection)
        self._archive = Archive(path, connection)
        self._lock = lock

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Count the new words and seal the file: everything in one file, readable from a read-only folder."""
        connection = self._database.conn
        try:
            count_words(connection)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError:
            # A reader has the file open, or the disk is full: it stays a correct archive whose words the next
            # import counts, and which it seals.
            pass
        finally:
            connection.close()
            _unlock(self.path, self._lock)

    def knows(self, sha256: str) -> bool:
        """Whether a dump with these very bytes is in the archive."""
        return bool(self._archive.rows("SELECT 1 FROM dumps WHERE sha256 = ?", [sha256]))

    def posts_named(self, names: Iterable[str]) -> list[int]:
        """The posts that have one of some names, in the order in which they were written."""
        sql = "SELECT DISTINCT post_id FROM names WHERE name IN (SELECT value FROM json_each(?)) ORDER BY post_id"
        return [row[0] for row in self._archive.rows(sql, [json.dumps([*map(storable, names)])])]

    def post(self, post_id: int) -> Post:
        """A post that the archive holds."""
        return self._archive.post(post_id)

    def has_key(self, key: str) -> bool:
        """Whether a post has a key."""
        return bool(self._archive.rows("SELECT 1 FROM posts WHERE key = ?", [key]))

    def names_of(self, post_id: int) -> set[str]:
        """All names that a post has."""
        return {row[0] for row in self._archive.rows("SELECT name FROM names WHERE post_id = ?", [post_id])}

    @contextmanager
    def dump(self, dump: NewDump) -> Iterator[DumpWriter]:
        """A dump to write bit by bit in a `with` block; all that was written is taken back if the block fails.

        Raises:
            ArchiveError: when the disk is full or the file cannot be written.
        """
        try:
            with self._database.atomic():
                writing = DumpWriter(self._database, self._archive, dump)
                is_whole = False
                try:
                    yield writing
                    is_whole = True
                finally:
                    writing.close(is_whole=is_whole)
        except sqlite3.DatabaseError as error:
            raise _sentence_for_writing(error, self.path) from error

    def write(self, dump: NewDump, entries: Sequence[Entry], spans: Sequence[NewSpan]) -> list[int]:
        """Write one dump with its posts and the role of its lines, all or nothing; the posts' ids.

        Raises:
            ArchiveError: when the disk is full or the file cannot be written.
        """
        with self.dump(dump) as writing:
            ids = [writing.post(entry) for entry in entries]
            writing.spans(spans, ids)
            return ids


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _lock(path: Path) -> int:
    """An open, locked file beside the archive; the system takes the lock away when the process ends."""
    while True:
        try:
            handle = os.open(_lock_path(path), os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise ArchiveError(f"{path} cannot be written to: {error.strerror}.") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise ArchiveBusy(f"Another import is writing to {path}; wait until it ends.") from error
        except OSError as error:
            os.close(handle)
            raise ArchiveError(f"{path} cannot be locked: {error.strerror}.") from error
        # The writer before may have removed the file between our opening and our locking it.
        if _is_at(handle, _lock_path(path)):
            return handle
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    """Whether an open file is still the one with that name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _unlock(path: Path, lock: int) -> None:
    """Remove the lock file, then let go of it."""
    _lock_path(path).unlink(missing_ok=True)
    os.close(lock)


def _is_blank(path: Path) -> bool:
    """Whether there is no file, or one without a byte: an import may make an archive of it."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written to: {error.strerror}.") from error
    return stat.S_ISREG(status.st_mode) and not status.st_size


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to write with; a file that is no archive is told so before anything is written."""
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        # SQLite first takes back what an import that was stopped has left half done. One that was stopped
        # at its very start leaves a file without tables, which belongs to nobody yet.
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if tables or connection.execute("PRAGMA application_id").fetchone()[0]:
            open_read_only(path).close()
        _prepare(connection)
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise _sentence_for_writing(error, path) from error
    except ArchiveError:
        if connection is not None:
            connection.close()
        raise
    return connection


def _sentence_for_writing(error: sqlite3.DatabaseError, path: Path) -> ArchiveError:
    """What a failure of SQLite while writing means to the user; a mistake of ours is raised as it is."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        raise error
    if any(part in str(error) for part in ("readonly", "unable to open", "disk is full", "disk I/O")):
        return ArchiveError(f"{path} cannot be written to: {error}.")
    return sentence_for(error, path)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the connection safe to write with, and the tables if there are none."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA journal_mode = WAL")
    # With a write-ahead log, this keeps the archive sound whatever happens; a power failure may take the
    # last dumps back, which the next import reads again.
    connection.execute("PRAGMA synchronous = NORMAL")
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        connection.executescript(f"BEGIN;\n{schema()}\nCOMMIT;")
