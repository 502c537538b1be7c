"""Reading an export as a stream: records in batches on as many cores as there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import blogimport.passing  # noqa: F401 # makes what workers give cheap to pass
from blogimport.overblog.records import Blog, Written, blog_in, record_of
from blogimport.readings import Dump, Part, Reading
from blogimport.xmlrecords import Batch, Batches, Placing, Shape, opened_as, shares_lines, streamed

FORMAT = "Over-blog export"

_TAGS = ("post", "page")
_SHAPE = Shape(_TAGS, re.compile(rb"<root(?=[\s>])"), re.compile(rb"</root\s*>"), blog_in)
_BEGINNING = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<root\s*>\s*<(?:posts|pages|blog)(?=[\s>/])")
_OWN = re.compile(rb"<(?:main_host|posts|pages)(?=[\s>/])")


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: a root with a blog, and posts in it."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")  # UTF-16
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return _BEGINNING.match(head) is not None and _OWN.search(head) is not None


def read(dump: Dump) -> Reading:
    """The posts and pages of an export with their comments; what the blog did not show is withheld."""
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as file:
        has_own_lines = shares_lines(opened_as(file, encoding), _TAGS)
    placing = Placing(has_own_lines=has_own_lines)
    with dump.open() as file:
        batches = Batches(opened_as(file, encoding), encoding, _SHAPE)
        batches.shares_lines = has_own_lines
        posts = 0
        for records in dump.in_order(_records_of, batches):
            placing.heard(b"".join(batches.heads[:1]), encoding)
            for record in records:
                lines = placing.placed(record.lines)
                if record.left_out is not None:
                    reading.left_out[record.left_out] += 1
                if record.cut_comments:
                    reading.left_out["comments that are cut off"] += record.cut_comments
                if record.post is not None:
                    posts += 1
                    yield Part((record.post,), tuple(lines.spans(0, record.positions)))
        reading.lines = placing.lines
    if batches.breaks_off:
        reading.breaks_off(batches.last, posts)


def _records_of(batch: Batch[Blog]) -> list[Written]:
    """What the records of a batch hold; on any core."""
    return [
        record_of(record, batch.encoding, batch.head, shares_lines=batch.shares_lines)
        for record in batch.records
    ]
