"""Who wrote a comment and when, in the line of its text: « <b>Zoé</b> (3 mai 2006) : … », « … – <b>Zoé</b>, 3 mai ».

The name is told by the element that it has of its own, the date by standing right beside it.
"""

from __future__ import annotations

from blogimport.textpage import own_name, plausible_name
from blogimport.webpage.names import LONGEST_NAME
from blogimport.webpage.own import Own
from blogimport.webpage.signatures import is_beside_names, says_nothing_more, signature_in
from blogimport.webpage.who import Byline
from reader.dates import find_dates

# A name, a date and a text, or the first two behind it.
_TEXTS = 2
# The date stands so near to the name.
_NEAR = 60
_SIGNS = " \t\n\xa0:.,;|()[]–—-·•*/»"


def set_from_inline(own: Own, read: Byline, language: str | None) -> None:
    """Sets who and when, and where the text stands beside these."""
    texts = [text for text in (" ".join(text.split()) for text in own.scan.texts(own.unit)) if text]
    if len(texts) < _TEXTS:
        return
    whole = own.text()
    if whole.startswith(texts[0]) and _is_name(texts[0]):
        _set_from_beginning(read, whole, texts[0], language)
    if read.span is None and len(texts) > _TEXTS and whole.endswith(texts[-1]) and _is_name(texts[-2]):
        _set_from_end(read, whole, (texts[-2], texts[-1]), language)


def _is_name(text: str) -> bool:
    name = text.strip(_SIGNS)
    return 0 < len(name) <= LONGEST_NAME and plausible_name(name) and not is_beside_names(name)


def _set_from_beginning(read: Byline, whole: str, name: str, language: str | None) -> None:
    start = len(name)
    found = next(iter(find_dates(whole[start : start + _NEAR], language)), None)
    if found is None or not found.has_year or whole[start : start + found.start].strip(_SIGNS):
        return
    if read.author not in (None, own_name(name.strip(_SIGNS))):
        return
    text = whole[start + found.end :].lstrip(_SIGNS)
    # « le 3 mai 2006 il pleuvait »: a sign stands between the date and the text.
    if text and whole[start + found.end] in _SIGNS.replace(" ", ""):
        read.author, read.published = own_name(name.strip(_SIGNS)), found.iso
        read.span = len(whole) - len(text), len(whole)


def _set_from_end(read: Byline, whole: str, texts: tuple[str, str], language: str | None) -> None:
    signed = signature_in(texts, language)
    before = whole[: whole.rfind(texts[0])]
    text = before.rstrip(_SIGNS.replace(".", ""))
    if signed is None or signed.author is None or not text:
        return
    if read.author not in (None, own_name(signed.author)):
        return
    if says_nothing_more(" ".join(texts), signed.author, language):
        read.author, read.published = own_name(signed.author), signed.published
        read.span = 0, len(text)
