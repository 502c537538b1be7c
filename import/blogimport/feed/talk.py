"""Entries that are comments: which they are, on which post, and whom they answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag

from blogimport.conversation import Remark, conversation
from blogimport.feed.channel import Channel
from blogimport.feed.entries import author_of, body_from, html_of, link_of, published_of, title_of
from blogimport.feed.phrases import told_by
from blogimport.feed.records import said
from blogimport.markup import plain
from blogimport.readings import FoundPost
from reader.archive import NewPost

# The end of an address that leads to one comment.
_PLACE = re.compile(r"#(?:comment-?|comments-|c-?|cmt-?|reply-?|discussion_)(?P<id>\w+)$", re.IGNORECASE)
# WordPress begins an answer with whom it answers: « En réponse à <a href="…#comment-12">Zoé</a>. »
_ANSWERED = re.compile(
    r"\s*(?:<p>)?\s*[^<>]{2,40}<a\b[^>]*?href=[\"'][^\"']*#comment-(?P<id>\d+)[\"'][^>]*>[^<]*</a>\s*\.?"
    r"\s*(?:</p>|<br\s*/?>|\n)\s*",
    re.IGNORECASE,
)
_VIEW = re.compile(r"[?&]showComment=\w*|\?m=1$")


def is_comment(entry: Any, channel: Channel) -> bool:
    """Whether an entry is a comment on a post."""
    if channel.comments_on is not None or _reference(entry):
        return True
    return any(_PLACE.search(said(entry, name)) for name in ("link", "id"))


@dataclass(slots=True)
class Talk:
    """The comments of a feed on one post; `index` is where that post is among those of the feed."""

    key: str
    title: str | None
    url: str | None
    names: tuple[str, ...]
    channel: Channel
    index: int | None = None
    _remarks: list[tuple[Remark, str]] = field(default_factory=list)
    _ids: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def about(cls, entry: Any, channel: Channel) -> Talk:
        """The talk that a comment belongs to."""
        told = told_by("comment", title_of(entry, channel) or "") or {}
        link = said(_reference(entry), "href") or link_of(entry) or ""
        url = _VIEW.sub("", urldefrag(link).url) or None
        title = channel.comments_on or told.get("title") or None
        if url is None and channel.comments_on:
            url = channel.link
        is_own = bool(channel.comments_on and channel.address)
        names = (f"url:{channel.address}",) if is_own and "://" in (channel.address or "") else ()
        return cls(url or title or said(_reference(entry), "ref"), title, url, names, channel)

    def add(self, entry: Any, place: int) -> None:
        """One more comment, the record at a place of the feed."""
        told = told_by("comment", title_of(entry, self.channel) or "") or {}
        author, reason = author_of(entry)
        guesses = {"author": reason} if reason else {}
        if author is None and told:
            author = told["author"]
        published, reason = published_of(entry, self.channel)
        if reason and published:
            guesses["published"] = reason
        html = html_of(entry)
        answered = _ANSWERED.match(html)
        if answered:
            html = html[answered.end() :]
        body = body_from(html)
        own = next((m["id"] for name in ("link", "id") if (m := _PLACE.search(said(entry, name)))), None)
        remark = Remark(
            id=own or said(entry, "id") or None,
            answers=answered["id"] if answered else None,
            author=author,
            published=published,
            body=body.text or _title_as_text(entry, self.channel, bool(told)),
            marks=body.marks,
            guesses=guesses,
            place=place,
        )
        self._remarks.append((remark, said(_reference(entry), "ref")))
        self._ids[said(entry, "id")] = remark.id

    def post(self) -> FoundPost:
        """What is known of the post itself."""
        return self.found()[0]

    def found(self) -> tuple[FoundPost, dict[int, int]]:
        """The post with its comments, and the position of the comment at each place of the feed."""
        remarks = [
            replace(remark, answers=self._ids[ref]) if ref in self._ids and not remark.answers else remark
            for remark, ref in self._remarks
        ]
        talk = conversation(_in_order(remarks))
        post = NewPost(
            blog=self.channel.blog,
            title=self.title,
            url=self.url,
            language=self.channel.language,
            comments=talk.comments,
        )
        positions = {place: position for position, place in talk.places.items()}
        return FoundPost(post, self.names, is_partial=True), positions


def _in_order(remarks: list[Remark]) -> list[Remark]:
    """The comments from the first to the last: feeds begin with the newest."""
    moments = [_moment(remark.published) for remark in remarks]
    known = [moment for moment in moments if moment is not None]
    if len(known) == len(remarks) and len({moment.tzinfo is None for moment in known}) < 2:
        order = sorted(range(len(remarks)), key=lambda index: (known[index], -index))
        return [remarks[index] for index in order]
    return remarks


def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published or "")
    except ValueError:
        return None


def _reference(entry: Any) -> Any:
    """What an entry of Atom says that it answers."""
    return entry.get("thr_in-reply-to") or {}


def _title_as_text(entry: Any, channel: Channel, is_told: bool) -> str:
    """The title of a comment that has no text, where it is none that the platform makes."""
    return "" if is_told else plain(title_of(entry, channel) or "")
