"""Comments that a reading of the page has passed over: told by the lines that sign them, all in the same way.

Nothing may stand over comments, or a form. A page of several posts repeats lines of the same kind under each, too; but
its posts stand newest first, and have footers that say more than who and when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from blogimport.textpage.cues import Captured, Sight, Sights, no_text
from blogimport.textpage.labelling import Labelled, Part, Roles
from blogimport.textpage.recasting import first_item

_FEWEST = 2
# How many lines a comment may have above the line that signs it, and how many stand over one that begins with it.
_MOST_BEFORE, _MOST_LEADING = 12, 2
# What a page says between its heading over comments and the first of them.
_MOST_UNDER_HEADING = 8
_SURE = 8
_SECOND = 2
_NUMBER = re.compile(r"\d+")
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
        seen = labelled[index].sights
        if (
            index < first
            or (seen.head is None and seen.date is None)
            or roles.is_comment(labelled[index].line)
        ):
            continue  # most lines sign nothing, or a comment that is read already
        sign = _signing_at(index, labelled)
        if sign is not None:
            by_cue.setdefault(sign.cue, []).append(index)
    groups = [_left_out(labelled, parts) or [], *sorted(by_cue.values(), key=len, reverse=True)]
    signs = next((one for one in groups if len(one) >= _FEWEST and _are_comments(one, labelled)), None)
    if signs is None:
        return None
    begin = _begin(signs, labelled)
    return None if begin is None else Signed(begin, tuple(signs))


def begins_with_button(labelled: Sequence[Labelled], seeing: Sequence[int]) -> bool:
    """Whether what is read as the first comment begins with the button under another one, and who or when over that.

    This one went to the post. `seeing` are the indices of the lines in which anything is seen.
    """
    for index in seeing:
        entry = labelled[index]
        if entry.part is not Part.THREAD or "tail" not in entry.sights.by_kind or not index:
            continue
        above = labelled[index - 1]
        if above.part is Part.OVER or above.part is Part.THREAD:
            return False
        return (_head(above.sights) or _moment(above.sights)) is not None
    return False


def _first(part: Part, parts: Sequence[Part]) -> int:
    """The index of the first line of a part; behind all lines where there is none."""
    return parts.index(part) if part in parts else len(parts)


def _left_out(labelled: Sequence[Labelled], parts: Sequence[Part]) -> list[int]:
    """The signing lines of the comments, where the one right above these is signed alike and taken for the post's."""
    first = _first(Part.THREAD, parts)
    if first in (0, len(parts)) or parts[first - 1] is Part.OVER:
        return []  # most pages
    sign = _head(labelled[first - 1].sights) or _moment(labelled[first - 1].sights)
    if sign is None:
        return []
    within = [
        index
        for index, entry in enumerate(labelled[first:], first)
        if entry.part is Part.THREAD
        and (other := _head(entry.sights) or _moment(entry.sights)) is not None
        and other.cue == sign.cue
    ]
    if not within or (
        len(within) < _FEWEST and not all(_has_button(at, labelled) for at in (first - 1, *within))
    ):
        return []
    if within[-1] + 1 == len(labelled) or not _is_text(labelled[within[-1] + 1]):
        # They stand under what they sign: a number of them over the text of the first one tells where that begins.
        signs = [first - 1, *within]
        is_told = _counted_above(first - 1, len(signs), labelled) is not None
        return signs if is_told or _closed_item(signs, labelled) is not None else []
    if _stands_under_text(labelled, first - 1) and not _open_blocks(labelled, first - 1, within):
        return []
    return [first - 1, *within]


def _head(seen: Sights) -> Sight | None:
    """The line as one that says who said something, and when."""
    head = seen.by_kind.get("head") or seen.by_kind.get("head_before")
    return head if head is not None and head.captured.author and head.captured.date else None


def _moment(seen: Sights) -> Sight | None:
    """The line as one that says at what time of which day, and nothing else."""
    is_moment = seen.date is not None and "T" in seen.date
    return Sight(Captured(date=seen.date), "a date alone", _SURE) if is_moment else None


