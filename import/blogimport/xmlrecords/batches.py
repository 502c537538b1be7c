"""An XML export as batches of records, each with the head of the export that it is in, for many cores to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from blogimport.xmlrecords.cutting import Stretch, stretches

_Head = TypeVar("_Head")

# Enough that handing a batch to another process costs little beside reading it.
_BATCH = 512 * 1024
_SAMPLE = 1024**2


class Batch(NamedTuple, Generic[_Head]):
    """Some records of an export; picklable if its head is.

    `shares_lines` tells that records of the file begin in the middle of lines.
    """

    head: _Head
    encoding: str
    records: list[Stretch]
    shares_lines: bool = False


class Shape(NamedTuple, Generic[_Head]):
    """What tells the parts of an export: the tags of its records, where its head begins, where its end is.

    `read_head` makes the head from the bytes before the first record.
    """

    tags: tuple[str, ...]
    begins: re.Pattern[bytes]
    ends: re.Pattern[bytes]
    read_head: Callable[[bytes, str], _Head]


class Batches(Generic[_Head]):
    """A file as batches of records; afterwards, whether it breaks off and how many records and lines it had.

    `passed_over` may say of a record why it need not be read: it is in no batch, and is counted in `left_out`.
    """

    def __init__(self, opened: BinaryIO, encoding: str, shape: Shape[_Head]) -> None:
        self._opened = opened
        self._encoding = encoding
        self._shape = shape
        self._has_head = self._is_ended = False
        self.shares_lines = False
        self.passed_over: Callable[[Stretch], str | None] | None = None
        self.left_out: Counter[str] = Counter()
        self.heads: list[bytes] = []
        self.records = 0
        self._latest: Stretch | None = None

    @property
    def breaks_off(self) -> bool:
        """Whether the end of the export is missing."""
        return self._has_head and not self._is_ended

    @property
    def last(self) -> int:
        """The last line."""
        return 1 if self._latest is None else self._latest.last

    def __iter__(self) -> Iterator[Batch[_Head]]:
        head = self._shape.read_head(b"", self._encoding)
        records: list[Stretch] = []
        size = 0
        for stretch in stretches(self._opened, *self._shape.tags):
            self._latest = stretch
            if stretch.kind == "record":
                self.records += 1
                self._is_ended = False
                reason = self.passed_over(stretch) if self.passed_over is not None else None
                if reason is not None:
                    self.left_out[reason] += 1
                    continue
                records.append(stretch)
                size += len(stretch.raw)
            elif stretch.raw.strip():
                self._is_ended = self._is_ended or bool(self._shape.ends.search(stretch.raw))
                if self._shape.begins.search(stretch.raw):
                    # Exports in several files are sometimes put together in one.
                    yield Batch(head, self._encoding, records, self.shares_lines)
                    records, size = [], 0
                    head = self._shape.read_head(stretch.raw, self._encoding)
                    self.heads.append(stretch.raw)
                    self._has_head = True
            if size >= _BATCH:
                yield Batch(head, self._encoding, records, self.shares_lines)
                records, size = [], 0
        yield Batch(head, self._encoding, records, self.shares_lines)


def shares_lines(opened: BinaryIO, tags: tuple[str, ...]) -> bool:
    """Whether records of a file begin in the middle of its lines; the file is at its start, and is so afterwards."""
    sample = opened.read(_SAMPLE)
    opened.seek(0)
    starts = re.finditer(rb"<(?:%s)(?=[\s>])" % "|".join(map(re.escape, tags)).encode(), sample)
    for start in starts:
        line = max(sample.rfind(b"\n", 0, start.start()), sample.rfind(b"\r", 0, start.start())) + 1
        if sample[line : start.start()].strip(b" \t\xef\xbb\xbf"):
            return True
    return False
