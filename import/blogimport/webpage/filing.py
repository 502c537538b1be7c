"""Where a post is filed: the categories and tags that the links around it lead to, and the lines that list them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from blogimport.leadingon import is_more
from blogimport.markup import plain
from blogimport.textpage import sights_of
from blogimport.webpage.about import AboutLine
from blogimport.webpage.around import Around
from blogimport.webpage.counts import leads_to_comments
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan
from blogimport.webpage.titles import leads_home

_LONGEST_NAME = 80
_LONGEST_LIST = 120
_LARGEST_LIST = 600
_LONGEST_LABEL = 30
# How blogs write the addresses of their lists.
_CATEGORY = re.compile(
    r"/(?:categor(?:y|ies|ie|ia|ias)|kategorie|rubriques?|topics?|sujets?)[/=-]|[?&]cat(?:egory)?=|"
    r"/archives/(?!\d)[^/?#]+/(?:index\.html)?$"
)
_FILED = Hint.CATEGORY | Hint.TAG
# The relations of links to something else than a list of posts.
_OTHERWISE = frozenset(("author", "bookmark"))
_ALL = re.compile(r"\bcat-item\b")
_CLOUD = re.compile(r"\btag-link-\d|\btag-cloud-link\b")
# « ?url=http://… »: a service is asked about the post.
_ASKS = re.compile(r"[?&][\w-]+=https?(?::|%3A)(?:/|%2F)", re.IGNORECASE)
_TAG = re.compile(r"/(?:tags?|labels?|mots-cles)/|[?&]tag=")


class Filed(NamedTuple):
    """The categories and tags of a post, and the places of the links that say so around its text."""

    categories: tuple[str, ...]
    tags: tuple[str, ...]
    places: list[int]


def filed_under(
    around: Around, places: Iterable[int], lines: Sequence[AboutLine], said: Collection[int]
) -> Filed:
    """Categories and tags: by the links that are named for them, else by the lines that list them.

    `said` are the places in lines that say who, when or where of the post.
    """
    scan, post = around.scan, around.post
    categories: dict[str, None] = {}
    tags: dict[str, None] = {}
    outside: list[int] = []
    # Within the text only those are looked at that are named for a list.
    named = (place for place in scan.with_hints(_FILED) if scan.is_in_one(place, post.bodies))
    for place in sorted({place for place in (*places, *named) if scan.tags[place] == "a"}):
        if scan.is_in_outermost(place, around.holes):
            continue
        element = scan.elements[place]
        is_outside = not scan.is_in_one(place, post.bodies) or scan.is_in_one(place, around.edges)
        kind = _kind_of_link(scan, place, post.bodies, is_outside=is_outside, is_said=place in said)
        if not kind and is_outside:
            kind = _kind_by_label(scan, place, post.bodies)
        name = plain(element).removeprefix("#") if kind else ""
        if name and len(name) <= _LONGEST_NAME and "heading" not in sights_of(name) and not is_more(name):
            (categories if kind == Hint.CATEGORY else tags)[name] = None
            if is_outside:
                outside.append(place)
    sights = [line.sights.get("byline") for line in lines]
    stated = [sight.captured for sight in sights if sight is not None]
    listed = next((one.categories for one in stated if one.categories), ())
    return Filed(
        tuple(categories) or _without_services(scan, listed),
        tuple(tags) or next((one.tags for one in stated if one.tags), ()),
        outside,
    )


def _without_services(scan: Scan, names: tuple[str, ...]) -> tuple[str, ...]:
    """What a line seems to be filed under, without the links in it that ask a service about the post."""
    if not names:
        return ()
    links = (link for link in scan.tagged_in(0, "a") if _ASKS.search(scan.elements[link].get("href") or ""))
    asked = {scan.text(link) for link in links}
    return tuple(name for name in names if name not in asked)


def _kind_of_link(scan: Scan, place: int, bodies: Sequence[int], *, is_outside: bool, is_said: bool) -> int:
    """Whether a link leads to a category or a tag of the post: `Hint.CATEGORY`, `Hint.TAG` or nothing."""
    element = scan.elements[place]
    relations = (element.get("rel") or "").lower().split()
    if _CLOUD.search(element.get("class") or "") or _ALL.search(element.getparent().get("class") or ""):
        return 0  # what the whole blog is filed under
    if leads_home(scan, place) or leads_to_comments(scan, place):
        return 0
    if not is_outside and "category" not in relations and "tag" not in relations:
        return 0
    around = 0
    for outer in islice(scan.above(place), 3):
        # What holds the text has the names of its categories too.
        if scan.sizes[outer] > _LARGEST_LIST or scan.holds_one(outer, bodies):
            break
        around |= scan.hints[outer]
    if "category" in relations:
        return Hint.CATEGORY
    is_category = around & Hint.CATEGORY and not around & Hint.TAG
    if "tag" in relations:
        return Hint.CATEGORY if is_category else Hint.TAG
    if not is_outside or not _OTHERWISE.isdisjoint(relations):
        return 0
    own = scan.hints[place] & (Hint.CATEGORY | Hint.TAG) or around & Hint.TAG
    if is_category or own:
        return Hint.CATEGORY if is_category else own
    if not is_said:
        return 0  # a menu of the blog
    address = element.get("href") or ""
    return Hint.CATEGORY if _CATEGORY.search(address) else Hint.TAG if _TAG.search(address) else 0


def _kind_by_label(scan: Scan, place: int, bodies: Sequence[int]) -> int:
    """The same by the words that a list of links begins with, in what is named for what is said of the post."""
    around = scan.parents[place]
    if not scan.hints[around] & Hint.META or scan.holds_one(around, bodies):
        return 0
    links = [link for link in scan.tagged_in(around, "a") if scan.sizes[link]]
    if not links or any((scan.elements[link].get("rel") or "").strip() for link in links):
        return 0
    label = " ".join(" ".join(scan.texts_before(around, links[0])).split())
    # Behind that there are links and no more than signs between them.
    if not 0 < len(label) <= _LONGEST_LABEL or len(scan.text_but(around, links, _LONGEST_LIST)) > len(
        label
    ) + 2 * len(links):
        return 0
    sight = sights_of(f"{label.rstrip(' :')} : {scan.text(place, _LONGEST_NAME)}").get("byline")
    captured = None if sight is None else sight.captured
    if captured is None or captured.author or captured.date:
        return 0
    return Hint.CATEGORY if captured.categories else Hint.TAG if captured.tags else 0
