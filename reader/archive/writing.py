"""Writing dumps into an archive: one writer at a time, one transaction a dump, sealed at the end.

While it is written to, the archive is in WAL mode, so that it can be read meanwhile; at rest it is in
DELETE mode, because a WAL file cannot be opened from a read-only folder. Contains no rule about what
a post is; `blogimport` decides that.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import sqlite3
import stat
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar, cast

from reader.archive.hashing import content_hash, marks_as_lists
from reader.archive.opening import look_at_file, open_read_only, schema, sentence_for
from reader.archive.reading import Archive
from reader.errors import ArchiveBusy, ArchiveError
from reader.models import Comment, Guesses, Mark, Post, Role

if TYPE_CHECKING:
    from sqlite_utils import Database

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class NewDump:
    """A raw file as it goes into the archive; `encoding` is a Python codec name."""

    name: str
    sha256: str
    format: str
    encoding: str | None
    raw: bytes
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post as it goes into the archive: a `Post` that has no id yet."""

    key: str
    blog: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    body: str
    marks: tuple[Mark, ...]
    comments_declared: int | None
    comments_open: bool | None
    guesses: Guesses
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class NewSpan:
    """A run of lines with one role; `post` is an index into the posts written with the dump."""

    first: int
    last: int
    role: Role
    post: int | None
    comment: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A post to write: new, or in the place of the post with the id `replaces`.

    Of a post that is replaced, `moved` tells where each comment stands now (None: nowhere), so that the lines
    of earlier dumps keep pointing to it; with `keeps_dump` the post goes on belonging to the earlier
    dump; `is_known` says that the archive holds all of it already, and nothing is written.
    """

    post: NewPost
    replaces: int | None = None
    moved: Mapping[int, int | None] = field(default_factory=dict)
    keeps_dump: bool = False
    is_known: bool = False


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
        """Seal the file: everything in one file, readable from a read-only folder."""
        connection = self._database.conn
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError:
            # A reader has the file open, or the disk is full: it stays a correct archive that the next import
            # seals.
            pass
        finally:
            connection.close()
            _unlock(self.path, self._lock)

    def knows(self, sha256: str) -> bool:
        """Whether a dump with these very bytes is in the archive."""
        return bool(self._archive.rows("SELECT 1 FROM dumps WHERE sha256 = ?", [sha256]))

    def post_with_key(self, key: str) -> Post | None:
        """The post that has a key, if any."""
        rows = self._archive.rows("SELECT id FROM posts WHERE key = ?", [key])
        return self._archive.post(rows[0][0]) if rows else None

    def write(self, dump: NewDump, entries: Sequence[Entry], spans: Sequence[NewSpan]) -> list[int]:
        """Write one dump with its posts and the role of its lines, all or nothing; the posts' ids.

        Raises:
            ArchiveError: when the disk is full or the file cannot be written.
        """
        try:
            with self._database.atomic():
                dump_id = self._insert(
                    "dumps",
                    name=_storable(dump.name),
                    sha256=dump.sha256,
                    format=dump.format,
                    encoding=dump.encoding,
                    size=len(dump.raw),
                    raw=zlib.compress(dump.raw, 9),
                    left_out=_as_json(dump.left_out),
                )
                ids = [self._write_post(entry, dump_id) for entry in entries]
                self._database.table("spans").insert_all(
                    {
                        "dump_id": dump_id,
                        "first": span.first,
                        "last": span.last,
                        "role": span.role,
                        "post_id": None if span.post is None else ids[span.post],
                        "comment": span.comment,
                    }
                    for span in spans
                )
        except sqlite3.DatabaseError as error:
            raise _sentence_for_writing(error, self.path) from error
        return ids

    def _write_post(self, entry: Entry, dump_id: int) -> int:
        if entry.is_known and entry.replaces is not None:
            return entry.replaces
        post = _storable(entry.post)
        record: dict[str, object] = {
            "key": post.key,
            "blog_id": self._blog_id(post.blog),
            "title": post.title,
            "author": post.author,
            "published": post.published,
            "url": post.url,
            "language": post.language,
            "body": post.body,
            "marks": _as_json(marks_as_lists(post.marks)),
            "comments_declared": post.comments_declared,
            "comments_open": None if post.comments_open is None else int(post.comments_open),
            "guesses": _as_json(dict(post.guesses)),
            "dump_id": dump_id,
            "hash": content_hash(post),
        }
        if entry.replaces is None:
            post_id = self._insert("posts", **record)
        else:
            post_id = entry.replaces
            if entry.keeps_dump:
                del record["dump_id"]
            self._move_spans(post_id, entry.moved)
            self._database.table("posts").update(post_id, record)
            self._database.table("labels").delete_where("post_id = ?", [post_id])
            self._database.table("comments").delete_where("post_id = ?", [post_id])
        self._write_labels(post_id, post)
        self._database.table("comments").insert_all(_comment_record(post_id, c) for c in post.comments)
        return post_id

    def _move_spans(self, post_id: int, moved: Mapping[int, int | None]) -> None:
        """Let the lines of earlier dumps point to where each comment stands now."""
        if all(before == now for before, now in moved.items()):
            return
        self._database.execute(
            """
            UPDATE spans
            SET comment = json_extract(:moved, '$."' || comment || '"')
            WHERE post_id = :post AND comment IS NOT NULL
            """,
            {"moved": json.dumps(dict(moved)), "post": post_id},
        )

    def _write_labels(self, post_id: int, post: NewPost) -> None:
        self._database.table("labels").insert_all(
            {"post_id": post_id, "kind": kind, "place": place, "name": name}
            for kind, names in (("category", post.categories), ("tag", post.tags))
            for place, name in enumerate(names, 1)
        )

    def _blog_id(self, name: str | None) -> int | None:
        if name is None:
            return None
        rows = self._archive.rows("SELECT id FROM blogs WHERE name = ?", [name])
        return int(rows[0][0]) if rows else self._insert("blogs", name=name)

    def _insert(self, table: str, **record: object) -> int:
        last = self._database.table(table).insert(record).last_rowid
        assert last is not None, "an INSERT always has a row id"
        return last


def _comment_record(post_id: int, comment: Comment) -> dict[str, object]:
    return {
        "post_id": post_id,
        "position": comment.position,
        "author": comment.author,
        "published": comment.published,
        "reply_to": comment.reply_to,
        "depth": comment.depth,
        "kind": comment.kind,
        "body": comment.body,
        "marks": _as_json(marks_as_lists(comment.marks)),
        "guesses": _as_json(dict(comment.guesses)),
    }


# Half of a surrogate pair cannot be written as UTF-8, and many a program takes NUL for the end of a text.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(value: _Value) -> _Value:
    """A record with a sign in the place of each character that cannot be stored; all offsets stay."""
    stored: object = value
    if isinstance(value, str):
        stored = _UNSTORABLE.sub(lambda it: "␀" if it[0] == "\0" else "\N{REPLACEMENT CHARACTER}", value)
    elif isinstance(value, tuple):
        stored = tuple(_storable(part) for part in value)
    elif isinstance(value, Mapping):
        stored = {name: _storable(part) for name, part in value.items()}
    elif isinstance(value, NewPost | Comment | Mark):
        stored = replace(value, **{part.name: _storable(getattr(value, part.name)) for part in fields(value)})
    return cast("_Value", stored)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


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
    connection.execute("PRAGMA synchronous = FULL")
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        connection.executescript(f"BEGIN;\n{schema()}\nCOMMIT;")
