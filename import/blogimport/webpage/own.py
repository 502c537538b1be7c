"""The elements of one comment without those of the comments within it, sorted by what their names say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from blogimport.markup import Layout
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan
from reader.dates import find_dates

LONGEST_LINE = 220
# What is named like a button may be as long as this, however short its comment is.
_SHORT = 30
_FORMS = frozenset(("form", "textarea", "input", "select", "button", "label", "script", "style", "noscript"))
_TOLD = Hint.AUTHOR | Hint.DATE | Hint.TEXT
TELLING = frozenset(("time", "abbr", "a"))
"""What may say when without a name for it."""
_CONTROLS = Hint.FORM | Hint.CONTROL
_ASKED = _FORMS | TELLING
_FIGURE = re.compile(r"\d")
# A day with its year has so many.
_FIGURES = re.compile(r"\d(?:\D*\d){4}")
_ANCHOR = re.compile(r"#(?:[a-z-]*comment|c\d|com|forum|t\d)", re.IGNORECASE)


@dataclass(slots=True)
class Own:
    """The elements of one comment, without those of the comments within it."""

    scan: Scan
    unit: int
    nested: Sequence[int]
    places: list[int]
    authors: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)

    def layout(self) -> Layout:
        """All that is written in it, without its buttons."""
        skipped = frozenset(self.scan.elements[place] for place in (*self.nested, *self.controls))
        return self.scan.laid_out(self.unit, skipped)

    def text(self) -> str:
        """The same without marks."""
        return self.layout().text

    def size(self, place: int) -> int:
        """The characters of an element that are not in a comment within it."""
        size = self.scan.sizes[place]
        for other in self.nested:
            if self.scan.holds(place, other):
                size -= self.scan.sizes[other]
        return size

    def line(self, place: int) -> str:
        """A short own text in one line, without buttons; "" where it is long or holds another comment."""
        if self.nested and self.scan.holds_one(place, self.nested):
            return ""
        if self.controls and self.scan.holds_one(place, self.controls):
            return self.scan.text_but(place, self.controls, LONGEST_LINE)
        return self.scan.text(place, LONGEST_LINE)


def own_elements(
    scan: Scan, unit: int, nested: Sequence[int], recurring: Collection[int] = frozenset()
) -> Own:
    """What a unit holds outside of the units that are nested in it, sorted by what it tells.

    What recurs in all comments is the theme's, like its controls.
    """
    own = Own(scan, unit, nested, [])
    tags, hints, last, places = scan.tags, scan.hints, scan.last, own.places
    inner = set(nested)
    whole = max(1, own.size(unit))
    place, end = unit, last[unit]
    while place <= end:
        if place in inner:
            place = last[place] + 1
            continue
        hint = hints[place]
        tag = tags[place]
        # Most of a text has neither a name nor a tag that tells anything.
        is_asked = place != unit and tag in _ASKED
        may_be_control = is_asked or (hint & _CONTROLS and place != unit)
        if place in recurring or (may_be_control and _is_control(own, place, hint, whole)):
            own.controls.append(place)
            place = last[place] + 1
            continue
        places.append(place)
        if is_asked or (hint & _TOLD and place != unit):
            sort_in(own, place, hint)
        place += 1
    if own.texts and own.authors:
        # « author » may be the whole comment of the one who wrote the post.
        own.authors = [
            place for place in own.authors if place in own.texts or not scan.holds_one(place, own.texts)
        ]
    return own


def _is_control(own: Own, place: int, hint: int, whole: int) -> bool:
    """Whether an element is a form, a button, a picture of its writer, a link to the comment itself."""
    tag = own.scan.tags[place]
    if tag in _FORMS or (hint & Hint.FORM and not hint & Hint.SURE):
        return True
    if tag == "a" and _leads_to_itself(own.scan, place):
        return True
    if not hint & Hint.CONTROL or hint & (Hint.DATE | Hint.TEXT | Hint.SURE):
        return False
    size = own.scan.sizes[place]
    if size * 2 >= whole and size >= _SHORT:
        return False
    return not own.scan.holds_one(place, own.nested) and not (size and _tells_when(own.scan, place))


def _tells_when(scan: Scan, place: int) -> bool:
    """Whether a date stands in an element: « commenter avatar » is the whole byline, « actions » may begin with it."""
    text = scan.text(place, LONGEST_LINE)
    return _FIGURES.search(text) is not None and any(one.has_year for one in find_dates(text))


def _leads_to_itself(scan: Scan, place: int) -> bool:
    """Whether a link is the address of its comment and leads there, in words that tell no date."""
    link = scan.elements[place]
    name = link.get("id") or link.get("name")
    if not name or not (link.get("href") or "").endswith(f"#{name}"):
        return False
    return not any(map(_FIGURE.search, scan.texts(place)))


def is_title(own: Own, place: int, text: str) -> bool:
    """Whether a text is all that an element within another one says, and that is named for a title and no name."""
    scan = own.scan
    return any(
        scan.hints[inner] & Hint.TITLE
        and not scan.hints[inner] & Hint.AUTHOR
        and scan.text(inner, LONGEST_LINE) == text
        for inner in range(place, scan.last[place] + 1)
    )


def only_line_beside(own: Own) -> int | None:
    """The one short line beside the text and the date of a comment, where both are named and one line is left."""
    scan = own.scan
    dates = [place for place in own.dates if _FIGURE.search(own.line(place))]
    told = [place for place in (*own.texts, *dates) if place != own.unit]
    if not any(scan.sizes[place] for place in own.texts if place != own.unit):
        return None
    left: list[int] = []
    for place in own.places[1:]:
        if not scan.sizes[place] or scan.holds_one(place, told) or scan.is_in_one(place, (*told, *left)):
            continue
        if not scan.has_blocks(place) and own.line(place):
            left.append(place)
    return left[0] if len(left) == 1 else None


def sort_in(own: Own, place: int, hint: int) -> None:
    """Add an element to those that tell the author, the date or the text, as its hints say."""
    tag, element = own.scan.tags[place], own.scan.elements[place]
    if hint & Hint.AUTHOR:
        own.authors.append(place)
    if (
        hint & Hint.DATE
        or tag == "time"
        or (tag == "a" and "#" in (href := element.get("href") or "") and _ANCHOR.search(href))
        or (tag == "abbr" and element.get("title"))
    ):
        own.dates.append(place)
    # A term is what the text is described by: « comment-data » may be who and when.
    if hint & Hint.TEXT and tag != "dt":
        own.texts.append(place)
