"""Headings over comments in words that no cue knows: a number, a word or two, and the title of the post once more.

« 3 hozzászólás « A régi kút » » stands over comments in any language. Must not know what stands in the comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Captured, Sight, Sights
from blogimport.textpage.labelling.scoring import LONGEST_TITLE
from blogimport.textpage.lines import Line

_SURE = 8
_CUE = "a number, and the title again"
_FIGURES = "0123456789"
_COUNT = re.compile(r"(\d{1,4})\s+[^\W\d_]")
# So many words stand between the number and the title, in quotes or not.
_MOST_BETWEEN = 5
# A shorter title, or one of a word, may stand in any line.
_SHORTEST = 8
_LONGEST_BEFORE = 60


def with_title_heading(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with such a line seen as a heading, where no cue sees one.

    `seeing` are the indices of the lines in which anything is seen.
    """
    for index in seeing:
        if "heading" in sights[index].by_kind:
            return sights  # as on most pages
    found = [
        index
        for index, line in enumerate(lines)
        if line.text[0] in _FIGURES and line.marker is None and sights[index].is_blind
    ]
    told: list[tuple[int, Captured]] = []
    for index in found:
        count = _COUNT.match(lines[index].text)
        title = _title_in(index, lines) if count is not None else None
        if count is not None and title is not None:
            told.append((index, Captured(count=int(count[1]), title=title)))
    if len(told) != 1:
        return sights  # several posts say so, each of itself
    ((place, captured),) = told
    heading = Sights({"heading": Sight(captured, _CUE, _SURE)})
    return [heading if at == place else seen for at, seen in enumerate(sights)]


def _title_in(index: int, lines: Sequence[Line]) -> str | None:
    """The line above that a line ends with, behind a number and a few words, with a text between the two."""
    text = lines[index].text
    if len(text) > LONGEST_TITLE + _LONGEST_BEFORE:
        return None
    has_text = False
    for above in range(index - 1, -1, -1):
        line = lines[above]
        if (
            has_text
            and line.marker is None
            and _SHORTEST <= len(line.text) <= LONGEST_TITLE
            and " " in line.text
        ):
            before, title, behind = text.rpartition(line.text)
            if title and not any(map(str.isalnum, behind)) and 1 < len(before.split()) <= 1 + _MOST_BETWEEN:
                return title
        has_text = has_text or line.shape == "prose"
    return None
