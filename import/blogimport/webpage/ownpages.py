"""Whether elements have a page each: titles and times of posts lead there, those of comments to a place in one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from blogimport.addresses import split_address
from blogimport.textpage import sights_of
from blogimport.webpage.scan import HEADINGS, Scan

_LONGEST_MOMENT = 40


def have_pages(scan: Scan, members: Sequence[int]) -> bool:
    """Whether the times, or the headings, of most elements lead to a page of the same site each."""
    for leading in (_behind_times, _behind_first_heading):
        pages = [[split_address(address) for address in leading(scan, place)] for place in members]
        counts = Counter(path for found in pages for path in {page.path for page in found})
        # The day may lead to all of that day, and the time to the post.
        own = [[page for page in found if counts[page.path] == 1] for found in pages]
        hosts = {page.netloc for found in own for page in found}
        if sum(map(bool, own)) * 2 > len(members) and len(hosts) == 1:
            return True
    return False


def _behind_first_heading(scan: Scan, place: int) -> list[str]:
    address = behind_heading(scan, place)
    return [] if not address else [address]


def behind_heading(scan: Scan, place: int) -> str | None:
    """To which other page a heading in an element leads."""
    for inner in range(place, scan.last[place] + 1):
        if scan.tags[inner] in HEADINGS:
            links = (link.get("href") for link in scan.elements[inner].iter("a"))
            return next((link for link in links if link and "#" not in link), None)
    return None


def _behind_times(scan: Scan, place: int) -> list[str]:
    """Where the links in an element lead to that say no more than a day or a time."""
    found: list[str] = []
    for link in scan.tagged_in(place, "a"):
        if 0 < scan.sizes[link] <= _LONGEST_MOMENT and scan.holds_figure(link):
            sights = sights_of(scan.text(link))
            address: str = scan.elements[link].get("href") or ""
            if address and (sights.date is not None or sights.time is not None):
                found.append(address)
    return found
