"""One entry of a feed as a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from blogimport.feed.channel import Channel
from blogimport.feed.phrases import cut_in, told_by, trails_off
from blogimport.feed.records import said
from blogimport.markup import Body, body_of, plain
from blogimport.readings import FoundPost
from blogimport.stamps import stamp
from reader.archive import NewPost
from reader.models import Mark

_CUT = "the feed holds only its beginning"
# Too short to be the beginning of more.
_SHORT = 40
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")
_NAME_AND_MAIL = re.compile(
    r"(?P<name>[^@]*?)\s*[(<](?P<mail>[^\s@]+@[^\s@]+)[)>]|(?P<first>[^\s@]+@[^\s@]+)\s*\((?P<other>.+)\)"
)
_HTML = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]\w{1,9};")


def post_of(entry: Any, channel: Channel, *, are_cut: bool) -> FoundPost:
    """The post that an entry is; `are_cut` says that the feed holds only beginnings."""
    guesses: dict[str, str] = {}
    body, is_cut = _body(entry)
    if is_cut or (are_cut and trails_off(body.text) and len(body.text) >= _SHORT):
        guesses["body"] = _CUT
    author, reason = author_of(entry)
    if author is None and channel.is_atom:
        author = channel.author  # which Atom says is that of each entry without one
    if reason:
        guesses["author"] = reason
    published, reason = published_of(entry, channel)
    if reason:
        guesses["published"] = reason
    declared = said(entry, "slash_comments") or said(entry, "thr_total")
    post = NewPost(
        blog=channel.blog,
        title=title_of(entry, channel),
        author=author,
        published=published,
        url=link_of(entry),
        language=channel.language,
        categories=_labels(entry),
        body=body.text,
        marks=body.marks,
        comments_declared=int(declared) if declared.isdecimal() and declared.isascii() else None,
        guesses=guesses,
    )
    return FoundPost(post, tuple(_names(entry, post.url)))


def title_of(entry: Any, channel: Channel) -> str | None:
    """The title as one line."""
    text = said(entry, "title")
    kind = (entry.get("title_detail") or {}).get("type")
    if channel.is_atom and kind == "text/plain":
        return " ".join(text.split()) or None
    return plain(text) or None


def link_of(entry: Any) -> str | None:
    """The address of the page that an entry is of."""
    link = said(entry, "feedburner_origlink") or said(entry, "link")
    return (
        link or (said(entry, "id") if said(entry, "id").startswith(("http://", "https://")) else None) or None
    )


def author_of(entry: Any) -> tuple[str | None, str | None]:
    """Who wrote an entry, and the reason where that is inferred."""
    text = plain(said(entry, "author"))
    found = _NAME_AND_MAIL.fullmatch(text)
    if found is not None:
        text = found["name"] or found["other"] or found["mail"]
    if _MAIL.fullmatch(text):
        return text.partition("@")[0], "the first half of an e-mail address"
    return text or None, None


def published_of(entry: Any, channel: Channel) -> tuple[str | None, str | None]:
    """When an entry was published, and the reason where only its last change is told."""
    for name in ("published", "created"):
        found = stamp(said(entry, name), channel.language)
        if found is not None:
            return found, None
    found = stamp(said(entry, "updated"), channel.language)
    # What RSS calls dc:date is the day of publication.
    return found, "the date of its last change" if found and channel.is_atom else None


def html_of(entry: Any) -> str:
    """The text of an entry: its content, else its summary."""
    contents = [_as_html(one) for one in entry.get("content") or ()]
    return max(contents, key=len, default="") or _as_html(entry.get("summary_detail") or {})


def _as_html(detail: Any) -> str:
    value: str = detail.get("value") or ""
    if detail.get("type") == "text/plain" and not _HTML.search(value):
        return value.replace("&", "&amp;").replace("<", "&lt;")
    return value


def body_from(html: str) -> Body:
    """The body that a text of a feed is; one without tags has its line breaks as they stand."""
    return body_of(html, breaks_at_newlines=not re.search(r"<(?:p|br|div|li|h\d)\b", html, re.I))


def _body(entry: Any) -> tuple[Body, bool]:
    """The text of an entry without what the platform puts under it, and whether it breaks off."""
    body = body_from(html_of(entry))
    head, gap, last = body.text.rpartition("\n\n")
    if gap and told_by("last", last):
        body = _until(body, len(head))
    end = cut_in(body.text)
    if end is not None:
        body = _until(body, end)
    return _with_enclosures(body, entry), end is not None


def _until(body: Body, end: int) -> Body:
    """A body without what stands behind an offset."""
    text = body.text[:end].rstrip()
    end = len(text)
    marks = (replace(mark, end=min(mark.end, end)) for mark in body.marks if mark.start < end)
    return Body(text, tuple(marks))


def _with_enclosures(body: Body, entry: Any) -> Body:
    """A body with the addresses of the sounds and films that an entry carries, and does not speak of."""
    text, marks = body.text, list(body.marks)
    known = {mark.value for mark in marks}
    for enclosure in entry.get("links") or ():
        address = enclosure.get("href") or ""
        if enclosure.get("rel") != "enclosure" or not address or address in known:
            continue
        if str(enclosure.get("type", "")).startswith("image/"):
            continue
        text = f"{text}\n\n{address}" if text else address
        marks.append(Mark(len(text) - len(address), len(text), "link", address))
    return Body(text, tuple(marks))


def _labels(entry: Any) -> tuple[str, ...]:
    names = (plain(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags") or ())
    return tuple(dict.fromkeys(name for name in names if name))


def _names(entry: Any, url: str | None) -> Iterator[str]:
    """Under what else other dumps may know the post: its permanent address, and that of its comments' feed."""
    addresses = (said(entry, "id"), said(entry, "link"), said(entry, "wfw_commentrss"))
    for address in dict.fromkeys(addresses):
        if address.startswith(("http://", "https://")) and address != url:
            yield f"url:{address}"
