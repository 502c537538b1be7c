"""Numbers of comments that are none of a post: one of several figures that a site tells about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Sights, no_text, seen_as
from blogimport.textpage.lines import Line

# A figure about a site, as its side column tells some.
_FIGURE = re.compile(r"\d[\d .,]*\s[^\W\d_]{2,}(?:\s[^\W\d_]+)?")
_A_FIGURE = no_text("one of several figures")


def without_figures(
    lines: Sequence[Line], sights: Sequence[Sights], headings: list[int]
) -> tuple[Sequence[Sights], list[int]]:
    """The sights of the (non-blank) lines and the headings over comments, without those that are such a figure."""
    figures = [index for index in headings if _is_one_figure(index, lines, sights)]
    if not figures:
        return sights, headings
    return seen_as(_A_FIGURE, sights, figures), [index for index in headings if index not in figures]


def _is_one_figure(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a number of comments is one of several figures about a site: « 47 articles », « 130 commentaires »."""
    line = lines[index]
    heading = sights[index].by_kind["heading"]
    if heading.captured.count is None or not line.text[0].isdigit():
        return False
    beside = (other for other in (index - 1, index + 1) if 0 <= other < len(lines))
    return any(
        lines[other].marker == line.marker
        and lines[other].indent == line.indent
        and not lines[max(index, other)].after_blank
        and _FIGURE.fullmatch(lines[other].text) is not None
        and sights[other].is_blind
        for other in beside
    )
