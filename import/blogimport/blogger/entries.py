"""One entry of an export: a post, a page, a comment, or a setting of the blog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple
from urllib.parse import urljoin

from blogimport.blogger.feed import Feed
from blogimport.conversation import Remark
from blogimport.markup import Body, body_of, plain
from blogimport.readings import CUT_OFF, FoundPost, Withheld
from blogimport.regrouping import Record
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import (
    POST,
    Element,
    Owner,
    RecordLines,
    Stretch,
    attribute_of,
    children_of,
    lines_of_record,
    parsed,
    source_of,
)
from reader.archive import NewPost

_KIND = "schemas.google.com/g/2005#kind"
_POSTS = frozenset(("post", "page"))
_SETTINGS = frozenset(("settings", "template", "layout"))
# What the state of an entry means where the blog did not show it.
_STATES: dict[str, Withheld | None] = {
    **dict.fromkeys(("", "live", "emptied"), None),
    "draft": "draft",
    "scheduled": "future",
    **dict.fromkeys(("soft_trashed", "trashed", "deleted"), "trash"),
    **dict.fromkeys(("spam", "spam_comment", "ghosted"), "spam"),
    **dict.fromkeys(("pending", "pending_comment", "awaiting_moderation"), "unapproved"),
}
_ID = re.compile(r"tag:blogger\.com,1999:blog-(?P<blog>\d+)\.(?:post|page)-(?P<post>\d+)")
_LAST_NUMBER = re.compile(r"(\d+)(?:[?#].*)?/?$")
_WHOLE = frozenset(("content", "summary"))


class Entry(NamedTuple):
    """What became of an entry: its record, or why it has none; a setting has a name and a value."""

    lines: RecordLines
    record: Record | None = None
    left_out: str | None = None
    setting: tuple[str, str] | None = None


class _Fields:
    """The elements of an entry by name."""

    def __init__(self, root: Element) -> None:
        self._children = children_of(root)
        self._first: dict[str, Element] = {}
        for name, child in self._children:
            self._first.setdefault(name, child)

    def __call__(self, name: str) -> str:
        return source_of(self._first.get(name)).strip()

    def element(self, name: str) -> Element | None:
        """The first element with a name."""
        return self._first.get(name)

    def all(self, name: str) -> Iterator[Element]:
        """All elements with a name."""
        return (child for found, child in self._children if found == name)

    def links(self, rel: str) -> Iterator[str]:
        """The addresses that the entry links to in one relation."""
        for link in self.all("link"):
            if attribute_of(link, "rel") == rel and attribute_of(link, "href"):
                yield attribute_of(link, "href")


def entry_of(stretch: Stretch, encoding: str, feed: Feed, *, shares_lines: bool) -> Entry:
    """What an entry holds."""
    root = parsed(stretch.raw, encoding, feed.wrapper, is_whole=stretch.is_whole)
    if root is None:
        return Entry(RecordLines(()), left_out="records that cannot be read")
    fields = _Fields(root)
    kind = _kind(fields)
    if kind == "comment":
        lines = lines_of_record(
            root, stretch, lambda name, element: _SPOKEN, whole=_WHOLE, shares_lines=shares_lines
        )
        if not stretch.is_whole:
            return Entry(lines, left_out="comments that are cut off")
        return Entry(lines, _comment(fields, feed, lines))
    lines = lines_of_record(root, stretch, _owner_in_post, whole=_WHOLE, shares_lines=shares_lines)
    if kind in _POSTS:
        return Entry(lines, Record(fields("id"), lines, _post(fields, feed, is_whole=stretch.is_whole)))
    if kind in _SETTINGS:
        name = fields("id").rpartition(".settings.")[2]
        return Entry(lines, left_out="settings and templates", setting=(name, plain(fields("content"))))
    return Entry(lines, left_out=f"records of the kind {kind}" if kind else "records of no kind")


_SPOKEN: Owner = ("comment", 0)


def _owner_in_post(name: str, element: Element) -> Owner | None:
    if name == "title":
        return ("title", POST)
    return ("body", POST) if name in _WHOLE else None


def _kind(fields: _Fields) -> str:
    """What an entry is, in the words of either schema: post, page, comment, settings, template."""
    stated = fields("blogger:type").lower()
    if stated:
        return stated
    for category in fields.all("category"):
        if _KIND in attribute_of(category, "scheme"):
            return attribute_of(category, "term").rpartition("#")[2].lower()
    return "comment" if fields.element("thr:in-reply-to") is not None else ""


def _comment(fields: _Fields, feed: Feed, lines: RecordLines) -> Record:
    reference = fields.element("thr:in-reply-to")
    key, address = fields("blogger:parent"), ""
    if reference is not None:
        key = key or attribute_of(reference, "ref")
        address = attribute_of(reference, "href")
    body = _body(fields)
    withheld = _withheld(fields)
    remark = Remark(
        id=fields("id") or None,
        answers=_answered(fields),
        author=_author(fields),
        published=stamp_of(fields("published")),
        body=body.text,
        marks=body.marks,
        withheld="unapproved" if withheld == "draft" else withheld,
    )
    about = FoundPost(
        NewPost(
            blog=feed.title,
            url=address or None,
            language=feed.language,
        ),
        names=tuple(_names(key)),
        is_partial=True,
    )
    return Record(key or address, lines, remark=remark, about=about)


def _answered(fields: _Fields) -> str | None:
    """The id of the comment that a comment answers."""
    stated = fields("blogger:inReplyTo")
    if stated:
        return stated
    for address in fields.links("related"):
        number = _LAST_NUMBER.search(address)
        before, has_post, own = fields("id").rpartition("post-")
        if number is not None and has_post and number[1] != own:
            return f"{before}post-{number[1]}"
    return None


def _post(fields: _Fields, feed: Feed, *, is_whole: bool) -> FoundPost:
    body = _body(fields)
    has_said_what_it_is = bool(fields("published") and fields("title"))
    declared = fields("thr:total")
    post = NewPost(
        blog=feed.title,
        title=plain(fields("title")) or None,
        author=_author(fields),
        published=stamp_of(fields("published")),
        url=_address(fields, feed),
        language=feed.language,
        tags=tuple(_labels(fields)),
        body=body.text,
        marks=body.marks,
        comments_declared=int(declared) if declared.isdecimal() and len(declared) < 8 else None,
        guesses={} if is_whole or not body.text or has_said_what_it_is else {"body": CUT_OFF},
    )
    return FoundPost(post, names=tuple(_names(fields("id"))), withheld=_withheld(fields))


def _withheld(fields: _Fields) -> Withheld | None:
    """Why the blog did not show an entry."""
    for control in fields.all("app:control"):
        if any(
            name == "app:draft" and source_of(child).strip() == "yes" for name, child in children_of(control)
        ):
            return "draft"
    state = fields("blogger:status").lower()
    withheld = _STATES.get(state, state.replace("_", " "))
    return "trash" if withheld is None and fields("blogger:trashed") else withheld


def _body(fields: _Fields) -> Body:
    """The text of an entry, and below it the files that it encloses."""
    element = fields.element("content")
    if element is None:
        element = fields.element("summary")
    source = source_of(element)
    enclosed = (
        f'<p><a href="{escape(address)}">{escape(address)}</a></p>' for address in fields.links("enclosure")
    )
    # Text without a single tag has its line breaks from who wrote it.
    return body_of("".join((source, *enclosed)), breaks_at_newlines="<" not in source)


def _author(fields: _Fields) -> str | None:
    element = fields.element("author")
    named = [] if element is None else [child for name, child in children_of(element) if name == "name"]
    return plain(source_of(named[0])) or None if named else None


def _address(fields: _Fields, feed: Feed) -> str | None:
    """The address of a post; only its path where the export does not tell where the blog was."""
    for address in fields.links("alternate"):
        return address
    path = fields("blogger:filename")
    if path and feed.link:
        return urljoin(feed.link, path)
    return path or None


def _labels(fields: _Fields) -> Iterator[str]:
    for category in fields.all("category"):
        name = plain(attribute_of(category, "label") or attribute_of(category, "term"))
        if name and _KIND not in attribute_of(category, "scheme"):
            yield name


def _names(entry_id: str) -> Iterator[str]:
    """Under what else other dumps may know the post: Blogger's ids are those of one list for all blogs."""
    found = _ID.fullmatch(entry_id)
    if found is not None:
        yield f"id:blogger/{found['blog']}/{found['post']}"
