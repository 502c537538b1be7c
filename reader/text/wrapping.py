"""Breaking text into lines of terminal cells, as ranges of offsets.

Offsets, not strings: a highlight that search found in a body is at the same place on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

_WORD = re.compile(r"\S+\s*")
# Spaces at which no line breaks: those that say so, and those of French before « ? » and within « quotes », which
# many people typed with the space bar.
_TIE = r"(?:[\u00a0\u202f\u2007]+|(?<=[«‹]) | (?=[»›:;!?]))"
_TIED_WORD = re.compile(rf"\S+(?P<ties>(?:{_TIE}\S+)*)\s*")


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The (start, end) offsets of each line of text[start:end], none wider than `width` cells.

    Lines break at white space (which then belongs to no line), but not before the « ? » or within the quotes of
    French, and at each line break in the text; a word that is wider than a line is cut. There is always at least
    one line.
    """
    end = len(text) if end is None else end
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    for first, last in _hard_lines(text, start, end):
        if last - first <= width and cell_len(text[first:last]) <= width:
            lines.append((first, last))
        else:
            lines.extend(_soft_lines(text, first, last, width))
    return lines


def _hard_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges between the line breaks."""
    found = []
    while (stop := text.find("\n", start, end)) >= 0:
        found.append((start, stop))
        start = stop + 1
    return [*found, (start, end)]


def _soft_lines(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """One hard line filled greedily, word after word."""
    lines: list[tuple[int, int]] = []
    # The indent of a line belongs to its first word, or code would lose its shape; one that is wider than
    # two thirds of a line (the columns of a table, a page of blanks) would leave no room for the words.
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    first_word = start + lead
    position = line_start = line_end = start if lead <= width * 2 // 3 else first_word
    used = 0
    for word in _words(text, first_word, end, width):
        word_end = word.start() + len(word[0].rstrip())
        span = text[position:word_end]
        cells = cell_len(span)
        if line_end > line_start and used + cells > width:
            lines.append((line_start, line_end))
            line_start, used = word.start(), 0
            span, cells = text[word.start() : word_end], cell_len(text[word.start() : word_end])
        if cells > width:
            cut_start = word_end - len(span)
            *full, rest = chop_cells(span, width)
            for piece in full:
                lines.append((cut_start, cut_start + len(piece)))
                cut_start += len(piece)
            line_start, used = cut_start, cell_len(rest)
        else:
            used += cells
        line_end = word_end
        position = word_end
    lines.append((line_start, max(line_end, line_start)))
    return lines


def _words(text: str, start: int, end: int, width: int) -> Iterator[re.Match[str]]:
    """The words with the white space behind them; those that are tied are one, where that fits into a line."""
    for word in _TIED_WORD.finditer(text, start, end):
        if word["ties"] and cell_len(word[0].rstrip()) > width:
            yield from _WORD.finditer(text, word.start(), word.end())
        else:
            yield word
