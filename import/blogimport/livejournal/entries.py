"""One entry of a journal as a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from blogimport.markup import Body, body_of, plain
from blogimport.readings import FoundPost, Withheld
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import Element, children_of, source_of
from reader.archive import NewPost
from reader.models import Role

ROLES: dict[str, Role] = {"subject": "title", "event": "body"}
"""The elements of an entry that are its title and its text."""

_SECURITY: dict[str, Withheld] = {"private": "private", "usemask": "protected", "friends": "protected"}
_USER = re.compile(
    r"<(?:lj|user)\b(?=[^<>]*\b(?:user|comm|name)\s*=)[^<>]*?\b(?:user|comm|name)\s*=\s*[\"']?(?P<name>[\w-]+)[^<>]*/?>(?:</(?:lj|user)>)?",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"</?(?:lj-cut|cut|lj-raw|lj-embed|lj-template|lj-repost|lj-spoiler|lj-like)\b[^<>]*>", re.IGNORECASE
)
_POLL = re.compile(r"<lj-poll-(?P<id>\d+)\s*/?>", re.IGNORECASE)
_NUMBER = re.compile(r"/(\d+)\.html")
_PER_ITEM = 256


def entry_of(root: Element, scope: str) -> FoundPost:
    """The post that an entry is; `scope` is the journal's folder, within which its numbers mean something."""
    values: dict[str, str] = {}
    for name, child in children_of(root):
        if name == "props":
            values.update({f"props:{key}": source_of(value).strip() for key, value in children_of(child)})
        else:
            values.setdefault(name, source_of(child).strip())
    body = body_from(values.get("event", ""), values.get("props:opt_preformatted", "") not in ("", "0"))
    replies = values.get("reply_count", "")
    tags = values.get("props:taglist") or values.get("taglist") or ""
    guesses: dict[str, str] = {}
    published = stamp_of(values.get("eventtime", ""))
    if published is None:
        published = stamp_of(values.get("logtime", ""))
        if published is not None:
            guesses["published"] = "the time of the server, not that of the journal"
    post = NewPost(
        title=plain(values.get("subject", "")) or None,
        author=plain(values.get("poster", "")) or None,
        published=published,
        url=values.get("url") or None,
        tags=tuple(dict.fromkeys(tag for part in tags.split(",") if (tag := plain(part.strip())))),
        body=body.text,
        marks=body.marks,
        comments_declared=int(replies) if replies.isdecimal() else None,
        comments_open=False if values.get("props:opt_nocomments") == "1" else None,
        guesses=guesses,
    )
    return FoundPost(post, tuple(_names(values, scope)), withheld=_SECURITY.get(values.get("security", "")))


def body_from(source: str, is_preformatted: bool) -> Body:
    """A text of a journal, in which line breaks are such unless it says otherwise."""
    source = _USER.sub(lambda found: escape(found["name"]), source)
    source = _POLL.sub("", _TAGS.sub("", source))
    return body_of(source, breaks_at_newlines=not is_preformatted)


def item_name(scope: str, number: str) -> str:
    """The name under which an entry and its comments find each other."""
    return f"id:livejournal {scope}/{number}"


def _names(values: dict[str, str], scope: str) -> Iterator[str]:
    number = values.get("itemid", "")
    shown = values.get("ditemid") or next(iter(_NUMBER.findall(values.get("url", ""))), "")
    if shown.isdecimal():
        number = str(
            int(shown) // _PER_ITEM
        )  # the addresses hold a number that cannot be guessed from the one before
    if number:
        yield item_name(scope, number)
