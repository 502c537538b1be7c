"""Comments told by their layout alone: the lines below a post that recur in one shape, whatever their words are.

No table of phrases knows every theme. But the comments of one page are all printed alike: « commentaire n° 3 posté
par Zoé le… », « 1 Zoé // … », « (Zoé | …) ». What all these lines share is the theme's, what differs is the name,
and each says when. Whether they stand over their comments or under them, the page tells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights, own_name
from blogimport.textpage.lines import Line
from blogimport.textpage.shapes import (
    Stamp,
    alike,
    differing,
    is_name,
    shape_of_stamp,
    stamps_in,
    without_answered,
)

OVER = "the same shape, over a text"
"""What a line is said to follow that stands over a text and has the shape of others."""
UNDER = "the same shape, under a text"
"""The same of a line that stands under a text."""
_SURE = 8
_FEWEST = 2
# Where nothing announces comments, more lines of one shape are needed, and that they give times: a post has letters.
_FEWEST_UNTOLD = 3
# The share of a thing's occurrences that makes it the rule of a page.
_MOSTLY = 0.7
_HALF = 0.5
# How many lines of the shape may not be the comments' above those that are, and how near a heading is.
_MOST_OTHERS = 2
_NEAR = 6
_NUMBER = re.compile(r"\d+")
# So many words of a line tell it from lines with the same signs.
_BEGINNING = 2
_SENTENCE_ENDS = '.!?…)»"”'
_OPENERS = frozenset(("heading", "form", "closed", "answers"))
# What is more than furniture under the comments.
_ENDING = frozenset(("heading", "none", "closed", "form", "pings", "pingback", "trackback", "related"))


@dataclass(slots=True)
class Layout:
    """The lines that sign the comments of a page, found by their shape.

    `signs` has who and when for the index of each, `dates` when for that of each line that stands by a name and says
    only that, `repeated` the indices of lines that the theme prints with each comment. `place` is where the comments
    stand, `heading` is the index of a line above them with their number; `is_head` tells whether the signing lines
    stand over them, rather than under.
    """

    signs: dict[int, Captured]
    dates: dict[int, str | None]
    repeated: set[int]
    place: range
    is_head: bool
    heading: int | None = None


def layouts_in(
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
    language: str | None,
) -> Iterator[Layout]:
    """The layouts that the comments of a post may have, the likeliest first."""
    groups: dict[tuple[str, ...], list[Stamp]] = {}
    for stamp in stamps_in(lines, language):
        if published is None or stamp.date is None or not _is_older(stamp.date, published):
            shape = shape_of_stamp(stamp)
            groups.setdefault(shape, []).append(stamp)
            beginning = alike(stamp.before)[:_BEGINNING]
            if len(beginning) == _BEGINNING:
                groups.setdefault((*shape, *beginning), []).append(stamp)
    unique = {tuple(stamp.place for stamp in group): group for group in groups.values()}
    laid_out = (_layout_of(group, lines, sights, declared, published) for group in unique.values())
    found = [layout for layout in laid_out if layout is not None]
    yield from sorted(found, key=lambda one: (len(one.signs) != declared, -len(one.signs)))


def _is_older(date: str, published: str) -> bool:
    """Whether a date with a year is from before the day of the post."""
    day = published[:10]
    return not date.startswith("--") and date[: len(day)] < day[: len(date)]


def _layout_of(
    group: Sequence[Stamp],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> Layout | None:
    """The layout of lines of one shape, None where they sign no comments."""
    if len(group) < _FEWEST:
        return None
    chosen = _chosen(group, lines, sights, declared, published)
    befores = differing([stamp.before for stamp in chosen])
    afters = differing([stamp.after for stamp in chosen])
    if any(befores) and any(afters):
        if not any(map(is_name, afters)):
            afters = [""] * len(chosen)
        elif not any(map(is_name, befores)):
            befores = [""] * len(chosen)
    names = without_answered([before or after for before, after in zip(befores, afters, strict=True)])
    return _layout(chosen, names, lines, sights, declared)


def _chosen(
    group: Sequence[Stamp],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> Sequence[Stamp]:
    """Of the lines of one shape those that are the comments': the first ones may be the post's own."""
    best, chosen = -math.inf, group
    for start in range(min(_MOST_OTHERS, len(group) - _FEWEST) + 1):
        value = _beginning_at(start, group, lines, sights, declared, published)
        if value > best:
            best, chosen = value, group[start:]
    return chosen


def _beginning_at(
    start: int,
    group: Sequence[Stamp],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> float:
    """How much speaks for the comments beginning with that line of a group."""
    count = len(group) - start
    first = group[start].place
    above = range(max(group[start - 1].place + 1 if start else 0, first - _NEAR), first)
    value = 0.5 if start == 0 else 0.0
    if declared == count:
        value += 2.0
    if any(_counts(lines[index], count) for index in above):
        value += 2.0
    if any(not _OPENERS.isdisjoint(sights[index].by_kind) for index in above):
        value += 1.5
    if published is not None and group[start].date == published:
        value -= 1.5
    if start and len(group) > _FEWEST:
        between = [_words_between(lines, one.place, other.place) for one, other in pairwise(group)]
        common = set.intersection(*between[start:]) if between[start:] else set()
        value += 2.0 if common and not common & between[start - 1] else 0.0
    return value


def _words_between(lines: Sequence[Line], one: int, other: int) -> set[str]:
    """The short lines between two others."""
    return {line.text for line in lines[one + 1 : other] if line.shape == "short"}


def _layout(
    stamps: Sequence[Stamp],
    names: Sequence[str],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
) -> Layout | None:
    """The layout that lines make, None where they are no comments'."""
    places = [stamp.place for stamp in stamps]
    signs: dict[int, Captured] = {}
    dates: dict[int, str | None] = {}
    named = sum(map(is_name, names))
    is_named = named >= _MOSTLY * len(names)
    if not is_named and any(names):
        return None
    if is_named and named != len(names) and declared != len(names):
        kept = [(stamp, name) for stamp, name in zip(stamps, names, strict=True) if is_name(name)]
        stamps, names = [stamp for stamp, _ in kept], [name for _, name in kept]
        places = [stamp.place for stamp in stamps]
    above = None
    if not is_named:
        above = _names_above(places, lines, sights)
        if above is None:
            return None
    for stamp, name in zip(stamps, names, strict=True):
        if above is None:
            author = own_name(name) if is_name(name) else None
            signs[stamp.place] = Captured(author=author, date=stamp.date)
        else:
            at, author = above[stamp.place]
            signs[at] = Captured(author=author)
            dates[stamp.place] = stamp.date
    authors = {sign.author for sign in signs.values()}
    if len(authors) < _FEWEST or (declared != len(signs) and not _is_in_order(stamps)):
        return None
    timed = sum(stamp.date is not None and "T" in stamp.date for stamp in stamps)
    if declared != len(signs) and (len(signs) < _FEWEST_UNTOLD or timed < _MOSTLY * len(signs)):
        near = range(max(0, min(signs) - _NEAR), min(signs))
        if all(_OPENERS.isdisjoint(sights[index].by_kind) for index in near):
            return None
    heads = sorted(signs)
    repeated = _repeated(lines, sights, heads[0], places[-1], len(heads), {*heads, *places})
    is_head = above is not None or _stand_over(heads, lines, sights, repeated)
    texts = _texts_between(heads, places, lines, sights, repeated)
    if texts < _HALF * (len(heads) - 1):
        return None
    begin = heads[0] if is_head else _first_text(heads, lines, sights, repeated)
    if begin is None:
        return None
    end = _end(heads, lines, repeated) if is_head else places[-1] + 1
    above_all = range(max(0, begin - _NEAR), begin)
    counting = [index for index in above_all if _counts(lines[index], len(signs)) and sights[index].is_blind]
    return Layout(signs, dates, repeated, range(begin, end), is_head, counting[-1] if counting else None)


