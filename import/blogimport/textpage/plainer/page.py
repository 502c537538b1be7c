"""What becomes of a dump in another writing: its lines as plain ones, each with the lines of the dump that it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from blogimport.textpage.lines import Line, lines_in
from reader.models import Mark


@dataclass(slots=True)
class PlainLine:
    """One line as a plain dump would have it.

    `first` and `last` are the lines of the dump that it was, counted from 1; `marks` are ranges of its text.
    """

    text: str
    first: int
    last: int
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Head:
    """What the program that made a dump says of its page over the text."""

    title: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A dump in plain lines; `head` is what a program says over its text."""

    plain: Sequence[PlainLine]
    head: Head | None = None

    def texts(self) -> list[str]:
        """The lines, for what counts no lines of the dump."""
        return [line.text for line in self.plain]

    def lines(self) -> list[Line]:
        """The lines that say something, with their numbers in the dump."""
        lines = lines_in(self.texts())
        for line in lines:
            line.number = self.plain[line.number - 1].first
        return lines

    def number(self, count: int) -> int:
        """The number in the dump of the last of so many of the first lines."""
        return self.plain[count - 1].last if count else 0

    def further(self) -> dict[int, int]:
        """For the number of each line that was joined to another, the number of that."""
        return {number: line.first for line in self.plain for number in range(line.first + 1, line.last + 1)}
