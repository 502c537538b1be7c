"""The items under a heading over comments whose first lines sign them, and elsewhere would say something else.

« 1. 3 mai 2006 à 8:12 Zoé » is elsewhere the day and the title of a post in a list; « • Zoé # » has nothing beside the
name but the link to the comment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.cues import Captured, Sight, Sights, plausible_name
from blogimport.textpage.lines import Line, holds_next

_FEWEST = 2
_LINK_SIGNS = "#¶∞§"
_LONGEST_NAME_WORDS = 4
_CUE = "an item with a name and the sign of a link"
_SURE = 8


def with_item_heads(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], over: int
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with such items under the heading at an index seen as heads of comments.

    A list gives the minute of no post; a text follows each within its item. `seeing` are the indices of the lines in
    which anything is seen.
    """
    dated = {
        index: sights[index].by_kind["byline"]
        for index in seeing
        if index > over
        and lines[index].marker == "number"
        and "head" not in sights[index].by_kind
        and _is_dated(index, lines, sights[index])
    }
    if dated and (len(dated) >= _FEWEST or over + 1 in dated):
        return _with_heads(sights, dated)
    named = {
        index: Sight(Captured(author=line.text[:-2].rstrip()), _CUE, _SURE)
        for index, line in enumerate(lines)
        if line.marker is not None
        and index > over
        and line.text[-1] in _LINK_SIGNS
        and _is_named(index, lines, sights[index])
    }
    return _with_heads(sights, named) if len(named) >= _FEWEST else sights


def _with_heads(sights: Sequence[Sights], heads: Mapping[int, Sight]) -> Sequence[Sights]:
    found = list(sights)
    for index, head in heads.items():
        found[index] = replace(sights[index], by_kind={**sights[index].by_kind, "head": head})
    return found


def _is_dated(index: int, lines: Sequence[Line], seen: Sights) -> bool:
    """Whether a numbered item begins with the minute and a name, and a text stands in it."""
    byline = seen.by_kind.get("byline")
    if byline is None:
        return False
    captured = byline.captured
    says_both = captured.author is not None and "T" in (captured.date or "") and not captured.categories
    return says_both and holds_next(index, lines)


def _is_named(index: int, lines: Sequence[Line], seen: Sights) -> bool:
    """Whether an item begins with a name and the sign of a link, and a text stands in it."""
    text = lines[index].text
    if text[-2:-1] != " " or not seen.is_blind or not holds_next(index, lines):
        return False
    return plausible_name(text[:-2], most_words=_LONGEST_NAME_WORDS)
