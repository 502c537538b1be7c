"""What a post is called, and the blog: as it is stated, else as it stands over the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from blogimport.markup import plain
from blogimport.textpage import sights_of
from blogimport.webpage.counts import counting_links
from blogimport.webpage.dates import text_date
from blogimport.webpage.hints import Hint
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import BLOCKS, TITLES, Scan
from blogimport.webpage.stated import Stated

_LONGEST_TITLE = 300
_LONGEST_BLOG = 120
# Before a title within the text stands at most the day.
_LONGEST_DATE = 40
# A title that is no heading stands among so many elements before a text, or behind no more characters of it.
_OVER = 30
_LONGEST_OVER = 200
_MOST_OF_IT = 0.5
_AROUND_TITLE = 3
# What the link that blogs keep a post by reads adds to a title.
_BOOKMARKED = 3.0
# A mirror leads up to the first page, step by step: no post's own address is above it.
_HOME = re.compile(r"https?://[^/?#]+/?(?:index\.\w{3,4}/?)?|/|(?:\.\./)+(?:index\.\w{3,4})?", re.IGNORECASE)
# « Voie unique » Blog Archive » Le parapluie », as WordPress called its pages for years.
_ARCHIVED = re.compile(
    r"(?P<blog>[^»]{1,80}?)\s+»\s+(?:Blog ?-?Archive?s?|Archives? du blog|Archivo del blog|Arquivo do blog"
    r"|Blog Archief)\s+»",
    re.IGNORECASE,
)
# « 12 », « New! » beside a title.
_LABELS = Hint.AREA | Hint.CONTROL | Hint.TAG
_TAG = re.compile(r"<[^>]*>")
_NO_LETTERS = re.compile(r"[\W_]+")
_BORDERS = (" - ", " – ", " — ", " | ", " » ", " « ", " : ", ": ", " · ", " • ", " :: ", " / ")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the place where it is shown, the address that it leads to, and the reason where it is a guess.

    `link` is where it leads to as it is written.
    """

    text: str | None = None
    place: int | None = None
    url: str | None = None
    reason: str | None = None
    link: str | None = None


def title_of(scan: Scan, post: PostPlace, holes: Sequence[int], stated: Stated, *, is_alone: bool) -> Title:
    """What a post is called."""
    blog = stated.blog
    wanted = stated.title if is_alone else None
    if wanted is not None and stated.page_title and _names_blog(scan, post, wanted, stated.page_title):
        wanted = None
    known = letters(" ".join(text for text in (wanted, stated.page_title) if text)) if is_alone else ""
    place = _shown(scan, post, holes, wanted, known, blog, is_alone=is_alone)
    if place is not None and is_alone and wanted is None and stated.page_title:
        place = _nearer(scan, post, stated.page_title, place)
    shown = _undated(scan, place) if place is not None else None
    if place is not None and not is_alone:
        link = _own_link(scan, place)
        # Where a mirror leads to is no address, and may tell the day as well.
        return Title(
            shown, place, link if link and link.startswith(("http://", "https://")) else None, link=link
        )
    if wanted is not None and (shown is None or letters(shown) not in letters(wanted)):
        text = _as_shown(wanted, shown) or without_blog(wanted, blog)
        return Title(text, place if shown is not None and letters(text) == letters(shown) else None)
    if shown is None and is_alone and stated.page_title:
        part = _part_at_beginning(scan, post, stated.page_title)
        if part is not None:
            return Title(plain(scan.elements[part]), part)
        reason = "the title of the page, of which the blog's name was taken off where it is known"
        return Title(without_blog(stated.page_title, blog), reason=reason)
    return Title(shown, place)


def _names_blog(scan: Scan, post: PostPlace, stated: str, page_title: str) -> bool:
    """Whether a title that is stated is the blog's: the page is called as a heading of it, and then as that begins."""
    own = letters(stated)
    for border in _BORDERS:
        first, _, blog = page_title.rpartition(border)
        if letters(blog) and own.startswith(letters(blog)) and (wanted := letters(first)) not in own:
            places = scan.titles(post.first, post.last)
            return any(letters(scan.text(place, _LONGEST_TITLE)) == wanted for place in places)
    return False


