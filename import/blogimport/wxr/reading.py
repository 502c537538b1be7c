"""Reading an export as a stream: its channel, then batches of its records on as many cores as there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import blogimport.passing  # noqa: F401 # makes what workers give cheap to pass
from blogimport.readings import Dump, Part, Reading
from blogimport.wxr.channel import Channel, channel_in
from blogimport.wxr.items import Item, item_of
from blogimport.xmlrecords import Stretch, encoding_of, opened_as, stretches

FORMAT = "WordPress export"

# Enough that handing a batch to another process costs little beside reading it.
_BATCH = 512 * 1024
_BEGINNING = re.compile(rb"<(?:rss|channel|item|rdf:RDF)(?=[\s>])")
_OWN = re.compile(
    rb"xmlns:[\w.-]+\s*=\s*[\"'][^\"']{0,80}wordpress\.org/export/"
    rb"|<wp:(?:wxr_version|post_type|post_id|post_date|status|comment|comment_id|base_blog_url|author)>"
)
_CHANNEL = re.compile(rb"<channel(?=[\s>])")
_END = re.compile(rb"</(?:channel|rss)\s*>")


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: RSS with WordPress's own elements, whatever stands before it."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[1:40:2].count(0) > 15 or head[:40:2].count(0) > 15:
        head = head.replace(b"\x00", b"")
    start = _BEGINNING.search(head)
    if start is None or not _OWN.search(head, start.start()):
        return False
    before = head[: start.start()]
    return b"<html" not in before.lower() and b"<body" not in before.lower()


def read(dump: Dump) -> Reading:
    """The posts and pages of an export with their comments, and what else it holds, withheld or counted."""
    with dump.open() as opened:
        encoding = encoding_of(opened, dump.charset)
    reading = Reading(encoding, ())
    reading.parts = _parts(dump, encoding, reading)
    return reading


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as opened:
        cutting = _Cutting(opened_as(opened, encoding), encoding)
        posts = cut = 0
        for items in dump.in_order(_items_of, cutting):
            for item in items:
                cut += item.cut_comments
                if item.left_out is not None:
                    reading.left_out[item.left_out] += 1
                if item.lost_comments:
                    reading.left_out["comments that cannot be read"] += item.lost_comments
                    reading.notices.append(_lost(item))
                if item.part is not None:
                    posts += len(item.part.posts)
                    yield item.part
    if cut:
        reading.left_out["comments that are cut off"] += cut
    if cutting.breaks_off:
        noun = "post was" if posts == 1 else "posts were"
        reading.notices.append(f"The file breaks off at line {cutting.last:,}; {posts:,} {noun} read.")
    elif not cutting.records:
        reading.notices.append("The export holds no post.")


def _lost(item: Item) -> str:
    noun = "comment" if item.lost_comments == 1 else "comments"
    return f"Of the post at line {item.first:,}, {item.lost_comments:,} {noun} could not be read."


class _Batch(NamedTuple):
    channel: Channel
    encoding: str
    records: list[Stretch]


def _items_of(batch: _Batch) -> list[Item]:
    """What the records of a batch hold; on any core."""
    return [item_of(record, batch.encoding, batch.channel) for record in batch.records]


class _Cutting:
    """A file as batches of records; afterwards, whether it breaks off and how many records and lines it had."""

    def __init__(self, opened: BinaryIO, encoding: str) -> None:
        self._opened = opened
        self._encoding = encoding
        self._has_channel = self._is_ended = False
        self.records = 0
        self.last = 1

    @property
    def breaks_off(self) -> bool:
        """Whether the end of the channel is missing."""
        return self._has_channel and not self._is_ended

    def __iter__(self) -> Iterator[_Batch]:
        channel = channel_in(b"", self._encoding)
        records: list[Stretch] = []
        size = 0
        for stretch in stretches(self._opened, "item"):
            self.last = stretch.last
            if stretch.kind == "record":
                self.records += 1
                self._is_ended = False
                records.append(stretch)
                size += len(stretch.raw)
            elif stretch.raw.strip():
                self._is_ended = self._is_ended or bool(_END.search(stretch.raw))
                if _CHANNEL.search(stretch.raw):
                    # Exports in several files are sometimes put together in one.
                    yield _Batch(channel, self._encoding, records)
                    records, size = [], 0
                    channel = channel_in(stretch.raw, self._encoding)
                    self._has_channel = True
            if size >= _BATCH:
                yield _Batch(channel, self._encoding, records)
                records, size = [], 0
        yield _Batch(channel, self._encoding, records)
