"""Where a saved page was taken from, and when: what browsers, mirroring programs and web archives wrote into it.

A page that a web archive replays is made what it was: without the toolbar, and with addresses that lead where they did.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime

from lxml import etree

from blogimport.markup import Element, laid_out
from blogimport.replays import PRINTED, Replayed, replayed, without_usual_port

# A page begins with a comment of Internet Explorer or Chromium (with the length of the address), HTTrack or SingleFile.
_HEAD = 4096
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(?P<url>https?://\S+?)\s*-->", re.IGNORECASE)
_MIRRORED = re.compile(
    r"<!--\s*Mirrored from (?P<place>[\w.-]+/\S*) by HTTrack [^,>]{1,80}, "
    r"(?P<when>\w{3}, \d\d \w{3} \d{4} [\d:]{8} \w+)\s*-->"
)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+"
    r"saved date:\s*\w{3} (?P<when>\w{3} \d\d \d{4} [\d:]{8} GMT[+-]\d{4})"
)
# A page that has none of these comes from no web archive; asked of every page. The programs of other archives than the
# largest change the addresses in its head, too: short words are looked for slowly.
_LARGEST_ARCHIVE = "archive.org/"
_OTHER_ARCHIVES = ("ayback/", "wombat")
_BEGINNING = 16_384
_PLAYED = re.compile(r"wombat\(\"(?P<where>https?://[^\"\s]+)\",\s*\"(?P<when>\d{14})\"")
_TYPED = re.compile(r"id=\"wmtbURL\"[^>]*\bvalue=\"(https?://[^\"]+)\"")
# archive.today keeps pages as they looked, under its own header, and names their address for bookmarks, where themes
# have `rel="bookmark"` on every link to a post: its own stands in the head.
_BOOKMARK = re.compile(
    r"<link\s+rel=\"bookmark\"\s+href=\"https?://archive\.\w{2,5}(?P<path>/\d{14}/https?://[^\"]+)\""
)
_LED_OUT = re.compile(r"https?://archive\.\w{2,5}/o/\w{3,12}/(?P<address>https?://.+)", re.IGNORECASE)
_HEADER = "HEADER"
_TOOLBARS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")
_LEADING = ("href", "src", "action", "background", "cite", "data", "poster", "longdesc")
_TOOLBAR = "wm-ipp"
# The outermost of the toolbars, and all elements that lead somewhere.
_IS_TOOLBAR = " or ".join(f"@id='{name}'" for name in _TOOLBARS)
_NAMED_TOOLBARS = etree.XPath(f"//*[{_IS_TOOLBAR}][not(ancestor::*[{_IS_TOOLBAR}])][parent::*]")
_LINKED = (
    "a",
    "area",
    "link",
    "img",
    "input",
    "script",
    "iframe",
    "frame",
    "form",
    "body",
    "table",
    "td",
    "blockquote",
)
_LINKED_TOO = ("q", "object", "embed", "video", "audio", "source")
# Without a toolbar it is the addresses that tell: most lead into the archive.
_FEWEST_LINKS = 3


@dataclass(frozen=True, slots=True)
class Provenance:
    """The address of a page and when it was taken (ISO 8601), as far as is known; `lines` are the archive's own."""

    url: str | None = None
    captured: str | None = None
    lines: list[str] = field(default_factory=list)


def provenance_of(text: str, root: Element, url: str | None, captured: str | None) -> Provenance:
    """Where a page comes from; `url` and `captured` are what is known beside it. Restores a replayed page's tree."""
    beside = replayed(url)
    if beside is not None or _may_be_replayed(text):
        lines, links = _restored(root, has_toolbar=_TOOLBAR in text)
        if lines or links is not None or beside is not None:
            own = beside or _own_address(text)
            when = own.captured if own is not None and own.captured else links
            return Provenance(own.address if own is not None else url, when or captured, lines)
    if (kept := _kept_page(text[:_BEGINNING], root)) is not None:
        return kept
    saved = _saved(text[:_HEAD])
    return Provenance(url or saved.url, captured or saved.captured)


