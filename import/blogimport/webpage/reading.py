"""Reading one saved page: bytes in, posts with their comments and the role of every text block out."""

from __future__ import annotations

import re

from blogimport.markup import tree_of
from blogimport.readings import Dump, Reading
from blogimport.webpage.decoding import decoded
from blogimport.webpage.page import Page
from blogimport.webpage.pinged import pinged_in
from blogimport.webpage.provenance import provenance_of
from reader.errors import DumpError

FORMAT = "saved page"
_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|h[1-6]|article|section|center)\b",
    re.I | re.S,
)
_ANYWHERE = re.compile(rb"<(?:html|head|body|title)\b[^>]*>", re.I)
_OTHER = re.compile(rb"<(?:rss|feed|rdf:RDF|disqus|livejournal|channel|svg)\b", re.I)
# A page takes twenty times its size in memory; the largest that anybody has met, a forum's, had 12 MB.
_LARGEST = 64 * 1024**2
_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of an HTML page or of a fragment of one."""
    if b"\x00" in head[:200]:
        head = head.replace(b"\x00", b"")  # UTF-16
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"<"):
        return name.lower().endswith(_NAMES) and _ANYWHERE.search(head) is not None
    if _OTHER.search(start[:2000]) and not _ANYWHERE.search(start[:2000]):
        return False
    return _START.match(start) is not None or (
        _ANYWHERE.search(start) is not None and not start.startswith(b"<?xml")
    )


def read(dump: Dump) -> Reading:
    """The posts of a saved page with their comments, and the role of each of its text blocks.

    Raises:
        DumpError: where it is far too large for a page.
    """
    if _size(dump) > _LARGEST:
        raise DumpError(f"{dump.name} is too large for a page, of which it has the tags.")
    raw = dump.raw()
    text, codec = decoded(raw, dump.charset)
    # What could not be decoded is no UTF-8.
    utf8 = raw if codec == "utf-8" and "\ufffd" not in text else None
    return read_text(text, codec, url=dump.url, captured=dump.captured, utf8=utf8)


def _size(dump: Dump) -> int:
    return len(dump.content) if dump.path is None else dump.path.stat().st_size


def read_text(
    text: str, codec: str, *, url: str | None = None, captured: str | None = None, utf8: bytes | None = None
) -> Reading:
    """The same of the text of a page; `url` and `captured` are what is known beside it, `utf8` is it in bytes."""
    root = tree_of(text, utf8)
    if root is None:
        return Reading(codec, [], lines=[])
    taken = provenance_of(text, root, url, captured)
    lines, part, left_out = Page(root, taken.url, taken.captured, pinged_in(text)).read()
    if taken.lines:
        left_out["lines of the web archive's toolbar"] += len(taken.lines)
    return Reading(codec, [part], left_out, lines=[*lines, *taken.lines])
