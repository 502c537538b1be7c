"""Reading an export as a stream: its channel, then batches of its records on as many cores as there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

import blogimport.passing  # noqa: F401 # makes what workers give cheap to pass
from blogimport.including import is_wanted
from blogimport.readings import Dump, Part, Reading, Withheld
from blogimport.wxr.channel import Channel, channel_in
from blogimport.wxr.items import Item, item_of, withheld_at_sight
from blogimport.xmlrecords import Batch, Batches, Placing, Shape, Stretch, opened_as, shares_lines, streamed

FORMAT = "WordPress export"

_BEGINNING = re.compile(rb"<(?:rss|channel|item|rdf:RDF)(?=[\s>])")
_OWN = re.compile(
    rb"xmlns:[\w.-]+\s*=\s*[\"'][^\"']{0,80}wordpress\.org/export/"
    rb"|<wp:(?:wxr_version|post_type|post_id|post_date|status|comment|comment_id|base_blog_url|author)>"
)
_SHAPE = Shape(
    ("item",), re.compile(rb"<channel(?=[\s>])"), re.compile(rb"</(?:channel|rss)\s*>"), channel_in
)


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
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as opened:
        has_own_lines = shares_lines(opened_as(opened, encoding), _SHAPE.tags)
    placing = Placing(has_own_lines=has_own_lines)
    with dump.open() as opened:
        batches = Batches(opened_as(opened, encoding), encoding, _SHAPE)
        batches.shares_lines = has_own_lines
        if not has_own_lines:
            batches.passed_over = partial(_unwanted, include=dump.include)
        posts = cut = 0
        for items in dump.in_order(_items_of, batches):
            placing.heard(b"".join(batches.heads[:1]), encoding)
            for item in items:
                lines = placing.placed(item.lines)
                cut += item.cut_comments
                if item.left_out is not None:
                    reading.left_out[item.left_out] += 1
                if item.lost_comments:
                    reading.left_out["comments that cannot be read"] += item.lost_comments
                    reading.notices.append(_lost(item))
                if item.part is not None:
                    posts += len(item.part.posts)
                    spans = (
                        lines.spans(0, item.positions) if has_own_lines else placing.after(item.part.spans)
                    )
                    yield replace(item.part, spans=tuple(spans))
        reading.lines = placing.lines
    reading.withheld = batches.left_out
    if cut:
        reading.left_out["comments that are cut off"] += cut
    if batches.breaks_off:
        reading.breaks_off(batches.last, posts)
    elif not batches.records:
        reading.notices.append("The export holds no post.")


def _lost(item: Item) -> str:
    noun = "comment" if item.lost_comments == 1 else "comments"
    return f"Of the post at line {item.first:,}, {item.lost_comments:,} {noun} could not be read."


def _unwanted(record: Stretch, include: Collection[str]) -> Withheld | None:
    """Why a record is withheld that nobody asked for, where that is certain without reading it."""
    why = withheld_at_sight(record)
    return None if why is None or is_wanted(why, include) else why


def _items_of(batch: Batch[Channel]) -> list[Item]:
    """What the records of a batch hold; on any core."""
    return [
        item_of(record, batch.encoding, batch.head, shares_lines=batch.shares_lines)
        for record in batch.records
    ]
