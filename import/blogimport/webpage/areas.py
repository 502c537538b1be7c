"""Where comments may be in a page, and where none are: beside the posts, in forms."""

from __future__ import annotations

from blogimport.textpage import sight_of
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan

_AREA = Hint.AREA
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "strong", "b"))
_LABELS = frozenset(("div", "p", "td", "span", "dt", "font", "center"))
_INLINE = frozenset(("span", "font"))
_BREAKS = frozenset(("br",))
_LONGEST_LABEL = 60
_LONGEST_LINE = 200


def is_beside(scan: Scan, place: int) -> bool:
    """Whether an element is part of what stands beside the posts: « recent comments », a form."""
    if scan.known_beside is None:
        known = scan.known_beside = bytearray(len(scan.elements))
        forms = (
            outer
            for outer in scan.with_hints(Hint.FORM)
            if not scan.hints[outer] & (Hint.COMMENT | Hint.AREA) and scan.tags[outer] != "body"
        )
        for outer in (*forms, *scan.asides):
            known[outer : scan.last[outer] + 1] = b"\1" * (scan.last[outer] - outer + 1)
    return bool(scan.known_beside[place])


def comment_areas(scan: Scan) -> list[tuple[int, int]]:
    """Where comments may be, as first and last places: what is named so, and what follows a heading that says so."""
    if scan.known_areas is None:
        areas = _named_areas(scan) or _headed_areas(scan, _LABELS)
        scan.known_areas = [(first, last) for first, last in areas if first <= last]
    return scan.known_areas


def _named_areas(scan: Scan) -> list[tuple[int, int]]:
    areas: list[tuple[int, int]] = []
    until = -1
    for place in sorted({*scan.with_hints(_AREA), *scan.with_tags(_HEADINGS)}):
        if place <= until:
            continue
        hint, tag = scan.hints[place], scan.tags[place]
        if hint & _AREA and not hint & Hint.FORM and scan.sizes[place] > 20:
            if (
                tag not in ("body", "html", "a", "span")
                and not is_beside(scan, place)
                and not _is_line(scan, place)
            ):
                areas.append((place, scan.last[place]))
                until = scan.last[place]
        elif tag in _HEADINGS and scan.sizes[place] <= 150:
            text = scan.text(place, 150)
            if text and sight_of(text, "heading") is not None and not is_beside(scan, place):
                following = _after(scan, place)
                areas.append(following)
                until = following[1]
    return areas


def _is_line(scan: Scan, place: int) -> bool:
    """Whether an element is a paragraph of one line: « post-feedback » under a post holds no comments."""
    return (
        scan.tags[place] == "p" and scan.sizes[place] <= _LONGEST_LINE and not scan.holds_tag(place, _BREAKS)
    )


def _headed_areas(scan: Scan, tags: frozenset[str]) -> list[tuple[int, int]]:
    """What follows a line that says what a heading of comments says, though it is none by its tag."""
    for place in scan.with_tags(tags):
        if (
            0 < scan.sizes[place] <= _LONGEST_LABEL
            and not scan.has_blocks(place)
            and not scan.linked(place)
            and not _is_in_line(scan, place)
            and sight_of(scan.text(place), "heading") is not None
            and not is_beside(scan, place)
        ):
            return [_after(scan, place)]
    return []


def _is_in_line(scan: Scan, place: int) -> bool:
    """Whether an element is a part of a line that has more in it: the label of a button in a post's footer, say."""
    around = scan.parents[place]
    is_line = scan.tags[place] in _INLINE and around >= 0 and not scan.has_blocks(around)
    return is_line and scan.sizes[around] > scan.sizes[place] + 1


def _after(scan: Scan, heading: int) -> tuple[int, int]:
    """What follows a heading within the nearest element in which something does."""
    for outer in scan.above(heading):
        if scan.after[outer] - scan.after[heading] > 40:
            return scan.last[heading] + 1, scan.last[outer]
    return scan.last[heading] + 1, scan.last[0]
