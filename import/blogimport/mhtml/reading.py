"""Reading one MHTML file: its page is read as any saved page, with the address and the day that the file states."""

from __future__ import annotations

import email
import re
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime

from blogimport import webpage
from blogimport.readings import Dump, Reading
from reader.errors import DumpError

FORMAT = "saved page (MHTML)"

_HEADER = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_MULTIPART = re.compile(
    rb"^content-type:\s*multipart/(?:related|alternative|mixed)", re.IGNORECASE | re.MULTILINE
)
_PAGE = re.compile(rb"^content-type:\s*(?:text/html|application/xhtml\+xml)", re.IGNORECASE | re.MULTILINE)
_LOCATION = re.compile(rb"^(?:snapshot-)?content-location:", re.IGNORECASE | re.MULTILINE)
_SAMPLE = 1024
_PAGES = frozenset(("text/html", "application/xhtml+xml"))


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a letter that encloses a page."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    header = _HEADER.match(start)
    if header is None or _MULTIPART.search(header[0]) is None:
        return False
    is_named = name.lower().endswith((".mht", ".mhtml"))
    return is_named or (_PAGE.search(start) is not None and _LOCATION.search(start) is not None)


def read(dump: Dump) -> Reading:
    """The posts of the enclosed page; its frames, pictures and styles are counted.

    Raises:
        DumpError: where no page is enclosed.
    """
    letter = email.message_from_bytes(_with_single_breaks(dump.raw().lstrip(b"\xef\xbb\xbf \t\r\n")))
    parts = list(_enclosed(letter))
    page = _page(letter, parts)
    if page is None:
        raise DumpError(f"{dump.name} encloses no page.")
    raw = page.get_payload(decode=True)
    text, codec = webpage.decoded(
        raw if isinstance(raw, bytes) else b"", page.get_content_charset() or dump.charset
    )
    reading = webpage.read_text(
        text,
        codec,
        url=_address(letter["Snapshot-Content-Location"]) or _address(page["Content-Location"]) or dump.url,
        captured=_day(letter["Date"]) or dump.captured,
    )
    reading.left_out.update(_others(parts, page))
    return reading


def _with_single_breaks(raw: bytes) -> bytes:
    """A letter whose line breaks were made those of another system twice, so that its header would end at once."""
    return raw.replace(b"\r\r\n", b"\r\n") if b"\r\r\n" in raw[:_SAMPLE] else raw


def _enclosed(letter: Message) -> Iterator[Message]:
    """The enclosures, those of enclosed letters too."""
    return (part for part in letter.walk() if not part.is_multipart())


def _page(letter: Message, parts: list[Message]) -> Message | None:
    """The page itself: what the letter says it begins with, else the one at its address, else the first."""
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    start = letter.get_param("start")
    address = letter["Snapshot-Content-Location"]
    named = (part for part in pages if start and part["Content-ID"] == start)
    placed = (part for part in pages if address and part["Content-Location"] == address)
    return next(named, None) or next(placed, None) or next(iter(pages), None)


def _others(parts: list[Message], page: Message) -> Counter[str]:
    """What is enclosed besides the page, by kind."""
    return Counter(
        "frames of the page"
        if part.get_content_type() in _PAGES
        else "pictures, styles and scripts of the page"
        for part in parts
        if part is not page
    )


def _address(text: object) -> str | None:
    address = "".join(str(text).split()) if text else ""
    return address if address.lower().startswith(("http://", "https://")) else None


def _day(text: object) -> str | None:
    """The day on which the page was saved, ISO."""
    try:
        return parsedate_to_datetime(str(text)).date().isoformat() if text else None
    except (ValueError, TypeError, IndexError):
        return None
