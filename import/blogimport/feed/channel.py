"""What a feed says once for all of its entries: its blog, its language, its author, whose comments it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blogimport.feed.phrases import told_by
from blogimport.feed.records import said
from blogimport.locales import language_of_locale
from blogimport.markup import plain


@dataclass(frozen=True, slots=True)
class Channel:
    """The head of a feed.

    `comments_on` is the title of the post whose comments the feed holds, "" where it is for comments of a whole
    blog, None where it is for posts. `link` is the page that the feed is of, `address` its own.
    """

    blog: str | None
    author: str | None
    language: str | None
    link: str | None
    address: str | None
    is_atom: bool
    comments_on: str | None


def channel_of(head: Any, version: str, url: str | None) -> Channel:
    """The channel from what feedparser gives; `url` is where the feed was found, if that is known."""
    title = plain(said(head, "title")) or None
    blog, comments_on = title, None
    if title is not None:
        is_blogger = "blogger" in said(head, "generator").lower()
        both = told_by("comments_of_blog_and_post", title) if is_blogger else None
        one = both or told_by("comments_of_post", title)
        whole = told_by("comments_of_blog", title)
        # « Comments for X » is a blog's with WordPress; a feed whose address is its blog's is so too.
        if whole is not None and (one is None or _is_front(said(head, "link"))):
            blog, comments_on = whole["blog"], ""
        elif one is not None:
            blog, comments_on = one.get("blog"), one["title"]
    author = head.get("author_detail") or {}
    links = head.get("links") or []
    own = next((link.get("href") for link in links if link.get("rel") == "self"), None)
    return Channel(
        blog=blog,
        author=plain(author.get("name") or "") or None,
        language=language_of_locale(said(head, "language")),
        link=said(head, "link") or None,
        address=url or own or None,
        is_atom=version.startswith("atom"),
        comments_on=comments_on,
    )


def _is_front(link: str) -> bool:
    """Whether an address is that of a whole blog."""
    path = link.partition("://")[2].partition("/")[2] if "://" in link else link.strip("/")
    return not path.strip("/")
