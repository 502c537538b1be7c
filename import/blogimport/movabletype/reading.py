"""Reading an export as a stream of lines: entries, in batches on as many cores as there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import blogimport.passing  # noqa: F401 # makes what workers give cheap to pass
from blogimport.movabletype.cutting import HEADER_KEYS, Line, RawEntry, entries_of
from blogimport.movabletype.dates import days_come_first
from blogimport.movabletype.entries import Entry, entry_of
from blogimport.readings import Dump, Part, Reading
from blogimport.xmlrecords import decoded, opened_as, streamed

FORMAT = "Movable Type export"

# A break that was made that of another system twice; it is two lines of the file.
_TWICE = b"\r\r\n"
_END = re.compile(rb"(?:\r{0,2}\n|\r)\Z")
# Enough that handing a batch to another process costs little beside reading it.
_BATCH = 512 * 1024
_SAMPLE = 1024**2
_BEGINNING = re.compile(rb"[-\s\xef\xbb\xbf]*(?:%s):[ \r\n]" % "|".join(HEADER_KEYS).encode())
_SECTION = re.compile(
    rb"^-----[ ]*\r?[\n\r]\s*(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ ]*\r?$", re.M
)


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: a header of `KEY: value`, dashes, a body."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    head = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _BEGINNING.match(head) is not None and _SECTION.search(head) is not None


def read(dump: Dump) -> Reading:
    """The posts of an export with their comments and trackbacks; drafts are withheld."""
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as file:
        day_first = days_come_first(opened_as(file, encoding).read(_SAMPLE).replace(b"\r", b"\n"))
    with dump.open() as file:
        lines = _Lines(opened_as(file, encoding), encoding)
        posts = cut = 0
        for entries in dump.in_order(_entries_of, _batches(lines, day_first=day_first)):
            for entry in entries:
                cut += entry.cut_comments
                if entry.part is None:
                    reading.left_out["entries without a title, a text or comments"] += 1
                else:
                    posts += 1
                    yield entry.part
    if cut:
        reading.left_out["comments that are cut off"] += cut
    if lines.breaks_off:
        reading.breaks_off(lines.last, posts)


class _Batch(NamedTuple):
    entries: list[RawEntry]
    day_first: bool


def _entries_of(batch: _Batch) -> list[Entry]:
    """What the entries of a batch hold; on any core."""
    return [entry_of(entry, day_first=batch.day_first) for entry in batch.entries]


def _batches(lines: _Lines, *, day_first: bool) -> Iterator[_Batch]:
    entries: list[RawEntry] = []
    size = 0
    for entry in entries_of(lines):
        lines.breaks_off = not entry.is_ended
        entries.append(entry)
        size += sum(len(line.text) for line in entry.lines)
        if size >= _BATCH:
            yield _Batch(entries, day_first)
            entries, size = [], 0
    yield _Batch(entries, day_first)


class _Lines:
    """The lines of a file, however they end; afterwards, how many there were and whether an entry had no end."""

    def __init__(self, opened: BinaryIO, encoding: str) -> None:
        self._opened = opened
        self._encoding = encoding
        self.last = 0
        self.breaks_off = False

    def __iter__(self) -> Iterator[Line]:
        for raw in self._opened:
            is_doubled = raw.endswith(_TWICE)
            text = decoded(_END.sub(b"", raw), self._encoding)
            for line in text.split("\r"):
                self.last += 1
                yield Line(self.last, line.removeprefix("\ufeff") if self.last == 1 else line)
            self.last += is_doubled
