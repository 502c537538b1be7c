"""What would end the comments of a page, or says that there are none, and stands right over one, and so does neither.

Some themes have their form over the comments; some pages count none though they show some; « Trackbacks » stands in
menus, and over links from other pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import Captured, Sight, Sights
from blogimport.textpage.lines import Line, holds_next

# So many lines may stand from such a line to a heading or an item, and from a heading to who wrote the first comment.
_NEAR, _NEAR_HEAD = 2, 4
_SURE = 8
_FEWEST = 2
_CUE = "a form over the comments"
# As the button under a post that leads to a form, it ends nothing, and says that one may comment.
_A_BUTTON = Sights({"byline": Sight(cue=_CUE, fixed=_SURE), "form": Sight(cue=_CUE)})


def with_overturned(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], headings: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with such lines seen as what they are over comments.

    `seeing` are the indices of the lines in which anything is seen, `headings` those of the headings.
    """
    found = list(sights)
    told = False
    for index in seeing:
        kinds = sights[index].by_kind
        if "none" in kinds and _is_over_signed_item(index, lines, sights):
            title = kinds["none"].captured.title
            found[index] = Sights({"heading": Sight(Captured(title=title), "none, over one", _SURE)})
            told = True
        elif "pings" in kinds and len(kinds) > 1 and _signs(index + 1, lines, sights):
            found[index] = Sights({"pings": kinds["pings"], "heading": kinds["pings"]})
            told = True
    for index in _forms_over(sights, seeing, headings[0]) if headings else ():
        found[index] = _A_BUTTON
        told = True
    for index in _heads_as_bylines(sights, seeing, headings[0]) if headings else ():
        kinds = sights[index].by_kind
        found[index] = replace(
            found[index], by_kind={kind: kinds[kind] for kind in kinds if kind != "byline"}
        )
        told = True
    return found if told else sights


def _heads_as_bylines(sights: Sequence[Sights], seeing: Sequence[int], heading: int) -> Sequence[int]:
    """The lines that say no more than who wrote, in words that a post has too, right under a heading and again below.

    « Postat av: Rakel »
    """
    head = sights[heading + 1].by_kind.get("head") if heading + 1 < len(sights) else None
    if head is None or head.captured.date or not head.captured.author:
        return ()
    alike = [
        index
        for index in seeing
        if (other := sights[index].by_kind.get("head")) is not None and other.cue == head.cue
    ]
    return alike if len(alike) >= _FEWEST and alike[0] == heading + 1 else ()


def _is_over_signed_item(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a numbered item close under a line says who and when, and has a text in it."""
    for at in range(index + 1, min(index + 1 + _NEAR, len(lines))):
        head = sights[at].head
        if lines[at].marker == "number" and head is not None:
            return (
                holds_next(at, lines) and head.captured.author is not None and head.captured.date is not None
            )
    return False


def _signs(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is an item that says who wrote it."""
    return index < len(lines) and lines[index].marker is not None and sights[index].head is not None


def _forms_over(sights: Sequence[Sights], seeing: Sequence[int], over: int) -> list[int]:
    """The forms between a post and the heading over its comments, or right under that, as links to them may stand."""
    near = range(over - _NEAR, over + 1 + _NEAR)
    forms = [index for index in seeing if index in near and index != over and "form" in sights[index].by_kind]
    if not forms or any("head" in sights[index].by_kind for index in seeing if index < over):
        return []
    is_headed = any("head" in seen.by_kind for seen in sights[over + 1 : over + 1 + _NEAR_HEAD])
    return forms if is_headed else []
