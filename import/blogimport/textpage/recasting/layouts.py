"""Comments told by their layout alone: the lines below a post that recur in one shape, whatever their words are.

No table of phrases knows every theme. But the comments of one page are all printed alike: « commentaire n° 3 posté
par Zoé le… », « 1 Zoé // … », « (Zoé | …) ». What all these lines share is the theme's, what differs is the name,
and each says when. Whether they stand over their comments or under them, the page tells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from blogimport.textpage.cues import (
    Captured,
    Sights,
    plausible_name,
    signed_name,
    speaks_of_comments,
)
from blogimport.textpage.dating import is_older
from blogimport.textpage.lines import Line, stops
from blogimport.textpage.recasting.grouping import Groups
from blogimport.textpage.recasting.named import Named, names_around, themed_names
from blogimport.textpage.recasting.ordering import NAME_DATE_TEXT, Order
from blogimport.textpage.recasting.shapes import (
    FEWEST_DIFFERENT,
    Stamp,
    differing,
    is_name,
    shape_of_stamp,
    without_answered,
)
from blogimport.textpage.recasting.standing import (
    end_of_comments,
    first_text,
    have_subjects,
    is_opener,
    repeated_lines,
    stand_over,
    texts_between,
)

OVER = "the same shape, over a text"
"""What a line is said to follow that stands over a text and has the shape of others."""
UNDER = "the same shape, under a text"
"""The same of a line that stands under a text."""
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
_QUOTES = '»”"'
# Where most of the lines sign with a name, a longer one is one, too.
_LONGEST_NAME_WORDS = 10
# « Zoé replied to a comment from Marc », « Trackback : Le titre »
_OF_ANOTHER = re.compile(r"(?:\s[^\W\d_A-ZÀ-Þ]\S*){2,}\s+[A-ZÀ-Þ]|:")
_TELLING = frozenset(("furniture", "byline", "heading", "pings", "related", "about"))


@dataclass(slots=True)
class Layout:
    """The lines that sign the comments of a page, found by their shape.

    `signs` has who and when for the index of each, `dates` when for that of each line that stands by a name and says
    only that, `ago` which of these count back from a day that is not told, `repeated` the indices of lines that the
    theme prints with each comment. `place` is where the comments stand, `heading` is the index of a line above them
    with their number; `is_head` tells whether the signing lines stand over them, rather than under. `posts` has who
    and when for a line of the same shape that signs the post; `under` are the lines under the texts
    that say who.
    """

    signs: dict[int, Captured]
    dates: dict[int, str | None]
    ago: set[int]
    repeated: set[int]
    place: range
    is_head: bool
    heading: int | None = None
    posts: dict[int, Captured] = field(default_factory=dict)
    under: set[int] = field(default_factory=set)


def layouts_in(
    groups: Groups,
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> Iterator[Layout]:
    """The layouts that the comments of a post may have, the likeliest first."""
    laid_out = (
        _layout_of(group, groups.by_shape[shape_of_stamp(group[0])], lines, sights, declared, published)
        for group in groups.unique
    )
    found = [layout for layout in laid_out if layout is not None]
    yield from sorted(found, key=lambda one: (len(one.signs) != declared, -len(one.signs)))


def _layout_of(
    group: Sequence[Stamp],
    alike_ones: Sequence[Stamp],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> Layout | None:
    """The layout of lines of one shape, None where they sign no comments; of those like them one may sign the post."""
    if len(group) < _FEWEST:
        return None
    if not any(names_beside(group)):
        group = _named(group, lines, sights, declared)
        if len(group) < _FEWEST:
            return None
    chosen = _chosen(group, lines, sights, declared, published)
    edge = max((stamp.place for stamp in alike_ones if stamp.place < chosen[0].place), default=None)
    if edge is not None and any(map(is_opener, sights[max(0, edge - _NEAR) : chosen[0].place])):
        edge = None  # under a heading it signs another comment
    layout = _layout(chosen, names_beside(chosen), lines, sights, declared, published, edge)
    others = [stamp for stamp in group if stamp.place < chosen[0].place]
    signing = others if others or edge is None else [stamp for stamp in alike_ones if stamp.place == edge]
    if (
        layout is not None
        and len(signing) == 1
        and layout.dates.keys().isdisjoint(one.place for one in chosen)
    ):
        (name, *_), first = names_beside([*signing, *chosen]), signing[0]
        is_said = stops(lines[first.place].text) and first.after.count(" ") > 1
        is_told = is_said or bool((seen := sights[first.place].get("byline")) and seen.captured.author)
        if is_name(name) and first.place < layout.place.start and not (first.ago or is_told):
            layout.posts[first.place] = Captured(author=signed_name(name), date=first.date)
    return layout


def _named(
    group: Sequence[Stamp], lines: Sequence[Line], sights: Sequence[Sights], declared: int | None
) -> Sequence[Stamp]:
    """Of lines that say only when those that belong to comments; one without a name may be a link from a page."""
    found = names_around([stamp.place for stamp in group], lines, sights, declared)
    if found is None:
        return ()
    named, _ = found
    own = [stamp for stamp in group if named.get(stamp.place, (0, None))[1] is not None]
    above = lines[max(0, own[0].place - _NEAR) : own[0].place] if own else ()
    if any(counts(line, len(own)) for line in above):
        return own
    return [stamp for stamp in group if stamp.place in named]


def names_beside(stamps: Sequence[Stamp], *, fewest: int = FEWEST_DIFFERENT) -> list[str]:
    """What differs between lines that say when, beside that; empty where they say no more."""
    befores = differing([stamp.before for stamp in stamps], fewest=fewest)
    afters = differing([stamp.after for stamp in stamps], fewest=fewest)
    if any(befores) and any(afters):
        # The name is what differs; a word that is the same on all lines is none.
        if not any(map(is_name, afters)) or len(set(afters)) == 1 < len(set(befores)):
            afters = [""] * len(stamps)
        elif not any(map(is_name, befores)) or len(set(befores)) == 1 < len(set(afters)):
            befores = [""] * len(stamps)
    return without_answered([before or after for before, after in zip(befores, afters, strict=True)])


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
    if not any(line.shape == "prose" for line in lines[:first]):
        value -= 2.0  # the post's own text stands above its comments
    if declared == count:
        value += 2.0
    if any(counts(lines[index], count) for index in above):
        value += 2.0
    if any(is_opener(sights[index]) for index in above):
        value += 1.5
    if published is not None and group[start].date == published:
        value -= 1.5
    if start and group[start - 1].has_day_alone and not any(one.has_day_alone for one in group[start:]):
        value += 1.5
    if start and len(group) > _FEWEST:
        between = [_words_between(lines, one.place, other.place) for one, other in pairwise(group)]
        common = set.intersection(*between[start:]) if len(between[start:]) > 1 else set()
        value += 2.0 if common and not common & between[start - 1] else 0.0
        known = [_is_known_between(sights, one.place, other.place) for one, other in pairwise(group)]
        value += 1.5 if known[start - 1] and not any(known[start:]) else 0.0
    return value


def _is_known_between(sights: Sequence[Sights], one: int, other: int) -> bool:
    """Whether lines that tell something of a post stand between two others."""
    return any(not _TELLING.isdisjoint(seen.by_kind) for seen in sights[one + 1 : other])


def _words_between(lines: Sequence[Line], one: int, other: int) -> set[str]:
    """The short lines between two others."""
    return {line.text for line in lines[one + 1 : other] if line.shape == "short"}


def _layout(
    stamps: Sequence[Stamp],
    names: Sequence[str],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
    edge: int | None,
) -> Layout | None:
    """The layout that lines make, None where they are no comments'; the line at `edge` above them is like them."""
    places = [stamp.place for stamp in stamps]
    signs: dict[int, Captured] = {}
    dates: dict[int, str | None] = {}
    named = sum(map(is_name, names))
    if named >= _FEWEST:
        named += names.count("")  # « Posted by: | 3 May », of somebody who gave none
    is_named = named >= _MOSTLY * len(names)
    if not is_named and any(names):
        return None
    if is_named and named != len(names) and declared != len(names):
        kept = [(stamp, name) for stamp, name in zip(stamps, names, strict=True) if is_name(name)]
        stamps, names = [stamp for stamp, _ in kept], [name for _, name in kept]
        places = [stamp.place for stamp in stamps]
    order: Order | None = None
    above: Named | None = None
    if is_named:
        above = themed_names(places, lines, sights, names)
        order = NAME_DATE_TEXT if above is not None else None
    else:
        around = names_around(places, lines, sights, declared)
        if around is None:
            return None
        above, order = around
    if above is not None:
        kept = [(stamp, name) for stamp, name in zip(stamps, names, strict=True) if stamp.place in above]
        stamps, names = [stamp for stamp, _ in kept], [name for _, name in kept]
        places = [stamp.place for stamp in stamps]
    under: set[int] = set()
    for stamp, name in zip(stamps, names, strict=True):
        if above is None or order is None:
            author = signed_name(name) if _may_sign(name) else None
            signs[stamp.place] = Captured(author=author, date=stamp.date)
            continue
        at, author = above[stamp.place]
        if at == stamp.place:
            signs[at] = Captured(date=stamp.date)
        elif order.begins_with_name and (order.is_over or order.is_split):
            signs[at] = Captured(author=author)
            dates[stamp.place] = stamp.date
        else:
            # The last of its two lines where they stand under the text, else the first, says both.
            is_last = not (order.is_over or order.is_split)
            sign = max(at, stamp.place) if is_last else min(at, stamp.place)
            signs[sign] = Captured(author=author, date=stamp.date)
            under.add(at + stamp.place - sign)
    authors = {sign.author for sign in signs.values()}
    near = range(max(0, min(signs) - _NEAR), min(signs))
    is_told = any(
        is_opener(sights[index]) or (sights[index].is_blind and speaks_of_comments(lines[index].text))
        for index in near
    )
    if len(authors) < _FEWEST or (declared != len(signs) and not is_in_order(stamps, lines, is_told=is_told)):
        return None
    timed = sum(bool(stamp.ago) or (stamp.date is not None and "T" in stamp.date) for stamp in stamps)
    # Days alone are enough where they follow that of the post.
    follow = published is not None and all(
        stamp.date is not None and not is_older(stamp.date, published) for stamp in stamps
    )
    is_thin = len(signs) < _FEWEST_UNTOLD or (timed < _MOSTLY * len(signs) and not follow)
    if declared != len(signs) and is_thin and not is_told:
        return None
    heads = sorted(signs)
    signing = {*heads, *places, *under}
    repeated = repeated_lines(lines, sights, heads[0], places[-1], len(heads), signing)
    if order is not None:
        is_head = order.is_over or order.is_split
    else:
        # The post's own line of that shape stands over its text, and so do those of the comments.
        signs_post = edge is not None and not any(line.shape == "prose" for line in lines[:edge])
        is_head = signs_post or stand_over(heads, lines, sights, repeated)
    texts = texts_between(heads, signing, lines, sights, repeated)
    if texts < _HALF * (len(heads) - 1):
        return None
    begin = heads[0] if is_head else first_text(sorted(signing), lines, sights, repeated, edge)
    if is_head and above is None and have_subjects(heads, lines, sights):
        begin = heads[0] - 1
    if begin is None:
        return None
    if declared != len(signs) and _is_in_box(begin, sights):
        return None
    end = end_of_comments(heads, lines, repeated) if is_head else heads[-1] + 1
    if order is not None and order.is_split:
        # Each comment ends with the line that says who or when.
        end = max(signing) + 1
    above_all = range(max(0, begin - _NEAR), begin)
    counting = [index for index in above_all if counts(lines[index], len(signs)) and sights[index].is_blind]
    heading = counting[-1] if counting else None
    ago = {stamp.place for stamp in stamps if stamp.ago}
    return Layout(signs, dates, ago, repeated, range(begin, end), is_head, heading, under=under)


