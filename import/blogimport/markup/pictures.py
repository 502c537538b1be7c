"""What the attributes of images and films say: where they are, how large, whether they are shown at all."""

from __future__ import annotations

import re

from blogimport.markup.parsing import Element

# Smaller ones are buttons and counters.
_SMALLEST_EMBEDDED = 100
_SMALLEST_IMAGE = 2
_LARGEST_SMILEY = 32
_SMILEY = re.compile(r"smil|emoji|emotic", re.IGNORECASE)
# Where scripts find the address of an image that is loaded late, behind a placeholder.
_LATE = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file")
_VERY_LARGE = 10_000


def image_address(element: Element) -> str:
    """Where an image is, "" where that is nowhere; a placeholder's own address is a last resort."""
    for name in _LATE:
        late = (element.get(name) or "").strip()
        if late and not late.startswith("data:"):
            return late
    address = (element.get("src") or "").strip()
    return "" if address.startswith("data:") else address


# Frames in which services draw the buttons that share a page, and what stands beside these.
_BUTTONS = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook\.com/(?:plugins|widgets)/(?:like|fan|share|send|follow|subscribe|recommend|activity|facepile)"
    r"|(?:platform|cdn\.api)\.twitter\.com/widgets/|plusone\.google\.com/|apis\.google\.com/"
    r"|linkedin\.com/(?:countserv|cws)/|addthis\.com/|sharethis\.com/|digg\.com/tools/|reddit\.com/(?:static/)?button"
    r"|tweetmeme\.com/|stumbleupon\.com/(?:badge|hostedbadge))",
    re.IGNORECASE,
)


def film_address(element: Element) -> str:
    """Where a film or sound is, "" where it is a button or a counter."""
    address = (element.get("src") or element.get("data") or element.get("data-src") or "").strip()
    if not address:
        named = element.find("source")
        address = "" if named is None else (named.get("src") or "").strip()
    if min(_pixels(element, "width"), _pixels(element, "height")) < _SMALLEST_EMBEDDED:
        return ""
    return address if address.startswith(("http:", "https:", "//")) and not _BUTTONS.search(address) else ""


def is_counter(element: Element) -> bool:
    """Whether an image is too small to be seen."""
    return min(_pixels(element, "width"), _pixels(element, "height")) < _SMALLEST_IMAGE


def is_smiley(element: Element) -> bool:
    """Whether an image is drawn in a line of text like a word."""
    return _pixels(element, "width") <= _LARGEST_SMILEY or bool(_SMILEY.search(element.get("class") or ""))


def is_twin(noscript: Element) -> bool:
    """Whether an element repeats, for browsers without scripts, the image right before it."""
    before = noscript.getprevious()
    return before is not None and before.tag == "img" and not (before.tail or "").strip()


def stated_number(element: Element, name: str) -> int | None:
    """A number that an attribute states."""
    stated = (element.get(name) or "").strip().removesuffix("px")
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 7 else None


def _pixels(element: Element, name: str) -> int:
    """A stated size; one that is not stated is large."""
    stated = stated_number(element, name)
    return _VERY_LARGE if stated is None else stated