def _signing(seen: Sights) -> Sight | None:
    """The line as one that says when something was said, or how long ago, and mostly by whom."""
    moment = _moment(seen)
    if moment is not None:
        return moment
    before = seen.by_kind.get("head_before")
    head = seen.by_kind.get("head") or before
    if head is None or head is before:
        return before
    return head if head.captured.date or "ago" in seen.by_kind else None


def _signing_at(index: int, labelled: Sequence[Labelled]) -> Sight | None:
    """The same of a line on a page: a name may stand over the line that says when."""
    seen = labelled[index].sights
    sign = _signing(seen)
    if sign is not None or index + 1 == len(labelled):
        return sign
    head, date = seen.by_kind.get("head"), labelled[index + 1].sights.date
    is_over = head is not None and head.captured.author is not None and date is not None and "T" in date
    return head if is_over else None


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
    heads = [head.captured for index in signs if (head := _signing_at(index, labelled)) is not None]
    under = [labelled[index + 1].sights.date if index + 1 < len(labelled) else None for index in signs]
    said = [head.date or date for head, date in zip(heads, under, strict=True)]
    dates = [date for date in said if date is not None]
    authors = {head.author for head in heads if head.author}
    is_told = len(dates) == len(heads) and not any(date.startswith("--") for date in dates)
    if not is_told or dates != sorted(dates):
        return False
    # One person's are comments, too, where what only comments have stands under each.
    return len(authors) >= _FEWEST or all(_has_button(index, labelled) for index in signs)


def _has_button(index: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a button stands under the text below a line, before anything else is said."""
    is_under_text = False
    for entry in labelled[index + 1 : index + 1 + _MOST_BEFORE]:
        if not entry.sights.is_blind and entry.sights.date is None:
            return is_under_text and "tail" in entry.sights.by_kind
        is_under_text = is_under_text or entry.sights.is_blind
    return False


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
    item = None if is_before else _closed_item(signs, labelled)
    if item is not None:
        return item
    counted = None if is_before else _counted_above(first, len(signs), labelled)
    if counted is not None:
        return counted + 1
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


def _closed_item(signs: Sequence[int], labelled: Sequence[Labelled]) -> int | None:
    """The index of the item that the first signature closes, as all others close theirs; None elsewhere."""
    return first_item(signs, [entry.line for entry in labelled]) if labelled[signs[0]].line.indent else None


def _counted_above(first: int, count: int, labelled: Sequence[Labelled]) -> int | None:
    """The index of the line apart, above that of a signature, that may be a heading with the number of all."""
    for place in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        entry = labelled[place]
        if not entry.sights.is_blind:
            return None
        if entry.line.ordinal == 1:
            # The first item of the list whose others these are.
            return place - 1 if labelled[first + 1].line.ordinal == _SECOND else None
        if _says(count, entry):
            return place
    return None


def _says(count: int, entry: Labelled) -> bool:
    """Whether a label apart has that number and no other figure."""
    line = entry.line
    return line.shape == "short" and line.after_blank and _NUMBER.findall(line.text) == [str(count)]


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
        sign = _signing_at(index, labelled)
        assert sign is not None, "only signing lines sign"
        kinds = dict(found[index].by_kind)
        kinds.pop("byline", None)
        if "head_before" not in kinds:
            kinds["head"] = sign
        found[index] = replace(found[index], by_kind=kinds, date=None)
    over = found[signed.begin - 1] if signed.begin else None
    if over is not None and over.is_blind and _says(len(signed.signs), labelled[signed.begin - 1]):
        heading_of_all = Sight(Captured(count=len(signed.signs)), "as many as are signed", _SURE)
        found[signed.begin - 1] = Sights({"heading": heading_of_all})
    above = range(signed.begin - 1, max(-1, signed.begin - 1 - _MOST_UNDER_HEADING), -1)
    heading = next((index for index in above if "heading" in found[index].by_kind), None)
    for index in range(heading + 1, signed.begin) if heading is not None else ():
        if found[index].is_blind and labelled[index].line.shape == "short":
            found[index] = no_text("under the heading")
    return found
