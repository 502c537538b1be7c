"""What an export says once for all of its records: the blog's name, its language, who its authors are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from blogimport.locales import language_of_locale
from blogimport.markup import plain
from blogimport.xmlrecords import Wrapper, children_of, parsed, source_of

# What converters write without saying which namespace they mean.
_PREFIXES = {
    "wp": "http://wordpress.org/export/1.2/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dsq": "http://www.disqus.com/",
}
_CHANNEL = re.compile(rb"<channel(?=[\s>])")


@dataclass(frozen=True, slots=True)
class Channel:
    """The head of an export; picklable.

    `authors` maps a login to the name that readers see, `link` is the blog's address, `is_for_comments` tells
    that the export was made for a comment service, which knows posts only by their addresses.
    """

    wrapper: Wrapper
    title: str | None = None
    language: str | None = None
    link: str | None = None
    authors: Mapping[str, str] = field(default_factory=dict)
    is_for_comments: bool = False


def channel_in(head: bytes, encoding: str) -> Channel:
    """The channel that begins in the bytes before a record."""
    wrapper = Wrapper(head, _PREFIXES)
    start = _CHANNEL.search(head)
    root = None if start is None else parsed(head[start.start() :], encoding, wrapper, is_whole=False)
    if root is None:
        return Channel(wrapper)
    values: dict[str, str] = {}
    authors: dict[str, str] = {}
    for name, element in children_of(root):
        if name == "wp:author":
            fields = {key: plain(source_of(child)) for key, child in children_of(element)}
            login = fields.get("wp:author_login")
            names = (fields.get("wp:author_first_name"), fields.get("wp:author_last_name"))
            shown = fields.get("wp:author_display_name") or " ".join(filter(None, names))
            if login and shown:
                authors[login] = shown
        elif name not in values:
            values[name] = plain(source_of(element))
    return Channel(
        wrapper,
        title=values.get("title") or None,
        language=language_of_locale(values.get("language", "")),
        link=values.get("link") or values.get("wp:base_blog_url") or None,
        authors=authors,
        is_for_comments=b"disqus.com" in head and "wp:wxr_version" not in values,
    )
