"""Reading a feed: its records through feedparser, those that are comments brought to the posts that they are on."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from blogimport.feed.channel import Channel, channel_of
from blogimport.feed.entries import post_of
from blogimport.feed.phrases import trails_off
from blogimport.feed.records import Records, said
from blogimport.feed.talk import Talk, is_comment
from blogimport.readings import Dump, FoundPost, Part, Reading
from reader.archive import NewSpan

FORMAT = "feed"

# What stands before the first element is gone through once: a head of many comments can be read in very many ways.
_ROOT = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?[^>]*>)*+<(?:[\w.-]+:)?(?P<name>rss|feed|RDF|channel)(?=[\s>/])(?P<rest>[^>]*)",
    re.DOTALL,
)
_ATOM = re.compile(r"www\.w3\.org/2005/Atom|purl\.org/atom/ns|<entry[\s>]")
_RDF = re.compile(r"purl\.org/rss/|my\.netscape\.com/rdf/|backend\.userland\.com|<item[\s>]")
# What feedparser raises, which repairs much and not all: names of elements and addresses that are none.
_FAILURES = (ValueError, AssertionError, LookupError, TypeError, AttributeError, RecursionError)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|pre|textarea)\b", re.IGNORECASE)
_LONGEST_WARNING = 4096
# So many of a feed's texts trail off only where all of them were cut.
_MOST, _FEWEST = 0.6, 3


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a feed, whatever stands before its first element."""
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in head[:40]
    text = (head.replace(b"\x00", b"") if wide else head).decode("latin-1")
    text = text.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    # Before its declaration a server may have written what it had to say of itself.
    start = text.find("<?xml", 0, _LONGEST_WARNING)
    found = _ROOT.match(text) or (_ROOT.match(text, start) if start > 0 else None)
    if found is None or _PAGE.search(text, 0, found.start()):
        return False
    kind = found["name"]
    if kind == "feed":
        return _ATOM.search(text) is not None
    if kind == "RDF":
        return _RDF.search(text) is not None
    return kind == "rss" or "<item" in text


def read(dump: Dump) -> Reading:
    """The posts of a feed, and the comments in it as those of posts that other dumps hold."""
    records = Records(dump)
    head, entries = _entries(records, dump.url)
    channel = channel_of(head, str(head.get("version_of_feed", "")), dump.url)
    left_out: Counter[str] = Counter()
    notices = [f"The feed breaks off at line {records.last:,}."] if records.breaks_off else []
    if len(entries) < len(records.records):
        left_out["records that cannot be read"] = len(records.records) - len(entries)
    if not records.records:
        left_out["feeds without an entry"] = 1
    part = _part(channel, entries, records, left_out)
    return Reading(records.encoding, [part], left_out, notices, records.lines)


def _entries(records: Records, url: str | None) -> tuple[Any, list[Any]]:
    """The head of a feed, and its entries in their order."""
    # feedparser takes 0.1 s to import, which only feeds need.
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if url:
        headers["content-location"] = url

    def understood(text: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        source = io.BytesIO(text.encode("utf-8", "replace"))
        try:
            found = feedparser.parse(
                source, response_headers=headers, sanitize_html=False, resolve_relative_uris=bool(url)
            )
        except _FAILURES:
            return {}, []
        # Plain dictionaries, which have what is there and nothing that stands for it.
        head = {**found.feed, "version_of_feed": found.get("version") or ""}
        return head, [dict(entry) for entry in found.entries]

    head, best = understood(records.text)
    for has_own_head in (True, False):
        if len(best) == len(records.records):
            break
        each = [understood(text) for text in records.alone(has_own_head=has_own_head)]
        best = max(best, [entry for _, entries in each for entry in entries[:1]], key=len)
        head = head or next((other for other, _ in each if other), {})
    return head, best


def _part(channel: Channel, entries: list[Any], records: Records, left_out: Counter[str]) -> Part:
    are_cut = _are_cut(entries)
    posts: list[FoundPost] = []
    # For each record the post that it is, or that it is a comment on.
    of_record: list[tuple[int | None, bool]] = []
    talks: dict[str, Talk] = {}
    for place, entry in enumerate(entries):
        if not is_comment(entry, channel):
            found = post_of(entry, channel, are_cut=are_cut)
            if not (found.post.title or found.post.body or found.post.url):
                left_out["entries without a title, a text or an address"] += 1
                of_record.append((None, False))
                continue
            of_record.append((len(posts), False))
            posts.append(found)
            continue
        talk = Talk.about(entry, channel)
        talk = talks.setdefault(talk.key, talk)
        if talk.index is None:
            talk.index = len(posts)
            posts.append(talk.post())
        talk.add(entry, place)
        of_record.append((talk.index, True))
    positions: dict[int, int] = {}
    for talk in talks.values():
        assert talk.index is not None, "each was given a place"
        posts[talk.index], of_talk = talk.found()
        positions.update(of_talk)
    # Where some records could not be read, nobody knows which are which.
    is_sure = len(entries) == len(records.records)
    return Part(tuple(posts), tuple(_spans(records, of_record, positions)) if is_sure else ())


def _spans(
    records: Records, of_record: list[tuple[int | None, bool]], positions: dict[int, int]
) -> Iterator[NewSpan]:
    for place, (record, (post, is_of_talk)) in enumerate(zip(records.records, of_record, strict=True)):
        stretch = record.stretch
        if is_of_talk:
            yield NewSpan(stretch.first, stretch.last, "comment", post, positions[place])
        elif post is not None:
            yield from record.places.spans(record.runs(), post)


def _are_cut(entries: list[Any]) -> bool:
    """Whether a feed holds only the beginnings of its texts: most of them trail off, and none has more than that."""
    texts = [said(entry, "summary") for entry in entries if not entry.get("content")]
    trailing = sum(trails_off(re.sub(r"<[^>]*>|\s+$", "", text)) for text in texts)
    return trailing >= _FEWEST and trailing >= _MOST * len(entries)
