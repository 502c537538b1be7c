"""One record of an export, which WordPress calls an item: a post with its comments, or what is no post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from blogimport.conversation import Conversation, conversation
from blogimport.excerpts import with_excerpt
from blogimport.markup import Body, body_of, plain
from blogimport.readings import CUT_OFF, FoundPost, Part, Withheld
from blogimport.wxr.channel import Channel
from blogimport.wxr.comments import remark_of
from blogimport.wxr.content import body_of_post, title_of
from blogimport.wxr.dates import local_or_gmt
from blogimport.xmlrecords import (
    POST,
    Element,
    Owner,
    Places,
    RecordLines,
    Stretch,
    children_of,
    lines_of_record,
    parsed,
    source_of,
)
from reader.archive import NewPost
from reader.models import Mark, Role

_POSTS = frozenset(("", "post", "page"))
# What WordPress and its plugins keep as if they were posts, in plain words.
_NO_POSTS = {
    "nav_menu_item": "menu items",
    "revision": "earlier versions of posts",
    "custom_css": "settings and templates",
    "customize_changeset": "settings and templates",
    "oembed_cache": "settings and templates",
    "user_request": "settings and templates",
    "feedback": "messages sent through forms",
    "flamingo_inbound": "messages sent through forms",
}
_NO_POSTS_BY_SIGN = (
    ("form", "forms"),
    ("wpcf7", "forms"),
    ("menu", "menu items"),
    ("template", "settings and templates"),
    ("acf", "settings and templates"),
    ("wp_", "settings and templates"),
    ("_log", "settings and templates"),
    ("shop_", "orders of a shop"),
)
_WITHHELD: dict[str, Withheld] = {"auto-draft": "draft", "inherit": "attachment"}
_SHOWN = frozenset(("", "publish", "published", "static", "closed"))
_TAGS = frozenset(("post_tag", "tag"))
_CATEGORIES = frozenset(("", "category"))
# Taxonomies that tell how a post is drawn or where it is listed.
_NO_TAXONOMY = (
    "nav_menu",
    "post_format",
    "wp_",
    "post_translations",
    "link_category",
    "amp_validation_error",
)
_COMMENT = re.compile(rb"<(?:[\w.-]+:)?comment(?:>|\Z)")
_COMMENT_END = re.compile(rb"</(?:[\w.-]+:)?comment>")
_OWNERS: dict[str, Owner] = {
    "title": ("title", POST),
    "content:encoded": ("body", POST),
    "excerpt:encoded": ("body", POST),
}
_WHOLE = (*_OWNERS, "wp:comment_content")
# Two thirds of the records of most exports are files that were attached to posts.
_ATTACHMENT = re.compile(rb"<wp:post_type>\s*(?:attachment|<!\[CDATA\[attachment\]\]>)\s*</wp:post_type>")


class Item(NamedTuple):
    """What became of the record at a line: its part of the reading, or why it has none; lost comments.

    Where records share lines, these are `lines`, not spans of the part, and `positions` are those of the comments
    by their places.
    """

    first: int
    part: Part | None
    left_out: str | None = None
    cut_comments: int = 0
    lost_comments: int = 0
    lines: RecordLines = RecordLines(())
    positions: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class _Fields:
    """The elements of an item by name, the first of each; its comments and categories."""

    children: list[tuple[str, Element]]
    values: dict[str, Element]
    comments: list[Element]
    categories: list[Element]

    def __call__(self, name: str) -> str:
        return source_of(self.values.get(name))


def withheld_at_sight(stretch: Stretch) -> Withheld | None:
    """Why the blog did not show a record, where that is certain without reading it: an attachment without comments."""
    raw = stretch.raw
    if not stretch.is_whole or b":comment>" in raw or raw.count(b"<wp:post_type>") != 1:
        return None
    found = _ATTACHMENT.search(raw)
    if found is None:
        return None
    # A post may speak of attachments.
    is_quoted = raw.rfind(b"<![CDATA[", 0, found.start()) > raw.rfind(b"]]>", 0, found.start())
    return None if is_quoted or raw.rfind(b"<!--", 0, found.start()) >= 0 else "attachment"


def item_of(stretch: Stretch, encoding: str, channel: Channel, *, shares_lines: bool = False) -> Item:
    """What a record holds."""
    root = parsed(stretch.raw, encoding, channel.wrapper, is_whole=stretch.is_whole)
    if root is None:
        return Item(stretch.first, None, "records that cannot be read")
    fields = _Fields(children_of(root), {}, [], [])
    for name, child in fields.children:
        if name == "wp:comment":
            fields.comments.append(child)
        elif name == "category":
            fields.categories.append(child)
        else:
            fields.values.setdefault(name, child)
    cut = lost = 0
    if stretch.raw.count(b":comment>") != 2 * len(fields.comments):
        cut, lost = _missing(stretch, root, fields)
    kind = fields("wp:post_type").strip()
    reason = _no_post(kind, fields)
    if (
        reason is None
        and channel.is_for_comments
        and not fields.comments
        and not fields("content:encoded").strip()
    ):
        reason = "threads without comments"
    lines = _own_lines(root, stretch, fields) if shares_lines else RecordLines(())
    if reason is not None:
        return Item(stretch.first, None, reason, cut, lost, lines)
    talk = conversation(remark_of(element, place) for place, element in enumerate(fields.comments))
    part = _part(fields, kind, stretch, channel, talk)
    positions = {place: position for position, place in talk.places.items()} if shares_lines else {}
    return Item(stretch.first, part, None, cut, lost, lines, positions)


def _own_lines(root: Element, stretch: Stretch, fields: _Fields) -> RecordLines:
    """The elements of a record as lines, where the file has several records in a line."""
    place_of = {element: place for place, element in enumerate(fields.comments)}

    def owner_of(name: str, element: Element) -> Owner | None:
        if element in place_of:
            return ("comment", place_of[element])
        return _OWNERS.get(name) if element.getparent() is root else None

    return lines_of_record(root, stretch, owner_of, whole=_WHOLE, shares_lines=True)


def _missing(stretch: Stretch, root: Element, fields: _Fields) -> tuple[int, int]:
    """How many comments of a record are cut off, and how many are lost; one that is cut off is none."""
    spoken = "\x00".join(root.itertext())
    begun = len(_COMMENT.findall(stretch.raw)) - spoken.count(":comment>") + spoken.count("/wp:comment>")
    ended = len(_COMMENT_END.findall(stretch.raw)) - spoken.count("/wp:comment>")
    cut = 0
    if not stretch.is_whole and begun > ended and len(fields.comments) > ended:
        fields.comments.pop()
        cut = 1
    return cut, max(0, ended - len(fields.comments))


def _no_post(kind: str, fields: _Fields) -> str | None:
    """Why a record is no post, in plain words; None for one that is."""
    if kind in _POSTS or kind == "attachment":
        return None
    reason = _NO_POSTS.get(kind) or next((words for sign, words in _NO_POSTS_BY_SIGN if sign in kind), None)
    if reason is None and not (fields("content:encoded").strip() or fields.comments):
        return f"records of the kind {kind} without a text"
    return reason


def _part(fields: _Fields, kind: str, stretch: Stretch, channel: Channel, talk: Conversation) -> Part:
    body = _body(fields, kind)
    guesses: dict[str, str] = {}
    if not stretch.is_whole and "wp:post_type" not in fields.values and body.text:
        guesses["body"] = CUT_OFF
    author, author_guess = _author(plain(fields("dc:creator")), channel)
    if author_guess:
        guesses["author"] = author_guess
    categories, tags, language = _labels(fields)
    link = fields("link").strip()
    if link and channel.link and "://" not in link:
        link = urljoin(channel.link, link)
    status = fields("wp:comment_status").strip()
    post = NewPost(
        blog=channel.title,
        title=title_of(fields("title")),
        author=author,
        published=local_or_gmt(fields("wp:post_date"), fields("wp:post_date_gmt"), fields("pubDate")),
        url=link or None,
        language=language or channel.language,
        categories=categories,
        tags=tags,
        body=body.text,
        marks=body.marks,
        comments_open={"open": True, "closed": False}.get(status),
        guesses=guesses,
        comments=talk.comments,
    )
    found = FoundPost(
        post,
        names=tuple(_names(fields)),
        withheld=_withheld(kind, fields("wp:status").strip().lower()),
        withheld_comments=talk.withheld,
        is_partial=channel.is_for_comments and not body.text,
    )
    places = Places(stretch.first, stretch.last, stretch.raw)
    return Part((found,), tuple(places.spans(_runs(places, talk, fields), 0)))


def _withheld(kind: str, status: str) -> Withheld | None:
    """Why the blog did not show a post."""
    if kind == "attachment":
        return "attachment"
    return None if status in _SHOWN else _WITHHELD.get(status, status)


def _body(fields: _Fields, kind: str) -> Body:
    """The text of a post; an excerpt that somebody wrote for it, and that it does not hold, stands before it."""
    content = fields("content:encoded")
    excerpt = fields("excerpt:encoded")
    if kind == "attachment":
        return _attachment(fields("wp:attachment_url").strip(), f"{excerpt}\n\n{content}")
    return with_excerpt(excerpt, content, body_of_post)


def _attachment(address: str, words: str) -> Body:
    """The address of a file, and below it what is said of it."""
    body = body_of(words, breaks_at_newlines=True) if words.strip() else Body("")
    if not address:
        return body
    shift = len(address) + len("\n\n")
    marks = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in body.marks)
    text = f"{address}\n\n{body.text}" if body.text else address
    return Body(text, (Mark(0, len(address), "link", address), *marks))


def _author(login: str, channel: Channel) -> tuple[str | None, str | None]:
    """The name of an author as readers saw it, and the reason where it is inferred."""
    if not login:
        return None, None
    if login in channel.authors:
        return channel.authors[login], None
    name, at, _ = login.partition("@")
    if at and name:
        return name, "the first half of an e-mail address"
    return login, None


def _labels(fields: _Fields) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """The categories and tags of a post, and its language where a plugin states it as a label."""
    categories: dict[str, None] = {}
    tags: dict[str, None] = {}
    language = None
    for element in fields.categories:
        domain = element.get("domain") or ""
        name = plain(source_of(element))
        if domain == "language":
            code = (element.get("nicename") or "")[:2].lower()
            language = code if len(code) == 2 and code.isalpha() else language
        elif name and domain in _CATEGORIES:
            categories[name] = None
        elif name and not domain.startswith(_NO_TAXONOMY):
            tags[name] = None
    if any(element.get("domain") for element in fields.categories):
        # Early exports give each label twice, once without saying what it is.
        stated = {
            plain(source_of(element))
            for element in fields.categories
            if (element.get("domain") or "") in _TAGS
        }
        named = {
            plain(source_of(element)) for element in fields.categories if element.get("domain") == "category"
        }
        categories = {name: None for name in categories if name in named or name not in stated}
    return tuple(categories), tuple(tags), language


def _names(fields: _Fields) -> Iterator[str]:
    """Under what else other dumps may know the post."""
    slug = unquote(fields("wp:post_name").strip())
    if slug:
        yield f"slug:{slug}"
    number = fields("wp:post_id").strip()
    if number:
        yield f"id:{number}"
    guid = fields("guid").strip()
    if guid.startswith(("http://", "https://")) and guid != fields("link").strip():
        yield f"url:{guid}"


def _runs(places: Places, talk: Conversation, fields: _Fields) -> Iterator[tuple[int, int, Role, int | None]]:
    """The lines of the title, the text and each comment, in the order of the file."""
    position_of = {place: position for position, place in talk.places.items()}
    place = 0
    roles: dict[str, Role] = {"title": "title", "content:encoded": "body", "excerpt:encoded": "body"}
    if places.first == places.last:
        roles["title"] = "body"
    for name, element in fields.children:
        if name in roles:
            yield *places.lines_of(element), roles[name], None
        elif name == "wp:comment" and place < len(fields.comments):
            yield *places.lines_of(element), "comment", position_of[place]
            place += 1
