"""What an export says once for all of its entries: the blog's name and where it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

from blogimport.markup import plain
from blogimport.xmlrecords import Wrapper, attribute_of, children_of, parsed, source_of

BEGINNING = re.compile(rb"<(?:[\w.-]+:)?feed(?=[\s>])")
END = re.compile(rb"</(?:[\w.-]+:)?feed\s*>")
_PREFIXES = {
    "thr": "http://purl.org/syndication/thread/1.0",
    "app": "http://purl.org/atom/app#",
    "gd": "http://schemas.google.com/g/2005",
    "georss": "http://www.georss.org/georss",
    "media": "http://search.yahoo.com/mrss/",
    "blogger": "http://schemas.google.com/blogger/2018",
}
_LANGUAGE = re.compile(rb"<(?:[\w.-]+:)?feed\s[^>]*xml:lang\s*=\s*[\"']([a-zA-Z]{2})(?=[-_\"'])")


@dataclass(frozen=True, slots=True)
class Feed:
    """The head of an export; picklable. `link` is the blog's address."""

    wrapper: Wrapper
    title: str | None = None
    link: str | None = None
    language: str | None = None


def feed_in(head: bytes, encoding: str) -> Feed:
    """The feed that begins in the bytes before an entry."""
    wrapper = Wrapper(head, _PREFIXES)
    start = BEGINNING.search(head)
    root = None if start is None else parsed(head[start.start() :], encoding, wrapper, is_whole=False)
    if root is None:
        return Feed(wrapper)
    title = link = None
    for name, element in children_of(root):
        if name == "title":
            title = title or plain(source_of(element)) or None
        elif name == "link" and attribute_of(element, "rel") in ("alternate", ""):
            link = link or attribute_of(element, "href") or None
    language = _LANGUAGE.search(head)
    return Feed(wrapper, title, link, language[1].decode().lower() if language else None)
