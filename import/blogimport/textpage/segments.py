"""The lines of each post of a page, by the part that they belong to.

Must not know what any of them says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from blogimport.textpage.labelling import PLACE, Labelled
from blogimport.textpage.parts import Part

# Where the head of a further post begins, in the parts of a page as bytes: behind a body, or what follows one.
_FURTHER = re.compile(
    b"[%b][^%b]*(?P<head>)[%b]"
    % (
        bytes((Part.BODY, Part.FOOT, Part.OVER, Part.THREAD)),
        *(bytes((Part.PRE, Part.TITLE)),) * 2,
    )
)
# As a plain list: to go through an enumeration, or to count it, takes ten times as long.
_PARTS = list(Part)


class Segment:
    """The lines of one post, and those of each part, which are asked for again and again."""

    def __init__(self, entries: list[Labelled]) -> None:
        self.entries = entries
        self._by_part: list[list[Labelled]] = [[] for _ in _PARTS]
        for entry in entries:
            self._by_part[entry.part].append(entry)
        self._seen_by_part = [
            [entry for entry in its if not entry.sights.is_blind] if its else its for its in self._by_part
        ]

    def of(self, part: Part, *others: Part) -> list[Labelled]:
        """The lines of some parts, in the order of the page."""
        return _in_order(self._by_part, part, others) if others else self._by_part[part]

    def seen_in(self, part: Part, *others: Part) -> list[Labelled]:
        """Those of them in which anything is seen."""
        return _in_order(self._seen_by_part, part, others) if others else self._seen_by_part[part]


def _in_order(by_part: Sequence[list[Labelled]], part: Part, others: Sequence[Part]) -> list[Labelled]:
    """The lines of some parts, in the order of the page."""
    found = [entries for one in (part, *others) if (entries := by_part[one])]
    if len(found) < 2:
        return found[0] if found else []
    return sorted(itertools.chain(*found), key=PLACE)


def segments_of(page: Sequence[Labelled]) -> list[Segment]:
    """The lines of each post: a new one begins where its head follows the body of the one before."""
    parts = bytes([entry.part for entry in page])
    starts = [0, *(match.start("head") for match in _FURTHER.finditer(parts))]
    ends = [*starts[1:], len(page)]
    return [Segment(list(page[start:end])) for start, end in zip(starts, ends, strict=True)]
