"""Pages that only list posts that are elsewhere: links with days, or under the years and months of an archive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.addresses import split_address
from blogimport.webpage.repeated import dated_lines
from blogimport.webpage.scan import HEADINGS, Scan
from reader.dates import find_dates

# So many links, and nearly nothing else, are a list.
_FEWEST = 3
_MOST = 0.8
_LONGEST_MONTH = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
# « Février (12) »
_COUNT = re.compile(r"\s*[(\[]\d+[)\]]\s*$")


def lists_others(scan: Scan, bodies: Sequence[int], language: str | None) -> bool:
    """Whether a text is no more than a list of posts that are elsewhere."""
    if len(bodies) > 1 or scan.linked(bodies[0]) * 2 < scan.sizes[bodies[0]]:
        return False
    return _are_dated(scan, bodies[0], language) or _are_under_months(scan, bodies[0], language)


def _are_dated(scan: Scan, body: int, language: str | None) -> bool:
    """Whether there are days, each with a link in its line, and little else."""
    lines = [place for place in dated_lines(scan, language) if scan.holds(body, place)]
    links = [(scan.tagged_in(place, "a") or (place,))[0] for place in lines]
    led = {scan.elements[link].get("href") for link in links} - {None}
    return (
        len(led) == len(lines) >= _FEWEST
        and sum(map(scan.sizes.__getitem__, lines)) > _MOST * scan.sizes[body]
    )


def _are_under_months(scan: Scan, body: int, language: str | None) -> bool:
    """Whether there are links to a page each of one site, under headings that are years or months, and little else."""
    headings = [
        place for place in scan.with_tags(HEADINGS) if scan.holds(body, place) and scan.sizes[place] > 0
    ]
    texts = [scan.text(place, _LONGEST_MONTH) for place in headings]
    if not texts or not all(_is_of_calendar(text, language) for text in texts):
        return False
    links = [
        link for link in scan.tagged_in(body, "a") if scan.sizes[link] and not scan.is_in_one(link, headings)
    ]
    pages = [scan.elements[link].get("href") or "" for link in links]
    listed = sum(map(scan.sizes.__getitem__, (*links, *headings)))
    return (
        len({*pages} - {""}) == len(pages) >= _FEWEST
        and len({split_address(page).netloc for page in pages}) == 1
        and listed > _MOST * scan.sizes[body]
    )


def _is_of_calendar(text: str, language: str | None) -> bool:
    """Whether a heading is a year or a month, maybe with how many posts that has."""
    bare = _COUNT.sub("", text)
    month = _YEAR.sub("", bare).strip()
    return bool(bare) and (not month or any(one.has_year for one in find_dates(f"1 {month} 2006", language)))
