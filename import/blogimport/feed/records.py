"""The records of a feed, items or entries, each with its lines; and its text as one that any parser takes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from blogimport.readings import Dump
from blogimport.xmlrecords import (
    Element,
    Places,
    Stretch,
    Wrapper,
    children_of,
    decoded,
    encoding_of,
    opened_as,
    parsed,
    repaired,
    stretches,
    with_line_feeds,
)
from reader.models import Role

# Where a line begins in a feed that has none: at the elements that a record is made of.
_PIECE = re.compile(
    r"(?P<cdata><!\[CDATA\[.*?\]\]>)|\s*(?=<(?:/?(?:item|entry|channel|feed|rss)\b|title\b|content\b|content:encoded|"
    r"summary\b|description\b|pubDate\b|published\b|updated\b))",
    re.DOTALL,
)
_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_ROLES: dict[str, Role] = {
    "title": "title",
    "content": "body",
    "content:encoded": "body",
    "summary": "body",
    "description": "body",
}
_ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|RDF)\b")
_MODULES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"'
    ' xmlns:thr="http://purl.org/syndication/thread/1.0"'
)
_HEADS = {
    "rss": f'<rss version="2.0"{_MODULES}><channel>',
    "feed": f'<feed xmlns="http://www.w3.org/2005/Atom"{_MODULES}>',
}
_ENDS = {"rss": "</channel></rss>", "feed": "</feed>", "RDF": "</rdf:RDF>"}
Run = tuple[int, int, Role, int | None]


@dataclass(frozen=True, slots=True)
class Record:
    """One item: its places in the file, and the element that it is (None: nothing can be read in it)."""

    stretch: Stretch
    element: Element | None

    @property
    def places(self) -> Places:
        """The lines of the record."""
        return Places(self.stretch.first, self.stretch.last, self.stretch.raw)

    def runs(self) -> Iterator[Run]:
        """The lines of its title and its text."""
        if self.element is None:
            return
        places = self.places
        for name, child in children_of(self.element):
            name = name.rpartition("}")[2]  # the oldest versions have namespaces of their own
            if name in _ROLES:
                yield *places.lines_of(child), _ROLES[name], None


class Records:
    """A feed cut into its records.

    `text` is the whole feed, repaired; `lines` are what roles speak of where several records share a line of the file.
    """

    def __init__(self, dump: Dump) -> None:
        with dump.open() as opened:
            self.encoding = encoding_of(opened, dump.charset)
            found = list(stretches(opened_as(opened, self.encoding), "item", "entry"))
        self.lines: list[str] | None = None
        encoding = self.encoding
        if _share_lines(found):
            text = "".join(decoded(with_line_feeds(stretch.raw), self.encoding) for stretch in found)
            text = _PIECE.sub(lambda piece: piece["cdata"] or "\n", text).strip("\n")
            self.lines = text.split("\n")
            encoding = "utf-8"
            found = list(stretches(BytesIO(text.encode("utf-8", "replace")), "item", "entry"))
        texts = [repaired(decoded(stretch.raw, encoding)) for stretch in found]
        self.text = _DECLARATION.sub("", "".join(texts), 1)
        self.breaks_off = any(not stretch.is_whole for stretch in found[-1:])
        self.last = found[-1].last if found else 1
        self.records = []
        head = b""
        for stretch in found:
            if stretch.kind == "record":
                wrapper = Wrapper(head, {"content": "http://purl.org/rss/1.0/modules/content/"})
                element = parsed(stretch.raw, encoding, wrapper, is_whole=stretch.is_whole)
                self.records.append(Record(stretch, element))
            elif not head:
                head = stretch.raw
        self._between = [text for stretch, text in zip(found, texts, strict=True) if stretch.kind != "record"]
        self._single = [text for stretch, text in zip(found, texts, strict=True) if stretch.kind == "record"]

    def alone(self, *, has_own_head: bool) -> Iterator[str]:
        """Each record as a feed of its own, for where one spoils the others, or the head of the feed all of them."""
        head = _DECLARATION.sub("", self._between[0], 1) if self._between else ""
        root = _ROOT.search(head)
        end = _ENDS.get(root[1] if root else "", "")
        for text in self._single:
            if has_own_head:
                yield head + text + end
            else:
                kind = "feed" if text.startswith("<entry") else "rss"
                yield _HEADS[kind] + text + _ENDS[kind]


def _share_lines(found: list[Stretch]) -> bool:
    records = [stretch for stretch in found if stretch.kind == "record"]
    return any(one.last == two.first for one, two in itertools.pairwise(records)) or any(
        stretch.first == stretch.last for stretch in records
    )


def said(entry: Any, name: str) -> str:
    """What an entry, or the head of a feed, has under a name; "" where it has nothing."""
    value = entry.get(name)
    return value.strip() if isinstance(value, str) else ""
