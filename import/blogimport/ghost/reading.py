"""Reading an export: posts and pages with their authors, tags and, where a backup has them, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from blogimport.conversation import Conversation, Remark, conversation
from blogimport.excerpts import with_excerpt
from blogimport.ghost.documents import html_of_lexical, html_of_mobiledoc
from blogimport.ghost.tables import Row, Tables, text
from blogimport.jsontext import json_in
from blogimport.ledger import Ledger
from blogimport.markup import Body, body_of, plain
from blogimport.readings import Dump, FoundPost, Part, Reading, Withheld
from blogimport.stamps import stamp_of, stamp_of_seconds
from reader.archive import NewPost

FORMAT = "Ghost export"

_POSTS = re.compile(rb'"posts"\s*:\s*\[')
_OWN = (b'"mobiledoc"', b'"lexical"', b'"posts_authors"', b'"posts_tags"', b'"feature_image"', b'"plaintext"')
_ABOUT = re.compile(rb'"(?:exported_on|version)"\s*:')
_STATES: dict[str, Withheld | None] = {
    **dict.fromkeys(("", "published", "sent"), None),
    "draft": "draft",
    "scheduled": "future",
}
_COMMENT_STATES: dict[str, Withheld | None] = {"": None, "published": None, "deleted": "deleted"}
_SHOWN_FIELDS = (
    "id",
    "slug",
    "type",
    "status",
    "visibility",
    "published_at",
    "created_at",
    "feature_image",
    "canonical_url",
)
# The address of the blog itself, which its export does not tell.
_HERE = "__GHOST_URL__"


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: JSON with Ghost's own tables and columns."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"")  # UTF-16
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"{"):
        return False
    has_own = any(sign in head for sign in _OWN)
    return has_own and (
        _POSTS.search(head) is not None or (_ABOUT.search(head) is not None and b'"data"' in head)
    )


def read(dump: Dump) -> Reading:
    """The posts and pages of an export; drafts are withheld."""
    found = json_in(dump.raw())
    ledger = Ledger()
    reading = Reading(found.encoding, (), lines=ledger.lines)
    parts = [part for data in _blogs(found.value) for part in _parts(Tables(data), ledger)]
    reading.parts = parts
    reading.notices += found.notices(len(parts))
    return reading


def _blogs(value: Any) -> Iterator[Mapping[str, Any]]:
    """The tables of each blog: exports have them in one or two wrappings."""
    if not isinstance(value, Mapping):
        return
    wrapped = value.get("db")
    for one in wrapped if isinstance(wrapped, list) else [value]:
        if isinstance(one, Mapping):
            data = one.get("data", one)
            if isinstance(data, Mapping):
                yield data


def _parts(tables: Tables, ledger: Ledger) -> Iterator[Part]:
    for row in tables.rows("posts"):
        talk = _talk(tables, tables.comments(row))
        found = _post(row, tables, talk)
        if not (found.post.title or found.post.body or found.post.comments):
            continue
        ledger.says(text(row, "title"), "title")
        for name in _SHOWN_FIELDS:
            ledger.states(name, row.get(name))
        ledger.states("authors", ", ".join(tables.authors(row)))
        ledger.states("tags", ", ".join(tables.tags(row)))
        ledger.says(text(row, "custom_excerpt"), "body")
        ledger.says(_source(row), "body")
        _say(talk, ledger)
        yield ledger.part(found)
    for post, rows in tables.orphans():
        talk = _talk(tables, rows)
        _say(talk, ledger)
        yield ledger.part(_found(_bare(tables, talk), _ids(post), talk, None, is_partial=True))


def _say(talk: Conversation, ledger: Ledger) -> None:
    for comment in talk.comments:
        told = (comment.author, comment.published, comment.body)
        ledger.says("\n".join(filter(None, told)), "comment", comment.position)


def _post(row: Row, tables: Tables, talk: Conversation) -> FoundPost:
    body = with_excerpt(text(row, "custom_excerpt"), _source(row), _body)
    authors = tables.authors(row)
    post = replace(
        _bare(tables, talk),
        title=plain(text(row, "title")) or None,
        author=", ".join(authors) or None,
        published=_date(row.get("published_at")),
        url=text(row, "url") or None,
        tags=tuple(tables.tags(row)),
        body=body.text,
        marks=body.marks,
    )
    state = text(row, "status").lower()
    names = (
        *(f"slug:{slug}" for slug in [text(row, "slug")] if slug),
        *_ids(text(row, "id")),
        *(f"url:{address}" for address in [text(row, "canonical_url")] if address),
    )
    return _found(post, names, talk, _STATES.get(state, state))


def _ids(post: str) -> tuple[str, ...]:
    """Ghost's ids are the same nowhere else, unless they are the numbers of its first years."""
    return () if not post else (f"id:{post}",) if post.isdecimal() else (f"id:ghost/{post}",)


def _found(
    post: NewPost,
    names: tuple[str, ...],
    talk: Conversation,
    withheld: Withheld | None,
    *,
    is_partial: bool = False,
) -> FoundPost:
    return FoundPost(post, names, withheld, talk.withheld, is_partial)


def _bare(tables: Tables, talk: Conversation) -> NewPost:
    language = tables.language[:2].lower()
    return NewPost(
        blog=plain(tables.title) or None,
        language=language if len(language) == 2 and language.isalpha() else None,
        comments=talk.comments,
    )


def _source(row: Row) -> str:
    """The HTML of a post: as Ghost made it, else as its editors would."""
    for name, html_of in (("html", str), ("lexical", html_of_lexical), ("mobiledoc", html_of_mobiledoc)):
        found = html_of(text(row, name)).replace(f"{_HERE}/", "/").replace(_HERE, "")
        if found.strip():
            return found
    return text(row, "plaintext") or text(row, "markdown")


def _body(source: str) -> Body:
    return body_of(source, breaks_at_newlines="<" not in source)


def _talk(tables: Tables, rows: list[Row]) -> Conversation:
    """The comments on a post in their threads: what one answers is stated, else the one that its thread began with."""
    return conversation(_remark(tables, row) for row in sorted(rows, key=lambda row: text(row, "created_at")))


def _remark(tables: Tables, row: Row) -> Remark:
    body = _body(text(row, "html"))
    state = text(row, "status").lower()
    return Remark(
        id=text(row, "id") or None,
        answers=text(row, "in_reply_to_id") or text(row, "parent_id") or None,
        author=tables.member(row) or None,
        published=_date(row.get("created_at")),
        body=body.text,
        marks=body.marks,
        withheld=_COMMENT_STATES.get(state, state),
    )


def _date(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return stamp_of_seconds(value)
    return stamp_of(value) if isinstance(value, str) else None
