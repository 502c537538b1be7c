"""Which element of a comment holds the name of its writer, and that name: by what it says and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage import is_remark, sight_of, sights_of
from blogimport.webpage.dates import text_date
from blogimport.webpage.hints import Hint
from blogimport.webpage.names import name_in
from blogimport.webpage.own import LONGEST_LINE, Own
from blogimport.webpage.signatures import is_beside_names

LONGEST_WORDS_BEFORE = 40
"""« Commentaire n° 12 écrit par » and the like."""
_LONGEST_NUMBER = 5
_PICTURES = frozenset(("img",))
# Links that are no more than a sign.
_SIGNS = frozenset("#¶∞§")


def name_at(own: Own, place: int, language: str | None) -> str | None:
    """The name that an element holds, without the words around it."""
    element = own.scan.elements[place]
    if element.tag == "meta":
        return name_in(element.get("content") or "", language)
    for inner in element.iterdescendants():
        if inner.get("itemprop") == "name":
            return name_in(inner.get("content") or " ".join(inner.itertext()), language)
    text, texts = own.line(place), own.scan.texts(place)
    if not text or not texts:
        return None  # what stands for a picture is called as the picture is
    if own.scan.holds_tag(place, _PICTURES):
        text = own.scan.text_but(place, own.controls, LONGEST_LINE)  # without what pictures are called
    first, *rest = texts
    if rest and (over := _first_line(own, place)) and (name := name_in(over, language)) is not None:
        return name  # under it stands who that is
    if rest and first.strip(" \n\t#.").isdecimal() and len(first) <= _LONGEST_NUMBER:
        text = text.removeprefix(first.strip()).strip()  # the number of the comment, set apart
    is_link = 0 < own.scan.sizes[place] == own.scan.linked(place)
    is_sure = bool(own.scan.hints[place] & Hint.SURE_AUTHOR) or (is_link and _is_of_writer(own, place))
    is_sure = is_sure and text_date(text, language) is None
    name = name_in(text, language, is_sure=is_sure, is_apart=is_link)
    if name is not None and name != text:
        inner_name = _first_within(own, place, language)
        return inner_name if inner_name is not None and name in inner_name else name
    return name or _first_within(own, place, language)


def _is_of_writer(own: Own, place: int) -> bool:
    """Whether the words of an element are one link as WordPress makes it of whoever wrote, whatever the name is."""
    links = [link for link in own.scan.tagged_in(place, "a") if own.scan.sizes[link]]
    if len(links) != 1:
        return False  # the link may also go on around the element
    element = own.scan.elements[links[0]]
    rel, kind = (element.get("rel") or "").split(), (element.get("class") or "").split()
    return "external" in rel and "url" in kind


def _first_line(own: Own, place: int) -> str | None:
    """What stands in an element over its first break, where something stands under that, too; else None."""
    scan = own.scan
    within = range(place + 1, scan.last[place] + 1)
    breaks = (
        at
        for at in within
        if scan.tags[at] == "br" and scan.before[place] < scan.before[at] < scan.after[place]
    )
    first = next(breaks, None)
    return " ".join(scan.texts_before(place, first)) if first is not None else None


def _first_within(own: Own, place: int, language: str | None) -> str | None:
    """The name that is set apart at the beginning of an element that says more."""
    scan = own.scan
    for inner in range(place + 1, scan.last[place] + 1):
        if scan.before[inner] > scan.before[place] + LONGEST_WORDS_BEFORE:
            return None
        if scan.tags[inner] in ("a", "b", "strong", "cite", "em", "i", "span") and scan.sizes[inner]:
            if scan.hints[inner] & (Hint.CONTROL | Hint.DATE) or scan.is_in_one(inner, own.controls):
                continue
            if next(scan.elements[inner].iterchildren("a", "b", "strong", "cite"), None) is not None:
                continue
            text = scan.text(inner, LONGEST_LINE)
            seen = sights_of(text)
            if text in _SIGNS or is_beside_names(text) or is_remark(text) or "heading" in seen:
                continue
            return name_in(
                text, language, is_sure=scan.sizes[inner] < scan.sizes[place] and seen.date is None
            )
    return None


def over_date(own: Own, dated: Sequence[int], language: str | None) -> int | None:
    """The line that a comment begins with, where the one with its date stands right under it and words after that."""
    scan = own.scan
    first = next(
        (place for place in own.places[1:] if scan.sizes[place] and not scan.has_blocks(place)), None
    )
    if first is None or scan.before[first] != scan.before[own.unit]:
        return None
    is_over = any(
        scan.before[place] == scan.after[first] and scan.after[place] < scan.after[own.unit]
        for place in dated
    )
    return first if is_over and name_in(own.line(first), language) is not None else None


def text_over_date(own: Own, dated: Sequence[int], language: str | None) -> str | None:
    """The name that a comment begins with as bare text, which no element holds, right before its date."""
    for place in dated:
        before = own.scan.texts_before(own.unit, place)
        if len(before) > 1 and before[0].strip(" \n\t#.").isdecimal():
            before = before[1:]  # the number of the comment
        if len(before) == 1 and own.scan.after[place] < own.scan.after[own.unit]:
            return name_in(before[0], language)
    return None


def named_first(own: Own, language: str | None) -> int | None:
    """Where a comment begins with what is set apart like a name."""
    for place in own.places[1:]:
        element = own.scan.elements[place]
        if own.scan.sizes[place] == 0:
            continue
        if (
            element.tag in ("b", "strong", "cite", "h2", "h3", "h4", "h5", "h6", "dt", "th")
            and own.scan.before[place] <= own.scan.before[own.unit] + LONGEST_WORDS_BEFORE
        ):
            line = own.line(place)
            if is_beside_names(line) or sight_of(line, "heading") is not None:
                continue
            return place if name_in(own.line(place), language) else None
        if own.scan.before[place] > own.scan.before[own.unit] + LONGEST_WORDS_BEFORE:
            return None
        words = (element.get("rel") or "").split()
        if element.tag == "a" and ("nofollow" in words or "external" in words):
            return place if name_in(own.line(place), language) else None
    return None
