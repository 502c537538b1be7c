"""Rows of what was a table whose first cell says who and when on two lines: « Zoé », « 3 mai 2006     Le texte ».

Each such row is cut in two, as if its text had a line of its own. One alone may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from blogimport.textpage.cues import plausible_name
from blogimport.textpage.lines import Line, shape_of
from blogimport.textpage.recasting.recast import numbered_anew
from reader.dates import find_dates

_FEWEST = 2
_BORDER = re.compile(r"\s{3,}(?=\S)")
_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True)
class Apart:
    """The lines of a page, numbered anew, with the texts of such rows on lines of their own.

    `origin` has the number in the dump for each.
    """

    lines: list[Line]
    origin: Mapping[int, int]


def without_cells(lines: Sequence[Line], language: str | None) -> Apart | None:
    """The same lines where there are such rows; None where there are none."""
    cuts = {
        index: cut
        for index, line in enumerate(lines)
        # Few lines stand right under a short one, and looking for cells takes longer.
        if index
        and not line.after_blank
        and line.marker is None
        and lines[index - 1].shape == "short"
        and "   " in line.text
        and (cut := _cut(line, lines[index - 1], language)) is not None
    }
    if len(cuts) < _FEWEST:
        return None
    parts = {
        index: (
            replace(lines[index], text=date, shape="short"),
            replace(lines[index], text=text, shape=shape_of(text), after_blank=False, marker=None),
        )
        for index, (date, text) in cuts.items()
    }
    return Apart(*numbered_anew(lines, parts))


def _cut(line: Line, above: Line, language: str | None) -> tuple[str, str] | None:
    """The date and the text of a row right under a short line, if that is a name; None of any other line."""
    border = _BORDER.search(line.text)
    if border is None or border.start() > _LONGEST_DATE:
        return None
    date = line.text[: border.start()]
    found = find_dates(date, language)
    is_date = bool(found) and found[0].start == 0 and found[-1].end == len(date)
    if not is_date or not plausible_name(above.text):
        return None
    return date, line.text[border.end() :]
