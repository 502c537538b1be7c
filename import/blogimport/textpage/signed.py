"""Comments that a reading of the page has passed over: told by the lines that sign them, all in the same way.

Nothing may stand over comments, or a form. A page of several posts repeats lines of the same kind under each, too; but
its posts stand newest first, and have footers that say more than who and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from blogimport.textpage.cues import Captured, Sight, Sights, no_text
from blogimport.textpage.labelling import Labelled, Part, Roles

_FEWEST = 2
# How many lines a comment may have above the line that signs it, and how many stand over one that begins with it.
_MOST_BEFORE, _MOST_LEADING = 12, 2
# What a page says between its heading over comments and the first of them.
_MOST_UNDER_HEADING = 8
_SURE = 8
_PART = attrgetter("part")


class Signed(NamedTuple):
    """Where comments begin that are signed alike: the index of their first line, and those of the signing lines."""

    begin: int
    signs: tuple[int, ...]


def signed_alike(labelled: Sequence[Labelled], seeing: Sequence[int], roles: Roles) -> Signed | None:
    """The comments of a page that are signed alike, None where there are none beside those that are read already.

    `seeing` are the indices of the lines in which anything is seen.
    """
    by_cue: dict[str, list[int]] = {}
    parts = list(map(_PART, labelled))
    first = _first(Part.BODY, parts)
    for index in seeing:
        entry = labelled[index]
        sign = _signing(entry.sights) if index >= first else None
        if sign is not None and not roles.is_comment(entry.line):
            by_cue.setdefault(sign.cue, []).append(index)
    signs = _left_out(labelled, parts) or max(by_cue.values(), key=len, default=[])
    if len(signs) < _FEWEST or not _are_comments(signs, labelled):
        return None
    begin = _begin(signs, labelled)
    return None if begin is None else Signed(begin, tuple(signs))


def _first(part: Part, parts: Sequence[Part]) -> int:
    """The index of the first line of a part; behind all lines where there is none."""
    return parts.index(part) if part in parts else len(parts)


def _left_out(labelled: Sequence[Labelled], parts: Sequence[Part]) -> list[int]:
    """The signing lines of the comments, where the one right above these is signed alike and taken for the post's."""
    first = _first(Part.THREAD, parts)
    if first in (0, len(parts)) or parts[first - 1] is Part.OVER:
        return []  # most pages
    sign = _head(labelled[first - 1].sights)
    if sign is None:
        return []
    within = [
        index
        for index, entry in enumerate(labelled[first:], first)
        if entry.part is Part.THREAD and (other := _head(entry.sights)) is not None and other.cue == sign.cue
    ]
    if len(within) < _FEWEST or within[-1] + 1 == len(labelled) or not _is_text(labelled[within[-1] + 1]):
        return []  # too few, or they stand under what they sign
    if _stands_under_text(labelled, first - 1) and not _open_blocks(labelled, first - 1, within):
        return []
    return [first - 1, *within]


def _head(seen: Sights) -> Sight | None:
    """The line as one that says who said something, and when."""
    head = seen.by_kind.get("head") or seen.by_kind.get("head_before")
    return head if head is not None and head.captured.author and head.captured.date else None


def _signing(seen: Sights) -> Sight | None:
    """The line as one that says when something was said, or how long ago, and mostly by whom."""
    if seen.date is not None and "T" in seen.date:
        return Sight(Captured(date=seen.date), "a date alone", _SURE)
    before = seen.by_kind.get("head_before")
    head = seen.by_kind.get("head") or before
    if head is None or head is before:
        return before
    return head if head.captured.date or "ago" in seen.by_kind else None


def _are_comments(signs: Sequence[int], labelled: Sequence[Labelled]) -> bool:
    """Whether lines that are signed alike are comments: as many as the page declares, or of several, oldest first."""
    declared = [
        sight.captured.count
        for entry in labelled[: signs[0]]
        for sight in entry.sights.by_kind.values()
        if sight.captured.count is not None
    ]
    if declared and declared[-1] == len(signs):
        return True
    heads = [head.captured for index in signs if (head := _signing(labelled[index].sights)) is not None]
    under = [labelled[index + 1].sights.date if index + 1 < len(labelled) else None for index in signs]
    said = [head.date or date for head, date in zip(heads, under, strict=True)]
    dates = [date for date in said if date is not None]
    authors = {head.author for head in heads if head.author}
    is_told = len(dates) == len(heads) and not any(date.startswith("--") for date in dates)
    return is_told and dates == sorted(dates) and len(authors) >= _FEWEST


def _begin(signs: Sequence[int], labelled: Sequence[Labelled]) -> int | None:
    """The index where the first comment begins, None where its first line can't be told from the post's own text."""
    first, after = signs[0], signs[-1] + 1
    if (
        after + 1 < len(labelled)
        and labelled[after].sights.date
        and "head_before" in labelled[after - 1].sights
    ):
        after += 1  # who on one line, when on the next
    is_before = after < len(labelled) and _is_text(labelled[after])
    if is_before and labelled[after].line.after_blank and _stands_under_text(labelled, first):
        is_before = False  # the text that a line signs stands right by it
    place = first - 1
    most = _MOST_LEADING if is_before else _MOST_BEFORE
    while place >= 0 and first - place <= most and labelled[place].sights.is_blind:
        if is_before and labelled[place].line.shape == "prose":
            return first
        place -= 1
    is_told = place >= 0 and not labelled[place].sights.is_blind
    if is_before:
        return place + 1 if is_told else first
    return place + 1 if is_told and place < first - 1 else None


def _stands_under_text(labelled: Sequence[Labelled], index: int) -> bool:
    """Whether a line stands right under one that it may sign, and not under the footer of a post."""
    return index > 0 and not labelled[index].line.after_blank and "byline" not in labelled[index - 1].sights


def _open_blocks(labelled: Sequence[Labelled], first: int, others: Sequence[int]) -> bool:
    """Whether a line has its text right under it as others have, which stand apart from what is over them."""
    apart = all(labelled[index].line.after_blank for index in others)
    return apart and not any(labelled[index + 1].line.after_blank for index in (first, *others))


def _is_text(entry: Labelled) -> bool:
    return entry.sights.is_blind and entry.line.text[-1] in '.!?…)»”"'


def with_signs(labelled: Sequence[Labelled], signed: Signed) -> list[Sights]:
    """The sights of a page where the signing lines say nothing of a post, and what stands over them nothing at all."""
    found = [entry.sights for entry in labelled]
    for index in signed.signs:
        sign = _signing(found[index])
        assert sign is not None, "only signing lines sign"
        kinds = dict(found[index].by_kind)
        kinds.pop("byline", None)
        if "head_before" not in kinds:
            kinds["head"] = sign
        found[index] = replace(found[index], by_kind=kinds, date=None)
    above = range(signed.begin - 1, max(-1, signed.begin - 1 - _MOST_UNDER_HEADING), -1)
    heading = next((index for index in above if "heading" in found[index].by_kind), None)
    for index in range(heading + 1, signed.begin) if heading is not None else ():
        if found[index].is_blind and labelled[index].line.shape == "short":
            found[index] = no_text("under the heading")
    return found
