"""Comments that stand twice in a text: an extractor takes them for part of the post, and then finds the comments.

What stands twice is no text of the post, and what stands between is the form, or the site's. Of the two the one that
says more is kept: in one of them the lines may be lost that say who, when or of what.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from blogimport.textpage.cues import Captured, CueKind, Sights, no_text, speaker
from blogimport.textpage.lines import Line, ends_sentence, stops

_FEWEST = 2
# Where nothing known stands between the two, so many lines that are sentences; a song has its chorus twice.
_FEWEST_SENTENCES = 3
# So many lines may follow the second of the two, and none of them a text.
_MOST_AFTER = 6
_HALF, _SOME = 0.5, 0.2
# How a sentence ends, what may stand behind that, and how a line of code begins.
_CODE = "<{[@$/\\"
# How far over the second of the two a heading is theirs.
_NEAR = 3
# What is under comments as on any page.
_KNOWN: frozenset[CueKind] = frozenset(("heading", "none", "closed", "form", "related", "pings"))
_BETWEEN = "between comments and the same comments again"
_SUBJECT = "over a text that stands elsewhere without it"


class Once(NamedTuple):
    """The lines of a page without what stands twice, their sights, and the index where its comments begin, if known."""

    lines: list[Line]
    sights: list[Sights]
    begin: int | None


class _Pair(NamedTuple):
    """The indices of two lines that say the same."""

    first: int
    second: int


def said_once(lines: list[Line], sights: list[Sights]) -> Once:
    """A crowded page with the comments that stand twice in it once; as it is where none do."""
    as_it_is = Once(lines, sights, None)
    if len({line.text for line in lines}) > len(lines) - _FEWEST:
        return as_it_is  # most pages
    pairs = _pairs(lines)
    if not _are_comments(pairs, lines, sights):
        return as_it_is
    first, second = _regions(pairs, lines)
    said_first, said_again = ({lines[index].text for index in region} for region in (first, second))
    more = {index for index in second if lines[index].text not in said_first}
    less = [index for index in first if lines[index].text not in said_again]
    between = range(first.stop, second.start)
    is_headed = any("heading" in sights[index].by_kind for index in between[-_NEAR:])
    found = list(sights)
    keeps_second = len(more) > len(less) or (is_headed and not less)
    if keeps_second:
        lead = min(_lead(second, more, len(pairs), sights), len(between))
        begin, between = second.start - lead, between[: len(between) - lead]
        for place, text in _leads(second, more, lead):
            found[place] = _opener(place, text, sights)
        dropped = {index for index in first if lines[index].text in said_again}
        for index in less:
            if not found[index].is_blind:
                # Who signs them stands there, too, on one line or on two.
                found[index] = no_text(_BETWEEN)
    else:
        begin = first.start
        dropped = {index for index in second if lines[index].text in said_first}
    for index in between:
        # Under the comments nothing is said of the post.
        if found[index].is_blind or not (keeps_second or _KNOWN & found[index].by_kind.keys()):
            found[index] = no_text(_BETWEEN)
    for index in range(second.stop, len(lines)):
        if found[index].is_blind and not ends_sentence(lines[index]):
            found[index] = no_text(_BETWEEN)
    left = [index for index in range(len(lines)) if index not in dropped]
    return Once(
        [lines[index] for index in left],
        [found[index] for index in left],
        None if keeps_second and is_headed else left.index(begin),
    )


def _pairs(lines: Sequence[Line]) -> list[_Pair]:
    """The lines that stand twice: all of the first ones, in the same order, over all second ones."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        places.setdefault(line.text, []).append(index)
    twice = sorted(
        (
            _Pair(found[0], found[-1])
            for found in places.values()
            if len(found) > 1 and _says(lines[found[0]])
        ),
        key=lambda pair: pair.second,
    )
    longest = _longest_rising([pair.first for pair in twice])
    chain = [twice[place] for place in longest]
    return [pair for pair in chain if pair.first < chain[0].second]


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The places of the longest row of numbers each of which is greater than the one before it."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else None)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    row: list[int] = []
    at = places[-1] if places else None
    while at is not None:
        row.append(at)
        at = before[at]
    return row[::-1]


def _is_said(line: Line) -> bool:
    """Whether a line is words that end as a sentence does, and no code."""
    return stops(line.text) and line.text[0] not in _CODE


def _says(line: Line) -> bool:
    """Whether a line is words, and no row of a calendar."""
    return line.text[0] != "|" and any(map(str.isalpha, line.text))


def _are_comments(pairs: Sequence[_Pair], lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether lines that stand twice are comments: below a text, and twice for no reason of their own."""
    if len(pairs) < _FEWEST:
        return False
    start, end = pairs[0], pairs[-1]
    after = lines[end.second + 1 :]
    if len(after) > _MOST_AFTER or any(line.shape == "prose" for line in after):
        return False
    is_below_text = any(line.shape == "prose" for line in lines[: start.first])
    own = [lines[pair.first] for pair in pairs if sights[pair.first].is_blind]
    said = sum(map(_is_said, own))
    # Without a text they are links in a box of the site; and most of what stands there must stand twice.
    if not (is_below_text and said >= _SOME * len(pairs)) or len(pairs) < _HALF * (
        end.first + 1 - start.first
    ):
        return False
    between = range(end.first + 1, start.second)
    if any(not sights[index].is_blind for index in between):
        return True
    if len(between) > _NEAR or any(lines[index].shape == "prose" for index in between):
        return False  # what a post says in two places
    return sum(map(ends_sentence, own)) >= max(_FEWEST_SENTENCES, _HALF * len(pairs))


def _regions(pairs: Sequence[_Pair], lines: Sequence[Line]) -> tuple[range, range]:
    """Where the comments stand the first and the second time, with what stands twice right over and under them."""
    (first, second), (last, end) = pairs[0], pairs[-1]
    while first and second - 1 > last and lines[first - 1].text == lines[second - 1].text:
        first, second = first - 1, second - 1
    while last + 1 < second and end + 1 < len(lines) and lines[last + 1].text == lines[end + 1].text:
        last, end = last + 1, end + 1
    return range(first, last + 1), range(second, end + 1)


def _runs(second: range, more: Collection[int]) -> list[tuple[int, int]]:
    """Where lines stand within comments the second time only: the first one, and what follows them."""
    starts = [index for index in sorted(more) if index - 1 not in more]
    ends = [index + 1 for index in sorted(more) if index + 1 not in more]
    return list(zip(starts, ends, strict=True))


def _lead(second: range, more: Collection[int], count: int, sights: Sequence[Sights]) -> int:
    """How many lines stand over each comment the second time only; `count` lines stand there both times."""
    runs = _runs(second, more)
    # Comments have several paragraphs; what says who or when begins one all the same.
    are_told = len(runs) > 1 and all(
        sights[place].date or "head" in sights[place].by_kind for place, _ in runs
    )
    is_usual = are_told or len(runs) >= _HALF * (count - 1)
    return min(after - place for place, after in runs) if runs and is_usual else 0


def _leads(second: range, more: Collection[int], lead: int) -> list[tuple[int, int]]:
    """Where such lines stand: the indices of the first of them and of the text below."""
    return [(second.start - lead, second.start), *_runs(second, more)] if lead else []


def _opener(place: int, text: int, sights: Sequence[Sights]) -> Sights:
    """The line that begins a comment, seen as one that does, unless it, or one below it, signs the comment."""
    seen = sights[place]
    if any(sights[index].by_kind for index in range(place, text)) or not (seen.is_blind or seen.date):
        return seen
    return speaker(Captured(date=seen.date), _SUBJECT)
