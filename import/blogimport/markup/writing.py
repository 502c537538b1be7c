"""Text as it is written piece by piece, with its white space as a browser would show it, and its marks.

Knows no tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from blogimport.cleaning import cleaned
from reader.models import Mark, MarkKind

_PARAGRAPH = 2
_NO_BREAK_SPACE = "\xa0"
# A no-break space stands before « ! » and within numbers; beside other white space it only keeps things apart.
_LOOSE_NO_BREAK = re.compile(r"[ \0]{2,}")
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
# What `str.splitlines` breaks at, and no blog means as a line break.
_ODD_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


Opened: TypeAlias = tuple[int, int]
"""Where a mark begins: the length of the text so far, and the number of its pieces."""


class Writer:
    """A text that grows: white space waits until a word follows it, so that none stands at an end."""

    def __init__(self, *, breaks_at_newlines: bool = False, cleans: bool = False) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0
        self._line_start = 0
        self._breaks = 0
        self._is_spaced = False
        self._is_after_block = True
        self._is_blank_line = False
        self._breaks_at_newlines = breaks_at_newlines
        self._cleans = cleans
        self._marker = ""

    @property
    def column(self) -> int:
        """How many characters the current line has."""
        return 0 if self._breaks else self.length - self._line_start

    def words(self, data: str) -> None:
        """Running text: any white space in it is one space."""
        if self._cleans:
            data = cleaned(data)
        if self._breaks_at_newlines and "\n" in data:
            self._lines(data)
        else:
            self._words(data)

    def adder(self) -> Callable[[str], None]:
        """What adds running text, for one who adds a lot: `words` without asking each time how the text is kept."""
        return self.words if self._cleans or self._breaks_at_newlines else self._words

    def verbatim(self, data: str) -> None:
        """Text whose line breaks and columns mean something."""
        if self._cleans:
            data = cleaned(data.translate(_ODD_BREAKS))
        lines = data.replace("\r\n", "\n").translate(_ODD_BREAKS).split("\n")
        for index, line in enumerate(lines):
            if index:
                self._breaks = self._breaks + 1
            text = line.expandtabs(4).rstrip()
            if text.strip():
                self._put(text)
            # A space between two pieces of one line is kept with the next of them.
            self._is_spaced = bool(text) and line[-1].isspace()

    def line(self) -> None:
        """A line break."""
        self._breaks += 1
        self._is_spaced = self._is_after_block = False

    def block(self, breaks: int) -> None:
        """The border of a block, which stands on lines of its own, with 2 after a blank line."""
        if self._is_blank_line:
            self._breaks += 1
            self._is_blank_line = False
        if self._breaks < breaks and not self._marker:
            self._breaks = breaks
        self._is_spaced = False
        self._is_after_block = True

    def marker(self, text: str) -> None:
        """What stands before the next word, as soon as there is one."""
        self._marker = text

    def drop_marker(self) -> None:
        """No marker: the item has no word of its own."""
        self._marker = ""

    def spaces(self, count: int) -> None:
        """Room within a line, or at its start."""
        self._gap()
        self._is_spaced = False
        self.pieces.append(" " * count)
        self.length += count

    def opened(self) -> Opened:
        """Where a mark that begins here begins."""
        return self.length, len(self.pieces)

    def start(self, opened: Opened) -> int:
        """The offset of the first word after a mark was opened."""
        start, place = opened
        while place < len(self.pieces) and self.pieces[place].isspace():
            start += len(self.pieces[place])
            place += 1
        return min(start, self.length)

    def mark(self, opened: Opened, kind: MarkKind, value: str | None = None) -> None:
        """A mark over all that was written since it was opened, none where that is nothing."""
        start = self.start(opened)
        if start < self.length:
            self.marks.append(Mark(start, self.length, kind, value))

    def place(self, kind: MarkKind, value: str) -> None:
        """A mark that has no text."""
        self.marks.append(Mark(self.length, self.length, kind, value))

    def _lines(self, data: str) -> None:
        """Text in which a line break is one, and a blank line begins a paragraph."""
        data = data.replace("\r\n", "\n")
        for number, paragraph in enumerate(_BLANK_LINE.split(data)):
            if number:
                self._newline(_PARAGRAPH)
            for index, text in enumerate(paragraph.split("\n")):
                if index:
                    self._newline(1)
                self._words(text)

    def _newline(self, breaks: int) -> None:
        if not self._is_after_block and self._breaks < breaks:
            self._breaks = breaks
            self._is_spaced = False

    def _words(self, data: str) -> None:
        if data.isspace() and _NO_BREAK_SPACE not in data:
            self._is_spaced = True  # what stands between most tags
            return
        if data.isprintable() and "  " not in data:
            # No white space but single spaces, as most text has: splitting it takes five times as long.
            text = data.strip(" ")
            if not text:
                self._is_spaced = True
                return
            if data[0] == " ":
                self._is_spaced = True
            self._put(text)
            self._is_spaced = data[-1] == " "
            return
        text = _spaced(data) if _NO_BREAK_SPACE in data else " ".join(data.split())
        if not text:
            if _NO_BREAK_SPACE in data:
                self._no_words()
            else:
                self._is_spaced = True
            return
        if data[0].isspace():
            self._is_spaced = True
        self._put(text)
        self._is_spaced = data[-1].isspace()

    def _no_words(self) -> None:
        """No-break spaces alone: within a line they are a space, on a line of their own an empty line."""
        if self._breaks and self._is_after_block:
            self._is_blank_line = True
        else:
            self._is_spaced = True

    def _gap(self) -> None:
        if not self._breaks:
            return
        if self.length:
            gap = "\n\n" if self._breaks >= _PARAGRAPH else "\n"
            self.pieces.append(gap)
            self.length += len(gap)
        self._line_start = self.length
        self._breaks = 0

    def _put(self, text: str) -> None:
        if self._breaks:
            self._gap()
        elif self._is_spaced and self.length:
            self.pieces.append(" ")
            self.length += 1
        self._is_after_block = self._is_blank_line = False
        if self._marker:
            self.pieces.append(self._marker)
            self.length += len(self._marker)
            self._marker = ""
        self.pieces.append(text)
        self.length += len(text)


def _spaced(data: str) -> str:
    """Words with one space between them, or the no-break space that stood there alone."""
    # Null bytes, of which a tree has none, stand in for what `split` takes for white space like any other.
    text = " ".join(data.replace(_NO_BREAK_SPACE, "\0").split())
    return _LOOSE_NO_BREAK.sub(" ", text).strip(" \0").replace("\0", _NO_BREAK_SPACE)
