"""Reading an export of a journal: its entries as posts, its comments as those of posts that other dumps hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from blogimport.livejournal.comments import Talks
from blogimport.livejournal.entries import ROLES, entry_of
from blogimport.readings import Dump, Part, Reading
from blogimport.xmlrecords import (
    Element,
    Places,
    Stretch,
    Wrapper,
    children_of,
    encoding_of,
    opened_as,
    parsed,
    stretches,
)
from reader.archive import NewSpan

FORMAT = "LiveJournal export"

_PROLOG = rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*+"
_EXPORT = re.compile(_PROLOG + rb"<livejournal[\s>]", re.DOTALL)
# ljdump writes a file for each entry, and one for its comments.
_ENTRY = re.compile(_PROLOG + rb"<event>.*<(?:itemid|eventtime|logtime)>", re.DOTALL)
_COMMENTS = re.compile(rb"<comments>\s*(?:</comments>|<comment>.*<(?:state|parentid|user)\b)", re.DOTALL)
_COMMENTS_NAME = re.compile(r"C-\d+(?:\.xml)?")
_EMPTY = re.compile(rb"<(comment|usermap)\b([^<>]*?)\s*/>")
_EVENT = re.compile(rb"<event>")


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export of a journal."""
    if _EXPORT.match(head) or _ENTRY.match(head):
        return True
    return (
        _COMMENTS_NAME.fullmatch(PurePosixPath(name).name) is not None and _COMMENTS.search(head) is not None
    )


def read(dump: Dump) -> Reading:
    """The entries of a journal, or the comments on them."""
    with dump.open() as opened:
        encoding = encoding_of(opened, dump.charset)
        raw = opened_as(opened, encoding).read()
    reading = Reading(encoding, ())
    scope = PurePosixPath(dump.name).parent.name
    if _ENTRY.match(raw):
        reading.parts = _single(raw, encoding, scope)
    else:
        reading.parts = _parts(raw, encoding, scope, PurePosixPath(dump.name), reading)
    return reading


def _single(raw: bytes, encoding: str, scope: str) -> Iterator[Part]:
    """The one entry that a file of ljdump is."""
    begin = _EVENT.search(raw)
    assert begin is not None, "the pattern of an entry has it"
    first = raw.count(b"\n", 0, begin.start()) + 1
    stretch = Stretch(
        "record", first, raw[begin.start() :].rstrip(), is_whole=raw.rstrip().endswith(b"</event>")
    )
    root = parsed(stretch.raw, encoding, Wrapper(b"", {}), is_whole=stretch.is_whole)
    if root is not None:
        yield _part_of(root, stretch, scope)


def _part_of(root: Element, stretch: Stretch, scope: str) -> Part:
    places = Places(stretch.first, stretch.last, stretch.raw)
    runs = (
        (*places.lines_of(child), ROLES[name], None) for name, child in children_of(root) if name in ROLES
    )
    return Part((entry_of(root, scope),), tuple(places.spans(runs, 0)))


def _parts(raw: bytes, encoding: str, scope: str, name: PurePosixPath, reading: Reading) -> Iterator[Part]:
    # An empty element is written out, so that each record has an end of its own.
    raw = _EMPTY.sub(rb"<\1\2></\1>", raw)
    number = re.fullmatch(r"C-(\d+)(?:\.xml)?", name.name)
    talks = Talks(scope, number[1] if number else None)
    lines: list[tuple[str, int, int]] = []
    found = entries = 0
    for stretch in stretches(BytesIO(raw), "entry", "comment", "usermap"):
        if stretch.kind != "record":
            continue
        root = parsed(stretch.raw, encoding, Wrapper(b"", {}), is_whole=stretch.is_whole)
        if root is None:
            reading.left_out["records that cannot be read"] += 1
            continue
        found += 1
        if stretch.raw.startswith(b"<entry"):
            entries += 1
            yield _part_of(root, stretch, scope)
        elif stretch.raw.startswith(b"<usermap"):
            talks.name_user(root)
        else:
            lines.append((talks.add(root), stretch.first, stretch.last))
    posts, places = talks.found()
    spans = [
        NewSpan(first, last, "comment", *places[comment])
        for comment, first, last in lines
        if comment in places
    ]
    if talks.without_entry:
        reading.left_out["states of comments whose text the dump does not hold"] += talks.without_entry
    if not raw.rstrip().endswith((b"</livejournal>", b"</comments>")):
        reading.notices.append(f"The file breaks off at line {raw.count(bytes([10])) + 1:,}.")
    if posts:
        yield Part(tuple(posts), tuple(_once(spans)))


def _once(spans: list[NewSpan]) -> Iterator[NewSpan]:
    """Each line once: records may share one."""
    taken = 0
    for span in sorted(spans, key=lambda span: span.first):
        if span.first > taken:
            yield span
            taken = span.last
