"""What the blocks for trackbacks state of the posts of a page: RDF within comments of its source, for other blogs.

Movable Type, TypePad, Dotclear and WordPress wrote one beside each post: its title and address, often who and when.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from blogimport.markup import plain
from blogimport.textpage import plausible_name
from blogimport.webpage.dates import agreed, is_another_day, stated_date
from blogimport.webpage.placed import PlacedPost
from blogimport.webpage.stated import Stated
from blogimport.webpage.titles import letters

_BEGINNING = "<rdf:Description"
_BLOCK = re.compile(rf"{_BEGINNING}((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))+)\s*/?>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Pinged:
    """What such a block states of a post; None for what it does not."""

    title: str
    url: str | None = None
    author: str | None = None
    published: str | None = None
    category: str | None = None


def pinged_in(text: str) -> list[Pinged]:
    """The posts that the blocks in the source of a page state, in order, each once."""
    if _BEGINNING not in text:
        return []
    found: dict[str, Pinged] = {}
    for block in _BLOCK.finditer(text):
        values = {
            name.lower(): html.unescape(quoted or single)
            for name, quoted, single in _ATTRIBUTE.findall(block[1])
        }
        title = plain(values.get("dc:title", ""))
        if not title:
            continue
        url = next(
            (
                one
                for name in ("dc:identifier", "rdf:about")
                if (one := values.get(name, "")).startswith(_ADDRESS)
            ),
            None,
        )
        author = plain(values.get("dc:creator", ""))
        found.setdefault(
            url or title,
            Pinged(
                title,
                url,
                author if author and plausible_name(author) else None,
                stated_date(values.get("dc:date", "")),
                plain(values.get("dc:subject", "")) or None,
            ),
        )
    return list(found.values())


def shown_of(pinged: Sequence[Pinged], shown: Collection[str]) -> list[Pinged]:
    """Those that have an address, and whose title, by its letters, is among what the page shows as titles."""
    return [one for one in pinged if one.url is not None and letters(one.title) in shown]


def state(one: Pinged, stated: Stated, lines: Sequence[str]) -> None:
    """Completes what a page states of its one post; its author is believed who stands in the lines of the page."""
    stated.title = stated.title or one.title
    stated.url = stated.url or one.url
    if stated.author is None and _is_named(one, lines):
        stated.author = one.author
    if one.published is not None:
        stated.dates = (*stated.dates, one.published)
    if not stated.categories and one.category is not None:
        stated.categories = (one.category,)


def complete_each(found: Sequence[PlacedPost], pinged: Sequence[Pinged], lines: Sequence[str]) -> None:
    """Completes address, author and date of the posts of a page that have the titles of the blocks.

    An author who stands in the lines of the page is believed before who is shown: the first words of a text may say by
    whom, and when, something else was written. A moment that the blocks of several posts state, and another day than
    the page shows, is that of the template.
    """
    moments = Counter(one.published for one in pinged)
    by_title = {letters(one.title): one for one in pinged}
    for post in found:
        one = by_title.get(letters(post.title.text or ""))
        if one is None:
            continue
        post.title = replace(post.title, url=post.title.url or one.url)
        shown = post.head.author
        if _is_named(one, lines):
            post.head.author = one.author
        is_repeated = moments[one.published] > 1 and is_another_day(one.published, post.head.published)
        dates = () if one.published is None or is_repeated else (one.published,)
        is_of_another = bool(dates) and shown not in (None, post.head.author)
        post.head.author = post.head.author or one.author
        published, is_shown = agreed(dates, None if is_of_another else post.head.published, one.url)
        if not is_shown:
            post.head.published = published
            post.head.reasons.pop("published", None)
        if not post.head.categories and one.category is not None:
            post.head.categories = (one.category,)


def _is_named(one: Pinged, lines: Sequence[str]) -> bool:
    return one.author is not None and any(one.author in line for line in lines)
