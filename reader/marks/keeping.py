"""The marks of one person: asking for them and leaving them.

What a list of posts asks of every line (`is_read`, `is_starred`) is answered from memory; `refresh` looks
whether another reader has changed the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from reader.errors import MarksError
from reader.marks.opening import Connection, open_file
from reader.sentences import Sentence

_MOST_SEARCHES = 500


class Named(Protocol):
    """A post, as far as marks know it: a list line and a whole post are both such."""

    @property
    def key(self) -> str:
        """The same after any re-import."""

    @property
    def title(self) -> str | None:
        """What it is called."""

    @property
    def blog(self) -> str | None:
        """Where it stood."""

    @property
    def published(self) -> str | None:
        """When."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stopped: the offset of the body at the top of the screen, and the focused comment."""

    offset: int
    comment: int | None = None


def open_marks(path: Path | None, now: Callable[[], str]) -> Marks:
    """The marks in a file, which is made when it is missing; None keeps them in memory alone.

    Never raises: where the file cannot be used, `notice` says so.
    """
    connection, notice = open_file(path)
    return Marks(connection, now, notice)


class Marks:
    """All marks; to be used by one thread."""

    def __init__(self, connection: Connection, now: Callable[[], str], notice: str | None = None) -> None:
        """Take an open file of marks, and what tells the time as ISO 8601."""
        self.notice = notice
        self._connection = connection
        self._now = now
        self._version = -1
        self._read: set[str] = set()
        self._stars: set[tuple[str, int]] = set()
        self._notes: set[tuple[str, int]] = set()
        self.refresh()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def refresh(self) -> bool:
        """Look whether another reader has left marks; whether there may be any that were not known."""
        ((version,),) = self.rows("PRAGMA data_version") or [(self._version,)]
        if version == self._version:
            return False
        self._version = version
        self._read = {key for (key,) in self.rows("SELECT post FROM reads")}
        self._stars = set(self.rows("SELECT post, comment FROM stars"))
        self._notes = set(self.rows("SELECT post, comment FROM notes"))
        return True

    # Read and unread

    def is_read(self, key: str) -> bool:
        """Whether a post was opened before."""
        return key in self._read

    def set_read(self, post: Named, is_read: bool = True) -> None:
        """Remember that a post was opened, or that it is to count as unread.

        Raises:
            MarksError: when it cannot be written.
        """
        if is_read:
            sql = "INSERT INTO reads VALUES (:post, :at) ON CONFLICT DO UPDATE SET at = excluded.at"
            self._write(post, sql)
            self._read.add(post.key)
        else:
            self._write(None, "DELETE FROM reads WHERE post = :post", post=post.key)
            self._read.discard(post.key)

    def read_keys(self) -> frozenset[str]:
        """The keys of all posts that were opened."""
        return frozenset(self._read)

    # The place in a post

    def place(self, key: str) -> Place | None:
        """Where somebody stopped reading a post."""
        rows = self.rows("SELECT offset, comment FROM places WHERE post = :post", post=key)
        return Place(*rows[0]) if rows else None

    def keep_place(self, post: Named, place: Place) -> None:
        """Remember where somebody stops reading.

        Raises:
            MarksError: when it cannot be written.
        """
        sql = """
            INSERT INTO places VALUES (:post, :offset, :comment, :at)
            ON CONFLICT DO UPDATE SET offset = excluded.offset, comment = excluded.comment, at = excluded.at
        """
        self._write(post, sql, offset=place.offset, comment=place.comment)

    # Stars, notes, tags

    def is_starred(self, key: str, comment: int | None = None) -> bool:
        """Whether a post, or one of its comments, has a star."""
        return (key, comment or 0) in self._stars

    def set_star(self, post: Named, comment: int | None = None, *, is_starred: bool = True) -> None:
        """Give a star, or take it away.

        Raises:
            MarksError: when it cannot be written.
        """
        place = (post.key, comment or 0)
        if is_starred:
            sql = "INSERT INTO stars VALUES (:post, :comment, :at) ON CONFLICT DO NOTHING"
            self._write(post, sql, comment=place[1])
            self._stars.add(place)
        else:
            sql = "DELETE FROM stars WHERE post = :post AND comment = :comment"
            self._write(None, sql, post=place[0], comment=place[1])
            self._stars.discard(place)

    def starred_keys(self) -> frozenset[str]:
        """The keys of all posts that have a star themselves or at one of their comments."""
        return frozenset(key for key, _ in self._stars)

    def has_note(self, key: str, comment: int | None = None) -> bool:
        """Whether there is a note on a post or comment."""
        return (key, comment or 0) in self._notes

    def note(self, key: str, comment: int | None = None) -> str:
        """The note on a post or comment; nothing where there is none."""
        sql = "SELECT text FROM notes WHERE post = :post AND comment = :comment"
        rows = self.rows(sql, post=key, comment=comment or 0)
        return str(rows[0][0]) if rows else ""

    def set_note(self, post: Named, text: str, comment: int | None = None) -> None:
        """Write a note; an empty one takes it away.

        Raises:
            MarksError: when it cannot be written.
        """
        place = (post.key, comment or 0)
        if text.strip():
            sql = """
                INSERT INTO notes VALUES (:post, :comment, :text, :at)
                ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at
            """
            self._write(post, sql, comment=place[1], text=text.strip())
            self._notes.add(place)
        else:
            sql = "DELETE FROM notes WHERE post = :post AND comment = :comment"
            self._write(None, sql, post=place[0], comment=place[1])
            self._notes.discard(place)

    def remove(self, key: str, comment: int | None = None) -> None:
        """Take star and note away, and of a post its tags.

        Raises:
            MarksError: when it cannot be written.
        """
        place = {"post": key, "comment": comment or 0}
        with self._transaction():
            self._execute("DELETE FROM stars WHERE post = :post AND comment = :comment", place)
            self._execute("DELETE FROM notes WHERE post = :post AND comment = :comment", place)
            if not comment:
                self._execute("DELETE FROM tags WHERE post = :post", place)
        self._stars.discard((key, comment or 0))
        self._notes.discard((key, comment or 0))

    def tags(self, key: str) -> tuple[str, ...]:
        """The tags of a post."""
        return tuple(tag for (tag,) in self.rows("SELECT tag FROM tags WHERE post = :post", post=key))

    def set_tags(self, post: Named, tags: Iterable[str]) -> None:
        """Give a post these tags and no others.

        Raises:
            MarksError: when it cannot be written.
        """
        wanted = sorted({word for tag in tags if (word := " ".join(tag.split()))})
        with self._transaction():
            self._remember(post)
            self._execute("DELETE FROM tags WHERE post = :post", {"post": post.key})
            for tag in wanted:
                self._execute("INSERT INTO tags VALUES (:post, :tag)", {"post": post.key, "tag": tag})

    # Searches

    def searches(self) -> list[str]:
        """What was searched for, the last first."""
        return [query for (query,) in self.rows("SELECT query FROM searches ORDER BY at DESC, query")]

    def add_search(self, query: str) -> None:
        """Remember a search; the oldest of very many are forgotten.

        Raises:
            MarksError: when it cannot be written.
        """
        if not query.strip():
            return
        with self._transaction():
            sql = "INSERT INTO searches VALUES (:query, :at) ON CONFLICT DO UPDATE SET at = excluded.at"
            self._execute(sql, {"query": query.strip(), "at": self._now()})
            sql = """
                DELETE FROM searches
                WHERE query NOT IN (SELECT query FROM searches ORDER BY at DESC, query LIMIT :most)
            """
            self._execute(sql, {"most": _MOST_SEARCHES})

    def saved_searches(self) -> list[str]:
        """The searches that were saved, in the order of the alphabet."""
        return [query for (query,) in self.rows("SELECT query FROM saved_searches ORDER BY query")]

    def save_search(self, query: str, *, is_saved: bool = True) -> None:
        """Save a search, or forget that it was saved.

        Raises:
            MarksError: when it cannot be written.
        """
        if is_saved:
            sql = "INSERT INTO saved_searches VALUES (:query, :at) ON CONFLICT DO NOTHING"
        else:
            sql = "DELETE FROM saved_searches WHERE query = :query"
        self._write(None, sql, query=query.strip())

    # SQL

    def rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows of a SELECT; none where the file has become unreadable, for reading must go on."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            self.notice = Sentence("Marks cannot be read: {}.", error)
            return []

    def _write(self, post: Named | None, sql: str, /, **values: object) -> None:
        """One statement with what it needs to be understood later, all or nothing."""
        with self._transaction():
            if post is not None:
                self._remember(post)
                values = {"post": post.key, **values}
            self._execute(sql, {**values, "at": self._now()})

    def _remember(self, post: Named) -> None:
        sql = """
            INSERT INTO posts VALUES (:key, :title, :blog, :published)
            ON CONFLICT DO UPDATE
            SET title = excluded.title, blog = excluded.blog, published = excluded.published
        """
        values = {"key": post.key, "title": post.title, "blog": post.blog, "published": post.published}
        self._execute(sql, values)

    def _execute(self, sql: str, values: Mapping[str, object]) -> None:
        self._connection.execute(sql, values)

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)


class _Transaction:
    """Everything in its block, or nothing; what SQLite minds becomes a sentence."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _sentence(error) from error

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            self._connection.execute("COMMIT" if error is None else "ROLLBACK")
        except sqlite3.Error as failure:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise _sentence(failure) from failure
        # A surrogate in a title is no text that SQLite could keep.
        if isinstance(error, sqlite3.Error | UnicodeEncodeError):
            raise _sentence(error) from error


def _sentence(error: Exception) -> MarksError:
    if "locked" in str(error):
        return MarksError(Sentence("The mark was not kept: another reader is writing to the same file."))
    return MarksError(Sentence("The mark was not kept: {}.", error))
