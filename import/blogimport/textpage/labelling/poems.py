"""Pages whose text is a poem, or begins with one: its lines are no longer than those of a menu, and look like one.

Must not know what stands in the comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.labelling.versed import FEWEST_VERSES, are_verses, may_be_verse, rhymes_below
from blogimport.textpage.lines import Line
from reader.dates import tells_day

#         FRONT PRE TITLE HEAD BODY BOX FOOT OVER THREAD END
VERSE = (-1.0, 0.0, -4.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""How much better than other short lines a verse fits each part."""
OVER_VERSES = (0.0, 0.0, 6.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""The same of the title of a poem, whatever it ends with."""
UNDER_VERSES = (0.0, 0.0, 0.0, 0.0, -2.0, 0.0, 2.0, 0.0, 0.0, 0.0)
"""The same of short lines behind a poem and who wrote it, or when."""
# What may stand over comments, or say that there are none.
_OVER_COMMENTS: frozenset[CueKind] = frozenset(("heading", "none", "form"))
# So many lines are said of a poem under it.
_MOST_UNDER = 6
# So many lines stand between a title and a poem.
_MOST_OVER = 2
# A verse that is a sentence is no longer.
_LONGEST_VERSE = 80
# Verses have so many words, most menus fewer.
_WORDS = 3
# So many verses of a poem with stanzas are close to the one above, if any is.
_MOSTLY = 0.5
_VERSE_ENDS = (",", ";")


class Poem(NamedTuple):
    """The indices of the verses of a page, that of their title where that is sure, and of what stands under them."""

    verses: range
    title: int | None
    under: range


def poem_in(lines: Sequence[Line], sights: Sequence[Sights]) -> Poem | None:
    """The poem that is the text of a page over its comments, or begins that; None elsewhere."""
    over = _end_of_short_lines(lines, sights)
    if over <= FEWEST_VERSES:
        return None
    start = 0
    found: tuple[int, int] | None = None
    for index in range(over + 1):
        if index < over and _may_be_verse(lines[index], sights[index]):
            if index == start and not any(map(str.isalpha, lines[index].text)):
                start += 1  # « - » and « 6.5.14 » stand over a poem
            continue
        # Under an item lines may go on with it.
        if index - start > FEWEST_VERSES and not _is_item(start - 1, lines, sights):
            texts = [line.text for line in lines[start + 1 : index]]
            # Between a day and what is said of the post lines are its text, whether or not they end as verses do.
            is_all = _is_day_at(start - 1, sights) and _tells_of_post(lines, sights, index)
            if (is_all and _are_long(texts)) or are_verses(texts):
                found = (start, index)
                break
        start = index + 1
    if found is None:
        return None
    under = end = found[1]
    if end < over and _signs(sights[end]):
        while under < over and len(lines[under].text) <= _LONGEST_VERSE:
            under += 1
    return Poem(*_titled(*found, lines, sights), range(end, under))


def _end_of_short_lines(lines: Sequence[Line], sights: Sequence[Sights]) -> int:
    """The index of the first line that is longer than a verse, or that announces comments; behind all if none is."""
    for index, (line, seen) in enumerate(zip(lines, sights, strict=True)):
        if seen.by_kind and not _OVER_COMMENTS.isdisjoint(seen.by_kind):
            return index
        # Asked without a call, for a page has many lines.
        if line.text[_LONGEST_VERSE:] and seen.is_blind and line.marker is None:
            return index
    return len(lines)


def _titled(
    start: int, end: int, lines: Sequence[Line], sights: Sequence[Sights]
) -> tuple[range, int | None]:
    """The verses among the lines of a poem, and its title: the first line may be that, or one over the day."""
    within = lines[start:end]
    is_under_day = _is_day_at(start - 1, sights)
    over = _lines_over(within)
    if over and is_under_day:
        return (range(start + 1, end), start)
    if over:
        title = next((at for at in reversed(range(over)) if _may_be_title(within[at])), None)
        return (range(start + over, end), None if title is None else start + title)
    above = start - 1
    while above >= 0 and start - above <= _MOST_OVER and not sights[above].is_blind:
        above -= 1
    if 0 <= above < start - 1 and may_be_verse(lines[above], sights[above]):
        # A page begins with a title, or its menu ends over it; the name of a site stands over a menu, or a motto.
        is_first = not above and above == start - 2
        is_over = is_first or lines[above].text.isupper() or (above > 0 and not sights[above - 1].is_blind)
        if is_over or over == 0 or not is_under_day:
            return (range(start, end), above)
    is_title = is_under_day or start > 0
    return (range(start + 1, end), start if is_title else None)


def _lines_over(lines: Sequence[Line]) -> int | None:
    """How many of some lines stand over a poem; None where that is not to be seen."""
    close = [not line.after_blank for line in lines]
    if sum(close) >= _MOSTLY * len(lines):
        # Close lines are verses, and what is over them stands apart.
        return next((at for at in range(len(lines) - 2) if close[at + 1] and close[at + 2]), 0)
    if lines[0].text.isupper() and not lines[1].text.isupper():
        return 1
    texts = [line.text for line in lines]
    return 0 if not _may_be_title(lines[0]) or rhymes_below(texts) else None


def _may_be_title(line: Line) -> bool:
    return not line.text.endswith(_VERSE_ENDS) and any(map(str.isalpha, line.text))


def _tells_of_post(lines: Sequence[Line], sights: Sequence[Sights], end: int) -> bool:
    """Whether comments are announced near under some lines, or the next one says who wrote them or where they are."""
    if end == len(lines):
        return False
    if any(not _OVER_COMMENTS.isdisjoint(seen.by_kind) for seen in sights[end : end + _MOST_UNDER + 1]):
        return True
    byline = sights[end].by_kind.get("byline")
    if byline is None or lines[end].marker is not None:
        return False
    captured = byline.captured
    return bool(captured.author or captured.categories or captured.tags) or captured.count is not None


def _signs(seen: Sights) -> bool:
    """Whether a line says who wrote what stands over it, or when."""
    captured = seen.head.captured if seen.head is not None else None
    byline = seen.by_kind.get("byline")
    captured = captured or (byline.captured if byline is not None else None)
    return captured is not None and (captured.author is not None or captured.date is not None)


def _is_item(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    return index >= 0 and lines[index].marker == "bullet" and sights[index].is_blind


def _are_long(texts: Sequence[str]) -> bool:
    """Whether lines are longer than those of a menu."""
    return sum(text.count(" ") + 1 for text in texts) >= _WORDS * len(texts)


def _is_day_at(index: int, sights: Sequence[Sights]) -> bool:
    """Whether a line is a day alone."""
    if index < 0:
        return False
    seen = sights[index]
    return not seen.by_kind and seen.date is not None and tells_day(seen.date)


def _may_be_verse(line: Line, seen: Sights) -> bool:
    return may_be_verse(line, seen) or (
        line.marker is None and seen.is_blind and len(line.text) <= _LONGEST_VERSE
    )