def _may_sign(name: str) -> bool:
    """Whether what stands where others have a name is one, however long, and tells of nobody else."""
    if is_name(name):
        return True
    return plausible_name(name, most_words=_LONGEST_NAME_WORDS) and _OF_ANOTHER.search(name) is None


def _is_in_box(begin: int, sights: Sequence[Sights]) -> bool:
    """Whether the last thing that is said above is what a list is called that is no part of the post."""
    above = (sights[index] for index in range(begin - 1, max(-1, begin - 1 - _NEAR), -1))
    nearest = next((seen for seen in above if not seen.is_blind), None)
    return nearest is not None and "related" in nearest.by_kind and "heading" not in nearest.by_kind


def counts(line: Line, count: int) -> bool:
    """Whether a line may be a heading that says how many there are, also « 3 réponses à « Qui vient ? » »."""
    is_heading = line.shape == "short" or (line.text[-1] in _QUOTES and line.text[:1].isdecimal())
    return is_heading and _NUMBER.findall(line.text)[:1] == [str(count)]


def is_in_order(stamps: Sequence[Stamp], lines: Sequence[Line], *, is_told: bool) -> bool:
    """Whether most stand in the order of time; under a heading over comments the newest may be the first.

    Answers stand within what they answer, whenever they were written.
    """
    outermost = min(lines[stamp.place].indent for stamp in stamps)
    dates = [stamp.date for stamp in stamps if stamp.date and lines[stamp.place].indent == outermost]
    steps = len(dates) - 1
    if sum(date <= later for date, later in pairwise(dates)) >= _MOSTLY * steps:
        return True
    return is_told and sum(date >= later for date, later in pairwise(dates)) >= _MOSTLY * steps
