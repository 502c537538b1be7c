"""Lines in which an extractor has joined a text with who signs it: « Nous viendrons.Posté par Zoé, le 3 mai 2006 ».

What stands in two elements of a page, without a space or a line between, reads as one word. Such a line is cut in two
where what follows is known to sign a comment, with a name and a date, or where it begins with the buttons under the
comment before: « RépondreSupprimerNous viendrons. »
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import are_several, glued_buttons, has_figure, sights_of
from blogimport.textpage.labelling import is_crowded
from blogimport.textpage.lines import Line, shape_of
from blogimport.textpage.recasting.cells import Apart
from blogimport.textpage.recasting.recast import numbered_anew

# So many known letters sign a comment: « Posté par ».
_SURE = 6
# No signature is longer.
_LONGEST = 120
# A time, and a text right behind it: « Par Zoé dans Contes le 14 novembre 2012 à 18:23J'entends »; no half of a day, no
# zone.
_HEAD_SEAM = re.compile(
    r"\d{1,2}[:h]\d\d(?!(?:[AaPp]\.?[Mm]|[hH]|min|Uhr|[A-Z]{3,4})\b)(?=[«\"“]?[^\W\d_]\S*(?:\s+\S+){2})"
)
# A word with a capital right behind a letter or the end of a sentence.
_SEAM = re.compile(r"(?<=[^\W\d_A-ZÀ-Ý]|[.!?…)»”])(?=[A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]+\s)")


def without_seams(lines: Sequence[Line]) -> Apart | None:
    """The same lines where there are such, in a page without blank ones; None where there are none."""
    if not is_crowded(lines):
        return None  # most pages, of which no line is looked at
    glued = _glued_buttons(lines) | _glued_bylines(lines)
    cuts: dict[int, list[str]] = {}
    for index, line in enumerate(lines):
        end = glued.get(index, 0)
        text = line.text[end:]
        said = _cut(text) or (text,)
        if end or len(said) > 1:
            cuts[index] = [line.text[:end], *said] if end else list(said)
    if not cuts:
        return None
    found, origin = numbered_anew(
        lines, {index: _parts(lines[index], texts) for index, texts in cuts.items()}
    )
    firsts = {its: number for number, its in reversed(origin.items())}
    for index in glued:
        # What is glued before a text says nothing of what the line is: buttons are of the comment before.
        del origin[firsts[lines[index].number]]
    return Apart(found, origin)


def _parts(line: Line, texts: Sequence[str]) -> list[Line]:
    """The lines that a line is cut into."""
    first, *others = texts
    under = replace(line, after_blank=False, marker=None, ordinal=None, mark="", indent=line.width)
    return [
        replace(line, text=first, shape=shape_of(first)),
        *(replace(under, text=text, shape=shape_of(text)) for text in others),
    ]


def _glued_buttons(lines: Sequence[Line]) -> dict[int, int]:
    """Where the buttons end that a text is glued to, by the indices of the lines that begin with such."""
    found = {
        index: buttons
        for index, buttons in glued_buttons([line.text for line in lines]).items()
        if "tail" not in sights_of(lines[index].text)  # a row of buttons, and nothing else
    }
    if not found:
        return {}
    texts = {line.text for line in lines}
    several = [buttons for buttons in found.values() if are_several(buttons)]
    return {
        index: len(buttons)
        for index, buttons in found.items()
        # « DeleteUnattachedDimensions » is the name of a function, where the button never stands alone.
        if buttons in several or buttons in texts or any(one.endswith(buttons) for one in several)
    }


def _glued_bylines(lines: Sequence[Line]) -> dict[int, int]:
    """Where what tells who published a text, and when, ends, by the indices of the lines that begin so."""
    found: dict[int, int] = {}
    for index, line in enumerate(lines):
        seam = _HEAD_SEAM.search(line.text, 0, _LONGEST)
        if seam is not None:
            byline = sights_of(line.text[: seam.end()]).by_kind.get("byline")
            if byline is not None and byline.captured.author and byline.captured.date:
                found[index] = seam.end()
    return found


def _cut(text: str) -> tuple[str, str] | None:
    """The text and the signature of a line that holds both, None of any other one."""
    start = max(0, len(text) - _LONGEST)
    # Most lines end without a figure, which one look tells.
    if not has_figure(text[start:]):
        return None
    for seam in _SEAM.finditer(text, start + 1):
        signature = text[seam.end() :]
        sight = sights_of(signature).by_kind.get("head")
        if sight is None or not (sight.captured.author and sight.captured.date):
            continue
        # « DjOuDjOu | 3 mai 2006 » is a name.
        if sight.fixed >= _SURE and not signature.startswith(sight.captured.author):
            return text[: seam.end()], signature
    return None
