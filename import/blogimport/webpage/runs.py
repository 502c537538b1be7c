"""Comments that are no element of their own: a run of siblings each, one after the other in a list or a box.

Wraps each run into an element, so that everything after it sees one element a comment. Does so only where no
element is a comment by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate, islice, pairwise

from lxml import etree

from blogimport.markup import Element
from blogimport.textpage import sights_of
from blogimport.webpage.addresses import ADDRESS, is_address
from blogimport.webpage.areas import comment_areas
from blogimport.webpage.families import RUN
from blogimport.webpage.hints import Hint, hints_of
from blogimport.webpage.looks import look_of
from blogimport.webpage.named import Named
from blogimport.webpage.runends import (
    WORDLESS,
    ends_comments,
    head_posts,
    is_heading,
    is_of_post,
    is_one_alone,
    leads_away,
    shorten_last,
    words_of,
)
from blogimport.webpage.scan import Scan
from reader.dates import find_dates, tells_day

_LONGEST_BYLINE = 250
_SHORTEST = 60
_SHORTEST_RUN = 10
_LINES = ("td", "p", "div", "font", "span", "small")
_LONGEST_LEAD = 60
_COUNTED = re.compile(r"\d{2,}$")
_NO_COMMENT = Hint.BODY | Hint.POST
# Old systems indent answers by lists without items.
_INDENTING = frozenset(("ul", "ol", "blockquote"))
_TERMS = frozenset(("dt",))
_MARKED = frozenset(("p", "dt", "h3", "h4", "h5", "div", "span"))
_BREAKS = frozenset(("br", "hr", "p", "div"))


def wrap_marked(named: Named) -> bool:
    """Wraps each run of siblings that begins with the address of a comment; whether there were any."""
    around = _around_addresses(named)
    innermost_first = filter(around.__contains__, reversed(named.elements))
    return _wrap_all(list(islice(innermost_first, len(around))), _marked_runs)


def wrap_bylines(scan: Scan) -> bool:
    """Wraps each run of siblings that begins or ends with a line that says who and when; whether there were any."""
    places: set[int] = set()
    for first, last in comment_areas(scan):
        places.update(
            place
            for place in range(first, last + 1)
            if len(scan.elements[place]) > 1 and scan.sizes[place] > _SHORTEST
        )
        if 0 < first < len(scan.parents):
            places.add(scan.parents[first])
    places.discard(-1)
    return wrap_within(scan, sorted(places))


def wrap_within(scan: Scan, places: Sequence[int]) -> bool:
    """The same among what is right in some elements."""
    return _wrap_all([scan.elements[place] for place in sorted(places, reverse=True)], _byline_runs)


def _wrap_all(parents: list[Element], runs_of: Callable[[list[Element]], list[list[Element]]]) -> bool:
    """Wraps the runs among the children of some elements, the innermost first."""
    wrapped = False
    for parent in parents:
        for run in runs_of([child for child in parent if isinstance(child.tag, str)]):
            _wrap(parent, run)
            wrapped = True
    return wrapped


def _around_addresses(named: Named) -> set[Element]:
    """The elements in which one carries the address of a comment."""
    found: set[Element] = set()
    for element in map(named.elements.__getitem__, (*named.with_hints(Hint.COMMENT), *named.anchors)):
        if not is_address(element):
            continue
        around = element.getparent()
        if around is None:
            continue
        # An anchor may stand in the first paragraph of its comment.
        row = around.getparent() if around.tag == "td" else None
        if row is not None and row.tag == "tr":
            found.add(row.getparent())
        if element.tag == "a" and (len(around) == 1 or around.tag == "dt") and around.tag != "body":
            around = around.getparent()
        found.add(around)
    return found


def _marked_runs(children: list[Element]) -> list[list[Element]]:
    """The runs of siblings that begin with the address of a comment; an element that is one alone is none."""
    starts = _first_of_each([index for index, child in enumerate(children) if _is_start(child)], children)
    if not starts or len(starts) == len(children):
        return []  # each is alone, or there is nothing
    if _are_behind_terms(children, starts):
        starts = [start - 1 for start in starts]
    runs = _from_starts(children, starts)
    if (
        len(runs) == 1
        and children[0].tag == "a"
        and children[0].getparent().tag not in _INDENTING
        and (len(runs[0]) == len(children) or _is_inside(runs[0][0]))
    ):
        return []  # the comment is what they are in, or begins with that
    if all(len(run) == 1 for run in runs) or (len(runs) == 1 and is_of_post(runs[0])):
        return []
    if not all(map(_has_byline, runs[:3])) and not (
        starts[0] == 0 and all(map(_begins_with_byline, runs[:3]))
    ):
        return []
    return runs


def _are_behind_terms(children: list[Element], starts: list[int]) -> bool:
    """Whether each start says what the term right before it is of: a day, or who wrote."""
    return children[-1].tag != "dt" and all(
        start and children[start].tag == "dd" and children[start - 1].tag == "dt" for start in starts
    )


def _first_of_each(starts: list[int], children: list[Element]) -> list[int]:
    """Those of some starts that do not carry the number of the one before: name and text may both have it."""
    kept: list[int] = []
    known: set[str] = set()
    for start in starts:
        numbers = {number for name in _names(children[start]) for number in _COUNTED.findall(name)}
        if not kept or not numbers or not numbers <= known:
            kept.append(start)
            known = numbers
    return kept


def _is_inside(anchor: Element) -> bool:
    """Whether an anchor only repeats the address of the element around it."""
    around = anchor.getparent()
    name = None if around is None else around.get("id")
    return name is not None and name in (anchor.get("name"), anchor.get("id"))


def _byline_runs(children: list[Element]) -> list[list[Element]]:
    """The runs of siblings that begin or end with a line that says who and when."""
    bylines = _bylines(children)
    if not bylines or head_posts(children, bylines):
        return []
    between = _between(children, bylines)
    first = next(
        (
            index
            for index, child in enumerate(children)
            if child.tag not in WORDLESS and words_of(child) and not _is_over(child, between)
        ),
        None,
    )
    if first is None:
        return []
    first = max(first, _beginning(children, bylines, between))
    if first >= bylines[0] or _lead(children, bylines, between):
        return _from_starts(children, bylines) if len(children) > bylines[0] + 1 else []
    if _are_led(children, bylines, bylines[0] - first):
        return _from_starts(children, [byline - bylines[0] + first for byline in bylines])
    return _to_ends(children, first, _with_names(children, bylines))


def _between(children: list[Element], bylines: list[int]) -> set[str]:
    """The looks of what stands between bylines."""
    return {
        look_of(child)
        for byline, following in pairwise(bylines)
        for child in children[byline + 1 : following]
        if child.tag not in WORDLESS
    }


def _with_names(children: list[Element], bylines: list[int]) -> list[int]:
    """The ends of comments: bylines, or what stands right behind each and behind the last one, too, as names may."""
    behind = [byline + 1 for byline in bylines]
    if behind[-1] >= len(children):
        return bylines
    looks = {look_of(children[index]) for index in behind}
    lengths = [len(words_of(children[index])) for index in behind]
    is_apart = len(looks) == 1 and looks.isdisjoint({look_of(children[bylines[0] - 1])})
    return behind if is_apart and all(0 < length <= _LONGEST_LEAD for length in lengths) else bylines


def _lead(children: list[Element], bylines: list[int], between: set[str]) -> bool:
    """Whether what stands between bylines looks like what follows the last, and not like what is before the first."""
    if not between:
        return _has_text_behind(children, bylines[-1])
    before = look_of(children[bylines[0] - 1])
    following = next((child for child in children[bylines[-1] + 1 :] if child.tag not in WORDLESS), None)
    return (
        before not in between
        and following is not None
        and look_of(following) in between
        and not ends_comments(following)
        and not is_heading(following)
    )


def _has_text_behind(children: list[Element], byline: int) -> bool:
    """Whether bare text stands behind a byline, before what ends the comments."""
    for child in children[byline:]:
        if child is not children[byline] and (ends_comments(child) or leads_away(child)):
            return False
        if (child.tail or "").strip():
            return True
    return False


def _are_led(children: list[Element], bylines: list[int], count: int) -> bool:
    """Whether as many short lines stand over each byline, names say, and a text stands under the last one."""
    following = next((child for child in children[bylines[-1] + 1 :] if words_of(child)), None)
    if following is None or ends_comments(following) or is_heading(following):
        return False
    first = bylines[0]
    return len(bylines) > 1 and all(
        children[byline - back].tag == children[first - back].tag
        and (
            children[byline - back].tag == "br" or 0 < len(words_of(children[byline - back])) <= _LONGEST_LEAD
        )
        and byline - back not in bylines
        for byline in bylines
        for back in range(1, count + 1)
    )


def _beginning(children: list[Element], bylines: list[int], between: set[str]) -> int:
    """The first child that may belong to a comment which ends in a byline: those before are of a post, or a heading."""
    first = bylines[0]
    while first > 0:
        before = children[first - 1]
        if before.tag == "a" and not words_of(before) and (before.get("name") or before.get("id")):
            return first - 1
        if (
            _is_over(before, between)
            or before.tag == "hr"
            or ends_comments(before, between)
            or hints_of(before) & _NO_COMMENT
        ):
            return first
        first -= 1
    # Nothing tells where the post ends: the comment is no longer than the others, and looks like them.
    longest = max((end - start - 1 for start, end in pairwise(bylines)), default=0)
    first = bylines[0]
    while between and first > 0 and bylines[0] - first < longest:
        before = children[first - 1]
        if before.tag not in WORDLESS and look_of(before) not in between:
            break
        first -= 1
    return first if between else 0


def _is_over(child: Element, between: set[str]) -> bool:
    """Whether an element is a heading over all comments; rows have one look, whatever they say."""
    return is_heading(child) and (child.tag == "tr" or look_of(child) not in between)


def _is_start(child: Element) -> bool:
    """Whether an element carries the address of a comment, or stands only to do so."""
    if is_address(child):
        return True
    if child.tag == "tr":
        cells = (child, *child.iterchildren("td"))
        return any(is_address(inner) for cell in cells for inner in (cell, *cell[:1]))
    if child.tag not in _MARKED or not len(child):
        return False
    # An anchor alone may stand behind the words, too.
    first = () if (child.text or "").strip() else (child[0],)
    links = child.iterchildren("a")
    empty = (inner for inner in links if not inner.get("href") and not (inner.text or "").strip())
    is_marked = any(inner.tag == "a" and is_address(inner) for inner in (*first, *empty))
    return is_marked and not hints_of(child) & Hint.REPLIES and len(words_of(child)) < _LONGEST_BYLINE


def _from_starts(children: list[Element], starts: list[int]) -> list[list[Element]]:
    runs: list[list[Element]] = []
    for start, following in zip(starts, [*starts[1:], len(children)], strict=True):
        end = start + 1
        while end < following and not ends_comments(children[end]):
            # What a term is described by holds the answers, too.
            is_described = children[start].tag == "dt" and children[end].tag == "dd"
            if not is_described and is_one_alone(children[end]):
                break
            end += 1
        runs.append(children[start:end])
    shorten_last(runs)
    return runs


def _to_ends(children: list[Element], first: int, ends: list[int]) -> list[list[Element]]:
    runs: list[list[Element]] = []
    for end in ends:
        runs.append(children[first : end + 1])
        first = end + 1
    return runs


def _bylines(children: list[Element]) -> list[int]:
    """The children of the most frequent look that say who and when."""
    looks: dict[str, list[int]] = {}
    for index, child in enumerate(children):
        words = words_of(child)
        if 0 < len(words) <= _LONGEST_BYLINE and _is_byline(words):
            looks.setdefault(look_of(child), []).append(index)
    best = max(looks.values(), key=len, default=[])
    # Terms may be named for what is said of each comment.
    of_tag = [index for places in looks.values() for index in places if children[index].tag in _TERMS]
    if len(of_tag) > len(best):
        best = sorted(of_tag)
    return best if len(best) > 1 or (best and "head" in sights_of(words_of(children[best[0]]))) else []


def _is_byline(words: str) -> bool:
    sights = sights_of(words)
    head = sights.get("head")
    told = (head and head.captured.date, sights.date, sights.dated and sights.dated[1])
    if any(told):
        return any(tells_day(date) for date in told if date)
    if head is not None:
        return True
    return len(words) < 120 and any(tells_day(found.iso) for found in find_dates(words))


def _has_byline(run: list[Element]) -> bool:
    """Whether something in a run says who or when, and it has words besides."""
    if not any(length > _SHORTEST_RUN for length in accumulate(map(len, map(words_of, run)))):
        return False
    is_named = any(
        hints_of(inner) & (Hint.AUTHOR | Hint.DATE)
        for child in run
        for inner in child.iter()
        if isinstance(inner.tag, str)
    )
    # Who and when may stand within a table or a box with the text.
    return is_named or any(
        0 < len(words) <= _LONGEST_BYLINE and _is_byline(words)
        for child in run
        for inner in (child, *child.iter(*_LINES))
        if (words := words_of(inner))
    )


def _begins_with_byline(run: list[Element]) -> bool:
    """Whether what stands before the first break of a run, much of it in no element, says who and when."""
    words: list[str] = []
    for child in run:
        if child.tag in _BREAKS and words:
            break
        words += [*child.itertext(), child.tail or ""]
    line = " ".join(" ".join(words).split())
    return 0 < len(line) <= _LONGEST_BYLINE and _is_byline(line)


def _wrap(parent: Element, run: list[Element]) -> None:
    wrapper = etree.Element("div", {"class": RUN})
    identity = next((name for child in run[:2] for name in _names(child) if ADDRESS.fullmatch(name)), None)
    if identity:
        wrapper.set("id", identity)
    parent.insert(parent.index(run[0]), wrapper)
    for child in run:
        wrapper.append(child)  # with its tail


def _names(child: Element) -> list[str]:
    return [name for one in (child, *child[:1]) for name in (one.get("id"), one.get("name")) if name]
