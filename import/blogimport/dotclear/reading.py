"""Reading a backup as a stream of rows: posts, then their labels and comments, which stand after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from blogimport.dotclear.posts import Kept, Tables, record_of
from blogimport.dotclear.rows import Row, Rows
from blogimport.readings import Dump, Part, Reading
from blogimport.regrouping import Record, Regrouping
from blogimport.xmlrecords import POST, RecordLines, Run, opened_as, streamed

FORMAT = "Dotclear backup"

_BEGINNING = b"///DOTCLEAR|"
# Enough rows that handing them to another process costs little beside reading them.
_BATCH = 200
_POSTS = ("post", "comment")
_LEFT_OUT = {"media": "attachments", "link": "links of the blog"}


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a backup, which says so in its first line."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"")  # UTF-16
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(_BEGINNING)


def read(dump: Dump) -> Reading:
    """The posts of all blogs of a backup with their comments and trackbacks; what was not shown is withheld."""
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as file, Regrouping() as regrouping:
        rows = Rows(opened_as(file, encoding), encoding)
        batches = _Batches(rows, reading)
        for kept in dump.in_order(_kept_of, batches):
            for one in kept:
                if one.record is not None:
                    regrouping.add(one.record)
                if one.left_out is not None:
                    reading.left_out[one.left_out] += 1
        posts = 0
        for key, part in regrouping.parts():
            posts += 1
            tags = tuple(dict.fromkeys(batches.tags.get(key, ())))
            found = (replace(found, post=replace(found.post, tags=tags)) for found in part.posts)
            yield replace(part, posts=tuple(found))
    if rows.is_cut:
        reading.breaks_off(rows.last, posts)


class _Batch(NamedTuple):
    rows: list[Row]
    tables: Tables


def _kept_of(batch: _Batch) -> list[Kept]:
    """What the rows of a batch hold; on any core."""
    return [record_of(row, batch.tables) if row.table in _POSTS else Kept(_about(row)) for row in batch.rows]


def _about(row: Row) -> Record:
    """A row that says something of a post."""
    return Record(row("post_id"), RecordLines((Run(row.line, row.line, "meta", POST),)))


class _Batches:
    """The rows in batches, and what is learnt of tags on the way."""

    def __init__(self, rows: Rows, reading: Reading) -> None:
        self._rows = rows
        self._reading = reading
        self._tables = Tables()
        self.tags: dict[str, list[str]] = {}

    def __iter__(self) -> Iterator[_Batch]:
        rows: list[Row] = []
        for row in self._rows:
            if row.table in _POSTS or self._is_tag(row):
                rows.append(row)
            elif not self._tables.learn(row):
                self._reading.left_out[_LEFT_OUT.get(row.table, "settings and templates")] += 1
            if len(rows) >= _BATCH:
                yield _Batch(rows, self._tables)
                rows = []
        yield _Batch(rows, self._tables)

    def _is_tag(self, row: Row) -> bool:
        """Whether a row gives a post a tag, which is remembered."""
        if row.table != "meta" or row("meta_type") != "tag":
            return False
        self.tags.setdefault(row("post_id"), []).append(row("meta_id").strip())
        return True
