"""One record of an export: a thread, which is a page of the blog, or a post, which is a comment on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from blogimport.conversation import Remark
from blogimport.markup import body_of, plain
from blogimport.readings import FoundPost, Withheld
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import (
    POST,
    Element,
    Owner,
    RecordLines,
    Stretch,
    Wrapper,
    attribute_of,
    children_of,
    lines_of_record,
    parsed,
    source_of,
)
from reader.archive import NewPost

_THREAD = re.compile(rb"<thread(?=[\s>])")
_THREAD_ID = re.compile(rb"<thread\s[^>]{0,80}?id\s*=\s*[\"']?([\w-]{1,40})")
# The identifier that WordPress gives a thread: the number of the post, and its address by that number.
_OF_WORDPRESS = re.compile(r"\d+ (https?://\S+)")
_YES = "true"
_TITLE = "the title of its thread at the comment service"
BLOG = "named after the forum at the comment service"


class Discussed(NamedTuple):
    """What became of a record: a thread has a `post`, a comment a `remark` and what is known of its post, `about`."""

    lines: RecordLines
    thread: str = ""
    post: FoundPost | None = None
    remark: Remark | None = None
    about: FoundPost | None = None
    left_out: str | None = None


def record_of(stretch: Stretch, encoding: str, wrapper: Wrapper, *, shares_lines: bool) -> Discussed:
    """What a record holds."""
    root = parsed(stretch.raw, encoding, wrapper, is_whole=stretch.is_whole)
    if root is None:
        return Discussed(RecordLines(()), left_out="records that cannot be read")
    fields: dict[str, Element] = {}
    for name, child in children_of(root):
        fields.setdefault(name, child)
    is_thread = _THREAD.match(stretch.raw) is not None
    lines = lines_of_record(
        root,
        stretch,
        _owner_in_thread if is_thread else _spoken,
        whole=("message",),
        shares_lines=shares_lines,
    )
    if is_thread:
        thread = attribute_of(root, "id")
        return Discussed(lines, thread, _page(fields, thread))
    if not stretch.is_whole:
        return Discussed(lines, left_out="comments that are cut off")
    thread = attribute_of(fields["thread"], "id") if "thread" in fields else ""
    if not thread:
        found = _THREAD_ID.search(stretch.raw)
        thread = found[1].decode() if found else ""
    about = _found(_text(fields, "forum"), None, None, None, (_name(thread),) if thread else ())
    return Discussed(lines, thread, remark=_remark(root, fields), about=about)


def _owner_in_thread(name: str, element: Element) -> Owner | None:
    if name == "title":
        return ("title", POST)
    return ("body", POST) if name == "message" else None


def _spoken(name: str, element: Element) -> Owner | None:
    return ("comment", 0)


def _text(fields: dict[str, Element], name: str) -> str:
    return source_of(fields.get(name)).strip()


def _page(fields: dict[str, Element], thread: str) -> FoundPost:
    """What a thread tells of the page that it is on: not when that was published, nor by whom."""
    link = _text(fields, "link")
    found = _found(
        _text(fields, "forum"),
        plain(_text(fields, "title")) or None,
        link or None,
        {_YES: False, "false": True}.get(_text(fields, "isClosed").lower()),
        tuple(_names(_text(fields, "id"), link, thread)),
    )
    body = body_of(_text(fields, "message"))
    withheld = "deleted" if _text(fields, "isDeleted").lower() == _YES else None
    post = replace(found.post, body=body.text, marks=body.marks)
    return FoundPost(post, found.names, withheld=withheld, is_partial=not body.text)


def _found(
    forum: str, title: str | None, url: str | None, is_open: bool | None, names: tuple[str, ...]
) -> FoundPost:
    guesses = {"title": _TITLE} if title else {}
    if forum:
        guesses["blog"] = BLOG
    post = NewPost(
        blog=forum or None,
        title=title,
        url=url,
        comments_open=is_open,
        guesses=guesses,
    )
    return FoundPost(post, names, is_partial=True)


def _name(thread: str) -> str:
    """An address of a thread; no id, since a page that has several threads is one page."""
    return f"url:disqus:{thread}"


def _names(identifier: str, link: str, thread: str) -> Iterator[str]:
    """Under what else other dumps may know the page: its thread, the identifier that the blog's software gave."""
    if thread:
        yield _name(thread)
    found = _OF_WORDPRESS.fullmatch(identifier)
    address = found[1] if found else identifier
    if address.startswith(("http://", "https://")) and address != link:
        yield f"url:{address}"


def _remark(root: Element, fields: dict[str, Element]) -> Remark:
    message = _text(fields, "message")
    body = body_of(message, breaks_at_newlines="<" not in message)
    named = dict(children_of(fields["author"])) if "author" in fields else {}
    author = _text(named, "name") or _text(named, "username")
    return Remark(
        id=attribute_of(root, "id") or None,
        answers=(attribute_of(fields["parent"], "id") or None) if "parent" in fields else None,
        author=plain(author) or None,
        published=stamp_of(_text(fields, "createdAt")),
        body=body.text,
        marks=body.marks,
        withheld=_withheld(fields),
    )


def _withheld(fields: dict[str, Element]) -> Withheld | None:
    """Why a comment was not shown."""
    if _text(fields, "isDeleted").lower() == _YES:
        return "deleted"
    if _text(fields, "isSpam").lower() == _YES:
        return "spam"
    return "unapproved" if _text(fields, "isApproved").lower() == "false" else None
