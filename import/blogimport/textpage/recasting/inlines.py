"""Comments whose text stands in one line with who signs it: « Zoé, à 3h40 : Je dors », « Merci. --Zoé 3 mai 2006 ».

Such lines are cut in two, as if the signature had a line of its own. One alone may be anything; several of one shape,
under a heading over comments or as many as the page declares, are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.cues import (
    DATE,
    TIME,
    CueKind,
    Sight,
    Sights,
    has_figure,
    no_text,
    sight_of,
    signed_name,
)
from blogimport.textpage.lines import Line, shape_of, stops
from blogimport.textpage.recasting.layouts import OVER, UNDER
from blogimport.textpage.recasting.moments import FILL, WHEN, Moment, date_and_time, with_stand_ins
from blogimport.textpage.recasting.recast import FirstReading, Recast, counting, opens_comments, recast_of
from blogimport.textpage.recasting.shapes import differing, is_name

_FEWEST = 2
_SURE = 8
# How far over the first one the heading may stand, and how long a signature is.
_NEAR, _LONGEST_SIGNATURE = 6, 100
_WHO = rf"[^{DATE}{TIME}{FILL}:]{{1,60}}?"
# « Zoé, le 3 mai : … », « Zoé (3 mai 2006) : … »
_NAME_FIRST = re.compile(rf"(?P<before>{_WHO}){WHEN}(?P<after>)(?P<border>\s*:|\s+[–—-])\s+(?=\S)")
# « [3 mai 2006] Zoé : … », « Le 3 mai 2006, Zoé a écrit : … »
_DATE_FIRST = re.compile(
    rf"(?P<before>(?:[^\W\d_]{{1,4}}\s+)?){WHEN}[\s,|:–—-]*(?P<after>{_WHO})(?P<border>\s*:)\s+(?=\S)"
)
# The cells of what was a table: « 3 mai 2006   Zoé   … »
_DATE_CELL = re.compile(rf"(?P<before>){WHEN}(?P<border>\s{{3,}})(?P<after>{_WHO})\s{{3,}}(?=\S)")
_NAME_CELL = re.compile(rf"(?P<before>{_WHO})(?P<border>\s{{3,}}){WHEN}(?P<after>)\s{{3,}}(?=\S)")
# « 3 mai 2006 - 10:20 - Zoé - … »
_DATE_DASH = re.compile(rf"(?P<before>){WHEN}(?P<border>\s+[|–—-]\s+)(?P<after>{_WHO})\s+[|–—-]\s+(?=\S)")
_AT_BEGINNING = (_DATE_CELL, _NAME_CELL, _NAME_FIRST, _DATE_DASH, _DATE_FIRST)
# « … --Zoé 3 mai 2006 », « … (Zoé, 3 mai 2006) »
_AT_END = re.compile(
    rf"(?:(?<=\S)\s+(?P<border>--|[–—(\[])|(?<=[»”\"])(?P<quote>))\s*(?P<before>[^{DATE}{TIME}{FILL}()\[\]]{{1,60}}?){WHEN}(?P<after>)\W{{0,3}}$"
)
_AT_ENDS = (_AT_END,)
# What stands behind the date or the name in a line that begins so, and before the name in one that ends so, which costs
# little to look for.
_MAY_BEGIN = re.compile(r":|\s[|–—-]\s|\s{3}")
_MAY_END = re.compile(r'--|[–—(\[»”"]')
_MAY_BE = {_AT_BEGINNING: _MAY_BEGIN, _AT_ENDS: _MAY_END}


def recast_inlines(page: FirstReading) -> Iterator[Recast]:
    """The page with signatures on lines of their own, for each shape that they may have."""
    lines, sights, declared, _, language, figured = page
    groups: dict[tuple[object, ...], list[Moment]] = {}
    parts = [(index, *part) for index in figured for part in _parts_with_border(lines[index].text)]
    # Fewer are no shape, and dates need not be looked for.
    for index, text, offset, forms in parts if len(parts) >= _FEWEST else ():
        found = _signature(index, text, offset, forms, language)
        if found is not None:
            groups.setdefault(found[0], []).append(found[1])
    for shape, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        if len(group) >= _FEWEST:
            recast = _recast(group, lines, sights, declared, is_over=shape[0] is not _AT_END)
            if recast is not None:
                yield recast


def _parts_with_border(text: str) -> Iterator[tuple[str, int, Sequence[re.Pattern[str]]]]:
    """The beginning and the end of a line with a figure, as far as they may hold a signature.

    Each with where it begins, and the forms of such signatures.
    """
    end = max(0, len(text) - _LONGEST_SIGNATURE)
    for part, offset, forms in ((text[:_LONGEST_SIGNATURE], 0, _AT_BEGINNING), (text[end:], end, _AT_ENDS)):
        if _MAY_BE[forms].search(part) is not None and (part is text or has_figure(part)):
            yield part, offset, forms


def _signature(
    index: int, part: str, offset: int, forms: Sequence[re.Pattern[str]], language: str | None
) -> tuple[tuple[object, ...], Moment] | None:
    """The signature that a part of a line holds, with its shape; None where it holds none."""
    marked, values = with_stand_ins(part, language)
    for form in forms if values else ():
        match = form.search(marked) if form is _AT_END else form.match(marked)
        if match is None or _is_button(part[: match.start()] if form is _AT_END else part[match.end() :]):
            continue
        date, time = date_and_time(marked, values, match.start(), match.end())
        shape = (form, (match["border"] or "").strip(), date is None, part[:1] in "[(")
        start, end = offset + match.start(), offset + match.end()
        return shape, Moment(index, start, end, match["before"], match["after"], date, time)
    return None


def _is_button(text: str) -> bool:
    """Whether what stands beside a signature is no text, but what follows a comment: « répondre »."""
    return sight_of(text.strip(), "tail") is not None


def _recast(
    group: Sequence[Moment],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    *,
    is_over: bool,
) -> Recast | None:
    """The page where the lines of one shape are cut in two, None where they are not comments."""
    names = _names(group)
    signed = {one.place: (one, name) for one, name in zip(group, names, strict=True) if is_name(name)}
    if len(set(names)) < _FEWEST or len(signed) < _FEWEST:
        return None
    if _are_heads(sorted(signed), signed, lines, is_over=is_over):
        return None
    first = min(signed)
    above = range(first - 1, max(-1, first - 1 - _NEAR), -1)
    heading = next((at for at in above if opens_comments(lines[at], sights[at], len(signed))), None)
    if heading is None and declared != len(signed):
        return None
    begin = first if is_over or heading is None else heading + 1
    sights = counting(heading, len(signed), lines, sights)
    if not is_over:
        # Nothing is signed below the last one.
        last = max(signed)
        below = (no_text("under the comments") if sight.is_blind else sight for sight in sights[last + 1 :])
        sights = [*sights[: last + 1], *below]
    parts = {place: _apart(lines[place], one, name, is_over=is_over) for place, (one, name) in signed.items()}
    return recast_of(lines, sights, parts, begin, len(signed))


def _are_heads(
    places: Sequence[int],
    signed: Mapping[int, tuple[Moment, str]],
    lines: Sequence[Line],
    *,
    is_over: bool,
) -> bool:
    """Whether what stands beside all signatures is short, and a text under it: « 3 mai | Zoé | zoe@example.org »."""
    ends = [*places[1:], len(lines)]
    for place, end in zip(places, ends, strict=True):
        text, one = lines[place].text, signed[place][0]
        rest = (text[one.end :] if is_over else text[: one.start]).strip()
        if rest.count(" ") > _FEWEST or stops(rest) or end <= place + 1:
            return False
    return True


def _names(group: Sequence[Moment]) -> list[str]:
    """Who signs each of some lines: what differs between them beside the date."""
    befores = differing([one.before for one in group])
    afters = differing([one.after for one in group])
    names = [before or after for before, after in zip(befores, afters, strict=True)]
    return [signed_name(name) if name else "" for name in names]


def _apart(line: Line, one: Moment, name: str, *, is_over: bool) -> list[tuple[Line, Sights]]:
    """The two lines that a line is cut into."""
    kind: CueKind = "head_before" if is_over else "head"
    sight = Sights({kind: Sight(one.signed_by(name), OVER if is_over else UNDER, _SURE)})
    signature, text = (
        line.text[one.start : one.end].strip(),
        line.text[one.end :] if is_over else line.text[: one.start],
    )
    text = text.strip()
    sign = replace(line, text=signature, shape="short", after_blank=is_over)
    said = replace(line, text=text, shape=shape_of(text), after_blank=not is_over)
    if is_over:
        said = replace(said, marker=None, ordinal=None, mark="", indent=line.width)
        return [(sign, sight), (said, Sights())]
    sign = replace(sign, marker=None, ordinal=None, mark="", indent=line.width)
    return [(said, Sights()), (sign, sight)]
