"""Reading what an interface gave: a page of posts, or all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from blogimport.conversation import Conversation, Remark, conversation
from blogimport.jsontext import json_in
from blogimport.ledger import Ledger
from blogimport.markup import body_of, plain
from blogimport.readings import Dump, FoundPost, Part, Reading, Withheld
from blogimport.stamps import stamp, stamp_of_seconds
from blogimport.tumblr.kinds import Row, html_of, rows, text
from blogimport.tumblr.oldxml import is_xml, value_of_xml
from reader.archive import NewPost

FORMAT = "Tumblr export"

_SIGNS = (
    re.compile(rb'"(?:post_url|reblog_key)"\s*:'),
    re.compile(rb'"(?:tumblelog|note_count|blog_name)"\s*:'),
)
_FIRST_VERSION = re.compile(rb'tumblr_api_read|"(?:regular-body|url-with-slug|unix-timestamp)"\s*:')
_STATES: dict[str, Withheld | None] = {
    "": None,
    "published": None,
    "draft": "draft",
    "private": "private",
    "submission": "unapproved",
    **dict.fromkeys(("queue", "queued", "scheduled"), "future"),
}
_TITLES = ("title", "regular-title", "conversation-title", "link-text")
_SHOWN_FIELDS = (
    "id",
    "type",
    "post_url",
    "url-with-slug",
    "url",
    "date",
    "date-gmt",
    "state",
    "slug",
    "tags",
)


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are an answer of an interface: JSON with Tumblr's own fields, or its old XML."""
    if is_xml(head):
        return True
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"{", b"[", b"var ", b"HTTP/")):
        return False
    return _FIRST_VERSION.search(head) is not None or all(sign.search(head) for sign in _SIGNS)


def read(dump: Dump) -> Reading:
    """The posts of an answer, with the replies among their notes."""
    raw = dump.raw()
    ledger = Ledger()
    found = value_of_xml(raw) if is_xml(raw[:4096]) else json_in(raw)
    reading = Reading(found.encoding, (), lines=ledger.lines)
    blog, posts = _blog_and_posts(found.value)
    parts = [part for post in posts for part in _parts(post, blog, ledger, reading.left_out)]
    reading.parts = parts
    reading.notices += found.notices(len(parts))
    return reading


def _blog_and_posts(value: Any) -> tuple[Row, list[Row]]:
    """What an answer says of the blog, and its posts: in a wrapping, beside it, or alone."""
    if isinstance(value, list):
        return {}, [row for row in value if isinstance(row, Mapping)]
    if not isinstance(value, Mapping):
        return {}, []
    answer = value.get("response", value)
    if isinstance(answer, list):
        return {}, [row for row in answer if isinstance(row, Mapping)]
    if not isinstance(answer, Mapping):
        return {}, []
    blog = answer.get("blog") or answer.get("tumblelog")
    return (blog if isinstance(blog, Mapping) else {}), list(rows(answer, "posts"))


def _parts(row: Row, blog: Row, ledger: Ledger, left_out: Counter[str]) -> Iterator[Part]:
    talk = _talk(row, left_out)
    source = html_of(row)
    body = body_of(source, breaks_at_newlines="<" not in source)
    title = next((plain(text(row, name)) for name in _TITLES if text(row, name)), "")
    if not (title or body.text or body.marks or talk.comments):
        left_out["posts without a title, a text or a picture"] += 1
        return
    name = text(row, "blog_name") or text(blog, "name")
    number, slug, state = text(row, "id"), text(row, "slug"), text(row, "state").lower()
    post = NewPost(
        blog=plain(text(blog, "title")) or name or None,
        title=title or None,
        author=plain(text(row, "post_author")) or None,
        published=_published(row),
        url=text(row, "post_url", "url-with-slug")
        or (text(row, "url") if not text(row, "post_url") else "")
        or None,
        tags=tuple(filter(None, (plain(tag) for tag in row.get("tags") or () if isinstance(tag, str)))),
        body=body.text,
        marks=body.marks,
        comments=talk.comments,
    )
    names = [f"slug:{slug}"] if slug else []
    if number:
        names.append(f"id:tumblr/{name}/{number}" if name else f"id:tumblr/{number}")
    ledger.says(title, "title")
    for field in _SHOWN_FIELDS:
        ledger.states(field, row.get(field))
    ledger.says(source, "body")
    for comment in talk.comments:
        told = (comment.author, comment.published, comment.body)
        ledger.says("\n".join(filter(None, told)), "comment", comment.position)
    yield ledger.part(FoundPost(post, tuple(names), _STATES.get(state, state), talk.withheld))


def _published(row: Row) -> str | None:
    """When a post was published: as the answer says it in words, else by its seconds."""
    for name in ("date", "date-gmt"):
        found = stamp(text(row, name)) if text(row, name) else None
        if found is not None:
            return found
    seconds = text(row, "timestamp", "unix-timestamp")
    return stamp_of_seconds(int(seconds)) if seconds.isdecimal() and len(seconds) < 16 else None


def _talk(row: Row, left_out: Counter[str]) -> Conversation:
    """The replies among the notes of a post; likes and reblogs say nothing."""
    remarks = []
    for place, note in enumerate(rows(row, "notes")):
        words = text(note, "reply_text", "added_text")
        if not words:
            left_out["likes and reblogs"] += 1
            continue
        # A reply is plain text, whatever signs it holds.
        body = body_of(escape(words), breaks_at_newlines=True)
        seconds = text(note, "timestamp")
        published = stamp_of_seconds(int(seconds)) if seconds.isdecimal() and len(seconds) < 16 else None
        remarks.append(
            Remark(None, None, text(note, "blog_name") or None, published, body.text, body.marks, place=place)
        )
    return conversation(sorted(remarks, key=lambda remark: remark.published or ""))
