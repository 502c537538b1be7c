"""What a page says around elements that may be comments: headings, forms, days, anchors, columns with headings.

Judges nothing but what each of these says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from blogimport.addresses import split_address
from blogimport.textpage import field_of, sights_of
from blogimport.webpage.evidence import Around
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.signatures import is_beside_names
from reader.dates import find_dates, tells_whole_day

# What is announced stands so near, in characters, to what announces it; a form has labels, too.
_NEAR_HEADING = 200
_NEAR_FORM = 400
LONGEST_HEADING = 150
_LONGEST_COUNTED = 60
_LINES = 4
_ELEMENTS = 8
_SHORTEST_LEAD = 4
# Names and texts need no more headed columns.
_MOST_HEADED = 2
SURE, _LIKELY = 3, 2
_WORD = re.compile(r"[^\W\d_]+")
_TO_READERS = frozenset(
    (
        *("vos", "votre", "vous", "your", "you", "euer", "eure", "eurer", "ihr", "ihre", "jullie", "vossos"),
        *("vossas", "vuestro", "vuestra", "vuestros", "vuestras", "vostro", "vostra", "vostri", "vostre"),
    )
)
_OF_MORE = frozenset(
    (
        *("aussi", "ici", "also", "here", "auch", "hier", "también", "aquí", "anche", "qui", "ook"),
        *("também", "aqui"),
    )
)
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(r"\d$")
_BOLD = frozenset(("b", "strong"))


def around_of(scan: Scan, places: Sequence[int], language: str | None) -> Around:
    """What stands around some elements, in order."""
    first, last = places[0], max(scan.last[place] for place in places)
    return Around(
        _told_around(scan, first, last, len(places)),
        _days_before(scan, first, language),
        _are_numbered(scan, places, last),
    )


def is_announced(scan: Scan, places: Sequence[int]) -> bool:
    """Whether the page says that comments stand in some elements, in order, or that they may be written there."""
    first, last = places[0], max(scan.last[place] for place in places)
    return _told_around(scan, first, last, len(places)) >= _LIKELY


def leads_of(scan: Scan, place: int, author: str | None) -> tuple[tuple[str, str], ...]:
    """To which pages of the same site an element leads, by words that are no name, day or button."""
    links = (inner for inner in range(place, scan.last[place] + 1) if scan.tags[inner] == "a")
    leads = (lead_of(scan.elements[link].get("href") or "", scan.text(link), author) for link in links)
    return tuple(lead for lead in leads if lead is not None)


def lead_of(address: str, text: str, author: str | None) -> tuple[str, str] | None:
    """To which page of the same site an address leads, with the words of the link; None where these tell nothing."""
    parts = split_address(address)
    if parts.netloc or parts.scheme or not parts.path:
        return None
    if parts.fragment:
        return parts.path, parts.path  # to a comment of that page, whatever it says
    if len(text) < _SHORTEST_LEAD or text == author or is_beside_names(text) or find_dates(text):
        return None
    return parts.path, text


def _told_around(scan: Scan, first: int, last: int, count: int) -> int:
    """How surely comments stand here, by what is said over them or over their columns."""
    heads = _headed(scan, first, last)
    if heads:
        return SURE if _are_of_guests(heads) else -SURE
    return _announced(scan, first, last, count)


def _announced(scan: Scan, first: int, last: int, count: int) -> int:
    """How surely the page says that comments stand here, or may be written."""
    if any(scan.hints[outer] & (Hint.AREA | Hint.COMMENT) for outer in scan.above(first)):
        return SURE
    said = _said_over(scan, first, count)
    if said:
        return said
    return _LIKELY if _is_form_near(scan, first, last) else _under_heading(scan, first)


def _said_over(scan: Scan, first: int, count: int) -> int:
    """How much the lines right over the first say of comments, or of as many as there are."""
    left = _NEAR_HEADING
    number = scan.lines_before[first]
    for text in reversed(scan.lines.texts[max(0, number - _LINES) : number + 1]):
        if len(text) <= LONGEST_HEADING:
            sights = sights_of(text)
            if "heading" in sights or (
                len(text) <= _LONGEST_COUNTED and _NUMBER.findall(text) == [str(count)]
            ):
                return SURE
            if "form" in sights or _speaks_to_readers(text):
                return _LIKELY
        left -= len(text)
        if left < 0:
            break
    return 0


def _speaks_to_readers(text: str) -> bool:
    """Whether a heading speaks to those who read, and not of what else there is: « Vos avis », « What you said »."""
    words = _WORD.findall(text.casefold()) if len(text) <= _LONGEST_COUNTED else ()
    return not _TO_READERS.isdisjoint(words) and _OF_MORE.isdisjoint(words)


def _is_form_near(scan: Scan, first: int, last: int) -> bool:
    """Whether one can write right behind the last or before the first, and no heading of comments stands between."""
    for place in scan.silent:
        if scan.tags[place] != "textarea":
            continue
        if place < first and scan.before[first] - scan.before[place] <= _NEAR_FORM:
            return not _is_dated(scan, place, first)
        if place > last and scan.before[place] - scan.after[last] <= _NEAR_FORM:
            lines = scan.lines.texts[scan.lines_after[last] : scan.lines_before[place]]
            return not _begin(lines) and not _is_dated(scan, last, place)
    following = scan.lines.texts[scan.lines_after[last] : scan.lines_after[last] + _LINES]
    forms = (index for index, text in enumerate(following) if _sees(text, "form"))
    until = next(forms, None)
    return (
        until is not None
        and sum(map(len, following[:until])) <= _NEAR_HEADING
        and not _begin(following[:until])
    )


def _is_dated(scan: Scan, place: int, until: int) -> bool:
    """Whether a line between two elements tells a day: what is said may be that."""
    return any(place < dated < until and not scan.holds(place, dated) for dated in scan.known_dated or ())


def _begin(lines: Sequence[str]) -> bool:
    """Whether a line says that comments begin behind it, or that there are none."""
    return any(_sees(text, "heading") or _sees(text, "none") for text in lines)


def _sees(text: str, kind: Literal["heading", "form", "none"]) -> bool:
    return len(text) <= LONGEST_HEADING and kind in sights_of(text)


def _under_heading(scan: Scan, first: int) -> int:
    """-1 where a heading right over the first says something else."""
    for place in range(first - 1, max(-1, first - _ELEMENTS), -1):
        if scan.before[first] > scan.after[place]:
            return 0
        is_bold = scan.tags[place] in _BOLD and scan.sizes[place] == scan.sizes[scan.parents[place]]
        if scan.sizes[place] and (is_bold or scan.tags[place] in HEADINGS):
            return -1
    return 0


def _headed(scan: Scan, first: int, last: int) -> list[str]:
    """The headings of the columns of the table that elements are in, where these are more than names and texts need."""
    table = next((outer for outer in scan.above(first) if scan.tags[outer] == "table"), None)
    if table is None or scan.last[table] < last:
        return []
    for row in range(table, first):
        if scan.tags[row] != "tr" or next(scan.above(row)) < table:
            continue
        heads = [scan.text(cell) for cell in scan.children(row) if scan.tags[cell] == "th"]
        if len(heads) > _MOST_HEADED and next(o for o in scan.above(row) if scan.tags[o] == "table") == table:
            return heads
    return []


def _are_of_guests(heads: Sequence[str]) -> bool:
    """Whether the headings of columns are the labels of a guestbook: « Nom », « Message », « Date »."""
    return {"author", "text"} <= {field_of(head) for head in heads}


def _days_before(scan: Scan, first: int, language: str | None) -> list[str]:
    """The days that are told in lines before an element, outside of what stands beside."""
    return [
        found.iso[:10]
        for place in scan.known_dated or ()
        if place < first and not scan.holds(place, first)
        for found in find_dates(scan.text(place), language)
        if tells_whole_day(found.iso)
    ]


def _are_numbered(scan: Scan, places: Sequence[int], last: int) -> bool:
    """Whether each element carries a number by which links may lead to it."""
    names = (
        scan.elements[place].get("id") or scan.elements[place].get("name") or ""
        for place in range(max(0, places[0] - 1), last + 1)
    )
    return sum(_NUMBERED.search(name) is not None for name in names) >= len(places)
