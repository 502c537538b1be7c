"""On which side of their texts the lines stand that sign comments: over them or under them.

Blank lines tell it where a page has them on one side of these lines alone. What stands over the first of them, or
under the last, tells it else: it is the text of a comment on one side, and what the site says on the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from blogimport.textpage.cues import speaks_of_comments
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.lines import ends_sentence

Side = Literal["over", "under"]

_FEWEST = 2
_LONGEST_LABEL_WORDS = 4
_SHOUTS = ("!", "?")


def side_by_blanks(region: Sequence[Labelled], signing: Collection[int]) -> Side | None:
    """The side of the text that each signing line stands right at, apart from what is on its other side.

    None where blank lines tell nothing: where there are none, or on both sides, or where what stands right at these
    lines may be no text: a subject over them, a day or a town under them.
    """
    places = [index for index, entry in enumerate(region) if entry.line.number in signing]
    if len(places) < _FEWEST:
        return None
    apart_before = {region[place].line.after_blank for place in places if place}
    apart_behind = {region[place + 1].line.after_blank for place in places if place + 1 < len(region)}
    if apart_before == {True} and apart_behind == {False} and places[-1] + 1 < len(region):
        # Extractors that have blank lines after paragraphs alone show a text over the first, and none under the last.
        is_text_over = not all(map(is_label, region[: places[0]]))
        is_none = is_text_over and are_labels(region[places[-1] + 1 :], region, signing)
        return "over" if not is_none and _are_texts(region, places, 1) else None
    if apart_before == {False} and apart_behind <= {True} and places[0]:
        return "under" if _are_texts(region, places, -1) else None
    return None


def _are_texts(region: Sequence[Labelled], places: Sequence[int], step: int) -> bool:
    """Whether what stands right under some lines, or with a step of -1 right over them, is texts: one is longer."""
    is_longer = False
    for place in places:
        entry = region[place + step]
        if not entry.sights.is_blind:
            return False
        # A second line stands right at it, on its other side.
        at = place + 2 if step > 0 else place - 1
        is_alone = at == len(region) or region[at].line.after_blank
        is_longer = is_longer or entry.line.shape == "prose" or not is_alone
    return is_longer


def is_label(entry: Labelled) -> bool:
    """Whether a line is too short for a text, and neither begins nor ends as people say things."""
    line = entry.line
    return (
        line.shape == "short"
        and line.text.count(" ") < _LONGEST_LABEL_WORDS
        and not ends_sentence(line)
        and not (line.text[0].islower() and any(sign in line.text for sign in _SHOUTS))
    )


def are_labels(text: Sequence[Labelled], region: Sequence[Labelled], signing: Collection[int]) -> bool:
    """Whether what follows the last signing line is labels; one apart is enough where a text stands first."""
    if all(map(is_label, text)):
        return True
    first = region[0]
    is_text_first = first.line.number not in signing and ends_sentence(first.line)
    is_text_first = is_text_first and first.sights.is_blind and not speaks_of_comments(first.line.text)
    return is_text_first and text[0].line.after_blank and is_label(text[0])
