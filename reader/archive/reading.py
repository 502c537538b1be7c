"""The questions that an archive answers, each beside its SQL; rows leave as models."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from reader.archive.listing import Listing, sort_key
from reader.archive.opening import FAILURES, Connection, open_read_only, sentence_for
from reader.archive.placing import last_place, nominal_place
from reader.errors import ArchiveDamaged, NotFound
from reader.sentences import Sentence
from reader.text import lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.archive.opening import StrPath

    # Dataclasses, and a search needs none of these: each is imported where it is made.
    from reader.models import Comment, DumpName, Mark, Post, Role, Source, Stats


def open_archive(path: StrPath) -> Archive:
    """The archive at a path, for reading.

    Raises:
        ArchiveError: one of its kinds, with the sentence for the user.
    """
    return Archive(path, open_read_only(path))


class Archive(Listing):
    """An open archive; use it in a `with` block, from one thread at a time."""

    def __init__(self, path: StrPath, connection: Connection) -> None:
        self.path = path
        self._connection = connection
        self._is_stopped = False
        connection.create_function("sort_key", 1, sort_key, deterministic=True)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def interrupt(self) -> None:
        """Stop the question that another thread is asking; that thread gets an `Interrupted`."""
        self._is_stopped = True
        self._connection.interrupt()

    def rows(self, sql: str, values: dict[str, object] | Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT; for `search`, whose questions are built elsewhere.

        Raises:
            ArchiveError: when the file turns out to be damaged.
            Interrupted: when `interrupt` was called meanwhile.
        """
        return list(self.each(sql, values))

    def each(self, sql: str, values: dict[str, object] | Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT one by one, for questions with a million of them.

        Raises:
            ArchiveError: when the file turns out to be damaged.
            Interrupted: when `interrupt` was called meanwhile.
        """
        self._is_stopped = False
        try:
            # Not `yield from`: that would also close the cursor, which fails where the archive was closed before.
            for row in self._connection.execute(sql, values):  # noqa: UP028 # for the reason above
                yield row
        except FAILURES as error:
            # Within a table that is made as it is read (JSON, full text), SQLite calls an interruption by other names.
            if self._is_stopped or "interrupted" in str(error):
                raise Interrupted from error
            raise sentence_for(error, self.path) from error

    @contextmanager
    def copy(self) -> Iterator[Connection]:
        """A private copy in a temporary file that goes when the block ends, for checks that must write.

        Raises:
            ArchiveError: when the file cannot be copied.
        """
        copy = sqlite3.connect("", isolation_level=None)
        try:
            try:
                self._connection.backup(copy)
            except FAILURES as error:
                raise sentence_for(error, self.path) from error
            yield copy
        finally:
            copy.close()

    def places(self, since: str | None, until: str | None) -> tuple[int, int]:
        """The first and the last place that rows published at `since` or later and before `until` can have.

        A `~` after a date means the end of its day, month or year.
        """
        ((drift,),) = self.rows("SELECT max(places) FROM drift")
        first, last = 1, 2**63 - 1
        if since is not None:
            first = last_place(since[:-1]) + 1 if since.endswith("~") else nominal_place(since)
        if until is not None:
            last = last_place(until[:-1]) if until.endswith("~") else nominal_place(until) - 1
            last += drift or 0
        return first, last

    def find(self, name: str) -> int:
        """The id of the post that a person names: by its id, its key or its address.

        Raises:
            NotFound: when no post is called that.
        """
        sql = "SELECT id FROM posts WHERE id = :id OR key = :name OR url = :name ORDER BY id LIMIT 1"
        number = int(name) if name.isascii() and name.isdigit() and len(name) < 19 else None
        # What the shell could not decode is in no archive.
        is_text = not any("\ud800" <= character <= "\udfff" for character in name)
        rows = self.rows(sql, {"id": number, "name": name}) if is_text else []
        if not rows:
            raise NotFound(Sentence("No post in {} has the id, key or address {}.", self.path, repr(name)))
        return int(rows[0][0])

    def post(self, post_id: int) -> Post:
        """One post with all its comments.

        Raises:
            NotFound: when there is none with that id.
        """
        from reader.models import DumpName, Post

        sql = """
            SELECT
                posts.id, posts.key, blogs.name, posts.title, posts.author, posts.published, posts.url,
                posts.language, posts.body, posts.marks, posts.comments_declared, posts.comments_open,
                posts.guesses, dumps.name, dumps.sha256, dumps.format
            FROM posts
            LEFT JOIN blogs ON blogs.id = posts.blog_id
            JOIN dumps ON dumps.id = posts.dump_id
            WHERE posts.id = :id
        """
        rows = self.rows(sql, {"id": post_id})
        if not rows:
            raise NotFound(Sentence("No post in {} has the id {}.", self.path, post_id))
        (row,) = rows
        self._expect_texts(row[1], row[8], *row[13:16], optional=row[2:8])
        names = self._labels(post_id)
        return Post(
            id=row[0],
            key=row[1],
            blog=row[2],
            title=row[3],
            author=row[4],
            published=row[5],
            url=row[6],
            language=row[7],
            categories=tuple(name for kind, name in names if kind == "category"),
            tags=tuple(name for kind, name in names if kind == "tag"),
            body=row[8],
            marks=self._marks(row[9]),
            comments_declared=row[10],
            comments_open=None if row[11] is None else bool(row[11]),
            guesses=self._guesses(row[12]),
            comments=self._comments(post_id),
            source=DumpName(*row[13:16]),
        )

    def sources(self, post_id: int) -> list[DumpName]:
        """All dumps that hold a post, in the order of import."""
        from reader.models import DumpName

        sql = """
            SELECT dumps.name, dumps.sha256, dumps.format
            FROM sources
            JOIN dumps ON dumps.id = sources.dump_id
            WHERE sources.post_id = :id
            ORDER BY dumps.id
        """
        rows = self.rows(sql, {"id": post_id})
        for row in rows:
            self._expect_texts(*row)
        return [DumpName(*row) for row in rows]

    def source(self, post_id: int) -> Source:
        """The dump that a post was read from, every line with its role.

        Raises:
            NotFound: when there is no such post.
        """
        from typing import cast

        from reader.models import Source, SourceLine

        sql = """
            SELECT dumps.id, dumps.name, dumps.format, dumps.sha256, dumps.encoding
            FROM posts
            JOIN dumps ON dumps.id = posts.dump_id
            WHERE posts.id = :id
        """
        rows = self.rows(sql, {"id": post_id})
        if not rows:
            raise NotFound(Sentence("No post in {} has the id {}.", self.path, post_id))
        dump_id, name, kind, sha256, encoding = rows[0]
        texts = self._lines_of_dump(dump_id, encoding, name)
        roles: dict[int, tuple[str, int | None, int | None]] = {}
        spans = "SELECT first, last, role, post_id, comment FROM spans WHERE dump_id = :dump ORDER BY first"
        for first, last, role, post, comment in self.rows(spans, {"dump": dump_id}):
            if not (isinstance(first, int) and isinstance(last, int)):
                raise self._damaged()
            lines = range(max(1, first), min(last, len(texts)) + 1)
            roles.update(dict.fromkeys(lines, (role, post, comment)))
        found = []
        for number, text in enumerate(texts, 1):
            role, post, comment = roles.get(number, ("blank", None, None))
            if not text.strip():
                role, post, comment = "blank", None, None
            found.append(SourceLine(number, cast("Role", role), post, comment, text))
        return Source(name, kind, sha256, tuple(found))

    def stats(self) -> Stats:
        """What the archive holds."""
        from reader.models import Stats

        sql = """
            SELECT
                (SELECT count(*) FROM blogs),
                (SELECT count(*) FROM posts),
                (SELECT count(*) FROM comments),
                (SELECT count(*) FROM dumps),
                (SELECT count(*) FROM posts WHERE guesses <> '{}')
                    + (SELECT count(*) FROM comments WHERE guesses <> '{}'),
                (
                    SELECT count(*)
                    FROM posts
                    WHERE comments_declared
                        <> (SELECT count(*) FROM comments WHERE comments.post_id = posts.id)
                ),
                (SELECT min(published) FROM posts),
                (SELECT max(published) FROM posts)
        """
        (row,) = self.rows(sql)
        blogs, posts, comments, dumps, guesses, differs, first, last = row
        return Stats(blogs, posts, comments, dumps, guesses, differs, first, last, self.years())

    def _labels(self, post_id: int) -> list[tuple[str, str]]:
        sql = "SELECT kind, name FROM labels WHERE post_id = :id ORDER BY kind, place"
        return [(kind, name) for kind, name in self.rows(sql, {"id": post_id})]

    def _comments(self, post_id: int) -> tuple[Comment, ...]:
        from reader.models import Comment

        sql = """
            SELECT position, author, published, reply_to, depth, kind, body, marks, guesses
            FROM comments
            WHERE post_id = :id
            ORDER BY position
        """
        comments = []
        for row in self.rows(sql, {"id": post_id}):
            self._expect_texts(row[5], row[6], optional=row[1:3])
            if not (isinstance(row[0], int) and isinstance(row[3], int | None) and isinstance(row[4], int)):
                raise self._damaged()
            comments.append(
                Comment(
                    position=row[0],
                    author=row[1],
                    published=row[2],
                    reply_to=row[3],
                    depth=row[4],
                    kind=row[5],
                    body=row[6],
                    marks=self._marks(row[7]),
                    guesses=self._guesses(row[8]),
                )
            )
        return tuple(comments)

    def _marks(self, text: object) -> tuple[Mark, ...]:
        if text == "[]":
            return ()  # as nearly all comments have it
        entries = self._json(text)
        if not isinstance(entries, list):
            raise self._damaged()
        for entry in entries:
            match entry:
                case [int(), int(), str(), str() | None]:
                    pass
                case _:
                    raise self._damaged()
        from reader.models import Mark

        return tuple(Mark(*entry) for entry in entries)

    def _guesses(self, text: object) -> dict[str, str]:
        if text == "{}":
            return {}  # as most posts and comments have it
        entries = self._json(text)
        if not isinstance(entries, dict):
            raise self._damaged()
        self._expect_texts(*entries.values())
        return entries

    def _json(self, text: object) -> Any:
        self._expect_texts(text)
        try:
            return json.loads(str(text))
        except ValueError as error:
            raise self._damaged() from error

    def _expect_texts(self, *values: object, optional: Iterable[object] = ()) -> None:
        """One flipped bit makes a blob or a number of a text, and SQLite does not mind."""
        # Loops, not `all`: a post may have 5,000 comments.
        for value in values:
            if not isinstance(value, str):
                raise self._damaged()
        for value in optional:
            if value is not None and not isinstance(value, str):
                raise self._damaged()

    def _damaged(self) -> ArchiveDamaged:
        return ArchiveDamaged(Sentence("{} is damaged; `reader check` names the posts.", self.path))

    def raw_dump(self, dump_id: int) -> Iterator[bytes]:
        """The raw bytes of a dump, piece by piece.

        Raises:
            ArchiveDamaged: when they cannot be unpacked.
        """
        place = 0
        sql = "SELECT place, raw FROM pieces WHERE dump_id = :dump AND place > :place ORDER BY place LIMIT 1"
        while rows := self.rows(sql, {"dump": dump_id, "place": place}):
            ((place, packed),) = rows
            yield self._unpacked(packed, f"of dump {dump_id}")

    def lines(self, dump_id: int, encoding: str | None) -> list[str]:
        """The lines of a dump that the roles speak of, without their line breaks.

        Raises:
            ArchiveDamaged: when they cannot be unpacked.
            LookupError: when the encoding is unknown.
        """
        ((packed,),) = self.rows("SELECT lines FROM dumps WHERE id = :id", {"id": dump_id})
        if packed is not None:
            return lines_of(self._unpacked(packed, f"of dump {dump_id}"), "utf-8")
        return lines_of(b"".join(self.raw_dump(dump_id)), encoding or "utf-8")

    def _lines_of_dump(self, dump_id: int, encoding: str | None, name: str) -> list[str]:
        try:
            return self.lines(dump_id, encoding)
        except LookupError as error:
            raise ArchiveDamaged(
                Sentence("The dump {} in {} is damaged: {}.", name, self.path, error)
            ) from error

    def _unpacked(self, packed: Any, whose: str) -> bytes:
        try:
            return zlib.decompress(packed)
        except (zlib.error, TypeError) as error:
            raise ArchiveDamaged(
                Sentence("What {} keeps {} is damaged: {}.", self.path, whose, error)
            ) from error


class Interrupted(Exception):
    """The question was stopped by `Archive.interrupt`."""