def _as_shown(stated: str, shown: str | None) -> str | None:
    """The first part of a title that is stated, where what is shown begins with it and goes on otherwise."""
    parts = (stated.partition(border)[0] for border in _BORDERS if border in stated)
    return next(
        (part for part in parts if letters(part) and letters(shown or "").startswith(letters(part))), None
    )


def _nearer(scan: Scan, post: PostPlace, page_title: str, place: int) -> int:
    """Where the first part of the page's title stands nearer to the text than its last one, the blog's name."""
    shown = letters(scan.text(place, _LONGEST_TITLE))
    if scan.hints[place] & Hint.TITLE and scan.tags[place] in TITLES:
        return place  # its tag and its name say so, and some blogs are called first
    for border in _BORDERS:
        first, _, last = page_title.partition(border)
        if letters(last) == shown and (part := letters(first)) and part != shown:
            found = _at_beginning(scan, post, {part})
            return place if found is None or found < place else found
    return place


def _part_at_beginning(scan: Scan, post: PostPlace, page_title: str) -> int | None:
    """Where a part of the page's title stands over a text or at its beginning, and is no link to the first page."""
    parts = {part for border in _BORDERS for part in page_title.split(border)}
    # A title may have such a border itself: « Le blog - La guerre, 1879 - 1883 ».
    for border in _BORDERS:
        parts.update((page_title.partition(border)[2], page_title.rpartition(border)[0]))
    return _at_beginning(scan, post, set(map(letters, parts)) - {letters(page_title), ""})


def _at_beginning(scan: Scan, post: PostPlace, parts: Collection[str]) -> int | None:
    body = post.bodies[0]
    found: int | None = None
    for place in range(max(post.first, body - _OVER), scan.last[body] + 1):
        if scan.before[place] - scan.before[body] > _LONGEST_OVER:
            break
        if (
            0 < scan.sizes[place] <= _LONGEST_TITLE
            and (found is None or not scan.holds(found, place))
            and letters(scan.text(place, _LONGEST_TITLE)) in parts
            and not leads_home(scan, place)
        ):
            found = place
    return found


def _undated(scan: Scan, place: int) -> str | None:
    """The words of a heading; where it has a link and a date behind that, those of the link.

    A number that leads to the comments is none of them, nor what is named for these, or for a label, behind the link.
    """
    links = scan.tagged_in(place, "a")
    others = {*counting_links(scan, links)}
    if links and scan.sizes[links[0]] < scan.sizes[place]:
        behind = range(scan.last[links[0]] + 1, scan.last[place] + 1)
        others.update(inner for inner in behind if scan.hints[inner] & _LABELS and scan.sizes[inner])
    if others and (words := scan.text_but(place, scan.outermost(others), _LONGEST_TITLE)):
        return words
    texts = scan.texts(place)
    if len(texts) > 1 and 0 < scan.linked(place) < scan.sizes[place] and text_date(" ".join(texts[1:]), None):
        link = next((inner for inner in range(place, scan.last[place] + 1) if scan.tags[inner] == "a"), None)
        if link is not None and scan.before[link] == scan.before[place] and scan.sizes[link]:
            return plain(scan.elements[link])
    return plain(scan.elements[place]) or None


def titles_at(scan: Scan, body: int, title: Title) -> list[int]:
    """The places where a title stands: as it was found, and at the beginning of the text."""
    places = [] if title.place is None else [title.place]
    wanted = letters(title.text or "")
    for place in range(body + 1, scan.last[body] + 1) if wanted else ():
        if scan.before[place] - scan.before[body] > _LONGEST_DATE:
            break
        if (
            scan.sizes[place]
            and letters(scan.text(place, _LONGEST_TITLE)) == wanted
            and place != title.place
            and not _goes_on(scan, place)
            # A text may be no more than its title says, or begin with it.
            and (not places or _is_headed(scan, place))
        ):
            return [*places, place]
    return places


