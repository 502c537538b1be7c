"""The lines of a record with their roles: the file's, or its elements where a file has several records in a line.

Must not know what the elements mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from blogimport.xmlrecords.cutting import Stretch
from blogimport.xmlrecords.elements import Element, name_of
from blogimport.xmlrecords.encodings import decoded
from blogimport.xmlrecords.places import Places
from reader.archive import NewSpan
from reader.models import Role

POST = -1
"""The owner of lines that are about the post itself and not about one of its comments."""

Owner = tuple[Role, int]
"""A role, and the place of the comment that lines belong to (`POST`: none)."""

_NAMESPACES = re.compile(r"\sxmlns(?::[\w.-]+)?=\"[^\"]*\"")
_BETWEEN_TAGS = re.compile(r">\s*<")
_BREAKS = re.compile(r"\s*[\r\n]+\s*")


class Run(NamedTuple):
    """Lines that follow each other and have one owner."""

    first: int
    last: int
    role: Role
    owner: int


class RecordLines(NamedTuple):
    """The runs of a record in their order; `texts` are its own lines, which are then counted from 1, or None."""

    runs: tuple[Run, ...]
    texts: tuple[str, ...] | None = None

    def moved(self, by: int) -> RecordLines:
        """The same lines further down."""
        return RecordLines(tuple(Run(r.first + by, r.last + by, r.role, r.owner) for r in self.runs))

    def after(self, line: int) -> RecordLines:
        """What of the lines stands after a line of the file that belongs to another record."""
        if not self.runs or self.runs[0].first > line:
            return self
        kept = (Run(max(r.first, line + 1), r.last, r.role, r.owner) for r in self.runs if r.last > line)
        return RecordLines(tuple(kept))

    def spans(self, post: int, position_of: Mapping[int, int]) -> Iterator[NewSpan]:
        """The lines as those of a post of a part, each comment's with its position by its place."""
        for run in self.runs:
            comment = None if run.owner == POST else position_of.get(run.owner)
            yield NewSpan(run.first, run.last, run.role, post, comment)


def lines_of_record(
    root: Element,
    stretch: Stretch,
    owner_of: Callable[[str, Element], Owner | None],
    *,
    whole: Collection[str] = (),
    shares_lines: bool = False,
) -> RecordLines:
    """The lines of a record.

    `owner_of` says by the name of an element whose it is (None: that of the element around it); what is within
    an element whose name is in `whole` is its text. With `shares_lines` the lines are the record's own.
    """
    laying = _Elements() if shares_lines else _Lines(stretch)
    waiting: list[tuple[Element, Owner, bool]] = [(root, ("meta", POST), False)]
    while waiting:
        element, owner, is_end = waiting.pop()
        if is_end:
            laying.ends(element, owner)
            continue
        name = name_of(element.tag)
        owner = owner_of(name, element) or owner
        if not len(element) or name in whole:
            laying.holds(element, owner)
            continue
        laying.begins(element, owner)
        waiting.append((element, owner, True))
        waiting.extend((child, owner, False) for child in reversed(element) if isinstance(child.tag, str))
    return laying.lines()


class Placing:
    """Where the lines of the records of one file are: each after those of the records before it.

    `lines` are those of the records and of what stands before the first, where they have lines of their own.
    """

    def __init__(self, *, has_own_lines: bool = False) -> None:
        self._last = 0
        self.lines: list[str] | None = [] if has_own_lines else None

    def placed(self, lines: RecordLines) -> RecordLines:
        """The lines of a record where they are in the dump: after those of the records before it."""
        if self.lines is not None and lines.texts is not None:
            here = len(self.lines)
            self.lines.extend(lines.texts)
            return lines.moved(here)
        lines = lines.after(self._last)
        if lines.runs:
            self._last = lines.runs[-1].last
        return lines

    def after(self, spans: Iterable[NewSpan]) -> Iterator[NewSpan]:
        """The runs of a record's lines, without those of the record before it."""
        for span in spans:
            if span.last > self._last:
                yield span if span.first > self._last else span._replace(first=self._last + 1)
                self._last = span.last

    def heard(self, raw: bytes, encoding: str) -> None:
        """What stands before the first record, which has lines too where the records have lines of their own."""
        if self.lines is not None and not self.lines:
            text = _BETWEEN_TAGS.sub(">\n<", decoded(raw, encoding))
            self.lines.extend(line.strip() for line in text.splitlines() if line.strip())


class _Lines:
    """The lines of the file; one on which several things stand is the first one's."""

    def __init__(self, stretch: Stretch) -> None:
        self._places = Places(stretch.first, stretch.last, stretch.raw)
        self._runs: list[Run] = []
        self._next = stretch.first

    def begins(self, element: Element, owner: Owner) -> None:
        """An element that holds others begins."""
        first, _ = self._places.lines_of(element)
        self._add(first, owner)

    def ends(self, element: Element, owner: Owner) -> None:
        """It ends."""
        _, last = self._places.lines_of(element)
        self._add(last, owner)

    def holds(self, element: Element, owner: Owner) -> None:
        """An element that holds none."""
        _, last = self._places.lines_of(element)
        self._add(last, owner)

    def lines(self) -> RecordLines:
        """All of them."""
        self._add(self._places.last, ("meta", POST) if not self._runs else self._runs[-1][2:])
        return RecordLines(tuple(self._runs))

    def _add(self, last: int, owner: Owner) -> None:
        if last < self._next:
            return
        if self._runs and self._runs[-1][2:] == owner:
            self._runs[-1] = self._runs[-1]._replace(last=last)
        else:
            self._runs.append(Run(self._next, last, *owner))
        self._next = last + 1


class _Elements:
    """The elements, one a line."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._texts: list[str] = []

    def begins(self, element: Element, owner: Owner) -> None:
        """An element that holds others begins, of which only the tag is told."""
        attributes = "".join(f' {name_of(name)}="{value}"' for name, value in element.attrib.items())
        self._add(f"<{name_of(element.tag)}{attributes}>", owner)

    def ends(self, element: Element, owner: Owner) -> None:
        """It ends, which needs no line."""

    def holds(self, element: Element, owner: Owner) -> None:
        """An element that holds none."""
        source = etree.tostring(element, encoding="unicode", with_tail=False)
        self._add(_BREAKS.sub(" ", _NAMESPACES.sub("", source)), owner)

    def lines(self) -> RecordLines:
        """All of them."""
        return RecordLines(tuple(self._runs), tuple(self._texts))

    def _add(self, text: str, owner: Owner) -> None:
        self._texts.append(text)
        line = len(self._texts)
        if self._runs and self._runs[-1][2:] == owner:
            self._runs[-1] = self._runs[-1]._replace(last=line)
        else:
            self._runs.append(Run(line, line, *owner))
