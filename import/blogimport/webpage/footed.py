"""Several posts that stand flat beside each other, each between its heading and the line that says who and when.

Such a line leads to a page of each post's own; some among them may have no title. Wraps what stands between into an
element, bare text as well, as `runs` does with comments; on a page that has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from blogimport.addresses import split_address
from blogimport.textpage import sights_of
from blogimport.webpage.barelines import writable
from blogimport.webpage.counts import leads_to_comments
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.several import page_of
from blogimport.webpage.surroundings import is_announced

TEXT, BOX = "post-text", "post-run"
"""The classes of what is wrapped: the text of a post by itself, and with all that stands around it."""
_FEWEST = 2
_SHORTEST = 25
_LONGEST_FOOT = 250
_NO_TITLES = frozenset(("heading", "form", "related"))
_FEET = frozenset(("p", "div", "span", "small", "em", "i", "font", "h4", "h5", "h6", "address", "ul"))
_NAMED = Hint.BODY | Hint.POST | Hint.COMMENT
_SAID = Hint.META | Hint.DATE | Hint.AUTHOR
_MOST_COVERED = 0.9


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands over a foot, behind a heading: the elements of a text, behind the one that it follows, if any.

    `over` are those that stand over the heading, up to the foot before it, which it `follows` where there is one.
    """

    foot: int
    heading: int | None
    children: list[int]
    over: list[int]
    follows: bool


def wrap_footed(scan: Scan, language: str | None) -> bool:
    """Wraps the text of each post between a heading of one look and a foot of one look; whether there were any."""
    headings: defaultdict[str, list[int]] = defaultdict(list)
    for place in scan.with_tags(HEADINGS):
        if scan.sizes[place] and not any(map(scan.asides.__contains__, scan.above(place))):
            headings[look_of(scan.elements[place])].append(place)
    for found in sorted(headings.values(), key=len, reverse=True):
        if len(found) < _FEWEST:
            break
        feet = _feet(scan, found, language)
        runs = _runs(scan, found, feet, language) if feet else []
        if runs and _are_posts(scan, runs):
            for index, run in reversed([*enumerate(runs)]):
                others = (child for other in (*runs[:index], *runs[index + 1 :]) for child in other.over)
                _wrap(scan, run, {look_of(scan.elements[child]) for child in others})
            return True
    return False


# --- the lines that say who and when ----------------------------------------------------------------


def _feet(scan: Scan, headings: Sequence[int], language: str | None) -> list[int]:
    """The last line of one look under each heading that says who and when, or counts comments, and leads to its page.

    None where one heading has no such line.
    """
    lines: list[dict[str, int]] = []
    for heading, run in zip(headings, _under(scan, headings), strict=True):
        feet = [child for child in run if _is_foot(scan, child, language)]
        led = _pages(scan, heading)
        own = [foot for foot in feet if led & _pages(scan, foot)]
        # Behind the first line that leads to where the title does, one without a title may stand.
        lines.append({look_of(scan.elements[foot]): foot for foot in own[::-1] or feet})
    shared = set(lines[0]).intersection(*lines[1:])
    for look in sorted(shared, key=lines[0].__getitem__, reverse=True):
        chosen = [found[look] for found in lines]
        if _lead_to_own_pages(scan, headings, chosen):
            return chosen
    return []


def _under(scan: Scan, headings: Sequence[int]) -> list[list[int]]:
    """What stands beside each heading, up to the next one there."""
    known = set(headings)
    runs: list[list[int]] = []
    for heading in headings:
        siblings = scan.children(scan.parents[heading])
        behind = siblings[siblings.index(heading) + 1 :]
        runs.append(list(takewhile(lambda child: child not in known, behind)))
    return runs


def _is_foot(scan: Scan, place: int, language: str | None) -> bool:
    if scan.tags[place] not in _FEET or not 0 < scan.sizes[place] <= _LONGEST_FOOT:
        return False
    links = scan.tagged_in(place, "a")
    if not links:
        return False
    if scan.hints[place] & _SAID or any(leads_to_comments(scan, link) for link in links):
        return True
    sights = sights_of(scan.text(place), language)
    return sights.date is not None or "byline" in sights or "head" in sights


def _lead_to_own_pages(scan: Scan, headings: Sequence[int], feet: Sequence[int]) -> bool:
    """Whether each foot leads to a page that no other one does, on one site or where its linked heading leads."""
    pages = [_pages(scan, foot) for foot in feet]
    site = set.intersection(*({split_address(page).netloc for page in found} for found in pages))
    for index, (heading, found) in enumerate(zip(headings, pages, strict=True)):
        own = found.difference(*pages[:index], *pages[index + 1 :])
        led = _pages(scan, heading)
        if not (own & led if led else any(split_address(page).netloc in site for page in own)):
            return False
    return True