def _is_headed(scan: Scan, place: int) -> bool:
    """Whether an element is, or holds, what is a title by its tag or its name."""
    return bool(scan.titles(place, scan.last[place])) or any(
        scan.hints[outer] & Hint.TITLE and scan.sizes[outer] == scan.sizes[place]
        for outer in islice(scan.above(place), 2)
    )


def _goes_on(scan: Scan, place: int) -> bool:
    """Whether the line of an element has words behind it: a link in a text may read as its title."""
    tail = scan.elements[place].tail or ""
    return scan.tags[place] not in BLOCKS and bool(tail.strip())


def blog_shown(scan: Scan, first_body: int, page_title: str | None) -> str | None:
    """The name of the blog where it stands over everything and leads to the first page, or in the page's title."""
    known = letters(page_title or "")
    for place in range(min(first_body, len(scan.elements))):
        if scan.tags[place] != "a" or not 0 < scan.sizes[place] <= _LONGEST_BLOG:
            continue
        element = scan.elements[place]
        if not _is_home(element.get("href") or "", element.get("rel") or ""):
            continue
        name = plain(element)
        around = [place, *islice(scan.above(place), 3)]
        is_named = any(
            scan.tags[outer] in TITLES or scan.hints[outer] & Hint.BLOG
            for outer in around
            if scan.sizes[outer] == scan.sizes[place]
        )
        if name and (is_named or (len(name) > 3 and letters(name) in known)):
            return name
    told = _ARCHIVED.match(page_title or "")
    return told["blog"].strip() if told is not None else None


def _shown(
    scan: Scan,
    post: PostPlace,
    holes: Sequence[int],
    wanted: str | None,
    known: str,
    blog: str | None,
    *,
    is_alone: bool,
) -> int | None:
    """Where the title stands, None where nothing is one."""
    worths: dict[int, float] = {}
    last = min(post.last, scan.last[post.bodies[-1]])
    bookmarks = [place for place in scan.bookmarks(post.first, last) if _names_post(scan, place)]
    for place in sorted({*scan.titles(post.first, last), *bookmarks}):
        if not 0 < scan.sizes[place] <= _LONGEST_TITLE:
            continue
        if scan.tags[place] in ("body", "html", "ul", "ol") or scan.is_in_one(place, holes):
            continue
        if _holds_heading(scan, place):
            continue
        worths[place] = _worth(scan, place, post.bodies[0], wanted, known, blog, is_alone=is_alone)
        if worths[place] > 0 and scan.holds_one(place, bookmarks):
            worths[place] += _BOOKMARKED
    best = max(worths, key=lambda place: worths[place], default=None)
    if best is None or worths[best] <= 0:
        return None
    # Of « Blog: Post » over the page, the heading that comes first is the blog's.
    over = letters(scan.text(best, _LONGEST_TITLE))
    for place, worth in worths.items():
        if (
            best < place < post.bodies[0]
            and worth > 0
            and over + letters(scan.text(place, _LONGEST_TITLE)) == known
        ):
            return place
    return best


def _holds_heading(scan: Scan, place: int) -> bool:
    """Whether a box that is named for a title holds the heading that is it, and more than that."""
    if scan.tags[place] in TITLES or not scan.has_blocks(place):
        return False
    return any(
        scan.tags[inner] in TITLES and 0 < scan.sizes[inner] < scan.sizes[place]
        for inner in scan.titles(place + 1, scan.last[place])
    )


def _names_post(scan: Scan, place: int) -> bool:
    """Whether a link that is meant to be kept says what it leads to, and reads so: « Lien permanent vers Le titre »."""
    said = letters(_TAG.sub("", scan.elements[place].get("title") or ""))
    own = letters(scan.text(place))
    return len(own) > 1 and own != said and said.endswith(own)


def _is_filing(scan: Scan, place: int) -> bool:
    """Whether a heading says where the post is filed: all its links lead to categories."""
    links = scan.tagged_in(place, "a")
    relations = [(scan.elements[link].get("rel") or "").split() for link in links if scan.sizes[link]]
    return bool(relations) and all("category" in one or "tag" in one for one in relations)


