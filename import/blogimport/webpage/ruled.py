"""Comments that rules separate: what stands between two `hr`, bare text as well, and begins or ends with who and when.

Wraps each stretch into an element, as `runs` does with siblings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from blogimport.textpage import sights_of
from blogimport.webpage.barelines import writable
from blogimport.webpage.evidence import Said, are_said
from blogimport.webpage.families import RUN
from blogimport.webpage.ownpages import have_pages
from blogimport.webpage.runends import ends_comments, is_heading, leads_away
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import Signature, says_nothing_more, signature_in
from blogimport.webpage.surroundings import around_of

_LONGEST_LINE = 120
_LONGEST_HEADING = 150
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two rules: the element that it follows, its children, and its lines."""

    behind: int
    children: list[int]
    lines: range


def wrap_ruled(scan: Scan, language: str | None) -> bool:
    """Wraps each stretch between rules that says who and when at its beginning or its end; whether there were any."""
    parents = sorted({scan.parents[rule] for rule in scan.with_tags(("hr",))}, reverse=True)
    wrapped = False
    for parent in parents:
        stretches = _stretches(scan, parent)
        signed = max(
            (_signed(scan, stretches, language, end) for end in (_at_end, _at_beginning)), key=len, default=[]
        )
        if len(signed) >= _FEWEST and _are_comments(scan, signed, language):
            for stretch, _ in reversed(signed):
                _wrap(scan, stretch)
            wrapped = True
    return wrapped


_Signed = list[tuple[_Stretch, Said]]
_End = Callable[[Scan, _Stretch, str | None], tuple[Said, range] | None]


def _stretches(scan: Scan, parent: int) -> list[_Stretch]:
    """What stands between the rules right in an element; before the first one, what follows a heading of comments."""
    found: list[_Stretch] = []
    behind, children = -1, list[int]()
    before: list[int] = []
    count = 0
    for child in (*scan.children(parent), None):
        if child is None or scan.tags[child] == "hr" or _announces(scan, child):
            until = scan.lines_after[parent] if child is None else scan.lines_before[child]
            if behind >= 0:
                count = count or len(children)
                found.append(_stretch(scan, behind, children, until))
            else:
                before = children
            behind, children = -1 if child is None else child, []
        else:
            children.append(child)
    # Without a heading nothing tells where the first one begins: it is made of as much as the next.
    if found and count < len(before) and scan.tags[found[0].behind] == "hr":
        first = len(before) - count
        found.insert(0, _stretch(scan, before[first - 1], before[first:], scan.lines_before[found[0].behind]))
    return found


def _stretch(scan: Scan, behind: int, children: list[int], until: int) -> _Stretch:
    """One that ends before a form or the links of the page."""
    first = scan.lines_after[behind]
    for index, child in enumerate(children):
        element = scan.elements[child]
        if ends_comments(element) or (index and leads_away(element)):
            return _Stretch(behind, children[:index], range(first, max(first, scan.lines_before[child])))
    return _Stretch(behind, children, range(first, max(first, until)))


def _announces(scan: Scan, place: int) -> bool:
    """Whether an element is a heading, by its tag or by its words."""
    if not 0 < scan.sizes[place] <= _LONGEST_HEADING or scan.linked(place) == scan.sizes[place]:
        return False
    return is_heading(scan.elements[place]) or "heading" in sights_of(scan.text(place))


def _signed(scan: Scan, stretches: Sequence[_Stretch], language: str | None, end: _End) -> _Signed:
    """The longest row of stretches that are signed at the same end."""
    best: _Signed = []
    row: _Signed = []
    for stretch in stretches:
        told = end(scan, stretch, language)
        if told is None:
            row = []
            continue
        said, lines = told
        children = [child for child in stretch.children if scan.lines_before[child] < lines.stop]
        row = [*row, (_Stretch(stretch.behind, children, lines), said)]
        best = max(best, row, key=len)
    return best


def _at_end(scan: Scan, stretch: _Stretch, language: str | None) -> tuple[Said, range] | None:
    texts = scan.lines.texts
    for number in reversed(stretch.lines[1:]):
        signed = _signature(texts[number], language)
        if signed is not None:
            text = "\n".join(texts[stretch.lines.start : number])
            return Said(signed.author, signed.published, text), range(stretch.lines.start, number + 1)
    return None


def _at_beginning(scan: Scan, stretch: _Stretch, language: str | None) -> tuple[Said, range] | None:
    if len(stretch.lines) < _FEWEST:
        return None
    texts = scan.lines.texts
    signed = _signature(texts[stretch.lines.start], language)
    if signed is None:
        return None
    return Said(
        signed.author, signed.published, "\n".join(texts[line] for line in stretch.lines[1:])
    ), stretch.lines


def _signature(line: str, language: str | None) -> Signature | None:
    """Who and when of a line that says nothing else."""
    signed = signature_in((line,), language) if len(line) <= _LONGEST_LINE else None
    if signed is None or signed.author is None or not says_nothing_more(line, signed.author, language):
        return None
    return signed


def _are_comments(scan: Scan, signed: _Signed, language: str | None) -> bool:
    places = [stretch.behind for stretch, _ in signed]
    largest = [max(stretch.children, key=scan.sizes.__getitem__) for stretch, _ in signed if stretch.children]
    if have_pages(scan, largest):
        return False
    return are_said([said for _, said in signed], around_of(scan, places, language), language)


def _wrap(scan: Scan, stretch: _Stretch) -> None:
    """Puts a stretch into an element of its own, with the text behind the rule."""
    behind = scan.elements[stretch.behind]
    wrapper = etree.Element("div", {"class": RUN})
    wrapper.text, behind.tail = writable(behind.tail or ""), None
    behind.addnext(wrapper)
    for child in stretch.children:
        wrapper.append(scan.elements[child])
