"""Whether elements have a page each: titles and times of posts lead there, those of comments to a place in one page."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.addresses import split_address
from blogimport.textpage import sights_of
from blogimport.webpage.scan import HEADINGS, Scan

_LONGEST_MOMENT = 40


def have_pages(scan: Scan, members: Sequence[int]) -> bool:
    """Whether the times, or the headings, of most elements lead to a page of the same site each."""
    for leading in (_behind_time, behind_heading):
        pages = [split_address(address) for place in members if (address := leading(scan, place))]
        paths = {page.path for page in pages}
        if len(paths) * 2 > len(members) and len({page.netloc for page in pages}) == 1:
            return True
    return False


def behind_heading(scan: Scan, place: int) -> str | None:
    """To which other page a heading in an element leads."""
    for inner in range(place, scan.last[place] + 1):
        if scan.tags[inner] in HEADINGS:
            links = (link.get("href") for link in scan.elements[inner].iter("a"))
            return next((link for link in links if link and "#" not in link), None)
    return None


def _behind_time(scan: Scan, place: int) -> str | None:
    """Where a link in an element leads to that says no more than a day or a time."""
    for link in scan.tagged_in(place, "a"):
        if 0 < scan.sizes[link] <= _LONGEST_MOMENT and scan.holds_figure(link):
            sights = sights_of(scan.text(link))
            if sights.date is not None or sights.time is not None:
                address: str | None = scan.elements[link].get("href")
                return address
    return None
