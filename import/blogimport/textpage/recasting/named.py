"""The names that stand on lines of their own, over the lines that say only when or over the texts between those.

Must not know what else tells that lines sign comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Sights, signed_name
from blogimport.textpage.lines import Line, ends_sentence, is_count
from blogimport.textpage.recasting.ordering import (
    DATE_NAME_TEXT,
    DATE_TEXT_NAME,
    NAME_DATE_TEXT,
    NAME_TEXT_DATE,
    TEXT_DATE_NAME,
    TEXT_NAME_DATE,
    Order,
    likeliest,
)
from blogimport.textpage.recasting.shapes import alike, differing, is_name, shared_beginning
from blogimport.textpage.recasting.standing import is_opener

# The share of the lines that must have a name.
_MOSTLY = 0.7
# A name with whom it answers is no longer: « Zoé a dit en réponse à Jean-Christophe… ».
_LONGEST = 90
# So many different lines do not begin or end alike by chance.
_FEWEST_ALIKE = 3
_CLOSERS = (")", "]", "))", "])")
INITIAL = re.compile(r"\s[^\W\d_]{1,2}\.$")
# The address of who wrote it, behind the name: « Zoé · http://… ».
_ADDRESS_AFTER = re.compile(r"[\s·|,–—-]+\(?https?://\S+$")
# So many of the lines that say when may be others' than the comments', above those.
# « Fée du logis », « Marc de Brest »
_LONGEST_PARTICLE = 3
_MOST_OTHERS = 2
# Where nothing announces comments, more of them are needed.
_FEWEST_UNTOLD = 3
# What a line is that is no name.
_OTHERWISE = frozenset(("form", "heading", "related", "closed", "none", "tail", "furniture"))
# How far over a line that says when the text that it closes may begin.
_FURTHEST = 40
_NEAR = 8

Named = dict[int, tuple[int, str | None]]
"""For the place of each line that says when the place of the line that says who, and the name there, if any."""


def names_around(
    places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], declared: int | None
) -> tuple[Named, Order] | None:
    """The names that belong to lines that say only when, and the order in which name, date and text follow each other.

    None where most have no name; `declared` is the number that the page gives.
    """
    found: tuple[float, Named, Order] | None = None
    for named, orders in (
        (_over(places, lines, sights, declared), (NAME_DATE_TEXT, TEXT_NAME_DATE)),
        (_below(places, lines, sights), (DATE_NAME_TEXT, TEXT_DATE_NAME)),
        (
            _opening(places, lines, sights) or _bare_opening(places, lines, sights, declared),
            (NAME_TEXT_DATE,),
        ),
        (_closing(places, lines, sights), (DATE_TEXT_NAME,)),
    ):
        if not named or len(named) < _MOSTLY * len(places):
            continue
        pairs = [(place, named[place][0]) for place in places if place in named]
        value, order = likeliest(orders, pairs, lines, sights)
        # Of two that are as likely, the one that is commoner stands first.
        if found is None or value > found[0]:
            found = value, named, order
    return found[1:] if found is not None else None


def _over(
    places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], declared: int | None
) -> Named:
    """The names right over the lines that say when."""
    bare = [place for place in places if lines[place].marker is not None and not _is_second(place, lines)]
    within = [place for place in places if place and place not in bare]
    over = _names_at([(place, place - 1) for place in within], lines, sights)
    if not over or len(over) < _MOSTLY * len(within):
        return {}
    # An item that begins with when it was written has no name.
    is_list = len(over) != declared and all(lines[at].marker for at, _ in over.values())
    return over | ({place: (place, None) for place in bare} if is_list else {})


def _is_second(place: int, lines: Sequence[Line]) -> bool:
    """Whether a line is the second item of a list: who, when and what one may do may be items of one."""
    if place < 2:
        return False
    above, first, second = lines[place - 2 : place + 1]
    is_one_list = first.marker == second.marker and first.indent == second.indent and not second.after_blank
    return is_one_list and (first.after_blank or above.indent != first.indent)


def _below(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Named:
    """The names right under the lines that say when."""
    pairs = [
        (place, place + 1) for place in places if place + 1 < len(lines) and lines[place + 1].marker is None
    ]
    found = _names_at(pairs, lines, sights)
    # The first ones may be the post's own.
    missing = [place not in found for place in places]
    return found if not any(missing[_MOST_OTHERS:]) and missing == sorted(missing, reverse=True) else {}


def themed_names(
    places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], beside: Sequence[str]
) -> Named | None:
    """The names over lines that say when and something else, where all have a word of the theme beside them.

    What stands `beside` the dates is then a subject, unless it is said in the line over it, too: „Zoe's avatar“, „Zoe“.
    """
    over = [place - 1 for place in places if place]
    words = [alike(lines[at].text) for at in over if _may_name(lines[at], sights[at])]
    if len(words) < max(_FEWEST_ALIKE, len(places)) or len(set(map(tuple, words))) < len(words):
        return None
    if len({each[0] for each in words}) > 1 and len({each[-1] for each in words}) > 1:
        return None
    if all(each[-1] in _CLOSERS and "0" in each[-_FEWEST_ALIKE:] for each in words):
        return None  # subjects with a theme's figures: « Un mot (Score: 1) »
    if any(name and name in lines[at].text for name, at in zip(beside, over, strict=True)):
        return None
    found = _names_at(list(zip(places, over, strict=True)), lines, sights)
    return found if len(found) == len(places) else None


def _names_at(pairs: Sequence[tuple[int, int]], lines: Sequence[Line], sights: Sequence[Sights]) -> Named:
    """The names at the second of each two places, where one is; what stands at all of them is none."""
    told = [(place, at) for place, at in pairs if _may_name(lines[at], sights[at])]
    names = differing([_ADDRESS_AFTER.sub("", lines[at].text) for _, at in told])
    found: Named = {
        place: (at, signed_name(name)) for (place, at), name in zip(told, names, strict=True) if is_name(name)
    }
    different = {name for _, name in found.values()}
    is_count = all(map(str.isdecimal, filter(None, different))) and len(different) == len(found)
    return found if len(found) < 2 or (len(different) > 1 and not is_count) else {}


def _opening(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Named | None:
    """The names over texts that end with when: « Zoé said… », the text, « March 9, 11:58 »; with words of a theme."""
    printed = _printed(places, lines)
    pairs = [(place, at) for before, place in pairwise(places) if place - (at := before + 1 + printed) > 1]
    told = [alike(lines[at].text) for place, at in pairs if _may_name(lines[at], sights[at])]
    if len(told) < 2:
        return None
    first, last = {words[0] for words in told}, {words[-1] for words in told}
    above = range(places[0] - 2, max(-1, places[0] - _FURTHEST), -1)
    for at in above:
        words = alike(lines[at].text)
        if _may_name(lines[at], sights[at]) and (first == {words[0]} or last == {words[-1]}):
            return _names_at([(places[0], at), *pairs], lines, sights)
    return None


def _printed(places: Sequence[int], lines: Sequence[Line]) -> int:
    """How many lines, the same each time, a theme prints right under each line that says when, but for the last."""
    under = [[alike(lines[at].text) for at in range(before + 1, after)] for before, after in pairwise(places)]
    return shared_beginning(under) if len(under) > 1 else 0


def _bare_opening(
    places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], declared: int | None
) -> Named | None:
    """The names over texts that end with when, without a word of the theme: each stands first below."""
    opener = next((at for at in _above(places[0]) if is_opener(sights[at])), None)
    if opener is None and (declared == len(places) or len(places) >= _FEWEST_UNTOLD):
        # The number is right, or there are many: the first name stands next over its text.
        near = range(places[0] - 2, max(0, places[0] - _NEAR), -1)
        opener = next((at - 1 for at in near if _is_apart(lines[at], sights[at])), None)
    if opener is None:
        return None
    found: Named = {}
    printed = _printed(places, lines)
    for before, place in zip((opener, *places), places, strict=False):
        at = before + 1 + (printed if before != opener else 0)
        while at < place and (_is_button(sights[at]) or is_count(lines[at])):
            at += 1
        if place - at < 2 or not _may_name(lines[at], sights[at]) or not _signs_alone(lines[at].text):
            continue
        found[place] = at, signed_name(lines[at].text)
    if places[0] not in found or len(found) < _MOSTLY * len(places):
        return None
    # Names are short, and texts seldom all are; where they are, names are a word, or begin with capitals.
    texts = sum(ends_sentence(lines[place - 1]) for place in found)
    names = sum(looks_like_name(lines[at].text) for at, _ in found.values())
    others = sum(looks_like_name(lines[place - 1].text) for place in found)
    return (
        found if 2 * texts >= len(found) or (names >= _MOSTLY * len(found) and 2 * others < names) else None
    )


def looks_like_name(text: str) -> bool:
    """Whether a short text is one word, or all its longer words begin with capitals."""
    words = text.split()
    return len(words) == 1 or not any(word[:1].islower() for word in words if len(word) > _LONGEST_PARTICLE)


def _is_apart(line: Line, seen: Sights) -> bool:
    """Whether a line begins something, and is a name."""
    is_begin = line.after_blank or line.marker is not None
    return is_begin and _may_name(line, seen) and _signs_alone(line.text)


def _closing(places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Named | None:
    """The names under texts that begin with when: nothing may be one over the first, and each text ends with one."""
    first = places[0]
    if len(places) < 2 or not first:
        return None
    ends = [place - 1 for place in places[1:]]
    for index, end in enumerate(ends):
        while ends[index] > places[index] and _is_button(sights[ends[index]]):
            ends[index] -= 1
        if ends[index] - places[index] < 2 or sights[end].date:
            return None
    furthest = range(places[-1] + 2, min(len(lines), places[-1] + _FURTHEST))
    # Nobody signs below the form.
    stop = next((at for at in furthest if is_opener(sights[at])), furthest.stop)
    furthest = range(furthest.start, stop)
    words = [alike(lines[at].text) for at in ends]
    shared = {each[0] for each in words}
    is_themed = len(shared) == 1 and len(words) > 1
    # What stands elsewhere in most of the comments is a button.
    within = Counter(lines[at].text for at in range(first, places[-1]) if at not in ends)
    last = next(
        (
            at
            for at in furthest
            if _may_name(lines[at], sights[at])
            and (not is_themed or alike(lines[at].text)[0] in shared)
            and within[lines[at].text] < max(2, _MOSTLY * len(ends))
        ),
        None,
    )
    if last is None:
        return None
    found = _names_at([*zip(places, [*ends, last], strict=True)], lines, sights)
    return found if len(found) == len(places) else None


def _signs_alone(text: str) -> bool:
    """Whether a line may be who signs: a person, or a page that links here."""
    return is_name(text) or " » " in text


def _above(place: int) -> range:
    return range(place - 1, max(-1, place - _FURTHEST), -1)


def _is_button(seen: Sights) -> bool:
    """Whether a line is what a theme prints under a comment."""
    return "tail" in seen.by_kind


def _may_name(line: Line, seen: Sights) -> bool:
    """Whether a line may be a name with what a theme writes beside it, and is no sentence."""
    is_open = line.text.endswith(("...", "…")) and len(line.text) < _LONGEST
    is_name = line.text[-1] not in ".!?" or INITIAL.search(line.text) is not None
    is_known = not _OTHERWISE.isdisjoint(seen.by_kind)
    return (is_open or (line.shape == "short" and is_name)) and not (seen.date or is_known)