def _may_be_replayed(text: str) -> bool:
    beginning = text[:_BEGINNING]
    return _LARGEST_ARCHIVE in text or any(sign in beginning for sign in _OTHER_ARCHIVES)


def _kept_page(beginning: str, root: Element) -> Provenance | None:
    """The same of a page that archive.today kept; None for others."""
    match = _BOOKMARK.search(beginning) if 'rel="bookmark"' in beginning else None
    own = replayed(_unescaped(match["path"])) if match else None
    if own is None:
        return None
    lines: list[str] = []
    for element in list(root.iter()):
        if element.get("id") == _HEADER and element.getparent() is not None:
            lines += [line for line in laid_out(element).text.split("\n") if line.strip()]
            _take_out(element)
        elif element.tag == "link" and (element.get("rel") or "").lower() == "canonical":
            element.set("href", own.address)
        elif (led := _LED_OUT.fullmatch(element.get("href") or "")) is not None:
            element.set("href", led["address"])
    return Provenance(own.address, own.captured, lines)


def _saved(head: str) -> Provenance:
    """What the program that saved a page wrote at its beginning."""
    if "<!--" not in head:
        return Provenance()
    if match := _SAVED_FROM.search(head):
        return Provenance(match["url"])
    if match := _MIRRORED.search(head):
        return Provenance(f"http://{match['place']}", _utc(match["when"]))
    if match := _SINGLE_FILE.search(head):
        return Provenance(match["url"], _utc(match["when"].replace("GMT", "")))
    return Provenance()


def _utc(written: str) -> str | None:
    """A time as a letter or a browser writes it."""
    try:
        when = parsedate_to_datetime(written)
    except ValueError:
        return None
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unescaped(address: str) -> str:
    """An address that is taken from the text of a page rather than from its tree."""
    return address.replace("&amp;", "&")


def _own_address(text: str) -> Replayed | None:
    """The address of a replayed page, as its scripts or its toolbar have it; a toolbar alone may not tell the time."""
    if match := _PLAYED.search(text):
        return replayed(f"/{match['when']}/{match['where']}")
    if match := PRINTED.search(text):
        return replayed(_unescaped(match["address"]))
    match = _TYPED.search(text)
    return Replayed(_unescaped(match[1]), "") if match else None


def _restored(root: Element, *, has_toolbar: bool) -> tuple[list[str], str | None]:
    """Takes the archive's toolbar out of a tree, and its own address out of the page's.

    Returns the lines of the toolbar, and when the page was taken by what its links say; None where they are no
    archive's.
    """
    lines: list[str] = []
    found: list[tuple[Element, str, Replayed]] = []
    known: dict[str, str | None] = {}
    count = 0
    for element in _NAMED_TOOLBARS(root) if has_toolbar else ():
        lines += laid_out(element).text.split("\n")
        _take_out(element)
    for element in root.iter(*_LINKED, *_LINKED_TOO):
        for name, value in element.items():
            if name in _LEADING and "/" in value:
                count += 1
                # The archive's own part is the same in most addresses.
                own, _, rest = value.partition("/http")
                if own not in known:
                    led = replayed(value)
                    known[own] = led.captured if led is not None and rest else None
                    if led is not None:
                        found.append((element, name, led))
                elif (when := known[own]) is not None:
                    found.append((element, name, Replayed(without_usual_port(f"http{rest}"), when)))
    if not lines and (len(found) < _FEWEST_LINKS or len(found) * 2 < count):
        return [], None
    for element, name, led in found:
        element.set(name, led.address)
    times = Counter(led.captured for *_, led in found if len(led.captured) > len("2007-02-26"))
    return [line for line in lines if line.strip()], times.most_common(1)[0][0] if times else None


def _take_out(element: Element) -> None:
    """Takes an element out, and leaves the text behind it."""
    around, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = f"{before.tail or ''}{element.tail}"
        else:
            around.text = f"{around.text or ''}{element.tail}"
    around.remove(element)
