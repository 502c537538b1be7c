"""What is shown of a post around its text: title, author, date, categories, tags, how many comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from blogimport.markup import plain
from blogimport.textpage import sights_of
from blogimport.webpage.bylines import byline_around
from blogimport.webpage.hints import Hint
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import Scan
from blogimport.webpage.stated import Stated

_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST_TITLE = 300
_LONGEST_LINE = 160
# What speaks of a post stands within so many elements of its text, where nothing says where the post ends.
_BEFORE, _BEHIND = 60, 120
_HOME = re.compile(r"https?://[^/?#]+/?(?:index\.\w{3,4})?|/", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What is shown of a post; `title_at` and `meta` are the places of what says so."""

    title: str | None = None
    title_at: int | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    declared: int | None = None
    is_open: bool | None = None
    meta: list[int] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)


def head_of(
    scan: Scan,
    post: PostPlace,
    holes: Sequence[int],
    stated: Stated,
    language: str | None,
    captured: str | None,
    *,
    is_alone: bool,
) -> Head:
    """What a page shows of one post; `holes` are the places of comments and of what belongs to no post."""
    head = Head()
    _set_title(scan, post, holes, stated, head, is_alone=is_alone)
    first = head.title_at if head.title_at is not None and head.title_at < post.bodies[0] else post.bodies[0]
    first = max(post.first, (first if is_alone else post.first) - (12 if is_alone else 0))
    last = min(post.last, scan.last[post.bodies[-1]] + _BEHIND) if is_alone else post.last
    places = list(_outside(scan, first, last, [*post.bodies, *holes]))
    said = byline_around(scan, places, language, captured)
    head.author, head.published = said.author, said.published
    head.reasons |= said.reasons
    head.meta.extend(said.places)
    _set_categories(scan, post, holes, first, last, head)
    _set_counts(scan, places, head)
    if head.published is None and not is_alone:
        _set_day_above(scan, post, language, head)
    return head


def _outside(scan: Scan, first: int, last: int, holes: Sequence[int]) -> Iterator[int]:
    """The places from one to another that are in none of the holes."""
    ordered = sorted(holes)
    place = first
    while place <= last:
        hole = next((hole for hole in ordered if scan.holds(hole, place)), None)
        if hole is not None:
            place = scan.last[hole] + 1
            continue
        yield place
        place += 1


# --- title ------------------------------------------------------------------------------------------


def _set_title(
    scan: Scan, post: PostPlace, holes: Sequence[int], stated: Stated, head: Head, *, is_alone: bool
) -> None:
    wanted = stated.title if is_alone else None
    known = _letters(" ".join(text for text in (wanted, stated.page_title) if text)) if is_alone else ""
    best: tuple[float, int] | None = None
    body = post.bodies[0]
    for place in range(post.first, min(post.last, scan.last[post.bodies[-1]]) + 1):
        hint, element = scan.hints[place], scan.elements[place]
        is_heading = element.tag in _HEADINGS
        if (
            not (is_heading or hint & Hint.TITLE)
            or scan.size(place) == 0
            or scan.size(place) > _LONGEST_TITLE
        ):
            continue
        if element.tag in ("body", "html", "ul", "ol") or any(scan.holds(hole, place) for hole in holes):
            continue
        worth = _title_worth(scan, place, body, wanted, known)
        if best is None or worth > best[0]:
            best = (worth, place)
    if best is not None and best[0] > 0:
        head.title_at = best[1]
        head.title = plain(scan.elements[best[1]]) or None
        head.url = _own_link(scan, best[1]) if not is_alone else None
    if wanted is not None and (head.title is None or _letters(head.title) not in _letters(wanted)):
        head.title = _without_blog(wanted, stated.blog)
        if best is not None and _letters(head.title or "") != _letters(scan.text(best[1])):
            head.title_at = None
    elif head.title is None and is_alone and stated.page_title:
        head.title = _without_blog(stated.page_title, stated.blog)
        head.reasons["title"] = (
            "the title of the page, of which the blog's name was taken off where it is known"
        )


