"""Whom a comment answers: as the elements are nested, as names and links say, never by what people write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from blogimport.markup import Element
from blogimport.textpage import sight_of
from blogimport.webpage.families import RUN
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import ANSWER_NAMES
from blogimport.webpage.scan import Scan

_DEPTH = re.compile(
    r"(?:depth|level|lvl|niveau|indent|profondeur|thread-level|nested|reply-level|deep)[-_]?(\d{1,2})"
)
_INDENT = re.compile(r"(?:margin|padding)-left\s*:\s*(\d{1,4})(px|em|%)", re.IGNORECASE)
_TARGET = re.compile(r"#(?:[a-z-]*?)[-_]?(\d+)$", re.IGNORECASE)
_PARENT_ATTRIBUTES = (
    "data-parent",
    "data-parent-id",
    "data-parentid",
    "data-comment-parent",
    "data-reply-to",
    "data-pid",
)
_NUMBER = re.compile(r"\d+")
_LISTS = frozenset(("ul", "ol", "dl"))


def identity_of(scan: Scan, place: int) -> str | None:
    """The number by which links know a comment, from its id or the first anchor in it."""
    for element in (scan.elements[place], *_first_elements(scan, place)):
        for name in (
            element.get("id"),
            element.get("name"),
            element.get("data-comment-id"),
            element.get("data-id"),
        ):
            numbers = _NUMBER.findall(name) if name else []
            if numbers:
                return str(numbers[-1])
    return None


def _first_elements(scan: Scan, place: int) -> list[Element]:
    return scan.elements[place + 1 : min(place + 4, scan.last[place] + 1)]


def answered(scan: Scan, units: Sequence[int]) -> list[int | None]:
    """For each comment the index of the one that it answers, None for the post."""
    nested = _by_nesting(scan, units)
    if any(place is not None for place in nested):
        return nested
    linked, deep = _by_links(scan, units), _by_depth(scan, units)
    if all(one is None or one == other for one, other in zip(linked, deep, strict=True)):
        return deep  # which tell as much as the links, or more
    return linked


def _by_nesting(scan: Scan, units: Sequence[int]) -> list[int | None]:
    """A comment within another answers it; one in a list that stands right behind another answers that."""
    slots = _slots(scan, units)
    slot_index = {slot: index for index, slot in enumerate(slots)}
    # What stands before a list is asked once for all in it.
    before: dict[int, int | None] = {}
    found: list[int | None] = []
    open_at: list[int] = []
    for index, unit in enumerate(units):
        while open_at and not scan.holds(units[open_at[-1]], unit):
            open_at.pop()
        inside = open_at[-1] if open_at else None
        if inside is not None and _is_left_open(scan, units[inside], unit):
            inside = found[inside]
        around = scan.parents[slots[index]]
        if around not in before:
            before[around] = _beside(scan, slots[index], slot_index)
        beside = before[around]
        found.append(beside if beside is not None and (inside is None or beside > inside) else inside)
        open_at.append(index)
    return found


def _is_left_open(scan: Scan, outer: int, unit: int) -> bool:
    """Whether an item stands in another one of the same list, which a theme has not closed."""
    if scan.tags[unit] != "li" or scan.tags[outer] != "li":
        return False
    between = (place for place in scan.above(unit) if place > outer)
    return not any(scan.tags[place] in _LISTS or scan.hints[place] & Hint.REPLIES for place in between)


def _slots(scan: Scan, units: Sequence[int]) -> list[int]:
    """The child of its list that each comment fills, which themes wrap it into."""
    slots: list[int] = []
    for index, unit in enumerate(units):
        slot = unit
        for outer in scan.above(unit):
            if scan.tags[outer] in _LISTS or (
                scan.hints[outer] & Hint.REPLIES and not scan.hints[outer] & Hint.COMMENT
            ):
                break
            before = index > 0 and units[index - 1] > outer
            after = (
                index + 1 < len(units)
                and scan.holds(outer, units[index + 1])
                and not scan.holds(unit, units[index + 1])
            )
            if before or after or scan.tags[outer] in ("body", "html"):
                break
            slot = outer
        slots.append(slot)
    return slots


def _beside(scan: Scan, slot: int, slot_index: Mapping[int, int]) -> int | None:
    """The comment right before a list that a slot is in, where that list is one of answers."""
    is_list = False
    for outer in scan.above(slot):
        if outer in slot_index:
            return None
        is_list = is_list or scan.tags[outer] in _LISTS or bool(scan.hints[outer] & Hint.REPLIES)
        if is_list:
            before = scan.previous(outer)
            while before is not None and before not in slot_index and _says_nothing(scan, before):
                before = scan.previous(before)
            if before is not None and before in slot_index:
                return slot_index[before]
        if scan.tags[outer] in ("body", "html"):
            return None
    return None


def _says_nothing(scan: Scan, place: int) -> bool:
    """Whether an element has no words, or only those of buttons."""
    return not scan.sizes[place] or bool(scan.hints[place] & (Hint.CONTROL | Hint.FORM))


def _by_depth(scan: Scan, units: Sequence[int]) -> list[int | None]:
    """By a depth that a class, a style or the width of an empty cell states."""
    depths = [_depth(scan, unit) for unit in units]
    if not any(depths):
        # « message » and « message fil »: the name of an answer, among others of its kind.
        depths = [int(_is_named_answer(scan, unit)) for unit in units]
    if len(set(depths)) < 2:
        return [None] * len(units)
    found: list[int | None] = []
    open_at: list[int] = []
    for index, (unit, depth) in enumerate(zip(units, depths, strict=True)):
        if scan.hints[unit] & Hint.PING:
            found.append(None)  # it states no depth, and nobody answers it
            continue
        while open_at and depths[open_at[-1]] >= depth:
            open_at.pop()
        found.append(open_at[-1] if open_at else None)
        open_at.append(index)
    return found


def _is_named_answer(scan: Scan, unit: int) -> bool:
    return not ANSWER_NAMES.isdisjoint((scan.elements[unit].get("class") or "").lower().split())


def _depth(scan: Scan, unit: int) -> int:
    """A number that is larger where a comment stands deeper."""
    is_wrapped = scan.elements[unit].get("class") == RUN
    for place in (unit, *(scan.children(unit) if is_wrapped else ()), scan.parents[unit]):
        if place < 0:
            continue
        element = scan.elements[place]
        stated = _DEPTH.search((element.get("class") or "").lower())
        if stated:
            return int(stated[1])
        styled = _INDENT.search(element.get("style") or "")
        if styled:
            return int(styled[1])
    for inner in scan.elements[unit : min(unit + 6, scan.last[unit] + 1)]:
        if (
            inner.tag == "img"
            and (inner.get("width") or "").isdecimal()
            and (inner.get("height") or "") in ("1", "0")
        ):
            return int(inner.get("width"))
    return 0


def _by_links(scan: Scan, units: Sequence[int]) -> list[int | None]:
    """By a link to the comment that is answered: « in reply to Zoé », « Parent »."""
    index_of: dict[str, int] = {}
    for index, unit in enumerate(units):
        identity = identity_of(scan, unit)
        if identity is not None:
            index_of.setdefault(identity, index)
    found: list[int | None] = []
    for index, unit in enumerate(units):
        target = _target(scan, unit, index_of)
        found.append(target if target is not None and target != index else None)
    return found


def _target(scan: Scan, unit: int, index_of: Mapping[str, int]) -> int | None:
    element = scan.elements[unit]
    for name in _PARENT_ATTRIBUTES:
        stated = _NUMBER.findall(element.get(name) or "")
        if stated and stated[-1] in index_of:
            return index_of[stated[-1]]
    for place in range(unit + 1, scan.last[unit] + 1):
        link = scan.elements[place]
        if link.tag != "a":
            continue
        match = _TARGET.search(link.get("href") or "")
        if match is None or match[1] not in index_of:
            continue
        classes = (link.get("class") or "").lower()
        text = scan.text(place, 80)
        if (
            "in-reply-to" in (link.get("rel") or "")
            or "parent" in classes
            or "in-reply" in classes
            or _is_answering(scan, place, text)
        ):
            return index_of[match[1]]
    return None


def _is_answering(scan: Scan, place: int, text: str) -> bool:
    """Whether the words of a link, or those before it, say that what it leads to is answered."""
    around = scan.text(scan.parents[place], 120)
    return (
        sight_of(text, "answering") is not None
        or sight_of(around, "answers") is not None
        or text.strip("() ").lower() in _PARENT_WORDS
        # « @Zoé », which the button to answer puts before a text.
        or (text.startswith("@") and len(text) > 1)
        or "".join(scan.texts_before(scan.parents[place], place)).strip() == "@"
    )


_PARENT_WORDS = frozenset(("parent", "parent comment", "commentaire parent", "up thread"))
