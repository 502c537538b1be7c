"""Proving that an archive holds what was written into it, and that no line of a dump went missing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import get_args

from reader.archive.counting import count_words, miscounted
from reader.archive.hashing import content_hash
from reader.archive.opening import FAILURES
from reader.archive.placing import nominal_place
from reader.archive.reading import Archive
from reader.errors import ArchiveDamaged, ReaderError
from reader.models import Finding, Role


def findings(archive: Archive) -> Iterator[Finding]:
    """Everything that is wrong with an archive, as it is found; nothing when all is well."""
    checks: tuple[tuple[str, Callable[[Archive], Iterator[Finding]]], ...] = (
        ("file", _file),
        ("index", _index),
        ("posts", _posts),
        ("dumps", _dumps),
    )
    for where, check in checks:
        try:
            yield from check(archive)
        except ReaderError as error:
            # The file is too damaged to look any further in this direction.
            yield Finding(where, str(error))


def _file(archive: Archive) -> Iterator[Finding]:
    """What SQLite itself can tell: whether the pages are whole, and no row points to nothing."""
    for (text,) in archive.rows("PRAGMA integrity_check"):
        if text != "ok":
            yield Finding("file", f"SQLite finds the file damaged: {text}.")
            return
    for table, row, parent, _ in archive.rows("PRAGMA foreign_key_check"):
        yield Finding("file", f"Row {row} of {table} points to nothing in {parent}.")


def _index(archive: Archive) -> Iterator[Finding]:
    """Whether a search finds the words of the texts and no others."""
    # FTS5 checks itself by an INSERT, which a read-only file refuses: it is done on a private copy.
    with archive.copy() as copy:
        for table in ("posts_fts", "comments_fts"):
            try:
                copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            except FAILURES as error:
                yield Finding("index", f"The search index {table} does not match the texts: {error}.")
                return
        try:
            count_words(copy)
            word = miscounted(copy)
        except FAILURES as error:
            yield Finding("index", f"The list of words cannot be read: {error}.")
            return
        if word is not None:
            yield Finding("index", f"The word {word!r} is not in as many texts as the list of words says.")
    yield from _places(archive)


def _places(archive: Archive) -> Iterator[Finding]:
    """Whether rows stand where their dates are, as a search for the newest relies on."""
    ((drift,),) = archive.rows("SELECT max(places) FROM drift")
    for table in ("posts", "comments"):
        for place, published in archive.rows(f"SELECT place, published FROM {table}"):
            if not isinstance(published, str | None):
                yield Finding("index", f"The date of row {place} of {table} is no text.")
            elif published and not 0 <= place - nominal_place(published) <= (drift or 0):
                yield Finding("index", f"Row {place} of {table} does not stand where its date is.")
                return


def _posts(archive: Archive) -> Iterator[Finding]:
    """Whether each post is, letter by letter, what was written."""
    for post_id, hashed in archive.rows("SELECT id, hash FROM posts ORDER BY id"):
        try:
            is_same = content_hash(archive.post(post_id)) == hashed
        except ReaderError as error:
            yield Finding(f"post {post_id}", str(error))
            continue
        if not is_same:
            yield Finding(f"post {post_id}", "Its content is not what was imported.")


def _dumps(archive: Archive) -> Iterator[Finding]:
    """Whether each raw dump is whole, and every non-blank line of a text has exactly one role."""
    for dump_id, name in archive.rows("SELECT id, name FROM dumps ORDER BY id"):
        for sentence in _dump(archive, dump_id):
            yield Finding(f"dump {name}", sentence)


def _dump(archive: Archive, dump_id: int) -> Iterator[str]:
    """What is wrong with one dump."""
    rows = archive.rows("SELECT sha256, encoding, lines IS NOT NULL FROM dumps WHERE id = ?", [dump_id])
    if not rows:
        yield "It is in the list of dumps and cannot be found."
    for sha256, encoding, has_lines in rows:
        digest = hashlib.sha256()
        try:
            for raw in archive.raw_dump(dump_id):
                digest.update(raw)
        except ArchiveDamaged as error:
            yield f"Its raw bytes cannot be unpacked: {error}"
            continue
        if digest.hexdigest() != sha256:
            yield "Its raw bytes are not what was imported."
        elif encoding is not None or has_lines:
            yield from _lines(archive, dump_id, encoding)


def _lines(archive: Archive, dump_id: int, encoding: str | None) -> Iterator[str]:
    """What is wrong with the roles of a dump's lines."""
    try:
        texts = archive.lines(dump_id, encoding)
    except LookupError:
        yield f"Its encoding {encoding!r} is not known."
        return
    except ArchiveDamaged as error:
        yield str(error)
        return
    sql = """
        SELECT first, last, role, comment IS NOT NULL AND comment NOT IN (
            SELECT position FROM comments WHERE comments.post_id = spans.post_id
        )
        FROM spans
        WHERE dump_id = ?
    """
    roles: Counter[int] = Counter()
    for first, last, role, is_astray in archive.rows(sql, [dump_id]):
        are_numbers = isinstance(first, int) and isinstance(last, int)
        if not (are_numbers and 1 <= first <= last <= len(texts)):
            yield f"It has {len(texts)} lines, and lines {first} to {last} have a role."
            continue
        roles.update(range(first, last + 1))
        if role not in get_args(Role) or is_astray:
            yield f"The role of lines {first} to {last} is not what was imported."
    for number, text in enumerate(texts, 1):
        if text.strip() and roles[number] != 1:
            yield f"Line {number} has {roles[number]} roles instead of one."