def _title_worth(scan: Scan, place: int, body: int, wanted: str | None, known: str) -> float:
    hint, element = scan.hints[place], scan.elements[place]
    worth = 0.0
    letters = _letters(scan.text(place, _LONGEST_TITLE))
    if not letters:
        return 0
    if wanted is not None and letters == _letters(wanted):
        worth += 6
    elif known and letters in known and len(letters) > 3:
        worth += 3 * len(letters) / max(1, len(known)) + 1
    worth += 3 if hint & Hint.TITLE and hint & Hint.SURE else 1.5 if hint & Hint.TITLE else 0
    if element.tag in _HEADINGS:
        worth += 1.5 - 0.25 * _HEADINGS.index(element.tag)
    if place < body:
        worth += 1.5 - min(1.0, (body - place) / 60)
    elif not hint & Hint.TITLE and not (wanted and letters == _letters(wanted)):
        worth -= 4  # a heading within the text
    if known.startswith(letters):
        worth += 1
    if _leads_home(scan, place):
        return 0
    sights = sights_of(scan.text(place, _LONGEST_TITLE))
    if "heading" in sights or "related" in sights or "form" in sights or sights.date is not None:
        worth -= 6
    return worth


def _leads_home(scan: Scan, place: int) -> bool:
    """Whether a heading is the name of the blog, which leads to its first page."""
    for inner in range(place, scan.last[place] + 1):
        element = scan.elements[inner]
        if element.tag == "a" and is_home(element.get("href") or "", element.get("rel") or ""):
            return True
    return False


def is_home(address: str, relation: str = "") -> bool:
    """Whether a link leads to the first page of a blog."""
    return "home" in relation.split() or _HOME.fullmatch(address.strip()) is not None


def _own_link(scan: Scan, place: int) -> str | None:
    """The address that a title leads to."""
    for inner in range(place, scan.last[place] + 1):
        element = scan.elements[inner]
        if element.tag == "a" and (element.get("href") or "").startswith(("http://", "https://")):
            return str(element.get("href")).strip()
    around = scan.elements[scan.parents[place]]
    if around.tag == "a" and (around.get("href") or "").startswith(("http://", "https://")):
        return str(around.get("href")).strip()
    return None


def _without_blog(title: str, blog: str | None) -> str:
    """A page's title without the name of the blog at its end or its beginning."""
    if blog:
        for mark in (" - ", " – ", " — ", " | ", " » ", " « ", " : ", " · ", " • ", " :: "):
            if title.endswith(mark + blog):
                return title.removesuffix(mark + blog).strip() or title
            if title.startswith(blog + mark):
                return title.removeprefix(blog + mark).strip() or title
    return title


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


# --- categories, counts -----------------------------------------------------------------------------


def _set_categories(
    scan: Scan, post: PostPlace, holes: Sequence[int], first: int, last: int, head: Head
) -> None:
    categories: dict[str, None] = {}
    tags: dict[str, None] = {}
    for place in range(first, last + 1):
        element = scan.elements[place]
        if element.tag != "a" or any(scan.holds(hole, place) for hole in holes):
            continue
        words = (element.get("rel") or "").lower().split()
        around = scan.hints[place]
        for outer in list(scan.above(place))[:3]:
            if outer < first or scan.size(outer) > 600:
                break
            around |= scan.hints[outer]
        name = plain(element)
        if not name or len(name) > 80:
            continue
        if "category" in words:
            categories[name] = None
        elif "tag" in words:
            (categories if around & Hint.CATEGORY and not around & Hint.TAG else tags)[name] = None
        elif around & Hint.CATEGORY and not any(scan.holds(body, place) for body in post.bodies):
            categories[name] = None
        elif around & Hint.TAG and not any(scan.holds(body, place) for body in post.bodies):
            tags[name] = None
        else:
            continue
        head.meta.append(place)
    head.categories, head.tags = tuple(categories), tuple(tags)


def _set_counts(scan: Scan, places: Sequence[int], head: Head) -> None:
    """The number of comments that is shown by the post, and whether there may be more of them."""
    for place in places:
        if not 0 < scan.size(place) <= _LONGEST_LINE:
            continue
        element = scan.elements[place]
        if len(element) > 2:
            continue
        sights = sights_of(scan.text(place, _LONGEST_LINE))
        for kind in ("heading", "byline"):
            sight = sights.get(kind)
            if sight is not None and sight.captured.count is not None and head.declared is None:
                head.declared = sight.captured.count
        if "none" in sights and head.declared is None:
            head.declared = 0
        if "closed" in sights:
            head.is_open = False


def _set_day_above(scan: Scan, post: PostPlace, language: str | None, head: Head) -> None:
    """The day that stands over several posts together."""
    for place in range(post.first - 1, max(-1, post.first - 400), -1):
        element = scan.elements[place]
        if scan.hints[place] & Hint.DATE or element.tag in ("h2", "h3", "h4"):
            if not 0 < scan.size(place) <= 60:
                continue
            date = sights_of(scan.text(place, 80), language).date
            if date is not None and not date.startswith("--"):
                head.published = date
                head.meta.append(place)
                return
