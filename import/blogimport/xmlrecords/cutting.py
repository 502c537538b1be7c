"""Cutting an XML file into records, at tags that stand outside of CDATA sections, without parsing it.

A record that lost its end, or the end of its last CDATA section, ends where the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal, NamedTuple

_CHUNK = 1024**2
# What no record of a blog reaches; one that does is given in part, so that it cannot fill the memory.
_LARGEST = 128 * 1024**2
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
# A closing of CDATA within CDATA is written in two sections: `]]]]><![CDATA[>`.
_SPLIT_END = b"]]]]>"
_LONGEST_TAG = 64
_AFTER_NAME = (b">", b" ", b"\t", b"\n", b"\r")


class Stretch(NamedTuple):
    """A run of bytes of the file: a record, or what stands between two of them.

    `first` is its first line, counted from 1; `is_whole` is False for a record whose end is missing.
    """

    kind: Literal["record", "between"]
    first: int
    raw: bytes
    is_whole: bool = True

    @property
    def last(self) -> int:
        """The line on which it ends; a break at its end begins no further one."""
        breaks = _breaks_in(self.raw)
        return self.first + breaks - (breaks > 0 and self.raw.endswith((b"\n", b"\r")))


def stretches(opened: BinaryIO, *tags: str) -> Iterator[Stretch]:
    """The whole file in stretches, in order; a record is an element with one of the tags, from its `<` to its `>`."""
    return iter(_Cutter(opened, tags))


class _Cutter:
    """A window that moves over the file; `_at` is where the next stretch begins in it."""

    def __init__(self, opened: BinaryIO, tags: tuple[str, ...]) -> None:
        self._opened = opened
        self._window = b""
        self._at = 0
        self._line = 1
        self._is_end = False
        names = "|".join(map(re.escape, tags)).encode()
        self._token = re.compile(rb"<!--|<!\[CDATA\[|<(%s)(?=[\s>])" % names)

    def __iter__(self) -> Iterator[Stretch]:
        while (start := self._next_start()) is not None:
            offset, tag = start
            if offset > self._at:
                yield self._cut("between", offset)
            end, is_whole = self._end_of_record(tag)
            yield self._cut("record", end, is_whole=is_whole)
        if len(self._window) > self._at:
            yield self._cut("between", len(self._window))

    def _cut(self, kind: Literal["record", "between"], end: int, *, is_whole: bool = True) -> Stretch:
        raw = self._window[self._at : end]
        stretch = Stretch(kind, self._line, raw, is_whole)
        self._line += _breaks_in(raw)
        self._at = end
        return stretch

    def _read_on(self) -> bool:
        """Make the window longer, False at the end of the file; what has been cut off is forgotten."""
        if self._is_end:
            return False
        # As much again as there is: a long record would else be copied with each chunk.
        chunk = self._opened.read(max(_CHUNK, len(self._window) - self._at))
        # `_at` is 0 from here on; offsets that are held elsewhere are counted from it.
        self._window = self._window[self._at :] + chunk
        self._at = 0
        self._is_end = not chunk
        return not self._is_end

    def _next_start(self) -> tuple[int, bytes] | None:
        """Where the next record begins, and its tag; None at the end of the file."""
        skipped = 0
        while True:
            token = self._token.search(self._window, self._at + skipped)
            if token is None:
                skipped = max(skipped, len(self._window) - self._at - _LONGEST_TAG)
                if skipped > _LARGEST or not self._read_on():
                    return None
                continue
            if token[1] is not None:
                return token.start(), token[1]
            skipped = token.end() - self._at
            # One that is never closed is none.
            skipped = self._find(_CDATA_END if token[0] == _CDATA else b"-->", skipped) or skipped

    def _find(self, what: bytes, start: int) -> int | None:
        """The offset from `_at` behind the next occurrence of something, reading on as far as it needs."""
        while True:
            found = self._window.find(what, self._at + start)
            if found >= 0:
                return found + len(what) - self._at
            start = max(start, len(self._window) - self._at - len(what) + 1)
            if start > _LARGEST or not self._read_on():
                return None

    def _end_of_record(self, tag: bytes) -> tuple[int, bool]:
        """Where the record that begins at `_at` ends in the window, and whether it does so by its own tag."""
        closing = b"</" + tag
        searched = len(tag)
        while True:
            found = self._find(closing, searched)
            if found is None:
                return self._next_in_it(tag, len(self._window)) or len(self._window), False
            close = self._find(b">", found)
            if close is None:
                return self._next_in_it(tag, len(self._window)) or len(self._window), False
            if self._window[self._at + found : self._at + close].strip(b" \t\r\n") == b">":
                end = self._at + close
                if not self._is_in_cdata(end - 1):
                    following = self._next_in_it(tag, end)
                    return following or end, following is None
                if self._lost_cdata_end(tag, close):
                    return self._at + close, True
            searched = found

    def _is_in_cdata(self, offset: int) -> bool:
        """Whether an offset in the window is within a CDATA section of the record that begins at `_at`."""
        opening = self._window.rfind(_CDATA, self._at, offset)
        return opening >= 0 and self._window.find(_CDATA_END, opening, offset) < 0

    def _lost_cdata_end(self, tag: bytes, end: int) -> bool:
        """Whether the CDATA section around a closing tag lost its end before it: other records begin in it."""
        close = self._find(_CDATA_END, end)
        begun = self._begun(tag, self._at + end, len(self._window) if close is None else self._at + close)
        if begun is None or close is None:
            return begun is not None
        section = self._window.find(_CDATA, begun, self._at + close)
        is_split = self._window.endswith(_SPLIT_END, 0, self._at + close)
        return section >= 0 and not is_split

    def _next_in_it(self, tag: bytes, end: int) -> int | None:
        """Where another record begins within one, outside of CDATA."""
        begun = self._begun(tag, self._at + len(tag), end)
        while begun is not None and self._is_in_cdata(begun):
            begun = self._begun(tag, begun + 1, end)
        return begun

    def _begun(self, tag: bytes, start: int, end: int) -> int | None:
        """Where in the window a record begins that has a tag."""
        opening = b"<" + tag
        while (start := self._window.find(opening, start, end)) >= 0:
            if self._window[start + len(opening) : start + len(opening) + 1] in _AFTER_NAME:
                return start
            start += 1
        return None


def _breaks_in(raw: bytes) -> int:
    """How many lines end in some bytes: at LF, CR LF or CR."""
    count = raw.count(b"\n")
    if b"\r" in raw:
        count += raw.count(b"\r") - raw.count(b"\r\n")
    return count