def _pages(scan: Scan, place: int) -> set[str]:
    """The pages that the links in an element lead to."""
    links = (link for link in scan.tagged_in(place, "a") if scan.sizes[link])
    return {page for link in links if (page := page_of(scan, link))}


# --- the posts --------------------------------------------------------------------------------------


def _runs(scan: Scan, headings: Sequence[int], feet: Sequence[int], language: str | None) -> list[_Run]:
    """The posts over the feet, also over those of the same look behind the first one that have no heading over them."""
    look = look_of(scan.elements[feet[0]])
    heading_of = dict(zip(feet, headings, strict=True))
    known = set(headings)
    others = (
        place
        for place in range(feet[0] + 1, len(scan.elements))
        if place not in heading_of
        and look_of(scan.elements[place]) == look
        and not any(heading < place < foot for foot, heading in heading_of.items())
        and _is_foot(scan, place, language)
    )
    runs: list[_Run] = []
    for foot in sorted((*feet, *others)):
        siblings = scan.children(scan.parents[foot])
        before = siblings[: siblings.index(foot)]
        start = next((index + 1 for index in reversed(range(len(before))) if before[index] in heading_of), 0)
        stretch, heading = before[start:], heading_of.get(foot)
        if heading is not None:
            at = stretch.index(heading)
            runs.append(_Run(foot, heading, stretch[at + 1 :], stretch[:at], start > 0))
        elif known.isdisjoint(stretch):
            over = _over(scan, stretch, {look_of(scan.elements[child]) for run in runs for child in run.over})
            runs.append(_Run(foot, None, stretch[len(over) :], over, start > 0))
            heading_of[foot] = foot
    return runs


def _over(scan: Scan, stretch: Sequence[int], looks: Collection[str]) -> list[int]:
    """What a stretch begins with that has the looks of what stands over titles."""
    return list(takewhile(lambda child: look_of(scan.elements[child]) in looks, stretch))


def _are_posts(scan: Scan, runs: Sequence[_Run]) -> bool:
    """Whether headings are titles, over texts that nothing is named for, and no comments are announced there."""
    named = scan.with_hints(_NAMED)
    for run in runs:
        first = run.heading if run.heading is not None else run.children[0] if run.children else run.foot
        if _words(scan, run) < _SHORTEST or any(first < place < run.foot for place in named):
            return False
        if run.heading is not None and not _may_be_title(scan, run.heading):
            return False
    starts = [run.heading for run in runs if run.heading is not None]
    return _are_most(scan, runs) and not is_announced(scan, starts)


def _words(scan: Scan, run: _Run) -> int:
    """How many characters stand in the text of a post."""
    if run.heading is not None:
        return scan.before[run.foot] - scan.after[run.heading]
    return scan.before[run.foot] - scan.before[run.children[0]] if run.children else 0


def _are_most(scan: Scan, runs: Sequence[_Run]) -> bool:
    """Whether posts are nearly all that stands from the first to the last of them."""
    first, last = runs[0].heading or runs[0].foot, runs[-1].foot
    words = sum(_words(scan, run) for run in runs)
    around = sum(
        scan.sizes[place]
        for run in runs
        for place in (run.foot, *run.over, *(() if run.heading is None else (run.heading,)))
        if first <= place <= last
    )
    whole = scan.after[last] - scan.before[first]
    return bool(words + around >= _MOST_COVERED * whole)


def _may_be_title(scan: Scan, heading: int) -> bool:
    """Whether a heading says neither what else stands there nor a day, unless it leads to a page."""
    link = next((one for one in scan.tagged_in(heading, "a") if scan.sizes[one]), None)
    sights = sights_of(scan.text(heading if link is None else link))
    return _NO_TITLES.isdisjoint(sights.by_kind) and (sights.date is None or link is not None)


def _wrap(scan: Scan, run: _Run, looks: Collection[str]) -> None:
    """Puts the text of a post into a box, and that with its heading, its foot and what stands over it into another."""
    text = etree.Element("div", {"class": TEXT})
    box = etree.Element("div", {"class": BOX})
    # Over the first one stands what is the page's own, too.
    over = run.over if run.follows else _over(scan, run.over[::-1], looks)[::-1]
    first = [*over, *(() if run.heading is None else (run.heading,)), *run.children][0]
    scan.elements[first].addprevious(box)
    if run.heading is not None:
        heading = scan.elements[run.heading]
        text.text, heading.tail = writable(heading.tail or ""), None
    for place in run.children:
        text.append(scan.elements[place])
    for place in over:
        box.append(scan.elements[place])
    if run.heading is not None:
        box.append(scan.elements[run.heading])
    box.append(text)
    box.append(scan.elements[run.foot])
