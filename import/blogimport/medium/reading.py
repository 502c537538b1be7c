"""Reading one page of an export: its head, its text, and the footer that tells who wrote it and when."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

from lxml import etree

from blogimport.excerpts import with_excerpt
from blogimport.ledger import Ledger
from blogimport.markup import Element, body_of, plain, tree_of
from blogimport.readings import Dump, FoundPost, Reading
from blogimport.stamps import stamp
from blogimport.xmlrecords import decoded, encoding_of
from reader.archive import NewPost

FORMAT = "Medium export"

_ENTRY = re.compile(rb"<article[^>]{0,80}class=[\"']h-entry[\"']")
_FIELD = re.compile(rb"<section[^>]{0,80}data-field=[\"'](?:body|subtitle|description)[\"']")
_SHORT = re.compile(r"https?://(?:[\w-]+\.)*medium\.com/p/([0-9a-f]{6,})")
_IN_NAME = re.compile(r"-([0-9a-f]{10,12})\.html?$")
_TITLE_IN_TEXT = "graf--title"


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are a page of an export: an entry whose parts are fields."""
    return _ENTRY.search(head) is not None and _FIELD.search(head) is not None


def read(dump: Dump) -> Reading:
    """The post of a page; one that was never published is withheld."""
    raw = dump.raw()
    encoding = encoding_of(io.BytesIO(raw), dump.charset)
    text = raw.decode(encoding, "replace") if encoding.startswith("utf-16") else decoded(raw, encoding)
    ledger = Ledger()
    reading = Reading(encoding, (), lines=ledger.lines)
    page = _Page(tree_of(text), "</article>" in text, dump.name)
    if not page.is_whole:
        reading.notices.append("The file breaks off before the end of its post.")
    if not page.is_post:
        reading.left_out["lists of the account"] += 1
        ledger.says(page.shown, "furniture")
        return reading
    found = page.post()
    ledger.says(found.post.title or "", "title")
    ledger.says(found.post.body, "body")
    ledger.says("\n".join(page.footer))
    reading.parts = [ledger.part(found)]
    return reading


class _Page:
    """A page of an export."""

    def __init__(self, root: Element | None, is_whole: bool, name: str) -> None:
        self._elements: list[Element] = [] if root is None else list(root.iter(etree.Element))
        self._name = name
        self.is_whole = is_whole

    @property
    def is_post(self) -> bool:
        """Whether it holds a post, and not what its writer has read or clapped for."""
        is_written = any(True for _ in self._of_class("graf"))
        return is_written or self._id() is not None or not self.is_whole

    @property
    def shown(self) -> str:
        """All words of the page, a line a block."""
        return body_of(self._elements[0]).text if self._elements else ""

    @property
    def footer(self) -> list[str]:
        """The lines below the text."""
        return [
            plain(line)
            for element in self._elements
            if element.tag == "footer"
            for line in element
            if plain(line)
        ]

    def post(self) -> FoundPost:
        """The post."""
        title = self._words("p-name") or None
        subtitle = next(map(plain, self._fields("subtitle", "description")), "")
        body = with_excerpt(escape(subtitle), self._source(title), body_of)
        published = next(
            (stamp(element.get("datetime") or "") for element in self._of_class("dt-published")), None
        )
        address = next((element.get("href") for element in self._of_class("p-canonical")), None)
        number = self._id()
        is_draft = self.is_whole and published is None
        return FoundPost(
            NewPost(
                title=title,
                author=self._words("p-author") or None,
                published=published,
                url=address or None,
                categories=tuple(filter(None, map(plain, self._of_class("p-category")))),
                body=body.text,
                marks=body.marks,
            ),
            names=(f"id:medium/{number}",) if number else (),
            withheld="draft" if is_draft or PurePosixPath(self._name).name.startswith("draft_") else None,
        )

    def _source(self, title: str | None) -> str:
        """The HTML of the text, without the title that it begins with."""
        pieces = []
        for body in self._fields("body"):
            for element in list(body.iter(etree.Element)):
                if _TITLE_IN_TEXT in (element.get("class") or "").split() and plain(element) == title:
                    element.clear()
                    break
            pieces.append(etree.tostring(body, encoding="unicode", method="html", with_tail=False))
        return "".join(pieces)

    def _id(self) -> str | None:
        """Medium's own id of a post: it stands in its short address, and in the name of its file."""
        for element in self._elements:
            found = _SHORT.match(element.get("href") or "") if element.tag == "a" else None
            if found is not None and any(parent.tag == "footer" for parent in element.iterancestors()):
                return found[1]
        found = _IN_NAME.search(self._name)
        return found[1] if found else None

    def _fields(self, *names: str) -> Iterator[Element]:
        return (element for element in self._elements if element.get("data-field") in names)

    def _of_class(self, name: str) -> Iterator[Element]:
        return (element for element in self._elements if name in (element.get("class") or "").split())

    def _words(self, name: str) -> str:
        return next(map(plain, self._of_class(name)), "")