def _worth(
    scan: Scan,
    place: int,
    body: int,
    wanted: str | None,
    known: str,
    blog: str | None,
    *,
    is_alone: bool,
) -> float:
    """How likely a heading is the title of the post."""
    hint, element = scan.hints[place], scan.elements[place]
    text = scan.text(place, _LONGEST_TITLE)
    own = letters(text)
    if not own or own == letters(blog or "") or leads_home(scan, place):
        return 0
    worth = 0.0
    if wanted is not None and own == letters(wanted):
        worth += 6
    elif known and own in known and len(own) > 3:
        worth += 3 * len(own) / len(known) + 1
    worth += 3 if hint & Hint.SURE_TITLE else 1.5 if hint & Hint.TITLE else 0
    if element.tag in TITLES:
        worth += 1.5 - 0.25 * TITLES.index(element.tag)
    if place < body:
        worth += 1.5 - min(1.0, (body - place) / 60)
    elif scan.before[place] == scan.before[body]:
        worth += 1  # it begins the box of the text
    elif place <= scan.last[body] and (
        _is_under_date(scan, body, place) or (not is_alone and _leads_on(scan, body, place))
    ):
        worth += 2  # nothing but the day stands between it and the blog's own heading
    elif not hint & Hint.TITLE and not (wanted and own == letters(wanted)):
        # A heading within the text, but of what the page is called first and mostly.
        worth -= 0 if known.startswith(own) and len(own) > _MOST_OF_IT * len(known) else 4
    if known.startswith(own):
        worth += 1
    if worth > 0 and _is_filing(scan, place):
        worth -= 4
    if worth <= 0:
        return worth  # whatever it says
    sights = sights_of(text)
    if "heading" in sights or "related" in sights or "form" in sights or sights.date is not None:
        worth -= 6
    return worth


def _is_under_date(scan: Scan, body: int, place: int) -> bool:
    """Whether nothing but a date stands before a heading in the box of a text."""
    if scan.before[place] - scan.before[body] > _LONGEST_DATE:
        return False
    return text_date(" ".join(scan.texts_before(body, place)), None) is not None


def _leads_on(scan: Scan, body: int, place: int) -> bool:
    """Whether a heading, all of it a link, stands under no more than a few words in the box of a text.

    Where a page has several posts, that is how each is called, and where it is filed stands over it.
    """
    over = scan.before[place] - scan.before[body]
    return over <= _LONGEST_OVER and scan.sizes[place] == scan.linked(place) and scan.tags[place] in TITLES


def leads_home(scan: Scan, place: int) -> bool:
    """Whether a heading is the name of the blog, which leads to its first page."""
    for inner in range(place, scan.last[place] + 1):
        element = scan.elements[inner]
        if scan.tags[inner] == "a" and _is_home(element.get("href") or "", element.get("rel") or ""):
            return True
    return False


def _is_home(address: str, relation: str) -> bool:
    """Whether a link leads to the first page of a blog."""
    return "home" in relation.split() or _HOME.fullmatch(address.strip()) is not None


def _own_link(scan: Scan, place: int) -> str | None:
    """Where a title leads to."""
    # A card may be a link as a whole.
    around = (scan.elements[outer] for outer in islice(scan.above(place), _AROUND_TITLE))
    for element in (*scan.elements[place : scan.last[place] + 1], *around):
        address = (element.get("href") or "").strip()
        if element.tag == "a" and address:
            return str(address)
    return None


def without_blog(title: str, blog: str | None) -> str:
    """A page's title without the name of the blog at its end or its beginning."""
    if blog:
        for border in _BORDERS:
            if title.endswith(border + blog):
                return title.removesuffix(border + blog).strip() or title
            if title.startswith(blog + border):
                return title.removeprefix(blog + border).strip() or title
    return title


def letters(text: str) -> str:
    """A text by its letters and figures alone, to compare it with another one."""
    return _letters(text) if len(text) <= _LONGEST_TITLE else _NO_LETTERS.sub("", text.casefold())


# One title is compared with many, and a line twice.
@lru_cache(maxsize=1024)
def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.casefold())
