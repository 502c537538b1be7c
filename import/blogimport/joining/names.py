"""What a post is called: its key, and the names by which two dumps of one post find each other.

A name is "kind:value". An address or an id of the dump's own says that two readings are of one post; a title with its
day, or the first words, only that they may be.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlencode

from blogimport.addresses import split_address
from blogimport.joining.words import folded, words_of
from reader.archive import NewPost

SURE_KINDS = ("url", "id", "number", "slug")

# What a web archive puts before the address of a page.
_CAPTURE = re.compile(r"https?://[^/]+/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)", re.I)
# Parameters that choose a view of a page and no other page.
_VIEW = re.compile(
    r"utm_\w+|fbclid|gclid|replytocom|cpage|showcomment|commentpage|comment-page|m|sid|phpsessid", re.I
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php\d?|xhtml)$|/$", re.I)
_COMMENT_PAGE = re.compile(r"/comment-page-\d+$", re.I)
# So many words from the beginning are the same in two posts only where one is a copy of the other.
_FIRST_WORDS = 30
_FEWEST_WORDS = 12


def canonical_url(url: str) -> str | None:
    """An address without what differs between links to one page; None for what is no web address."""
    url = _CAPTURE.sub("", url.strip())
    parts = split_address(url)
    host = (parts.hostname or "").casefold().removeprefix("www.")
    if parts.scheme not in ("http", "https", "") or not host:
        return None
    path = _COMMENT_PAGE.sub("", _INDEX.sub("", unquote(parts.path, errors="replace")))
    path = path.rstrip("/")
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not _VIEW.fullmatch(name)]
    return host + path + (f"?{urlencode(sorted(kept))}" if kept else "")


def host_of(url: str | None) -> str:
    """The name of the site that an address is on; "" for a link without one."""
    return re.split(r"[/?]", canonical_url(url) or "", maxsplit=1)[0] if url else ""


def names_of(post: NewPost, given: Iterable[str]) -> tuple[str, ...]:
    """All names of a post: those that its dump gives, and those that follow from what it says."""
    names: dict[str, None] = {}
    slugs = []
    own_address = canonical_url(post.url) if post.url else None
    site = host_of(post.url)
    for name in given:
        kind, _, value = name.partition(":")
        if kind == "slug":
            slugs.append(value.rstrip("/").rpartition("/")[2])
        if kind == "id" and "/" not in value:
            # Every blog counts its posts from 1, and one site may have several blogs.
            if site:
                names[f"number:{site}/{value}"] = None
            continue
        address = canonical_url(value) if kind == "url" else None
        names[f"url:{address}" if address else name] = None
    address = own_address
    if address:
        names[f"url:{address}"] = None
    # A static mirror has links without the name of the site.
    path = address.partition("/")[2] if address else (post.url or "").strip("/")
    if path and "?" not in path:
        names[f"path:{path}"] = None
        slugs.append(re.sub(r"\.\w{2,5}$", "", path.rpartition("/")[2]))
    day = (post.published or "")[:10]
    if len(day) == 10:
        names.update({f"day:{day} {folded(slug)}": None for slug in slugs if folded(slug)})
    if folded(post.title):
        names[f"day:{day} {folded(post.title)}" if len(day) == 10 else f"title:{folded(post.title)}"] = None
    words = words_of(post.body)
    if len(words) >= _FEWEST_WORDS:
        names[f"text:{_short(' '.join(words[:_FIRST_WORDS]))}"] = None
    return tuple(names)


def key_of(post: NewPost, *, apart: int = 0) -> str:
    """The key of a post: from its address, else its blog, title and day, else its text.

    `apart` counts the other posts that are called the same: then the text is part of the key.
    """
    called = ["post", post.blog or "", post.title or "", (post.published or "")[:10]]
    parts = ["url", post.url] if post.url else called
    if apart or not (post.url or post.title or post.published):
        parts.append(" ".join(words_of(post.body)[:200]))
    if apart > 1:
        parts.append(str(apart))
    return _short("\n".join(parts).casefold())


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
