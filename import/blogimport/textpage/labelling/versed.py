"""Lines of poems: short ones, one under the other, that end as no menus and no lists of titles do.

Must not know what a poem stands under.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from blogimport.textpage.cues import Sight, Sights, unseen
from blogimport.textpage.lines import Line

FEWEST_VERSES = 5
"""So many lines are a poem, with its title."""
# A menu has fewer words in a line.
_WORDS = 2.5
# A sentence runs through most of them, or they rhyme, which titles in a list do by chance only.
_SHARE = 0.5
_ENDS = (",", ";", ":", "!", "?", "…", ".")
# Two lines rhyme as far as is to be seen when so many letters at their ends are the same, not further apart than this.
_RHYME, _APART = 2, 4
# « Dans la farine mouillée » is where nothing is filed: a cue of fewer letters may be the words of a poem.
_SURE_CUE = 6
# Further than this from a line nothing tells whether it is a verse.
_REACH = 12


def without_chance(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with nothing seen in a verse that the few words of a cue begin."""
    chances: list[int] = []
    for index in seeing:
        by_kind = sights[index].by_kind
        kind = "byline" if "byline" in by_kind else "head"
        if kind not in by_kind or by_kind[kind].fixed >= _SURE_CUE:
            continue  # at a glance: a page has many such lines
        if may_be_verse(lines[index], sights[index]):
            chances.append(index)
    if not chances:
        return sights
    # A row of a theme comes under each text of its page.
    times = Counter(cue for index in chances for cue in _cues(sights[index]))
    within = [
        index
        for index in chances
        if all(times[cue] == 1 for cue in _cues(sights[index])) and _is_among_verses(index, lines, sights)
    ]
    return unseen(sights, within)


def may_be_verse(line: Line, seen: Sights) -> bool:
    """Whether nothing is known of a short line, or no more than a word or two tell by chance."""
    if line.shape != "short" or line.marker is not None:
        return False
    if seen.is_blind:
        return True
    is_bare = seen.date is None and seen.time is None and not seen.address and not seen.image
    return is_bare and bool(seen.by_kind) and all(map(_may_be_chance, seen.by_kind.values()))


def are_verses(texts: Sequence[str]) -> bool:
    """Whether short lines are words of a poem: they go on and end as sentences do, or rhyme."""
    words = sum(text.count(" ") + 1 for text in texts)
    endings = [_ending(text) for text in texts]
    told = sum(
        text.endswith(_ENDS) or text[0].islower() or _has_rhyme(endings, index)
        for index, text in enumerate(texts)
    )
    return words >= _WORDS * len(texts) and told > _SHARE * len(texts)


def rhymes_below(texts: Sequence[str]) -> bool:
    """Whether the first of some lines rhymes with one of the next."""
    return _has_rhyme([_ending(text) for text in texts[: 1 + _APART]], 0)


def _is_among_verses(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line stands in a poem, with verses over and under it."""
    start = end = index
    while start > max(0, index - _REACH) and may_be_verse(lines[start - 1], sights[start - 1]):
        start -= 1
    while end < min(len(lines) - 1, index + _REACH) and may_be_verse(lines[end + 1], sights[end + 1]):
        end += 1
    is_within = start < index < end and end - start >= FEWEST_VERSES - 1
    return is_within and are_verses([line.text for line in lines[start : end + 1]])


def _cues(seen: Sights) -> set[str]:
    return {sight.cue for sight in seen.by_kind.values()}


def _may_be_chance(sight: Sight) -> bool:
    is_dated = sight.captured.date is not None or sight.captured.time is not None
    return not is_dated and sight.fixed < _SURE_CUE


def _ending(text: str) -> str:
    """The last word of a line, folded, without what makes it several: « roseaux » rhymes with « eau »."""
    words = text.casefold().rstrip(" .,;:!?…»\"”'’").split()
    return words[-1].rstrip("sx") if words else ""


def _has_rhyme(endings: list[str], index: int) -> bool:
    """Whether a line ends as another one near it, in another word."""
    word = endings[index]
    near = endings[max(0, index - _APART) : index + 1 + _APART]
    return len(word) >= _RHYME and any(other != word and other[-_RHYME:] == word[-_RHYME:] for other in near)
