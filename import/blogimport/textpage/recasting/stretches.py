"""Signatures that stand within a line: a moment, and who signs, before it or behind.

Of many moments of one form what stands beside all of them is the theme's, and what differs is the names. Must not know
whether they sign comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from blogimport.textpage.cues import Captured, sights_of, signed_name, speaks_of_comments
from blogimport.textpage.lines import Line, ends_text, stops
from blogimport.textpage.recasting.moments import WHEN, Moment, date_and_time, with_stand_ins
from blogimport.textpage.recasting.shapes import differing, is_name

_FEWEST = 2
_MOSTLY = 0.8
_LONGEST_NAME, _MOST_WORDS = 40, 5
# Words that a theme writes before each name, and how many of its last words a text is looked at for them.
_SHORTEST_LABEL, _WINDOW = 4, 8
_MOMENT = re.compile(WHEN)
# « le », « à », « um »: what stands between a name and the date.
_SMALL = re.compile(r"(?:(?<![^\W_])(?P<word>[^\W\d_A-ZÀ-Ý]{1,4})\s*|[\s,;|–—-]*)$")
CELL = re.compile(r"(?<! ) {3}(?! )")
"""The border between two cells of a row; what an extractor writes as tabs is wider."""
END_OF_TEXT = re.compile(
    r"\s{2,}(?=\S)|(?<![\s.][^\W\d_])[.!?…»”\")\]]+\s+(?=\S)|[:;=]['-]?[()DPp]+\s+(?=\S)"
)
"""Where a text ends before something else in its line: a cell, a sentence, a smile."""
_CAPITALS = re.compile(
    r"(?<!\S)[^\W\d_a-zà-ÿ][\w'’.-]*(?:\s+(?:[^\W\d_a-zà-ÿ][\w'’.-]*|de|du|la|le|des|van|von|\d+))*$"
)
_NAME_AFTER = re.compile(r"[\s,|–—-]*(?P<name>[^:|]{0,60}?)\s*:\s+(?=\S)")
_SIGNS = re.compile(r"(?:\s*(?:\\?[#|:–—-]+|\([^()]{1,40}\)|\[[^\[\]]{1,40}\])(?!\S))+")
_WORD = re.compile(r"\S+")
# What begins something of the site below comments.
_OTHERS = frozenset(("form", "related", "closed", "furniture", "none", "about"))


class Signed(NamedTuple):
    """A signature in a line, from its first letter to its last, and who signs when."""

    place: int
    start: int
    end: int
    name: str
    captured: Captured


def moments_in(place: int, text: str, language: str | None) -> list[Moment]:
    """The moments that a line names, each with the text before it up to another one, and that behind it."""
    marked, values = with_stand_ins(text, language)
    places = [(match.start(), match.end()) for match in _MOMENT.finditer(marked)] if values else []
    edges = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text)]
    found: list[Moment] = []
    for number, (start, end) in enumerate(places):
        date, time = date_and_time(marked, values, start, end)
        before, after = text[edges[0][number] : start], text[end : edges[1][number + 1]]
        found.append(Moment(place, start, end, before, after, date, time))
    return found


def form_of(one: Moment, text: str) -> tuple[object, ...]:
    """What tells moments of one form from others: a bracket, or a small word before them and if they say a time."""
    small = _SMALL.search(one.before)
    if text[one.start] in "[(":
        return (True,)
    has_time = one.time is not None or "T" in (one.date or "")
    return (small["word"] if small else None, one.date is not None, has_time)


def signatures(group: Sequence[Moment], lines: Sequence[Line]) -> tuple[list[Signed], bool] | None:
    """The signatures of which some moments are, and whether they stand over their texts; None where none are told."""
    behind = _names_behind(group)
    if behind is not None:
        return behind, True
    if _is_over(group, lines):
        return _over(group), True
    under = _under(group, lines)
    return None if under is None else (under, False)


def _names_behind(group: Sequence[Moment]) -> list[Signed] | None:
    """The signatures where a name and a colon stand behind each moment: « [3 mai 2006] Zoé : … »."""
    matches = [_NAME_AFTER.match(one.after) for one in group]
    found = [(one, match) for one, match in zip(group, matches, strict=True) if match is not None]
    if len(found) < max(_FEWEST, _MOSTLY * len(group)):
        return None
    names = differing([match["name"] for _, match in found])
    if sum(map(is_name, names)) <= len(found) / 2:
        return None
    return [
        _signature(one, one.start, one.end + match.end(), name)
        for (one, match), name in zip(found, names, strict=True)
    ]


def _is_over(group: Sequence[Moment], lines: Sequence[Line]) -> bool:
    """Whether the signatures stand over their texts, and not under them: a text follows the last one in its line."""
    last = group[-1]
    rest = _SIGNS.sub("", CELL.split(last.after)[0]).strip(" |\\")
    alone = len({one.place for one in group}) == len(group)
    if alone and all(_SIGNS.sub("", lines[one.place].text[one.end :]).strip() for one in group):
        at_end = sum(stops(one.before) for one in group)
        return at_end <= len(group) / 2 and all(one.start <= _LONGEST_NAME * 2 for one in group)
    return len(rest.split()) > 1 and end_of_last(f". {rest}") > 2


def _over(group: Sequence[Moment]) -> list[Signed]:
    """The signatures that stand over their texts."""
    signs = [_SIGNS.match(one.after) for one in group]
    has_signs = sum(match is not None for match in signs) >= _MOSTLY * len(group)
    alone = len({one.place for one in group}) == len(group)
    starts = [0 if alone else _start_of_name(one.before) for one in group]
    names = _names_in(group, starts)
    return [
        _signature(
            one,
            one.start - len(one.before) + start,
            one.end + (match.end() if has_signs and match is not None else 0),
            name,
        )
        for one, start, match, name in zip(group, starts, signs, names, strict=True)
    ]


def _under(group: Sequence[Moment], lines: Sequence[Line]) -> list[Signed] | None:
    """The signatures that stand under their texts: at the ends of lines, or many in one, behind the same words."""
    ends = [_end_under(one, lines[one.place].text) for one in group]
    behind = differing([one.after for one in group])
    alone = len({one.place for one in group}) == len(group)
    if alone and sum(is_name(name) for name in behind) >= _MOSTLY * len(group):
        return [
            _signature(one, one.start, end, name) for one, end, name in zip(group, ends, behind, strict=True)
        ]
    label = _label(group)
    if not alone and not label:
        return None  # nothing tells where a text ends and a name begins
    if not label and sum(_ends_with_text(one.before) for one in group) > len(group) / 2:
        # Who signs is lost.
        return [_signature(one, one.start, end, "") for one, end in zip(group, ends, strict=True)]
    starts = [_start_of_label(one.before, label) or _start_of_name(one.before) for one in group]
    names = _names_in(group, starts)
    return [
        _signature(one, one.start - len(one.before) + start, end, name)
        for one, start, end, name in zip(group, starts, ends, names, strict=True)
    ]


def _end_under(one: Moment, text: str) -> int:
    """Where a signature under a text ends: with its line, or where the next text begins."""
    if one.end + len(one.after) == len(text):
        return len(text)
    signs = _SIGNS.match(one.after)
    return one.end + (signs.end() if signs is not None else 0)


def _names_in(group: Sequence[Moment], starts: Sequence[int]) -> list[str]:
    """The names that stand before each moment, from a place on."""
    texts = [_SMALL.sub("", one.before[start:]) for one, start in zip(group, starts, strict=True)]
    return differing([CELL.split(text)[0] for text in texts])


def _ends_with_text(before: str) -> bool:
    """Whether the text before a moment ends as a text does, and with no name."""
    said = _SMALL.sub("", before)
    if ends_text(said):
        return True
    start = max((match.end() for match in END_OF_TEXT.finditer(said)), default=0)
    return not is_name(said[start:]) or said[start:][:1].islower()


def _start_of_name(before: str) -> int:
    """Where a name begins in the text before a moment, of which it is the end."""
    said = _SMALL.sub("", before)
    start = max((match.end() for match in END_OF_TEXT.finditer(said)), default=0)
    # « 2 commentaires Zoé »: the heading over them ends there.
    words = [match for match in _WORD.finditer(said, start) if speaks_of_comments(match[0])]
    if words:
        start = min(words[-1].end() + 1, len(said))
    name = said[start:]
    if len(name) <= _LONGEST_NAME and name.count(" ") < _MOST_WORDS:
        return start
    capitals = _CAPITALS.search(said)
    if capitals is not None and len(capitals[0]) <= _LONGEST_NAME:
        return capitals.start()
    return said.rfind(" ") + 1


def _label(group: Sequence[Moment]) -> str:
    """The words that a theme writes before each name, « Posted by », empty where there are none."""
    windows = [[word.casefold() for word in _WORD.findall(one.before)[-_WINDOW:]] for one in group]
    runs: Counter[str] = Counter()
    for window in windows:
        sizes = (1, 2, 3)
        runs.update(
            {" ".join(window[at : at + size]) for size in sizes for at in range(max(0, len(window) - size))}
        )
    shared = [run for run, count in runs.items() if count == len(group) and len(run) >= _SHORTEST_LABEL]
    return max(shared, key=len, default="")


def _start_of_label(before: str, label: str) -> int | None:
    """Where the last words begin that a theme writes before a name."""
    at = before.casefold().rfind(label) if label else -1
    return at if at >= 0 else None


def _signature(one: Moment, start: int, end: int, name: str) -> Signed:
    name = signed_name(name) if name else ""
    return Signed(one.place, start, end, name, one.signed_by(name if is_name(name) else None))


def end_of_last(text: str) -> int:
    """Where the site goes on behind the last comment of a line, in words that are known."""
    for match in END_OF_TEXT.finditer(text):
        words = text[match.end() :].split(" ")
        for count in range(1, min(len(words), _MOST_WORDS) + 1):
            if not _OTHERS.isdisjoint(sights_of(" ".join(words[:count])).by_kind):
                return match.end()
    return len(text)
