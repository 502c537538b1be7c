"""Several posts that stand flat beside each other, each between its heading and the line that says who and when.

Such a line leads to a page of each post's own. Wraps what stands between into an element, bare text as well, as `runs`
does with comments; on a page that has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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

TEXT = "post-text"
"""The class of what is wrapped, by which it is named for a text."""
_FEWEST = 2
_SHORTEST = 25
_LONGEST_FOOT = 250
_FEET = frozenset(("p", "div", "span", "small", "em", "i", "font", "h4", "h5", "h6", "address", "ul"))
_NAMED = Hint.BODY | Hint.POST | Hint.COMMENT
_SAID = Hint.META | Hint.DATE | Hint.AUTHOR


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands under a heading, up to the next one of its look."""

    heading: int
    children: list[int]


def wrap_footed(scan: Scan, language: str | None) -> bool:
    """Wraps the text of each post between a heading of one look and a foot of one look; whether there were any."""
    headings: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for place in scan.with_tags(HEADINGS):
        if scan.sizes[place]:
            headings[scan.parents[place], look_of(scan.elements[place])].append(place)
    for (parent, _), found in sorted(headings.items(), key=lambda row: -len(row[1])):
        if len(found) < _FEWEST:
            break
        if parent < 0 or any(map(scan.asides.__contains__, (parent, *scan.above(parent)))):
            continue
        runs = _runs(scan, parent, found)
        feet = _feet(scan, runs, language)
        if feet and _are_posts(scan, runs, feet):
            for run, foot in zip(reversed(runs), reversed(feet), strict=True):
                _wrap(scan, run, foot)
            return True
    return False


def _runs(scan: Scan, parent: int, headings: Sequence[int]) -> list[_Run]:
    children = scan.children(parent)
    starts = [children.index(heading) for heading in headings]
    return [
        _Run(heading, children[start + 1 : end])
        for heading, start, end in zip(headings, starts, [*starts[1:], None], strict=True)
    ]


# --- the lines that say who and when ----------------------------------------------------------------


def _feet(scan: Scan, runs: Sequence[_Run], language: str | None) -> list[int]:
    """The last line of one look in each run that says who and when, or counts comments, with a link to its own page.

    None where one run has no such line.
    """
    lines = [
        {look_of(scan.elements[child]): child for child in run.children if _is_foot(scan, child, language)}
        for run in runs
    ]
    shared = set(lines[0]).intersection(*lines[1:])
    for look in sorted(shared, key=lines[0].__getitem__, reverse=True):
        feet = [found[look] for found in lines]
        if _lead_to_own_pages(scan, runs, feet):
            return feet
    return []


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


def _lead_to_own_pages(scan: Scan, runs: Sequence[_Run], feet: Sequence[int]) -> bool:
    """Whether each foot leads to a page of the same site that no other one does, and that a linked heading leads to."""
    pages = [{page for link in scan.tagged_in(foot, "a") if (page := page_of(scan, link))} for foot in feet]
    hosts = [{split_address(page).netloc for page in found} for found in pages]
    site = set.intersection(*hosts)
    for index, (run, found) in enumerate(zip(runs, pages, strict=True)):
        others = set[str]().union(*pages[:index], *pages[index + 1 :])
        own = {page for page in found - others if split_address(page).netloc in site}
        led = {page_of(scan, link) for link in scan.tagged_in(run.heading, "a") if scan.sizes[link]} - {""}
        if not own or (led and led.isdisjoint(own)):
            return False
    return True


# --- whether these are posts ------------------------------------------------------------------------


def _are_posts(scan: Scan, runs: Sequence[_Run], feet: Sequence[int]) -> bool:
    """Whether headings are titles, over texts that nothing is named for, and no comments are announced there."""
    named = scan.with_hints(_NAMED)
    for run, foot in zip(runs, feet, strict=True):
        words = scan.before[foot] - scan.after[run.heading]
        if words < _SHORTEST or any(run.heading < place < foot for place in named):
            return False
        sights = sights_of(_title_of(scan, run.heading))
        if sights.date is not None or "heading" in sights or "form" in sights or "related" in sights:
            return False
    return not is_announced(scan, [run.heading for run in runs])


def _title_of(scan: Scan, heading: int) -> str:
    """What a heading says, without what stands behind its link."""
    link = next((one for one in scan.tagged_in(heading, "a") if scan.sizes[one]), heading)
    return scan.text(link)


def _wrap(scan: Scan, run: _Run, foot: int) -> None:
    heading = scan.elements[run.heading]
    wrapper = etree.Element("div", {"class": TEXT})
    wrapper.text, heading.tail = writable(heading.tail or ""), None
    heading.addnext(wrapper)
    for child in run.children:
        if child == foot:
            break
        wrapper.append(scan.elements[child])
