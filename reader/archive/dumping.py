"""Writing one dump: its raw bytes, its posts, the role of its lines. Used inside one transaction.

Contains no rule about what a post is; `blogimport` decides that.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reader.archive.hashing import content_hash, marks_as_lists
from reader.archive.packing import Packing
from reader.archive.placing import free_place, nominal_place
from reader.archive.reading import Archive
from reader.archive.records import Entry, NewDump, NewPost, NewSpan, storable
from reader.models import Comment

if TYPE_CHECKING:
    from sqlite_utils import Database


class DumpWriter:
    """A dump that is being written; `Writer.dump` gives one."""

    def __init__(self, database: Database, archive: Archive, dump: NewDump) -> None:
        self._database = database
        self._archive = archive
        self._dump_id = self._insert(
            "dumps",
            name=storable(dump.name),
            sha256=dump.sha256,
            format=dump.format,
            encoding=dump.encoding,
            size=dump.raw.stat().st_size if isinstance(dump.raw, Path) else len(dump.raw),
            url=storable(dump.url),
            captured=dump.captured,
            lines=_packed_lines(dump.lines),
            left_out=_as_json(storable(dump.left_out)),
        )
        self._packing = Packing(dump.raw)
        self._pieces = 0

    def close(self, *, is_whole: bool) -> None:
        """Write what there is left of the raw bytes, if the dump is to be kept, and let go of them."""
        try:
            if is_whole:
                self._write_pieces(self._packing.rest())
        finally:
            self._packing.close()

    def post(self, entry: Entry) -> int:
        """Write a post, and give its id."""
        self._write_pieces(self._packing.ready())
        post_id = entry.replaces if entry.is_known and entry.replaces else self._write_post(entry)
        self._execute_many(
            "INSERT OR IGNORE INTO names (name, post_id) VALUES (?, ?)",
            [(storable(name), post_id) for name in entry.names],
        )
        self._execute_many(
            "INSERT OR IGNORE INTO sources (post_id, dump_id) VALUES (?, ?)", [(post_id, self._dump_id)]
        )
        return post_id

    def spans(self, spans: Sequence[NewSpan], ids: Sequence[int]) -> None:
        """Write the roles of some lines; `ids` are the posts that the spans' indexes mean."""
        self._execute_many(
            "INSERT INTO spans (dump_id, first, last, role, post_id, comment) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    *(self._dump_id, span.first, span.last, span.role),
                    *(None if span.post is None else ids[span.post], span.comment),
                )
                for span in spans
            ],
        )

    def finish(
        self,
        *,
        lines: Sequence[str] | None,
        line_count: int,
        encoding: str | None,
        left_out: Mapping[str, int],
    ) -> None:
        """What is known of a dump when it was read to its end; lines that nothing was said of are furniture."""
        self._database.execute(
            "UPDATE dumps SET lines = :lines, encoding = :encoding, left_out = :left_out WHERE id = :id",
            {
                "lines": _packed_lines(lines),
                "encoding": encoding,
                "left_out": _as_json(storable(left_out)),
                "id": self._dump_id,
            },
        )
        self._database.execute(
            """
            INSERT INTO spans (dump_id, first, last, role)
            SELECT :dump, before + 1, first - 1, 'furniture'
            FROM (
                SELECT first, lag(last, 1, 0) OVER (ORDER BY first) AS before FROM spans WHERE dump_id = :dump
                UNION ALL
                SELECT :lines + 1, coalesce(max(last), 0) FROM spans WHERE dump_id = :dump
            )
            WHERE first > before + 1
            """,
            {"dump": self._dump_id, "lines": line_count},
        )

    def _write_pieces(self, pieces: Iterator[bytes]) -> None:
        for raw in pieces:
            self._pieces += 1
            self._insert("pieces", dump_id=self._dump_id, place=self._pieces, raw=raw)

    def _write_post(self, entry: Entry) -> int:
        post = storable(entry.post)
        record = {"blog_id": self._blog_id(post.blog), "dump_id": self._dump_id, **post_record(post)}
        if entry.replaces is None:
            post_id = self._next_id()
            self._insert("posts", id=post_id, place=self._place("posts", post.published), **record)
        else:
            post_id = entry.replaces
            if entry.keeps_dump:
                del record["dump_id"]
            self._move_spans(post_id, entry.moved)
            self._replace(post_id, record)
            self._database.table("labels").delete_where("post_id = ?", [post_id])
            self._database.table("comments").delete_where("post_id = ?", [post_id])
        self._write_labels(post_id, post)
        self._write_comments(post_id, post.comments)
        return post_id

    def _replace(self, post_id: int, record: dict[str, object]) -> None:
        """Put another reading in the place of a post, or in that of its date where it has another one."""
        ((place, published),) = self._archive.rows(
            "SELECT place, published FROM posts WHERE id = ?", [post_id]
        )
        if published != record["published"]:
            place = self._place("posts", cast("str | None", record["published"]))
        record = {"place": place, **record}
        values = ", ".join(f"{name} = :{name}" for name in record)
        self._database.execute(
            f"UPDATE posts SET {values} WHERE id = :post_id", {**record, "post_id": post_id}
        )

    def _next_id(self) -> int:
        ((last,),) = self._archive.rows("SELECT max(id) FROM posts")
        return (last or 0) + 1

    def _place(self, table: str, published: str | None) -> int:
        """A free place in time for a row; how far it is from its date is noted."""
        sql = f"SELECT 1 FROM {table} WHERE place = ?"
        place = free_place(published, lambda place: bool(self._archive.rows(sql, [place])))
        far = place - nominal_place(published)
        if far and published:
            self._database.execute("UPDATE drift SET places = :far WHERE places < :far", {"far": far})
        return place

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
        self._execute_many(
            "INSERT INTO labels (post_id, kind, place, name) VALUES (?, ?, ?, ?)",
            [
                (post_id, kind, place, name)
                for kind, names in (("category", post.categories), ("tag", post.tags))
                for place, name in enumerate(names, 1)
            ],
        )

    def _write_comments(self, post_id: int, comments: Sequence[Comment]) -> None:
        for one in comments:
            record = {"place": self._place("comments", one.published), **comment_record(post_id, one)}
            self._database.execute(ADD_COMMENT, record)

    def _blog_id(self, name: str | None) -> int | None:
        if name is None:
            return None
        rows = self._archive.rows("SELECT id FROM blogs WHERE name = ?", [name])
        return int(rows[0][0]) if rows else self._insert("blogs", name=name)

    def _insert(self, table: str, **record: object) -> int:
        """Add a row and give its id; the library's own `insert` asks for the schema each time, which costs more."""
        names = ", ".join(record)
        values = ", ".join(f":{name}" for name in record)
        last = self._database.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", record).lastrowid
        assert last is not None, "an INSERT always has a row id"
        return last

    def _execute_many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._database.conn.executemany(sql, rows)


def post_record(post: NewPost) -> dict[str, object]:
    """The row of a post, without its place and the numbers of itself, its blog and its dump."""
    return {
        "key": post.key,
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
        "hash": content_hash(post),
    }


def comment_record(post_id: int, comment: Comment) -> dict[str, object]:
    """The row of a comment, as `ADD_COMMENT` takes it but for its place."""
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


ADD_COMMENT = """
    INSERT INTO comments (
        place, post_id, position, author, published, reply_to, depth, kind, body, marks, guesses
    )
    VALUES (
        :place, :post_id, :position, :author, :published, :reply_to, :depth, :kind, :body, :marks, :guesses
    )
"""


def _packed_lines(lines: Sequence[str] | None) -> bytes | None:
    if lines is None:
        return None
    return zlib.compress(storable("\n".join(line.replace("\n", " ") for line in lines)).encode(), 6)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
