"""Pages that gather the posts of several blogs: over each stands a link to the blog that it is from, by its name."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.addresses import split_address
from blogimport.textpage import plausible_name, sights_of
from blogimport.webpage.placed import PlacedPost
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import is_beside_names

_FEWEST = 2
_LONGEST_NAME = 60
_REASON = "the page gathers several blogs, and calls the one that this is from so"


def sign_aggregated(scan: Scan, found: Sequence[PlacedPost]) -> None:
    """Gives the posts of a page that lead to several sites, and say no more of who wrote, the names over them."""
    if len({host for one in found if (host := _host(one.title.link))}) < _FEWEST:
        return
    for one in found:
        name = _blog_over(scan, one) if one.head.author is None else None
        if name is not None:
            one.head.author, one.head.reasons["author"] = scan.text(name), _REASON
            one.head.meta.append(name)


def _blog_over(scan: Scan, one: PlacedPost) -> int | None:
    """The first link over a title or a text that leads to the site of the post and reads like a name."""
    title = one.title.place
    until = one.place.bodies[0] if title is None else min(title, one.place.bodies[0])
    links = scan.tagged_in(one.place.first, "a")
    over = next((link for link in links if scan.sizes[link] and link < until), None)
    if over is None or scan.sizes[over] > _LONGEST_NAME:
        return None
    host = _host(scan.elements[over].get("href"))
    led = {_host(scan.elements[link].get("href")) for link in links if link > scan.last[one.place.bodies[-1]]}
    text = scan.text(over)
    is_name = plausible_name(text) and not is_beside_names(text) and sights_of(text).is_blind
    return over if is_name and host and host in {_host(one.title.link), *led} else None


def _host(address: str | None) -> str:
    return split_address(address or "").netloc