def _counts(line: Line, count: int) -> bool:
    """Whether a line may be a heading that says how many there are."""
    return line.shape == "short" and _NUMBER.findall(line.text)[:1] == [str(count)]


def _end(heads: Sequence[int], lines: Sequence[Line], repeated: set[int]) -> int:
    """The index after the last comment, of those that begin with their signing lines."""
    end = len(lines)
    first, last = lines[heads[0]], heads[-1]
    closing = sum(head - 1 in repeated for head in heads[1:])
    if closing >= _MOSTLY * (len(heads) - 1):
        # Each ends with a button, and so does the last.
        button = next((index for index in range(last + 1, end) if index in repeated), None)
        while button is not None and button + 1 in repeated:
            button += 1
        end = end if button is None or button <= last + 1 else button + 1
    if first.marker and first.indent and all(lines[head].marker for head in heads):
        base = min(lines[head].indent for head in heads)
        outer = (
            index
            for index in range(last + 1, end)
            if lines[index].indent < base or (lines[index].indent == base and lines[index].marker)
        )
        end = next(outer, end)
    return end


def _is_in_order(stamps: Sequence[Stamp]) -> bool:
    """Whether most stand in the order of time."""
    dates = [stamp.date for stamp in stamps if stamp.date is not None]
    return sum(date <= later for date, later in pairwise(dates)) >= _MOSTLY * (len(dates) - 1)


def _names_above(
    places: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]
) -> dict[int, tuple[int, str]] | None:
    """The names on the lines over those that say only when: the index and the name for each."""
    found: dict[int, tuple[int, str]] = {}
    if any(place == 0 for place in places):
        return None
    texts = differing([lines[place - 1].text for place in places])
    for place, name in zip(places, texts, strict=True):
        line, seen = lines[place - 1], sights[place - 1]
        if line.shape != "short" or line.text[-1] in ".!?…:" or seen.date or not is_name(name):
            return None
        found[place] = (place - 1, own_name(name) or name)
    return found


