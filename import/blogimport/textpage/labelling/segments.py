"""The lines of each post of a page, by the part that they belong to.

Must not know what any of them says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.sequence import PLACE, Labelled

# Where the head of a further post begins, in the parts of a page as bytes: behind a body, or what follows one. The last
# such stretch ends with the page, so that it is not tried again from each of its lines.
_FURTHER = re.compile(
    rb"[%b][^%b]*(?P<head>)(?:[%b]|\Z)"
    % (
        bytes((Part.BODY, Part.FOOT, Part.OVER, Part.THREAD)),
        *(bytes((Part.PRE, Part.TITLE)),) * 2,
    )
)
# Lines of one part mostly stand together, and are taken together.
_RUN = re.compile(rb"(.)\1*", re.DOTALL)
# As a plain list: to go through an enumeration, or to count it, takes ten times as long.
_PARTS = list(Part)


TIME_CELL = re.compile(r"\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m?\.?)?\s{3,}(?=\S)", re.IGNORECASE)
"""The time of a post in a cell of its own before the title: « 11:40p     Sunday, in four naps »."""


class Segment:
    """The lines of one post, and those of each part, which are asked for again and again.

    `runs` are lines of one part that stand together, in the order of the page.
    """

    def __init__(self, entries: list[Labelled], parts: bytes) -> None:
        """Take the lines of a post, and the part of each as a byte."""
        self.entries = entries
        self.runs = [
            (_PARTS[parts[run.start()]], entries[run.start() : run.end()]) for run in _RUN.finditer(parts)
        ]
        self._by_part: list[list[Labelled]] = [[]] * len(_PARTS)
        for part, its in self.runs:
            known = self._by_part[part]
            self._by_part[part] = known + its if known else its
        self._seen_by_part: list[list[Labelled] | None] = [None] * len(_PARTS)

    def of(self, part: Part, *others: Part) -> list[Labelled]:
        """The lines of some parts, in the order of the page."""
        if not others:
            return self._by_part[part]
        return _in_order([its for one in (part, *others) if (its := self._by_part[one])])

    def seen_in(self, part: Part, *others: Part) -> list[Labelled]:
        """Those of them in which anything is seen."""
        if others:
            return _in_order([self.seen_in(one) for one in (part, *others) if self._by_part[one]])
        seen = self._seen_by_part[part]
        if seen is None:
            seen = [entry for entry in self._by_part[part] if not entry.sights.is_blind]
            self._seen_by_part[part] = seen
        return seen


def _in_order(found: Sequence[list[Labelled]]) -> list[Labelled]:
    """The lines of some parts, in the order of the page."""
    if len(found) < 2:
        return found[0] if found else []
    return sorted(itertools.chain(*found), key=PLACE)


def segments_of(page: Sequence[Labelled], starts: Sequence[int] = ()) -> list[Segment]:
    """The lines of each post: a new one begins at one of `starts`, or where its head follows the body before."""
    parts = bytes([entry.part for entry in page])
    ends = list(starts) or [match.start("head") for match in _FURTHER.finditer(parts)]
    if not starts and Part.PRE in parts and Part.FOOT in parts:
        page, ends = _with_whole_feet(page, ends)
        parts = bytes([entry.part for entry in page])
    if not ends or ends[-1] < len(page):
        ends.append(len(page))
    places = zip([0, *ends], ends, strict=False)
    return [Segment(list(page[start:end]), parts[start:end]) for start, end in places]


def _with_whole_feet(page: Sequence[Labelled], ends: Sequence[int]) -> tuple[Sequence[Labelled], list[int]]:
    """The lines, where those right under the foot of a post that stand apart from what follows are of this, too.

    And where the posts end then.
    """
    found, moved = list(page), list(ends)
    for number, start in enumerate(ends):
        if page[start - 1].part is not Part.FOOT:
            continue
        end = next((at for at in range(start, len(page)) if not _is_of_foot(page[at])), start)
        if start < end and page[end].line.after_blank:
            found[start:end] = [replace(entry, part=Part.FOOT) for entry in page[start:end]]
            moved[number] = end
    return found, moved


def _is_of_foot(entry: Labelled) -> bool:
    """Whether a line may be of the foot right over it; a day alone stands over the next post."""
    return entry.part is Part.PRE and not entry.line.after_blank and entry.sights.date is None
