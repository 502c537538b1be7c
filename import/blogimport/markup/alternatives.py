"""What an image says in words: its alternative text, unless that is no more than how its file is called.

Programs fill in the name of the file, where nobody writes a text; the address of the image keeps it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from blogimport.markup.parsing import Element
from blogimport.markup.pictures import is_smiley

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EXTENSION = re.compile(r"\.(?:jpe?g|jpe|gif|png|webp|bmp|tiff?|avif|svg)$", re.IGNORECASE)
# « lut1-225x300 », « 36073332_p »: the size of a copy.
_SIZE = re.compile(
    r"(?:[-_]\d{2,4}x\d{2,4}(?:-\d)?|[-_.](?:[a-z]|thumb(?:nail)?|small|medium|large|full|scaled))$",
    re.IGNORECASE,
)
# What cameras call their files, what programs call all images, and a kind with a size: « JPEG - 172.1 ko ».
_GIVEN_BY_PROGRAMS = re.compile(
    r"(?:img|dsc[fni]?|pict|cimg|imgp|sam|mvi|hpim|p[1-9a-c]?|image|photo)[-_]?\d{3,}|0\d{2,}|\d{5,}|(?:19|20)\d{6}[-_]\S+"
    r"|image|img|photo|picture"
    r"|(?:jpe?g|png|gif)\s[-–]\s[\d.,]+\s?(?:kio|ko|kb|mio|mo|mb|octets|bytes)",
    re.IGNORECASE,
)
# The picture that WordPress keeps for a post, in lists and over its text: what it says is of the picture alone.
_POST_PICTURE = "wp-post-image"
_NUMBER = re.compile(r"\d{0,2}")


def words_of_image(element: Element, address: str) -> str:
    """What an image says, on one line; "" where it says nothing.

    In a heading, or as a link to a page, even a word that the file is called by may be all that a reader was told.
    """
    alternative = " ".join((element.get("alt") or "").split())
    words = alternative or " ".join((element.get("title") or "").split())
    if not words or is_smiley(element) or _is_in_heading(element):
        return words
    if _POST_PICTURE in (element.get("class") or ""):
        return ""
    if _is_name_by_itself(words):
        return ""
    is_mute = _is_file_name(words, address, is_meant=bool(alternative))
    return "" if is_mute and not _leads_to_page(element) else words


def _is_name_by_itself(words: str) -> bool:
    """Whether some words are how cameras and programs call a file, or end as such names do."""
    bare = _EXTENSION.sub("", words)
    return _GIVEN_BY_PROGRAMS.fullmatch(bare) is not None or (" " not in bare and bare != words)


def _is_file_name(words: str, address: str, *, is_meant: bool) -> bool:
    """Whether some words are how the file is called; several that somebody meant to be read are not."""
    bare = _EXTENSION.sub("", words)
    if " " in bare and is_meant:
        return False
    name, wanted = _EXTENSION.sub("", unquote(address.partition("?")[0]).rpartition("/")[2]), _letters(bare)
    if not wanted or not _letters(name).startswith(wanted):
        return False
    # « voyage1.jpg » is the second file that was to be called « voyage ».
    return any(_NUMBER.fullmatch(_letters(one)[len(wanted) :]) for one in (name, _SIZE.sub("", name)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _is_in_heading(element: Element) -> bool:
    """Whether an image is in a heading, or in a link that is."""
    parent = element.getparent()
    if parent is not None and parent.tag == "a":
        parent = parent.getparent()
    return parent is not None and parent.tag in _HEADINGS


def _leads_to_page(element: Element) -> bool:
    """Whether an image is a link to a page, and not to itself in full."""
    link = element.getparent()
    if link is None or link.tag != "a" or "attachment" in (link.get("rel") or ""):
        return False
    address = (link.get("href") or "").partition("?")[0]
    return bool(address) and not _EXTENSION.search(address)