def _repeated(
    lines: Sequence[Line], sights: Sequence[Sights], first: int, last: int, count: int, signing: set[int]
) -> set[int]:
    """The indices of short lines that stand in at least half of the comments, and are the theme's."""
    shapes: dict[str, list[int]] = {}
    for index in range(first, min(len(lines), last + 6)):
        line = lines[index]
        if index not in signing and line.shape == "short" and sights[index].date is None:
            shapes.setdefault(_NUMBER.sub("0", line.text).casefold(), []).append(index)
    least = max(_FEWEST, _HALF * count)
    return {index for indices in shapes.values() if len(indices) >= least for index in indices}


def _is_text(index: int, lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]) -> bool:
    """Whether a line may be what somebody wrote."""
    kinds = sights[index].by_kind.keys()
    return index not in repeated and kinds <= {"head", "byline", "head_before", "ago"}


def _stand_over(
    heads: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]
) -> bool:
    """Whether signing lines stand over what they sign, rather than under it."""
    vote = 0.0
    first, last = heads[0], heads[-1]
    opener = max((i for i in range(first) if not _OPENERS.isdisjoint(sights[i].by_kind)), default=None)
    if opener is not None:
        between = [i for i in range(opener + 1, first) if _is_text(i, lines, sights, repeated)]
        said = sum(lines[i].text[-1] in _SENTENCE_ENDS for i in between)
        vote += 3.0 if not between else -3.0 if said else 0.5
    after = last + 1
    while after < len(lines) and after in repeated:
        after += 1
    if after == len(lines) or not _is_text(after, lines, sights, repeated):
        vote -= 2.0
    else:
        vote += 1.5 if lines[after].text[-1] in _SENTENCE_ENDS else 0.5
    if lines[first].marker and all(lines[index].marker for index in heads):
        vote += 2.0
    tight_above = sum(not lines[index].after_blank for index in heads)
    tight_below = sum(i + 1 < len(lines) and not lines[i + 1].after_blank for i in heads)
    vote += (tight_below - tight_above) / len(heads)
    is_tight_above = not lines[first].after_blank
    is_tight_below = last + 1 < len(lines) and not lines[last + 1].after_blank
    if is_tight_above != is_tight_below:
        vote += 2.0 if is_tight_below else -2.0
    return vote > 0


def _texts_between(
    heads: Sequence[int],
    places: Sequence[int],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    repeated: set[int],
) -> int:
    """Between how many signing lines and the next ones something is said."""
    signing = {*heads, *places}
    said = {
        index
        for index in range(heads[0], heads[-1])
        if index not in signing
        and _is_text(index, lines, sights, repeated)
        and (lines[index].marker is None or lines[index].text[-1] in _SENTENCE_ENDS)
    }
    return sum(not said.isdisjoint(range(head + 1, later)) for head, later in pairwise(heads))


def _first_text(
    heads: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]
) -> int | None:
    """The index where the text over the first signing line begins, None where nothing tells it from the post's."""
    first = heads[0]
    place = first - 1
    while place >= 0 and "byline" not in sights[place] and _is_text(place, lines, sights, repeated):
        place -= 1
    begin = place + 1
    while begin + 1 < first and lines[begin + 1].after_blank and _is_label(lines[begin]):
        begin += 1  # a heading in words that no table knows
    return begin if 0 < begin < first else None


def _is_label(line: Line) -> bool:
    return line.shape == "short" and line.text[-1] not in _SENTENCE_ENDS


def with_layout(sights: Sequence[Sights], lines: Sequence[Line], layout: Layout) -> list[Sights]:
    """The sights of a page whose comments have a layout."""
    found = list(sights)
    kind: CueKind = "head_before" if layout.is_head else "head"
    cue = OVER if layout.is_head else UNDER
    for index, captured in layout.signs.items():
        found[index] = Sights({kind: Sight(captured, cue, _SURE)})
    for index, date in layout.dates.items():
        found[index] = Sights(date=date)
    for index in layout.repeated:
        kinds = found[index].by_kind
        if kinds.keys().isdisjoint(("answers", "answering", "answered")):
            found[index] = Sights({"tail": Sight(cue="printed with each comment", fixed=_SURE)})
    for index, seen in enumerate(found[layout.place.start :], layout.place.start):
        if index in layout.signs or index in layout.dates or seen.is_blind:
            continue
        kinds = {kind: sight for kind, sight in seen.by_kind.items() if kind not in ("head", "head_before")}
        if len(kinds) != len(seen.by_kind):
            found[index] = replace(seen, by_kind=kinds)
    if layout.heading is not None:
        found[layout.heading] = Sights({"heading": Sight(Captured(count=len(layout.signs)), cue, _SURE)})
    for index in range(layout.place.stop, len(found)):
        if _ENDING.isdisjoint(found[index].by_kind):
            found[index] = Sights({"furniture": Sight(cue="under the comments", fixed=_SURE)})
    return found
