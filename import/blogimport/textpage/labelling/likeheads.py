"""Lines that sign comments exactly as several others do, whatever stands in the place of the name.

Who signs « Et la culture, on la finance avec quoi ? » or « Honoré A » has no name that a cue would take for one; but
between the theme's own words and signs, and a moment, nothing else stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from blogimport.textpage.cues import Captured, Sight, Sights
from blogimport.textpage.lines import Line

_FEWEST = 3
_LONGEST_NAME = 80
_SURE = 8
_CUE = "as other lines sign comments"


class _Form(NamedTuple):
    """What stands before a name, between that and the moment, and the signs right before this."""

    lead: str
    tail: str
    signs: str


def with_like_heads(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with each line seen as a head that has the form of several heads.

    `seeing` are the indices of those lines in which anything is seen.
    """
    dated: list[int] = []
    open_ones: list[int] = []
    for index in seeing:
        seen = sights[index]
        if seen.dated is not None and "T" in seen.dated[1]:
            (dated if "head" in seen.by_kind else open_ones).append(index)
    if not open_ones or len(dated) < _FEWEST:
        return sights
    forms = {index: form for index in dated if (form := _form(lines[index], sights[index])) is not None}
    counted = Counter(forms.values())
    usual = [form for form, count in counted.items() if count >= _FEWEST]
    known = {sights[index].by_kind["head"].captured.author for index in forms}
    first = min(forms, default=0)
    found: list[Sights] | None = None
    for index in open_ones:
        name = next((name for form in usual if (name := _name(lines[index], sights[index], form))), None)
        if index < first or name is None or any(other and other in name for other in known):
            continue  # « Zoé replied to this comment from Marc »
        found = found or list(sights)
        kinds = dict(sights[index].by_kind)
        kinds.pop("byline", None)
        kinds["head"] = Sight(Captured(author=name, date=_moment(sights[index])), _CUE, _SURE)
        found[index] = replace(sights[index], by_kind=kinds)
    return found or sights


def _moment(seen: Sights) -> str | None:
    """The day and the time that a line ends with, if it does."""
    return seen.dated[1] if seen.dated is not None and "T" in seen.dated[1] else None


def _form(line: Line, seen: Sights) -> _Form | None:
    """The form of a line that says who and at what time; None for others, and where nothing but that stands there."""
    head = seen.by_kind.get("head")
    if head is None or seen.dated is None or not head.captured.author or not _moment(seen):
        return None
    lead, author, tail = seen.dated[0].partition(head.captured.author)
    signs = _signs_behind(line, seen)
    return _Form(lead, tail, signs) if author and (lead + tail + signs).strip() else None


def _name(line: Line, seen: Sights, form: _Form) -> str | None:
    """What stands in the place of the name in a line of some form; None where the line has another form."""
    assert seen.dated is not None, "only lines that end with a day are asked"
    before = seen.dated[0]
    if (
        not (before.startswith(form.lead) and before.endswith(form.tail))
        or _signs_behind(line, seen) != form.signs
    ):
        return None
    name = before[len(form.lead) : len(before) - len(form.tail)].strip()
    return name if len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)) else None


def _signs_behind(line: Line, seen: Sights) -> str:
    """The signs between what a line says and the day that it ends with."""
    assert seen.dated is not None, "only lines that end with a day are asked"
    rest = line.text[len(seen.dated[0]) :]
    end = next((place for place, sign in enumerate(rest) if sign.isalnum()), len(rest))
    return rest[:end]
