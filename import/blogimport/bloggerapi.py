"""What Blogger's interface (version 3) gives of a blog: posts, pages and comments as JSON.

Must not know the archive's file, other formats, or any single site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from blogimport.conversation import Conversation, Remark, conversation
from blogimport.jsontext import json_in
from blogimport.ledger import Ledger
from blogimport.markup import body_of, plain
from blogimport.readings import Dump, FoundPost, Part, Reading, Withheld
from blogimport.stamps import stamp_of
from reader.archive import NewPost

FORMAT = "Blogger interface"

_OWN = re.compile(rb'"kind"\s*:\s*"blogger#(?:post|page|comment|blog)')
_KIND = "blogger#"
_STATES: dict[str, Withheld | None] = {
    **dict.fromkeys(("", "live", "emptied"), None),
    "draft": "draft",
    "scheduled": "future",
    "soft_trashed": "trash",
    "pending": "unapproved",
    "spam": "spam",
}
_OPEN = {"allow": True, "dontAllowHideExisting": False, "dontAllowShowExisting": False}

Row = Mapping[str, Any]


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are an answer of the interface: JSON whose objects say that they are Blogger's."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[", b"HTTP/")) and bool(_OWN.search(head))


def read(dump: Dump) -> Reading:
    """The posts and pages of an answer, and its comments on them."""
    found = json_in(dump.raw())
    ledger = Ledger()
    reading = Reading(found.encoding, (), lines=ledger.lines)
    rows = list(_rows(found.value))
    blog = next((_text(row, "name") for row in rows if _kind(row) == "blog"), "")
    spoken: dict[str, list[Row]] = {}
    for row in rows:
        if _kind(row) == "comment":
            spoken.setdefault(_text(_within(row, "post"), "id"), []).append(row)
    parts: list[Part] = []
    for row in rows:
        if _kind(row) in ("post", "page"):
            talk = conversation(map(_remark, spoken.pop(_text(row, "id"), [])))
            parts.append(_told(row, talk, blog, ledger))
    for post, comments in spoken.items():
        about = {"id": post, "blog": _within(comments[0], "blog")}
        parts.append(_told(about, conversation(map(_remark, comments)), blog, ledger))
    reading.parts = parts
    reading.notices += found.notices(len(parts))
    return reading


def _rows(value: Any) -> Iterator[Row]:
    """All objects of an answer that are of a kind, lists of them and the replies to a post included."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, Mapping):
            if _kind(one) in ("post", "page", "comment", "blog"):
                yield one
            waiting.extend(reversed([one.get("items"), _within(one, "replies").get("items")]))


def _kind(row: Row) -> str:
    return _text(row, "kind").removeprefix(_KIND)


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _within(row: Row, name: str) -> Row:
    value = row.get(name)
    return value if isinstance(value, Mapping) else {}


def _told(row: Row, talk: Conversation, blog: str, ledger: Ledger) -> Part:
    """A post with its lines; one that is only spoken of has nothing but its id."""
    source = _text(row, "content")
    body = body_of(source, breaks_at_newlines="<" not in source)
    state = _text(row, "status").lower()
    total = _text(_within(row, "replies"), "totalItems")
    labels = row.get("labels")
    post = NewPost(
        blog=plain(blog) or None,
        title=plain(_text(row, "title")) or None,
        author=plain(_text(_within(row, "author"), "displayName")) or None,
        published=stamp_of(_text(row, "published")),
        url=_text(row, "url") or None,
        tags=tuple(plain(label) for label in labels if isinstance(label, str))
        if isinstance(labels, list)
        else (),
        body=body.text,
        marks=body.marks,
        comments_declared=int(total) if total.isdecimal() and len(total) < 8 else None,
        comments_open=_OPEN.get(_text(row, "readerComments")),
        comments=talk.comments,
    )
    number, of_blog = _text(row, "id"), _text(_within(row, "blog"), "id")
    names = (f"id:blogger/{of_blog}/{number}",) if number and of_blog else ()
    ledger.says(post.title or "", "title")
    for name in ("id", "published", "updated", "url", "status"):
        ledger.states(name, row.get(name))
    ledger.states("author", post.author)
    ledger.states("labels", ", ".join(post.tags))
    ledger.says(source, "body")
    for comment in talk.comments:
        ledger.says(
            "\n".join(filter(None, (comment.author, comment.published, comment.body))),
            "comment",
            comment.position,
        )
    withheld = _STATES.get(state, state)
    return ledger.part(FoundPost(post, names, withheld, talk.withheld, is_partial="kind" not in row))


def _remark(row: Row) -> Remark:
    source = _text(row, "content")
    body = body_of(source, breaks_at_newlines="<" not in source)
    state = _text(row, "status").lower()
    return Remark(
        id=_text(row, "id") or None,
        answers=_text(_within(row, "inReplyTo"), "id") or None,
        author=plain(_text(_within(row, "author"), "displayName")) or None,
        published=stamp_of(_text(row, "published")),
        body=body.text,
        marks=body.marks,
        withheld=_STATES.get(state, state),
    )
