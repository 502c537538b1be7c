"""Proving that an archive holds what was written into it, and that no line of a dump went missing."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from reader.archive.hashing import content_hash
from reader.archive.reading import Archive
from reader.errors import ArchiveDamaged
from reader.models import Finding
from reader.text import lines_of


def findings(archive: Archive) -> Iterator[Finding]:
    """Everything that is wrong with an archive, as it is found; nothing when all is well."""
    yield from _file(archive)
    yield from _posts(archive)
    yield from _dumps(archive)


def _file(archive: Archive) -> Iterator[Finding]:
    """What SQLite itself can tell: pages, foreign keys, and whether the index matches the texts."""
    for (text,) in archive.rows("PRAGMA integrity_check"):
        if text != "ok":
            yield Finding("file", f"SQLite finds the file damaged: {text}.")
            return
    for table, row, parent, _ in archive.rows("PRAGMA foreign_key_check"):
        yield Finding("file", f"Row {row} of {table} points to nothing in {parent}.")
    # FTS5 checks itself by an INSERT, which a read-only file refuses: it is done on a private copy.
    with archive.copy() as copy:
        for table in ("posts_fts", "comments_fts"):
            try:
                copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                yield Finding("index", f"The search index {table} does not match the texts: {error}.")


def _posts(archive: Archive) -> Iterator[Finding]:
    """Whether each post is, letter by letter, what was written."""
    for post_id, hashed in archive.rows("SELECT id, hash FROM posts ORDER BY id"):
        try:
            post = archive.post(post_id)
        except ArchiveDamaged as error:
            yield Finding(f"post {post_id}", str(error))
            continue
        labels = [("category", name) for name in post.categories] + [("tag", name) for name in post.tags]
        now = content_hash(
            key=post.key,
            title=post.title,
            author=post.author,
            published=post.published,
            body=post.body,
            marks=post.marks,
            labels=labels,
            comments=post.comments,
        )
        if now != hashed:
            yield Finding(f"post {post_id}", "Its content is not what was imported.")


def _dumps(archive: Archive) -> Iterator[Finding]:
    """Whether each raw dump is whole, and every non-blank line of a text has exactly one role."""
    for dump_id, name in archive.rows("SELECT id, name FROM dumps ORDER BY id"):
        sql = "SELECT sha256, encoding, raw FROM dumps WHERE id = ?"
        ((sha256, encoding, packed),) = archive.rows(sql, [dump_id])
        try:
            raw = zlib.decompress(packed)
        except zlib.error as error:
            yield Finding(f"dump {name}", f"Its raw bytes cannot be unpacked: {error}.")
            continue
        if hashlib.sha256(raw).hexdigest() != sha256:
            yield Finding(f"dump {name}", "Its raw bytes are not what was imported.")
            continue
        if encoding is None:
            continue
        counts: dict[int, int] = {}
        for first, last in archive.rows("SELECT first, last FROM spans WHERE dump_id = ?", [dump_id]):
            for line in range(first, last + 1):
                counts[line] = counts.get(line, 0) + 1
        for number, text in enumerate(lines_of(raw, encoding), 1):
            if text.strip() and counts.get(number, 0) != 1:
                yield Finding(
                    f"dump {name}", f"Line {number} has {counts.get(number, 0)} roles instead of one."
                )
