"""Comments whose fields have labels, as in guestbooks: « Nom : Zoé », « Date : 3 mai 2006 », « Message : … ».

Knows no element: the text of a comment is given with each label on the line of its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from blogimport.textpage import FieldKind, field_of

_Kind = FieldKind | Literal["from"]
_LONGEST_LABEL = 24
# At the beginning of a line or of a cell.
_LABEL = re.compile(
    rf"(?:^|(?<=\n)|(?<=[ \xa0]{{2}})|(?<=\t))[ \t*•[(]*(?P<label>[^\W\d_][^\n:]{{0,{_LONGEST_LABEL}}}?)[ \xa0]?[])]?:"
)
# Labels alone that might lead to a name, but in most pages lead to where somebody lives.
_FROM = frozenset(("from", "de", "von", "da", "van"))
_FEWEST = 2
# The labels of a comment stand among the first of its texts, or its last ones.
_REACH = 8


class Labelled(NamedTuple):
    """Who and when, as the labels tell, and where the text stands."""

    author: str | None
    date: str | None
    start: int
    end: int


def may_be_labelled(texts: Iterable[str]) -> bool:
    """Whether labels stand among the first or last of some texts: a quick look that rules out most comments."""
    every = list(texts)
    return sum(_is_label(text) for text in (*every[:_REACH], *every[_REACH:][-_REACH:])) >= _FEWEST


def labelled(text: str) -> Labelled | None:
    """What labels tell in a text; None where there are too few, or none of who and when."""
    found = list(_labels(text))
    kinds = {kind for kind, *_ in found}
    if len(found) < _FEWEST or not kinds & {"author", "date"}:
        return None
    values: dict[str, str] = {}
    for (kind, _, end), until in zip(found, [*(start for _, start, _ in found[1:]), None], strict=True):
        values.setdefault(kind, text[end:until].strip().split("\n", 1)[0].strip())
    start, end = _place(text, found)
    author = values.get("author") or values.get("from")
    return Labelled(author or None, values.get("date") or None, start, end)


def _is_label(text: str) -> bool:
    bare = text.strip()
    return len(bare) <= _LONGEST_LABEL + 2 and bare[-1:] == ":" and _kind_of(bare) is not None


def _kind_of(label: str) -> _Kind | None:
    """What a label announces, with or without the signs around it."""
    bare = label.strip(" \xa0\t\n*•[]():")
    return "from" if bare.casefold() in _FROM else field_of(bare)


def _labels(text: str) -> Iterator[tuple[_Kind, int, int]]:
    """The kind of each label, and where it begins and ends."""
    for match in _LABEL.finditer(text):
        kind = _kind_of(match["label"])
        if kind is not None:
            yield kind, match.start(), match.end()


def _place(text: str, found: list[tuple[_Kind, int, int]]) -> tuple[int, int]:
    """Where the text stands: behind its label, else the longest stretch that has none."""
    ends = [*(start for _, start, _ in found[1:]), len(text)]
    for (kind, _, end), until in zip(found, ends, strict=True):
        if kind == "text":
            return end, until
    stretches = [(0, found[0][1])]
    for (_, _, end), until in zip(found, ends, strict=True):
        line = text.find("\n", end, until)
        stretches.append((until if line < 0 else line + 1, until))
    return max(stretches, key=lambda stretch: len(text[stretch[0] : stretch[1]].strip()))
