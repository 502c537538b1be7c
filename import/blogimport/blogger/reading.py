"""Reading an export: its entries as a stream on as many cores as there are, then posts with their comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from blogimport.blogger.entries import Entry, entry_of
from blogimport.blogger.feed import BEGINNING, END, Feed, feed_in
from blogimport.locales import language_of_locale
from blogimport.readings import Dump, Part, Reading
from blogimport.regrouping import Regrouping
from blogimport.xmlrecords import Batch, Batches, Shape, opened_as, shares_lines, streamed

FORMAT = "Blogger export"

_OWN = re.compile(rb"schemas\.google\.com/blogger/20(?:08/kind#|18)")
_PREFIX = re.compile(rb"<([\w.-]+:)?feed(?=[\s>])")
_HEAD = 64 * 1024
# The setting in which a blog has its language.
_LANGUAGE = "BLOG_LOCALE"


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: Atom with Blogger's own kinds of entries."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"")  # UTF-16
    start = BEGINNING.search(head)
    if start is None or not _OWN.search(head, start.start()):
        return False
    before = head[: start.start()].lower()
    return b"<html" not in before and b"<body" not in before


def read(dump: Dump) -> Reading:
    """The posts and pages of an export with their comments, and what else it holds, withheld or counted."""
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as file:
        prefix = _PREFIX.search(opened_as(file, encoding).read(_HEAD))
    tags = (((prefix[1] or b"") if prefix else b"").decode() + "entry",)
    with dump.open() as file:
        has_own_lines = shares_lines(opened_as(file, encoding), tags)
    with dump.open() as file, Regrouping(has_own_lines=has_own_lines) as regrouping:
        batches = Batches(opened_as(file, encoding), encoding, Shape(tags, BEGINNING, END, feed_in))
        batches.shares_lines = has_own_lines
        language = None
        for entries in dump.in_order(_entries_of, batches):
            regrouping.heard(b"".join(batches.heads[:1]), encoding)
            for entry in entries:
                if entry.record is not None:
                    regrouping.add(entry.record)
                else:
                    regrouping.placed(entry.lines)
                if entry.left_out is not None:
                    reading.left_out[entry.left_out] += 1
                if entry.setting is not None and entry.setting[0] == _LANGUAGE:
                    language = language_of_locale(entry.setting[1])
        posts = 0
        for _, part in regrouping.parts():
            posts += len(part.posts)
            yield _in_language(part, language)
        reading.lines = regrouping.lines
    if batches.breaks_off:
        reading.breaks_off(batches.last, posts)
    elif not posts:
        reading.notices.append("The export holds no post.")


def _in_language(part: Part, language: str | None) -> Part:
    """The part with the language that the blog's settings state."""
    if language is None:
        return part
    posts = (
        found if found.post.language else replace(found, post=replace(found.post, language=language))
        for found in part.posts
    )
    return replace(part, posts=tuple(posts))


def _entries_of(batch: Batch[Feed]) -> list[Entry]:
    """What the records of a batch hold; on any core."""
    return [
        entry_of(record, batch.encoding, batch.head, shares_lines=batch.shares_lines)
        for record in batch.records
    ]
