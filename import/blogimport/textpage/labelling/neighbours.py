"""The links to the posts before and after one, between its text and what is said of it.

Must not know how such a line is told where a cue knows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import CueKind, Sights, no_text
from blogimport.textpage.lines import Line, ends_as_speech

# « « Un titre - Un autre » », which quotes nothing.
_NEIGHBOURS = re.compile(r"«\s*[^«»]+?\s(?P<border>\|{1,2}|[•·–—-])\s[^«»]+?\s*»")
_NEXT: frozenset[CueKind] = frozenset(("heading", "byline", "none", "closed", "form"))
NEIGHBOUR = no_text("links to other posts")
"""What such a line is."""


def neighbours_at(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> range:
    """The line with the titles of the posts before and after this one, or the two with one each; none for others.

    « « Le titre d'avant » over « Le titre d'après » », which quote nothing.
    """
    links = _NEIGHBOURS.fullmatch(lines[index].text)
    end = index + 1
    if links is None:
        line, after = lines[index], lines[min(end, len(lines) - 1)]
        end += 1
        is_pair = "»" not in line.text and "«" not in after.text and after.text.endswith(" »")
        if not (is_pair and line.shape == after.shape == "short" and sights[end - 1].is_blind):
            return range(0)
        if ends_as_speech(line.text) or ends_as_speech(after.text[:-2]):
            return range(0)  # somebody speaks
        if any(other.text == line.text for other in lines if other is not line):
            return range(0)  # they stand over the title, too, and tell it; see `echoes`
    following = sights[end].by_kind.keys() if end < len(sights) else frozenset[CueKind]()
    is_bordered = links is not None and links["border"][0] == "|"
    return range(index, end) if is_bordered or not _NEXT.isdisjoint(following) else range(0)
