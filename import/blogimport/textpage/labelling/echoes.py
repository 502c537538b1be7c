"""The titles that a page repeats: over its comments, at the end of the trail to it, in a list of posts.

Must not know where a title stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from blogimport.textpage.cues import CueKind, Sights, no_text, sights_of
from blogimport.textpage.labelling.scoring import LONGEST_TITLE, folded
from blogimport.textpage.lines import Line

_ECHOING: frozenset[CueKind] = frozenset(("heading", "closed", "head"))
_TRAIL_BORDERS = (" > ", " » ", " › ")
_STROKE = " / "
_LONGEST_TRAIL = 220
# So much stands before the title where a trail has no signs.
_LONGEST_WAY = 80
_NEAR = 10
# What leads to the post before begins with, and to the one after it ends with.
_BACK, _FORTH = "«←‹<", "»→›>"
# A trail goes over so many borders, and its end has more letters than this.
_FEWEST_STEPS, _SHORTEST_END = 2, 3


def echoes_in(sights: Sequence[Sights]) -> set[str]:
    """The titles that headings over comments repeat: « 3 réflexions sur “Le titre” »."""
    titles = {
        title
        for seen in sights
        if not _ECHOING.isdisjoint(seen.by_kind)
        for kind in _ECHOING
        if (sight := seen.by_kind.get(kind)) is not None and (title := sight.captured.title)
    }
    return {title for title in map(folded, titles) if len(title) > 2} if titles else titles


def listed_again(above: Sequence[Line], lines: Sequence[Line]) -> set[str]:
    """The short lines above that stand on the page as items, too, as titles do in lists of the latest posts.

    The first line of a page is its site's name, which lists of links have, too.
    """
    items = {line.text for line in lines if line.marker == "bullet" and " " in line.text}
    again = [
        index
        for index, line in enumerate(above)
        if index and line.marker is None and len(line.text) <= LONGEST_TITLE and line.text in items
    ]
    return {folded(lines[index].text) for index in again if lines[index - 1].text != lines[index].text}


def under_neighbours(lines: Sequence[Line], sights: Sequence[Sights]) -> set[str]:
    """The short line right under the titles of the post before and of the one after, where these stand twice.

    « « Le titre d'avant », « Le titre d'après » », over the title of the post, and once more under its text.
    """
    pairs: list[int] = []
    for index, (line, after) in enumerate(pairwise(lines)):
        # Few lines begin so.
        if line.text[0] in _BACK and after.text[-1] in _FORTH and _may_be_neighbours(index, lines, sights):
            pairs.append(index)
    if not pairs:
        return set()
    texts = [(lines[index].text, lines[index + 1].text) for index in pairs]
    if len(texts) < 2 or texts[0] not in texts[1:] or pairs[0] + 2 >= len(lines):
        return set()
    title = lines[pairs[0] + 2]
    is_title = title.shape == "short" and title.marker is None and title.after_blank
    return {folded(title.text)} if is_title else set()


def _may_be_neighbours(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether two lines may be links to other posts, and are no buttons for further pages."""
    return all(" " in lines[at].text[2:-2] and sights[at].is_blind for at in (index, index + 1))


def trails_in(lines: Sequence[Line]) -> dict[int, str]:
    """The trails to a page, by their indices, and their ends: the title in « Accueil > Voyages > Le titre »."""
    trails = {
        index: folded(end)
        for index, line in enumerate(lines)
        # Few short lines have one of these signs, which by itself is told in a tenth of the time of one between spaces.
        if (line.shape == "short" or len(line.text) <= _LONGEST_TRAIL)
        and (">" in (text := line.text) or "»" in text or "›" in text or "/" in text)
        and (end := _trail_end(text))
    }
    # An extractor may have dropped the signs: « Accueil Voyages Le titre », over « Le titre ».
    for index, (line, below) in enumerate(pairwise(lines)):
        text, title = line.text, below.text
        if title in text and text.endswith(title) and _SHORTEST_END < len(title) < len(text):
            before = text.removesuffix(title)
            if len(before) <= _LONGEST_WAY and before[-1].isspace() and _is_home(before.split()[0]):
                trails[index] = folded(title)
    return trails


def trails_over_titles(trails: Mapping[int, str], lines: Sequence[Line]) -> dict[int, Sights]:
    """Those of the trails that stand over the title they end with: they are none of the text."""
    return {
        index: no_text("a trail")
        for index, end in trails.items()
        if any(folded(line.text) == end for line in lines[index + 1 : index + 1 + _NEAR])
    }


def _trail_end(text: str) -> str | None:
    """Where a trail ends: over two borders, or over one where it begins with the first page of the site."""
    border = next((one for one in _TRAIL_BORDERS if one in text), _STROKE)
    first, *steps = text.split(border)
    if not steps or len(steps[-1]) <= _SHORTEST_END:
        return None
    is_trail = border != _STROKE and len(steps) >= _FEWEST_STEPS
    # « You are here: Home / Le titre »
    return steps[-1] if is_trail or _is_home(first.rpartition(":")[2].strip() or first) else None


def _is_home(text: str) -> bool:
    """Whether a text is what sites call their first page."""
    return "furniture" in sights_of(text).by_kind
