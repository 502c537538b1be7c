"""Reading an export: threads and comments as a stream, then each page with its comments, to be joined to its post."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from blogimport.disqus.records import BLOG, Discussed, record_of
from blogimport.joining import canonical_url
from blogimport.readings import Dump, Part, Reading
from blogimport.regrouping import Record, Regrouping
from blogimport.xmlrecords import Batch, Batches, Shape, Wrapper, opened_as, shares_lines, streamed

FORMAT = "Disqus export"

_BEGINNING = re.compile(rb"<disqus(?=[\s>])")
_TAGS = ("thread", "post")
_PREFIXES = {"dsq": "http://disqus.com/disqus-internals", "xsi": "http://www.w3.org/2001/XMLSchema-instance"}
NO_COMMENTS = "threads without comments"


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an export: the root element of one."""
    if b"\x00" in head[:100]:
        head = head.replace(b"\x00", b"")  # UTF-16
    start = _BEGINNING.search(head)
    return start is not None and not re.search(rb"<(?:html|body)\b", head[: start.start()], re.I)


def read(dump: Dump) -> Reading:
    """The pages that have comments, each with these; what was deleted or spam is withheld."""
    return streamed(dump, _parts)


def _parts(dump: Dump, encoding: str, reading: Reading) -> Iterator[Part]:
    with dump.open() as file:
        has_own_lines = shares_lines(opened_as(file, encoding), _TAGS)
    with dump.open() as file, Regrouping(has_own_lines=has_own_lines) as regrouping:
        shape = Shape(_TAGS, _BEGINNING, re.compile(rb"</disqus\s*>"), _wrapper)
        batches = Batches(opened_as(file, encoding), encoding, shape)
        batches.shares_lines = has_own_lines
        threads = _Threads()
        for records in dump.in_order(_records_of, batches):
            regrouping.heard(b"".join(batches.heads[:1]), encoding)
            for record in records:
                if record.left_out is not None:
                    reading.left_out[record.left_out] += 1
                    regrouping.placed(record.lines)
                else:
                    key = threads.key_of(record)
                    regrouping.add(Record(key, record.lines, record.post, record.remark, record.about))
        posts = 0
        for key, part in regrouping.parts():
            kept = threads.completed(key, part, reading.left_out)
            posts += len(kept.posts)
            yield kept
        reading.lines = regrouping.lines
    if batches.breaks_off:
        reading.breaks_off(batches.last, posts, "page")


def _wrapper(head: bytes, encoding: str) -> Wrapper:
    return Wrapper(head, _PREFIXES)


def _records_of(batch: Batch[Wrapper]) -> list[Discussed]:
    """What the records of a batch hold; on any core."""
    return [
        record_of(record, batch.encoding, batch.head, shares_lines=batch.shares_lines)
        for record in batch.records
    ]


class _Threads:
    """Which threads are of one page: a page that was visited under several spellings of its address has several."""

    def __init__(self) -> None:
        self._key_of: dict[str, str] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._told: set[str] = set()
        self._forum: str | None = None

    def key_of(self, record: Discussed) -> str:
        """The key of the page that a record is about."""
        if record.thread not in self._key_of:
            link = record.post.post.url if record.post is not None else None
            self._key_of[record.thread] = (canonical_url(link) if link else None) or f"thread {record.thread}"
        key = self._key_of[record.thread]
        if record.post is not None:
            self._names.setdefault(key, {}).update(dict.fromkeys(record.post.names))
            self._forum = self._forum or record.post.post.blog
        return key

    def completed(self, key: str, part: Part, left_out: Counter[str]) -> Part:
        """The part with the names of all threads of its page; empty where nothing was said there."""
        (found,) = part.posts
        if not (found.post.comments or found.post.body):
            # A further thread of a page has its comments with those of the first.
            left_out[NO_COMMENTS] += key not in self._told
            return Part()
        self._told.add(key)
        post = found.post
        if post.blog is None and self._forum is not None:
            post = replace(post, blog=self._forum, guesses={**post.guesses, "blog": BLOG})
        names = tuple(dict.fromkeys((*found.names, *self._names.get(key, {}))))
        return replace(part, posts=(replace(found, post=post, names=names),))
